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

    def after(self, start: dt.date, amount: int) -> dt.date:
        """The working day number ``amount`` (1 or more) after ``start``, itself not counted.

        Raises:
            OverflowError: holidays are not known that far.
        """
        day = start
        while amount:
            day += dt.timedelta(days=1)
            if not self._days.start_year <= day.year <= self._days.end_year:
                raise OverflowError(say("the holidays of {year} are not known", year=day.year))
            amount -= self.is_working(day)
        return day
