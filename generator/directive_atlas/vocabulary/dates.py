"""Dates as texts give them: a day, month, quarter, half-year or year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class ImpreciseDate:
    """A day, month, quarter, half-year or year (ISO 8601-2 style): ``first`` to ``last`` day."""

    text: str
    first: dt.date
    last: dt.date

    def __hash__(self) -> int:
        """By the text alone, as both days follow from it: dates are keys of many tables."""
        return hash(self.text)

    @property
    def is_day(self) -> bool:
        """Whether the date is known to the day."""
        return self.first == self.last

    @property
    def iso(self) -> str:
        """The most precise form that HTML and schema.org accept: day, month or year; else the year."""
        return self.text if self.text.replace("-", "").isdigit() else self.text[:4]


@lru_cache(maxsize=1 << 14)
def on_day(day: dt.date) -> ImpreciseDate:
    """A date that is known to the day."""
    return ImpreciseDate(day.isoformat(), day, day)


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later; the last one of a month that does not have it.

    Raises:
        ValueError: the calendar has no such year.

    """
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    try:
        return day.replace(year, month + 1)
    except ValueError:
        return dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])


FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Years outside of these are typing errors; deadlines may be counted up to the last."""

_MONTHS_OF = {"Q": 3, "H": 6}
_PARTS = {"Q": 4, "H": 2}


@lru_cache(maxsize=1 << 14)
def is_date(text: str) -> bool:
    """Whether a text has one of the forms of ``parse_date``."""
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


def parse_date(text: str) -> ImpreciseDate:
    """Read ``2020-02-22``, ``2020-02``, ``2020-Q1``, ``2020-H1`` or ``2020``.

    Raises:
        ValueError: the text has none of these forms, or the day does not exist.

    """
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-([QH])(\d))?", text, re.ASCII)
    if not match:
        raise ValueError(text)
    year, month, day, part, number = match.groups()
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise ValueError(text)
    if day:
        exact = dt.date(int(year), int(month), int(day))
        return ImpreciseDate(text, exact, exact)
    if part and not 1 <= int(number) <= _PARTS[part]:
        raise ValueError(text)
    length = _MONTHS_OF[part] if part else (1 if month else 12)
    start = (int(number) - 1) * length + 1 if part else int(month or 1)
    first, end = dt.date(int(year), start, 1), start + length - 1
    last = dt.date(int(year), end, calendar.monthrange(int(year), end)[1])
    return ImpreciseDate(text, first, last)
