"""Recurrence rules of RFC 5545: their parts and the days they give."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from dateutil.rrule import rrule, rrulestr


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule taken apart, for telling it in words.

    ``weekdays`` are pairs of weekday (Monday is 0) and its number in the month or year (0 for each,
    -1 for the last).
    """

    text: str
    frequency: str
    interval: int
    months: tuple[int, ...]
    month_days: tuple[int, ...]
    weekdays: tuple[tuple[int, int], ...]


_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def read_rule(text: str) -> Rule:
    """Take apart a rule that the schema has accepted."""
    parts = dict(part.partition("=")[::2] for part in text.split(";"))
    return Rule(
        text=text,
        frequency=parts["FREQ"],
        interval=int(parts.get("INTERVAL", "1")),
        months=_numbers(parts.get("BYMONTH", "")),
        month_days=_numbers(parts.get("BYMONTHDAY", "")),
        weekdays=tuple(_weekday(day) for day in parts.get("BYDAY", "").split(",") if day),
    )


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(",") if number)


def _weekday(text: str) -> tuple[int, int]:
    return _WEEKDAYS.index(text[-2:]), int(text[:-2] or "0")


_MONTH_ENDS = {1: tuple(range(1, 13)), 3: (3, 6, 9, 12), 6: (6, 12)}


def is_bare(rule: Rule) -> bool:
    """Whether a rule names no days, such as “once a year”."""
    return not (rule.months or rule.month_days or rule.weekdays)


def at_period_ends(rule: Rule) -> Rule:
    """A bare rule as one that is due at the end of each year, half-year, quarter, month or week.

    “Once a year” leaves the day open; only the end of the year is certain.
    """
    if not is_bare(rule) or rule.frequency == "DAILY":
        return rule
    if rule.frequency == "WEEKLY":
        return read_rule(f"{rule.text};BYDAY=SU")
    if rule.frequency == "MONTHLY" and rule.interval in _MONTH_ENDS:
        months = ",".join(map(str, _MONTH_ENDS[rule.interval]))
        return read_rule(f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY=-1")
    return read_rule(f"{rule.text};BYMONTHDAY=-1{';BYMONTH=12' if rule.frequency == 'YEARLY' else ''}")


@dataclass(frozen=True, slots=True)
class Series:
    """The days that a rule gives, counted from ``origin``; those before ``start`` do not belong to it."""

    rule: Rule
    origin: dt.date
    start: dt.date


def whole_periods(rule: Rule, day: dt.date) -> Series:
    """A rule from a day on; a bare one from the first whole period behind it."""
    ends = at_period_ends(rule)
    if ends is rule:
        return Series(rule, day, day)
    broken = _days(ends, day, None).after(_moment(day), inc=True)
    return Series(ends, day, broken.date() + dt.timedelta(days=1) if broken else day)


@dataclass(frozen=True, slots=True)
class Around:
    """The times of a rule around a day: ``previous`` on or before it, ``next`` after it.

    What is done after ``since`` is done for ``previous``: it is the time before that one.
    """

    since: dt.date | None
    previous: dt.date | None
    next: dt.date | None


@lru_cache(maxsize=4096)
def around(series: Series, end: dt.date | None, day: dt.date) -> Around:
    """Where a day lies among the times of a series up to ``end``.

    The days are gone through from the origin: many tasks share one rule, so the answers are kept.
    """
    previous: dt.date | None = None
    since = series.start - dt.timedelta(days=1)
    for moment in _days(series.rule, series.origin, end):
        found = moment.date()
        if found < series.start:
            continue
        if found > day:
            return Around(since if previous else None, previous, found)
        since, previous = previous or since, found
    return Around(since if previous else None, previous, None)


def stopped(series: Series, near: Around, end: dt.date, day: dt.date) -> Around:
    """The times of a series that goes out of force on a day: none comes after it."""
    if near.previous is None or near.previous <= end:
        return Around(near.since, near.previous, None)
    return around(series, end, day)


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _days(rule: Rule, start: dt.date, end: dt.date | None) -> rrule:
    found = rrulestr(rule.text, dtstart=_moment(start))
    if not isinstance(found, rrule):
        raise TypeError(rule.text)  # a set of rules needs several lines, which the schema refuses
    return found.replace(until=_moment(end)) if end else found
