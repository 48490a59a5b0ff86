"""What a paper says once for all its notes: 列第一位者为牵头单位，下同."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.model import Certainty, DraftRule, Why
from directive_atlas.draft.zh.text import Reading
from directive_atlas.passages import Span
from directive_atlas.problems.wording import say
from directive_atlas.vocabulary.tasks import RuleKind

FIRST_LEADS = re.compile(
    "(?:列|排)(?:在)?(?:名)?(?:第一|首)(?:位)?(?:者|的)?[^，。；、]{0,6}(?:为|是)?牵头(?:单位|部门)?"
    "|第一(?:个)?(?:责任)?(?:单位|部门)(?:为|是)牵头(?:单位|部门)|排名第一的[^，。；]{0,6}牵头"
)
"""The words that say that the first named leads."""


def rules(reading: Reading) -> Iterator[DraftRule]:
    """The rules of a text, each once, where it is first said."""
    for paragraph in reading.source.paragraphs:
        if match := FIRST_LEADS.search(reading.text, paragraph.span.start, paragraph.span.end):
            span = Span(*match.span())
            why = Why(say("a rule for all tasks: the first named leads"), Certainty.CERTAIN, span)
            yield DraftRule(RuleKind.FIRST_LEADS, span, why)
            return
