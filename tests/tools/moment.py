"""Days of the tests, and days as moments, for what wants to know when it runs."""

from __future__ import annotations

import datetime as dt

AS_OF = dt.date(2020, 12, 31)
"""A day to build for, where data do not name one."""
FIXTURE_DAY = dt.date(2024, 6, 30)
"""The day that the settings of the fixture name."""


def midnight(day: dt.date) -> dt.datetime:
    """The first moment of a day, in UTC."""
    return dt.datetime.combine(day, dt.time(), dt.UTC)
