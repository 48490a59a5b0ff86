"""One task in its time: its timings, and how it and each of its bodies stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.resolve import model
from directive_atlas.resolve.deadlines import in_force, timing_of
from directive_atlas.resolve.standing import (
    Around,
    Dated,
    Progressed,
    Prospect,
    ToldOfBodies,
    extended,
    standing,
    time_status,
)
from directive_atlas.schedule import ResolvedTiming
from directive_atlas.schedule.days_off import DayOff


def bodies_with_a_day(duties: Iterable[model.Duty], inherited: Collection[str]) -> set[str]:
    """The bodies to whom the text itself sets the days of a task; none where these are inherited."""
    return set() if "timing" in inherited else {duty.actor for duty in duties if duty.sets_day}


@dataclass(frozen=True, slots=True)
class InTime:
    """A task with what was reported of it, what can be expected of it, and the days of its timings.

    ``dated`` are the bodies to whom the text itself sets a day.
    """

    raw: schema.Measure
    told: Progressed
    prospect: Prospect
    whens: Sequence[ResolvedTiming]
    dated: Collection[str]

    @property
    def stated_day(self) -> bool:
        """Whether the text sets all who are to do it a day."""
        who = {duty.actor for duty in self.raw.actors if duty.role.owns}
        return bool(who) and who <= set(self.dated)

    @property
    def _times_with_days(self) -> Iterator[tuple[schema.Timing, ResolvedTiming]]:
        return zip(self.raw.timing, self.whens, strict=True)

    def timings(self, day_off: Callable[[dt.date], DayOff | None]) -> tuple[model.Timing, ...]:
        """Its timings with their status; ``day_off`` tells whether a day is one."""
        stated = self.stated_day
        return tuple(
            timing_of(raw, in_force(when, self.prospect), self.told, self.prospect, stated, day_off)
            for raw, when in self._times_with_days
        )

    def whole(self, times: Sequence[Dated], later: int, measures: Sequence[model.Task]) -> model.Standing:
        """How the whole stands; ``later`` reports were published only after the reference date."""
        around = Around(self.stated_day, later, tuple(measure.standing for measure in measures))
        return standing(self.told, times, self.prospect, around)

    def bodies(self, times: Sequence[Dated], bodies: ToldOfBodies) -> model.BodyStandings:
        """How each body stands, where that is not how the whole does; ``times`` are those of the whole."""

        def stands(told: Progressed, stated: bool) -> model.Standing:
            same = told is self.told or told.in_time == self.told.in_time
            own = times if same else self._times(told)
            return standing(told, own, self.prospect, Around(stated))

        return bodies.standings(stands)

    def times(self) -> list[Dated]:
        """The status of each timing, and its deadline."""
        return self._times(self.told)

    def _times(self, told: Progressed) -> list[Dated]:
        """The same by what was reported of one body."""
        return [
            Dated(*time_status(raw, extended(in_force(when, self.prospect), told), told, self.prospect))
            for raw, when in self._times_with_days
        ]
