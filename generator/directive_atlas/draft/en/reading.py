"""A text while it is read: what is known of all of it, and what each sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.draft.en.duties import Said, posts, said
from directive_atlas.draft.en.mentions import Finder
from directive_atlas.draft.en.phrases import trimmed
from directive_atlas.draft.en.structure import Unit, first_words
from directive_atlas.draft.en.zones import Zone
from directive_atlas.draft.model import Aside, Body, Part, PartKind
from directive_atlas.passages import SourceText, Span


@dataclass(frozen=True)
class Reading:
    """A text while it is read: ``text`` is flat, ``plain`` without brackets and quotations.

    ``own`` is the kind of date of the paper, ``bound`` whom it binds as a whole, ``binding`` whether it
    is a directive to bodies that lists actions without naming them.
    """

    source: SourceText
    text: str
    plain: str
    finder: Finder
    own: str
    bound: Body | None
    binding: bool
    says: Mapping[Span, Said]
    rows: Mapping[int, Mapping[str, int] | None]
    """By the number of a table row what its columns mean; nothing for a row of headings."""


@dataclass(frozen=True, slots=True)
class Above:
    """What holds for a unit from above: its zone, and whether the unit that it lies in demands."""

    zone: Zone
    demands: bool = False
    kind: PartKind = PartKind.TASK
    lists: bool = False
    """Whether the unit above ends with a colon, so that all that lies in it is what it asks for."""
    requires: bool = False
    """Whether the unit above ends with “require:”, so that those of whom it is required follow."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a run of units gives: the parts, and the passages that ask nothing."""

    parts: tuple[Part, ...] = ()
    asides: tuple[Aside, ...] = ()


def sentences_of(source: SourceText, text: str, unit: Unit) -> list[Span]:
    """The sentences of a unit, the first without its label and title."""
    found: list[Span] = []
    for span in unit.spans:
        start = first_words(text, unit) if span == unit.span else span.start
        paragraph = source.paragraph_at(span.start)
        for sentence in paragraph.sentences:
            piece = trimmed(text, Span(max(sentence.start, start), min(sentence.end, span.end)))
            if piece.start < piece.end:
                found = _with_next(text, found, piece)
    return found


_SHORTENED = re.compile(r"\b(?:[ap]\.m|U\.S|U\.S\.C|Nos?|et seq|e\.g|i\.e|Pub\. L|approx)\.$")


def _with_next(text: str, found: list[Span], piece: Span) -> list[Span]:
    """The sentences with one more; what stands behind “5 p.m.” goes on with its sentence."""
    if found and _SHORTENED.search(text[max(0, found[-1].end - 10) : found[-1].end]):
        return [*found[:-1], Span(found[-1].start, piece.end)]
    return [*found, piece]


def said_in_order(reading: Reading, roots: Sequence[Unit], named: Sequence[Body]) -> dict[Span, Said]:
    """What each sentence says, read in the order of the text: short forms mean what was named last.

    ``named`` are the bodies that the head names, which “the Department” may mean from the beginning.
    """
    context: Mapping[str, Body] = posts(named)
    found = {}
    for unit in _all(roots):
        for sentence in sentences_of(reading.source, reading.text, unit):
            found[sentence] = said(reading.finder, reading.plain, sentence, context)
            context = found[sentence].context
    return found


def _all(units: Sequence[Unit]) -> Iterator[Unit]:
    stack = [*reversed(units)]
    while stack:
        unit = stack.pop()
        yield unit
        stack += reversed(unit.children)
