"""Last days that are on a weekend or a public holiday: it is said, and moves nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from directive_atlas.load import RawCorpus, schema
from directive_atlas.schedule.facts import jurisdictions
from directive_atlas.schedule.workdays import WorkingDays, calendar_of

_WEEKEND = {5, 6}
"""Saturday and Sunday, where there is no calendar."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that is not worked: a public holiday of a ``jurisdiction``, or a weekend (Monday is 0)."""

    weekday: int
    jurisdiction: str | None


@dataclass(frozen=True)
class DaysOff:
    """The days off of each actor's jurisdiction; keeps the calendars that it has opened."""

    jurisdictions: Mapping[str, str]
    _calendars: dict[str, WorkingDays | None] = field(default_factory=dict)

    def of(self, directive: schema.Directive, day: dt.date) -> DayOff | None:
        """What kind of day off a day is where the first issuer is; nothing for a working day."""
        code = self.jurisdictions.get(directive.issuers[0], "")
        if code not in self._calendars:
            self._calendars[code] = calendar_of(code)
        calendar = self._calendars[code]
        if calendar and calendar.is_holiday(day):
            return DayOff(day.weekday(), code)
        weekend = calendar.is_weekend(day) if calendar else day.weekday() in _WEEKEND
        return DayOff(day.weekday(), None) if weekend else None


def days_off(raw: RawCorpus) -> DaysOff:
    """The days off of a corpus, as its actors and settings give the jurisdictions."""
    return DaysOff(dict(jurisdictions(raw)))
