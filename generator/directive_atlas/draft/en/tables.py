"""Tables of milestones: rows that say what is to be done, by whom and when, below a row of headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from directive_atlas.draft.en.dated import date_at
from directive_atlas.draft.en.phrases import trimmed
from directive_atlas.draft.en.reading import Reading
from directive_atlas.draft.en.structure import Unit
from directive_atlas.draft.en.times import times_in
from directive_atlas.draft.en.when import When
from directive_atlas.draft.model import Body, Certainty, DraftDuty, DraftTime, Part, PartKind, Why
from directive_atlas.passages import Kind, Paragraph, SourceText, Span
from directive_atlas.passages.blocks import CELL
from directive_atlas.problems import say
from directive_atlas.vocabulary.tasks import Obligation, Role

_HEADINGS = (
    ("support", re.compile(r"support|coordinat|consult|partner|assist", re.IGNORECASE)),
    (
        "who",
        re.compile(
            r"responsib|\blead|owner|office|agency|agencies|\bwho\b|assigned"
            r"|part(?:y|ies)$|accountab",
            re.IGNORECASE,
        ),
    ),
    (
        "due",
        re.compile(
            r"\bdue\b|deadline|\bdates?\b|\bwhen\b|timeline|timeframe|completion"
            r"|timing|target date",
            re.IGNORECASE,
        ),
    ),
    (
        "what",
        re.compile(
            r"action|task|milestone|activit|deliverable|requirement|\bwhat\b"
            r"|description|step|objective|recommend",
            re.IGNORECASE,
        ),
    ),
)
_ROLES = {"who": Role.RESPONSIBLE, "support": Role.SUPPORT}

Columns = Mapping[str, int]
"""What stands in which column: what is to be done, who does it, who supports it, when it is due."""


def headed(source: SourceText) -> dict[int, Columns | None]:
    """By the number of a row what its columns mean, nothing for one of headings; other rows are left out."""
    found: dict[int, Columns | None] = {}
    columns: Columns | None = None
    for paragraph in source.paragraphs:
        if paragraph.kind is not Kind.ROW:
            columns = None
        elif columns is None:
            columns = _columns([source.text[cell.start : cell.end] for cell in _cells(source, paragraph)])
            if columns:
                found[paragraph.number] = None
        else:
            found[paragraph.number] = columns
    return found


def _columns(headings: Sequence[str]) -> Columns | None:
    found: dict[str, int] = {}
    for number, heading in enumerate(headings):
        kind = next((name for name, words in _HEADINGS if words.search(heading) and name not in found), None)
        if kind and len(heading) < 60:
            found[kind] = number
    return found if "what" in found and len(found) > 1 else None


def _cells(source: SourceText, paragraph: Paragraph) -> list[Span]:
    start, cells = paragraph.span.start, []
    for cell in source.text[paragraph.span.start : paragraph.span.end].split(CELL):
        cells.append(trimmed(source.text, Span(start, start + len(cell))))
        start += len(cell) + len(CELL)
    return cells


def row_part(reading: Reading, unit: Unit, columns: Columns, kind: PartKind) -> Part | None:
    """The task of a row; nothing where it says nothing to be done."""
    cells = dict(enumerate(_cells(reading.source, unit.paragraph)))
    what = cells.get(columns["what"])
    if what is None or what.start >= what.end:
        return None
    duties = tuple(
        d
        for name, role in _ROLES.items()
        if name in columns
        for d in _duties(reading, cells.get(columns[name]), role)
    )
    due = cells.get(columns["due"]) if "due" in columns else None
    times = tuple(_times(reading, due)) if due else ()
    why = Why(say("a row of a table of what is to be done"), Certainty.LIKELY, unit.span)
    return Part(kind, unit.spans, why, unit.label, obligation=Obligation.MUST, duties=duties, times=times)


def _duties(reading: Reading, cell: Span | None, role: Role) -> Iterator[DraftDuty]:
    if cell is None or cell.start >= cell.end:
        return
    why = Why(say("named in its column of the table"), Certainty.CERTAIN, cell)
    named = reading.finder.within(cell)
    for mention in named:
        yield DraftDuty(mention.body, role, why, each=mention.each)
    if not named:
        yield DraftDuty(Body(" ".join(reading.text[cell.start : cell.end].split()), None, cell), role, why)


def _times(reading: Reading, cell: Span) -> Iterator[DraftTime]:
    """The times of a cell; a bare date is one by which it is due."""
    found = times_in(reading.text, cell, reading.own)
    date = date_at(reading.text[cell.start : cell.end], 0) if not found else None
    if date:
        rule = say("a date: “{words}”", words=reading.text[cell.start : cell.end])
        found = [When(cell, {"by": date[0]}, rule, Certainty.CERTAIN)]
    yield from (when.draft(reading.text) for when in found)
