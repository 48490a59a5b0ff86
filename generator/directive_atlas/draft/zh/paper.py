"""A whole paper: its head, its parts, what it says of others, and what it says once for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from directive_atlas.draft.model import Certainty, Draft, DraftRelation, DraftRule, Why
from directive_atlas.draft.zh.asides import asides
from directive_atlas.draft.zh.demands import opens
from directive_atlas.draft.zh.heading import head
from directive_atlas.draft.zh.layout import Layout, layout
from directive_atlas.draft.zh.parts import Maker
from directive_atlas.draft.zh.relations import relations
from directive_atlas.draft.zh.text import Reading
from directive_atlas.draft.zh.units import units
from directive_atlas.draft.zh.when import Clock
from directive_atlas.passages import Span
from directive_atlas.problems.wording import say
from directive_atlas.vocabulary.tasks import RuleKind


def read_paper(reading: Reading) -> Draft:
    """All suggestions for a paper, in the order of its text."""
    lines = layout(reading)
    top = head(lines)
    day = next((top.dates[key] for key in ("signed", "held", "published") if key in top.dates), "")
    made = Maker(reading, Clock(day, frozenset(top.dates))).parts(units(lines))
    return Draft(
        "zh",
        top,
        made.parts,
        tuple(sorted(chain(asides(lines), made.asides), key=lambda each: each.span)),
        tuple(_relations(lines, top.title)),
        tuple(_rules(lines)),
    )


def _relations(lines: Layout, title: str) -> Iterator[DraftRelation]:
    seen: set[tuple[str, str]] = set()
    for paragraph in lines.body:
        opening = opens(lines.reading.words(paragraph.span)) or not paragraph.path
        for relation in relations(lines.reading, paragraph.span, opening=opening, own_title=title):
            if (relation.title, relation.number) not in seen:
                seen.add((relation.title, relation.number))
                yield relation


_FIRST_LEADS = re.compile(
    r"(?:列|排)(?:在)?(?:第一|首)位(?:者|的)?[^，。；、]{0,6}(?:为|是)牵头(?:单位|部门)|第一(?:个)?(?:责任)?单位为牵头(?:单位|部门)|排名第一的[^，。；]{0,6}牵头"
)


def _rules(lines: Layout) -> Iterator[DraftRule]:
    """What the text says once: 列第一位者为牵头单位，下同."""
    for paragraph in lines.reading.source.paragraphs:
        if match := _FIRST_LEADS.search(lines.reading.text, paragraph.span.start, paragraph.span.end):
            span = Span(*match.span())
            why = Why(say("a rule for all tasks: the first named leads"), Certainty.CERTAIN, span)
            yield DraftRule(RuleKind.FIRST_LEADS, span, why)
            return
