"""All times of a passage, in the order of the text, without those in titles of other papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from directive_atlas.draft.model import DraftTime, Why
from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.brackets import brackets
from directive_atlas.draft.zh.text import trimmed
from directive_atlas.draft.zh.when.cycles import AT_LEAST, CYCLES, WORDS
from directive_atlas.draft.zh.when.dates import BARE, DATES
from directive_atlas.draft.zh.when.durations import DURATIONS
from directive_atlas.draft.zh.when.form import Clock, Form
from directive_atlas.passages import Span

_FIELD = re.compile(rf"(?:{words.FIELDS_TIME})\s*[:：]\s*")
_FORMS = (*CYCLES, *DURATIONS, *DATES, *WORDS)


def times(text: str, span: Span, clock: Clock) -> tuple[DraftTime, ...]:
    """The times of a passage; each form reads what the forms before it left."""
    piece = _masked(text, span)
    found: list[DraftTime] = [*_after_headings(piece, span.start, clock)]
    for time in found:
        piece = _blanked(piece, Span(time.why.span.start - span.start, time.why.span.end - span.start))
    for each in _FORMS:
        read = [*_read(each, piece, span.start, clock, text)]
        for time in read:
            piece = _blanked(piece, Span(time.why.span.start - span.start, time.why.span.end - span.start))
        found += read
    return tuple(_distinct(sorted(found, key=lambda time: time.why.span)))


def _masked(text: str, span: Span) -> str:
    """The words of a passage with titles and document numbers blanked out."""
    piece = text[span.start : span.end]
    for title in brackets(text, span, "《〔"):
        piece = _blanked(piece, Span(title.start - span.start, title.end - span.start))
    return piece


def _blanked(piece: str, span: Span) -> str:
    return f"{piece[: span.start]}{'#' * (span.end - span.start)}{piece[span.end :]}"


def _after_headings(piece: str, offset: int, clock: Clock) -> Iterator[DraftTime]:
    """Dates that are deadlines by the heading before them."""
    for field in _FIELD.finditer(piece):
        match = BARE.pattern.match(piece, field.end())
        if match and (time := _time(BARE, match, offset, clock)):
            yield time


def _read(form: Form, piece: str, offset: int, clock: Clock, text: str) -> Iterator[DraftTime]:
    for match in form.pattern.finditer(piece):
        if time := _time(form, match, offset, clock):
            yield _at_least(time, text) if form in CYCLES else time


def _time(form: Form, match: re.Match[str], offset: int, clock: Clock) -> DraftTime | None:
    read = form.read(match, clock)
    if read is None:
        return None
    span = trimmed(match.string, Span(*match.span()))
    words_ = match.string[span.start : span.end]
    where = Span(span.start + offset, span.end + offset)
    return DraftTime(read.written, words_, Why(read.rule, read.certainty, where))


def _at_least(time: DraftTime, text: str) -> DraftTime:
    """每年至少开展一次: it may be done more often."""
    plain = isinstance(time.written, str) and time.written.removeprefix("every ")
    if plain and plain in _CYCLE_RULES and AT_LEAST.match(text, time.why.span.end):
        return replace(time, written={"every": {"rule": _CYCLE_RULES[plain], "at_least": True}})
    return time


_CYCLE_RULES = {
    "year": "FREQ=YEARLY", "half-year": "FREQ=MONTHLY;INTERVAL=6", "quarter": "FREQ=MONTHLY;INTERVAL=3",
    "month": "FREQ=MONTHLY", "week": "FREQ=WEEKLY", "day": "FREQ=DAILY",
}  # fmt: skip


def _distinct(found: Sequence[DraftTime]) -> Iterator[DraftTime]:
    """Each time once, the first that says it."""
    seen: list[object] = []
    for time in found:
        if time.written not in seen:
            seen.append(time.written)
            yield time
