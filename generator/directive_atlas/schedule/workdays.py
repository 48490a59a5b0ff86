"""Working days of a country, from the ``holidays`` package (with weekend days that are worked)."""

from __future__ import annotations

import datetime as dt

import holidays

from directive_atlas.problems import say


class WorkingDays:
    """The calendar of a jurisdiction, by its ISO 3166 code: ``CN``, ``US``, ``US-NY``.

    Raises:
        LookupError: no holidays are known for that code.
    """

    def __init__(self, jurisdiction: str) -> None:
        country, _, part = jurisdiction.partition("-")
        try:
            self._days = holidays.country_holidays(country, subdiv=part or None)
        except NotImplementedError:
            raise LookupError(jurisdiction) from None

    def is_working(self, day: dt.date) -> bool:
        """Whether a day is a working day: not a holiday, and not a weekend day unless it is worked."""
        return self._days.is_working_day(day)

    def is_holiday(self, day: dt.date) -> bool:
        """Whether a day is a public holiday; not where holidays of its year are not known."""
        return self._known(day) and day in self._days

    def is_weekend(self, day: dt.date) -> bool:
        """Whether a day is on a weekend, and is not known to be worked."""
        return self._days.is_weekend(day) and not (self._known(day) and self.is_working(day))

    def _known(self, day: dt.date) -> bool:
        return self._days.start_year <= day.year <= self._days.end_year

    def after(self, start: dt.date, amount: int) -> dt.date:
        """The working day number ``amount`` (1 or more) after ``start``, itself not counted.

        Raises:
            OverflowError: holidays are not known that far.
        """
        day = start
        while amount:
            day += dt.timedelta(days=1)
            if not self._known(day):
                raise OverflowError(say("the holidays of {year} are not known", year=day.year))
            amount -= self.is_working(day)
        return day


def calendar_of(jurisdiction: str) -> WorkingDays | None:
    """The calendar of a jurisdiction; nothing without one, or if no holidays are known for it."""
    try:
        return WorkingDays(jurisdiction) if jurisdiction else None
    except LookupError:
        return None
