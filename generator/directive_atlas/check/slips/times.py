"""Do the dates and durations of a timing agree with its words, and with the passages around it?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from directive_atlas.check.slips.placed import Found
from directive_atlas.load import schema
from directive_atlas.load.walk import records_in
from directive_atlas.passages import NamedDate, NamedDuration, dates_in, durations_in
from directive_atlas.problems import Problem, problem
from directive_atlas.vocabulary.dates import ImpreciseDate

_UNITS = ("hours", "days", "working_days", "weeks", "months", "years")
_SMALLER = {"weeks": ("days", 7), "years": ("months", 12)}
_FREQUENCIES = {"DAILY": "days", "WEEKLY": "weeks", "MONTHLY": "months", "YEARLY": "years"}

_BEFORE = r"\b(?:before|prior to)\b"

Length = tuple[int, str]
"""A number and its unit."""


def wrong_dates(found: Found) -> Iterator[Problem]:
    """E433: a date or a duration in the ``words`` of a timing that its other keys contradict."""
    for each in chain.from_iterable(found):
        for timing in each.timings:
            if timing.words:
                yield from _contradicted(timing, timing.words)


def _contradicted(timing: schema.Timing, words: str) -> Iterator[Problem]:
    dates, lengths = tuple(_dates(timing)), tuple(_lengths(timing))
    wrong: list[tuple[str, str]] = []
    if dates or _rule(timing, "BYMONTH"):
        day_before = re.search(_BEFORE, words, re.IGNORECASE) is not None
        given = ", ".join([*(date.text for date in dates), *([timing.every.rule] if timing.every else [])])
        wrong += [(d.words, given) for d in dates_in(words) if not _agrees(d, timing, dates, day_before)]
    if lengths:
        known, given = {_smallest(length) for length in lengths}, ", ".join(map(_told, lengths))
        wrong += [(d.words, given) for d in durations_in(words) if _smallest((d.number, d.unit)) not in known]
    for said, given in wrong:
        yield problem("E433", timing.at("words"), said=said, given=given)


def _agrees(said: NamedDate, timing: schema.Timing, dates: Iterable[ImpreciseDate], day_before: bool) -> bool:
    """Whether one of the timing's dates, or its rule, has a day in common with what the words say."""
    if said.year is None and said.months and (months := _rule(timing, "BYMONTH")):
        (first, last), days = said.months, _rule(timing, "BYMONTHDAY")
        in_time = any(first <= month <= last for month in months)
        return in_time and (said.day is None or not days or said.day in days or -1 in days)
    return any(_overlaps(said, date, dt.timedelta(day_before)) for date in dates)


def _overlaps(said: NamedDate, date: ImpreciseDate, earlier: dt.timedelta) -> bool:
    days = said.days(date.first.year)
    return days is not None and days[0] - earlier <= date.last and date.first <= days[1]


def _rule(timing: schema.Timing, part: str) -> tuple[int, ...]:
    """The numbers of one part of a recurrence rule; nothing where it has none."""
    found = re.search(rf"\b{part}=([-\d,]+)", timing.every.rule) if timing.every else None
    return tuple(map(int, found[1].split(","))) if found else ()


def _dates(timing: schema.Timing) -> Iterator[ImpreciseDate]:
    """All dates that a timing gives, those that were given up too: the words may be as old."""
    moments = (record.by for record in records_in(timing, schema.Moment))
    ends = (timing.period, timing.every)
    yield from (day for day in (timing.by, *moments, *(given.by for given in timing.earlier)) if day)
    yield from (date for end in ends if end for date in (end.from_, end.to) if date)


def _lengths(timing: schema.Timing) -> Iterator[Length]:
    yield from _of_moments(timing)
    if timing.every:
        frequency = re.search(r"FREQ=(\w+)", timing.every.rule)
        interval = _rule(timing, "INTERVAL") or (1,)
        yield interval[0], _FREQUENCIES[frequency[1] if frequency else "DAILY"]


def _smallest(length: Length) -> Length:
    """The same length in days or months where it is given in weeks or years."""
    number, unit = length
    smaller, times = _SMALLER.get(unit, (unit, 1))
    return number * times, smaller


def _told(length: Length) -> str:
    return f"{length[1]}: {length[0]}"


def wrong_durations(found: Found) -> Iterator[Problem]:
    """W434: a timing without ``words`` that the passages contradict.

    Only where they name just one duration in the unit of the timing, or just one date with a year.
    """
    for each in chain.from_iterable(found):
        timings = [timing for timing in each.timings if not timing.words]
        if timings:
            text = "\n".join(each.text(span) for span in each.own or each.around)
            yield from _others(timings, text)


def _others(timings: Iterable[schema.Timing], text: str) -> Iterator[Problem]:
    lengths, dates = tuple(durations_in(text)), {date.words: date for date in dates_in(text) if date.year}
    for timing in timings:
        yield from _other_number(timing, lengths)
        if len(dates) == 1 and timing.by:
            yield from _other_date(timing, text, *dates.values())


def _other_date(timing: schema.Timing, text: str, said: NamedDate) -> Iterator[Problem]:
    """A date that the timing has not; “before 1 January” may be written as the day before."""
    dates = tuple(_dates(timing))
    day_before = re.search(rf"{_BEFORE}\s+{re.escape(said.words)}", text, re.IGNORECASE) is not None
    if dates and not any(_overlaps(said, date, dt.timedelta(day_before)) for date in dates):
        yield problem("W434", timing.place, said=said.words, given=", ".join(date.text for date in dates))


def _other_number(timing: schema.Timing, named: Iterable[NamedDuration]) -> Iterator[Problem]:
    given = tuple(_of_moments(timing))
    for number, unit in given:
        said = {each.number: each.words for each in named if each.unit == unit}
        if len(said) == 1 and not said.keys() & {n for n, u in given if u == unit}:
            yield problem("W434", timing.place, said=next(iter(said.values())), given=_told((number, unit)))


def _of_moments(timing: schema.Timing) -> Iterator[Length]:
    for moment in records_in(timing, schema.Moment):
        yield from ((number, unit) for unit in _UNITS if (number := getattr(moment, unit)))
