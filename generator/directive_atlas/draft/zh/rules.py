"""What a paper says once for all its notes: 列第一位者为牵头单位，下同."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.model import Certainty, DraftDuty, DraftRule, Why
from directive_atlas.draft.zh.bodies import bodies_at
from directive_atlas.draft.zh.duties import duties_of
from directive_atlas.draft.zh.roles import role_of_verb
from directive_atlas.draft.zh.text import Reading
from directive_atlas.passages import Span
from directive_atlas.problems.wording import say
from directive_atlas.vocabulary.tasks import RuleKind

FIRST_LEADS = re.compile(
    "(?:列|排)(?:在)?(?:名)?(?:第一|首)(?:位)?(?:者|的)?[^，。；、]{0,6}(?:为|是)?牵头(?:单位|部门)?"
    "|第一(?:个)?(?:责任)?(?:单位|部门)(?:为|是)牵头(?:单位|部门)|排名第一的[^，。；]{0,6}牵头"
)
"""The words that say that the first named leads."""


ALL_BELOW = re.compile("以下[^，。；]{0,6}?[均都](?:需|由|要|须|应)")
"""How a note names those who have a part in all tasks below: 以下均需各省级人民政府落实，不再列出."""


def of_all_below(reading: Reading) -> Iterator[DraftDuty]:
    """Those whom a text names once for all notes that stand below."""
    for match in ALL_BELOW.finditer(reading.text):
        listed = bodies_at(reading, match.end(), reading.source.paragraph_at(match.start()).span.end)
        role = role_of_verb(reading.text[listed.end : listed.end + 6])
        if listed.bodies and role:
            yield from duties_of(listed, role, say("named once for all tasks below"), Certainty.CERTAIN)


def rules(reading: Reading) -> Iterator[DraftRule]:
    """The rules of a text, each once, where it is first said."""
    for paragraph in reading.source.paragraphs:
        if match := FIRST_LEADS.search(reading.text, paragraph.span.start, paragraph.span.end):
            span = Span(*match.span())
            why = Why(say("a rule for all tasks: the first named leads"), Certainty.CERTAIN, span)
            yield DraftRule(RuleKind.FIRST_LEADS, span, why)
            return
