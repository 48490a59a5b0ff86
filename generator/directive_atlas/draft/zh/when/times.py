"""All times of a passage, in the order of the text, without those in titles of other papers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from directive_atlas.draft.model import DraftTime, Why
from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.text import blanked, trimmed, without_titles
from directive_atlas.draft.zh.when.cycles import CYCLES, WORDS
from directive_atlas.draft.zh.when.dates import BARE, DATES, STARTS
from directive_atlas.draft.zh.when.durations import DURATIONS
from directive_atlas.draft.zh.when.form import Clock, Form
from directive_atlas.passages import Span

_FIELD = re.compile(rf"(?:{words.FIELDS_TIME})\s*[:：]\s*")
_FORMS = (*CYCLES, *DURATIONS, *DATES, *STARTS, *WORDS)

_Reader = Callable[[str, int, Clock], Iterator[DraftTime]]


def times(text: str, span: Span, clock: Clock) -> tuple[DraftTime, ...]:
    """The times of a passage; each form reads what the forms before it left."""
    piece = without_titles(text, span)
    found: list[DraftTime] = []
    readers: list[_Reader] = [_after_headings, *(partial(_read, form) for form in _FORMS)]
    for read in readers:
        new = [*read(piece, span.start, clock)]
        found += new
        piece = blanked(piece, (_moved(time.why.span, -span.start) for time in new))
    return tuple(_distinct(sorted(found, key=lambda time: time.why.span)))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def times_of_cell(text: str, cell: Span, clock: Clock) -> tuple[DraftTime, ...]:
    """The times of a cell below a heading such as 完成时限, where a date needs no word such as 前."""
    return times(text, cell, clock) or tuple(_bare(text, cell, 0, clock))


def _bare(text: str, span: Span, offset: int, clock: Clock) -> Iterator[DraftTime]:
    """A date at the beginning of a passage below or behind a heading, whatever stands after it."""
    for form in BARE:
        match = form.pattern.match(text, span.start, span.end)
        if match and (time := _time(form, match, offset, clock)):
            yield time
            return


def _after_headings(piece: str, offset: int, clock: Clock) -> Iterator[DraftTime]:
    """Dates that are deadlines by the heading before them."""
    for field in _FIELD.finditer(piece):
        yield from _bare(piece, Span(field.end(), len(piece)), offset, clock)


def _read(form: Form, piece: str, offset: int, clock: Clock) -> Iterator[DraftTime]:
    for match in form.pattern.finditer(piece):
        if time := _time(form, match, offset, clock):
            yield time


def _time(form: Form, match: re.Match[str], offset: int, clock: Clock) -> DraftTime | None:
    read = form.read(match, clock)
    if read is None:
        return None
    span = trimmed(match.string, Span(match.start() + read.skipped, match.end()))
    words_ = match.string[span.start : span.end]
    return DraftTime(read.written, words_, Why(read.rule, read.certainty, _moved(span, offset)))


def _distinct(found: Sequence[DraftTime]) -> Iterator[DraftTime]:
    """Each time once, the first that says it."""
    seen: set[str] = set()
    for time in found:
        if str(time.written) not in seen:
            seen.add(str(time.written))
            yield time
