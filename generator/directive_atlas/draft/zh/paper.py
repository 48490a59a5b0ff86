"""A whole paper: its head, its parts, what it says of others, and what it says once for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from directive_atlas.draft.model import Draft, DraftRelation, Head
from directive_atlas.draft.zh.asides import asides
from directive_atlas.draft.zh.demands import asks, opens
from directive_atlas.draft.zh.heading import head
from directive_atlas.draft.zh.layout import Layout, layout
from directive_atlas.draft.zh.parts import Maker
from directive_atlas.draft.zh.relations import laws, relations
from directive_atlas.draft.zh.rules import of_all_below, rules
from directive_atlas.draft.zh.text import Reading
from directive_atlas.draft.zh.units import units
from directive_atlas.draft.zh.when import Clock


def read_paper(reading: Reading) -> Draft:
    """All suggestions for a paper, in the order of its text."""
    top = head(layout(reading))
    only = top.recipients[0] if len(top.recipients) == 1 and top.recipients[0].id else None
    reading = replace(reading, pronouns=_pronouns(top), recipient=only)
    lines = layout(reading)
    stated = tuple(rules(reading))
    made = Maker(
        reading,
        Clock(_day(top), frozenset(top.dates)),
        first_leads=bool(stated),
        below=tuple(of_all_below(reading)),
    ).parts(units(lines))
    return Draft(
        "zh",
        top,
        made.parts,
        tuple(sorted(chain(asides(lines), made.asides), key=lambda each: each.span)),
        tuple(_relations(lines, top.title)),
        stated,
        made.questions,
    )


def _day(top: Head) -> str:
    """The day by which times without a year are read; the year of the title where the paper has no day."""
    days = (top.dates[key] for key in ("signed", "held", "published", "reported") if key in top.dates)
    return next(days, "") or "".join(re.findall(r"(20\d\d)年", top.title)[:1])


def _pronouns(top: Head) -> dict[str, str]:
    """Whom a paper means by 你市 and 我部: its only recipient, its only issuer."""
    meant = {"你": top.recipients, "我": top.issuers}
    return {word: bodies[0].id for word, bodies in meant.items() if len(bodies) == 1 and bodies[0].id}


def _relations(lines: Layout, title: str) -> Iterator[DraftRelation]:
    seen: set[tuple[str, str]] = set()
    for number, paragraph in enumerate(lines.body):
        opening = opens(lines.reading.words(paragraph.span))
        opening = opening or not (number or paragraph.own or asks(lines.reading, paragraph.span))
        found = relations(lines.reading, paragraph.span, opening=opening, own_title=title)
        for relation in (*found, *laws(lines.reading, paragraph.span)):
            if (relation.title, relation.number) not in seen:
                seen.add((relation.title, relation.number))
                yield relation
