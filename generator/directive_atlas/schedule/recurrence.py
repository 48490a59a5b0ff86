"""Recurrence rules of RFC 5545: their parts and the days they give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import Literal

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

from directive_atlas.vocabulary.dates import LAST_YEAR, months_after


@dataclass(frozen=True, slots=True)
class Rule:
    """A parsed rule, for putting it into words.

    ``weekdays`` are pairs of weekday (Monday is 0) and its number in the month or year (0 for each, -1
    for the last).
    """

    text: str
    frequency: str
    interval: int
    months: tuple[int, ...]
    month_days: tuple[int, ...]
    weekdays: tuple[tuple[int, int], ...]


_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@lru_cache(maxsize=4096)
def read_rule(text: str) -> Rule:
    """Parse a rule that the schema has accepted."""
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


def is_bare(rule: Rule) -> bool:
    """Whether a rule names no days, such as “once a year”."""
    return not (rule.months or rule.month_days or rule.weekdays)


@dataclass(frozen=True, slots=True)
class Series:
    """The days of a rule, counted from ``origin``; those before ``start`` do not belong to it.

    ``at_ends`` makes a bare rule due at the end of each of its periods: “once a year” leaves the day
    open, and only the end of the year is certain.
    """

    rule: Rule
    origin: dt.date
    start: dt.date
    at_ends: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """The occurrences next to a day: ``previous`` on or before it, ``next`` after it.

    A task done after ``since``, the occurrence before ``previous``, counts as done for ``previous``.
    """

    since: dt.date | None
    previous: dt.date | None
    next: dt.date | None


@lru_cache(maxsize=4096)
def from_day(rule: Rule, day: dt.date, *, after: bool = False) -> Series:
    """A rule that begins on a day, or (``after``) the day after it."""
    return Series(_with_month_ends(rule), day, day + dt.timedelta(days=after))


@lru_cache(maxsize=4096)
def whole_periods(rule: Rule, day: dt.date) -> Series:
    """A rule from a day on; a bare rule by its whole periods, each due at its end."""
    if not is_bare(rule) or rule.frequency == "DAILY":
        return from_day(rule, day)
    first = _period_start(rule, day)
    return Series(rule, first, first, at_ends=True)


def _with_month_ends(rule: Rule) -> Rule:
    """“In February” leaves the day open as well; only the end of the month is certain."""
    if rule.months and not (rule.month_days or rule.weekdays):
        return replace(rule, month_days=(-1,))
    return rule


def _period_start(rule: Rule, day: dt.date) -> dt.date:
    """The first day, on or after a day, of a calendar year, half-year, quarter, month or week."""
    if rule.frequency == "WEEKLY":
        return day + dt.timedelta(days=-day.weekday() % 7)
    length = 12 if rule.frequency == "YEARLY" else {3: 3, 6: 6}.get(rule.interval, 1)
    month = day if day.day == 1 else months_after(day.replace(day=1), 1)
    return months_after(month, -(month.month - 1) % length)


@lru_cache(maxsize=4096)
def around(series: Series, end: dt.date | None, day: dt.date) -> Near:
    """The occurrences of a series up to ``end`` that are next to a day; computes only a few of them."""
    previous: dt.date | None = None
    since = series.start - dt.timedelta(days=1)
    for found in _days_near(series, min(day, end) if end else day):
        if found < series.start:
            continue
        if end and found > end:
            break
        if found > day:
            return Near(since if previous else None, previous, found)
        since, previous = previous or since, found
    return Near(since if previous else None, previous, None)


def _days_near(series: Series, day: dt.date) -> Iterator[dt.date]:
    """The days of a series in order, from shortly before ``day`` until a hundred years after it.

    None is after the last year that data can name.
    """
    horizon = min(months_after(max(day, series.start), 12 * _HORIZON), dt.date(LAST_YEAR, 12, 31))
    skipped = max(0, _periods_between(series, day) - _BEFORE)
    if not is_bare(series.rule):
        yield from _by_rule(series, skipped, horizon)
        return
    for number in count(skipped):
        found = _bare_day(series, number)
        if found > horizon:
            return
        yield found


_HORIZON = 100
"""A rule without an occurrence in so many years is taken to have none."""
_BEFORE = 2
"""The number of periods before a day at which the search starts: an occurrence may be after the day."""
_MONTHS = {"YEARLY": 12, "MONTHLY": 1}
_DAYS = {"WEEKLY": 7, "DAILY": 1}


def _periods_between(series: Series, day: dt.date) -> int:
    """How many whole periods of a series have passed by a day since its origin."""
    rule, origin = series.rule, series.origin
    if rule.frequency in _DAYS:
        return (day - origin).days // (_DAYS[rule.frequency] * rule.interval)
    months = 12 * (day.year - origin.year) + day.month - origin.month - (day.day < origin.day)
    return months // (_MONTHS[rule.frequency] * rule.interval)


def _later(rule: Rule, day: dt.date, number: int) -> dt.date:
    """So many periods after a day."""
    amount = number * rule.interval
    if rule.frequency in _MONTHS:
        return months_after(day, _MONTHS[rule.frequency] * amount)
    return day + dt.timedelta(days=_DAYS[rule.frequency] * amount)


def _bare_day(series: Series, number: int) -> dt.date:
    """The day of period ``number``; a month without the day of the origin gives its last one."""
    if series.at_ends:
        following = _later(series.rule, series.origin, number + 1)
        return following - dt.timedelta(days=1)
    return _later(series.rule, series.origin, number)


def _by_rule(series: Series, skipped: int, horizon: dt.date) -> Iterator[dt.date]:
    """The days of a rule that names them, after so many of its periods."""
    rule = series.rule
    whole = {"YEARLY": {"month": 1, "day": 1}, "MONTHLY": {"day": 1}}.get(rule.frequency, {})
    first = _later(rule, series.origin.replace(**whole), skipped)
    days = rrule(
        _FREQUENCIES[rule.frequency],
        dtstart=dt.datetime.combine(first, dt.time()),
        until=dt.datetime.combine(horizon, dt.time()),
        interval=rule.interval,
        bymonth=rule.months or None,
        bymonthday=rule.month_days or None,
        byweekday=[weekday(day)(number) if number else weekday(day) for day, number in rule.weekdays] or None,
    )
    yield from (moment.date() for moment in days)


_FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {
    "YEARLY": YEARLY,
    "MONTHLY": MONTHLY,
    "WEEKLY": WEEKLY,
    "DAILY": DAILY,
}


def stopped(series: Series, near: Near, end: dt.date, day: dt.date) -> Near:
    """The occurrences of a series that ceases to be in force on a day: none is after it."""
    if near.previous is None or near.previous <= end:
        coming = near.next if near.next and near.next <= end else None
        return Near(near.since, near.previous, coming)
    return around(series, end, day)
