"""Recurrence rules of RFC 5545: their parts and the days they give."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from dateutil.rrule import rrule, rrulestr


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule taken apart, for telling it in words.

    ``weekdays`` are pairs of weekday (Monday is 0) and its number in the month or year (0 for each,
    -1 for the last). ``told_as`` is the rule as the text has it, where the days are those of the ends
    of its periods.
    """

    text: str
    frequency: str
    interval: int
    months: tuple[int, ...]
    month_days: tuple[int, ...]
    weekdays: tuple[tuple[int, int], ...]
    told_as: Rule | None = None


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


def at_period_ends(rule: Rule) -> Rule:
    """A rule without days as one that is due at the end of each year, quarter, month or week.

    “Once a year” leaves the day open; only the end of the year is certain.
    """
    if rule.months or rule.month_days or rule.weekdays or rule.frequency == "DAILY":
        return rule
    if rule.frequency == "WEEKLY":
        return replace(read_rule(f"{rule.text};BYDAY=SU"), told_as=rule)
    if rule.frequency == "MONTHLY" and rule.interval in _MONTH_ENDS:
        months = ",".join(map(str, _MONTH_ENDS[rule.interval]))
        ends = read_rule(f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY=-1")
        return replace(ends, told_as=rule)
    ends = read_rule(f"{rule.text};BYMONTHDAY=-1{';BYMONTH=12' if rule.frequency == 'YEARLY' else ''}")
    return replace(ends, told_as=rule)


@dataclass(frozen=True, slots=True)
class Around:
    """The times of a rule around a day: two on or before it (the nearer is ``previous``), one after."""

    since: dt.date | None
    previous: dt.date | None
    next: dt.date | None


def around(rule: Rule, start: dt.date, end: dt.date | None, day: dt.date) -> Around:
    """Where a day lies among the times that a rule gives from ``start`` to ``end``."""
    days = _days(rule, start, end)
    previous, following = days.before(_moment(day), inc=True), days.after(_moment(day))
    if previous is None:
        return Around(None, None, following and following.date())
    since = days.before(previous)
    before_start = start - dt.timedelta(days=1)
    return Around(since.date() if since else before_start, previous.date(), following and following.date())


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _days(rule: Rule, start: dt.date, end: dt.date | None) -> rrule:
    found = rrulestr(rule.text, dtstart=_moment(start))
    if not isinstance(found, rrule):
        raise TypeError(rule.text)  # a set of rules needs several lines, which the schema refuses
    return found.replace(until=_moment(end)) if end else found
