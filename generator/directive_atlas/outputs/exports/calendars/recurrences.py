"""A series of days as a recurrence rule that every calendar program reads in the same way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from directive_atlas.schedule.recurrence import Rule, Series, around, is_bare

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORTEST = 28
"""Every month has so many days."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """The first day of a series, and its rule; no rule if there is no second day."""

    first: dt.date
    rule: str | None


def repeated(series: Series, end: dt.date | None) -> Repeated | None:
    """A series up to ``end``; nothing if it has no day.

    Its own rule may leave the days open (“once a quarter”), or name a day that not every month has. The
    rule that is returned names the days, so that it gives those of the series and no others.
    """
    first = around(series, end, series.start - dt.timedelta(days=1)).next
    if first is None:
        return None
    if around(series, end, first).next is None:
        return Repeated(first, None)
    until = [f"UNTIL={end.isoformat().replace('-', '')}"] if end else []
    parts = [f"FREQ={series.rule.frequency}", *until, *_interval(series.rule), *_days(series, first)]
    return Repeated(first, ";".join(parts))


def _interval(rule: Rule) -> list[str]:
    return [f"INTERVAL={rule.interval}"] if rule.interval > 1 else []


def _days(series: Series, first: dt.date) -> list[str]:
    """The parts of the rule that name its days."""
    rule = series.rule
    if not is_bare(rule):
        return _named(rule)
    if rule.frequency in {"DAILY", "WEEKLY"}:
        return []
    months = [f"BYMONTH={first.month}"] if rule.frequency == "YEARLY" else []
    days, *place = _day_of_month(31 if series.at_ends else series.origin.day)
    return [days, *months, *place]


def _day_of_month(day: int) -> list[str]:
    """A day of the month, or the last one of a month that does not have it."""
    if day <= _SHORTEST:
        return [f"BYMONTHDAY={day}"]
    days = ",".join(map(str, range(_SHORTEST, day + 1)))
    return [f"BYMONTHDAY={days}", "BYSETPOS=-1"]


def _named(rule: Rule) -> list[str]:
    names = (f"{number or ''}{_DAYS[day]}" for day, number in rule.weekdays)
    values = {
        "BYDAY": ",".join(names),
        "BYMONTHDAY": ",".join(map(str, rule.month_days)),
        "BYMONTH": ",".join(map(str, rule.months)),
    }
    return [f"{name}={value}" for name, value in values.items() if value]
