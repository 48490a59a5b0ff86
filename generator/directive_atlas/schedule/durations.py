"""Adding a duration to a day.

The first day is not counted (China: Civil Code, article 201; the United States: Federal Rules of Civil
Procedure, rule 6(a)(1)). Months and years end on the day with the same number, or on the last day of a month
that has none (Civil Code, article 202). Both laws move a last day that is a holiday to the next working day;
directives are not civil procedure and do not say so, so it is not moved here. Hours end, at the latest, on
the day that they touch: the hour of an anchor is not known.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

from dateutil.relativedelta import relativedelta

from directive_atlas.problems import say
from directive_atlas.schedule.model import Unit
from directive_atlas.schedule.workdays import WorkingDays
from directive_atlas.vocabulary.dates import LAST_YEAR

_DELTAS: dict[Unit, Callable[[int], relativedelta]] = {
    Unit.HOURS: lambda amount: relativedelta(days=math.ceil(amount / 24)),
    Unit.DAYS: lambda amount: relativedelta(days=amount),
    Unit.WEEKS: lambda amount: relativedelta(weeks=amount),
    Unit.MONTHS: lambda amount: relativedelta(months=amount),
    Unit.YEARS: lambda amount: relativedelta(years=amount),
}


def add(start: dt.date, amount: int, unit: Unit, workdays: WorkingDays | None = None) -> dt.date:
    """The last day of ``amount`` of ``unit`` (1 or more) that begin after ``start``.

    Raises:
        OverflowError: the day is outside of the calendar, or of the list of holidays.
        ValueError: working days are counted without a calendar.
    """
    if unit is Unit.WORKING_DAYS:
        if workdays is None:
            raise ValueError("working days of which country?")
        return workdays.after(start, amount)
    try:
        day = start + _DELTAS[unit](amount)
    except (ValueError, OverflowError):
        day = dt.date.max
    if day.year > LAST_YEAR:
        raise OverflowError(say("it ends with the year {year}", year=LAST_YEAR))
    return day
