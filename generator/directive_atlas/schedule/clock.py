"""The reference date, asked in such a way that it is known how long the answers hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

_ONE = dt.timedelta(days=1)


@dataclass(slots=True)
class Clock:
    """A reference date and, after each question, the first later day on which an answer would be another.

    What depends on the reference date asks it only here. So what was found out by one clock is the same
    on all days from ``today`` until the day before ``until``, and nobody has to list these days.
    """

    today: dt.date
    until: dt.date = dt.date.max

    def reached(self, day: dt.date) -> bool:
        """Whether a day has come: it is today, or past."""
        if day <= self.today:
            return True
        self.until = min(self.until, day)
        return False

    def over(self, day: dt.date) -> bool:
        """Whether a day has passed."""
        return day < dt.date.max and self.reached(day + _ONE)

    def within(self, days: int, day: dt.date) -> bool:
        """Whether a day is no more than so many days ahead, or past."""
        return self.reached(dt.date.fromordinal(max(day.toordinal() - days, 1)))
