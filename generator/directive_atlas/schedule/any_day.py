"""The days of timings as known on any day, one task at a time."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from itertools import chain

from directive_atlas.schedule.clock import Clock
from directive_atlas.schedule.counting import Counter
from directive_atlas.schedule.model import ResolvedTiming, Schedule
from directive_atlas.schedule.recurrence import Near
from directive_atlas.schedule.schedule import needed, times_of
from directive_atlas.schedule.workdays import WorkingDays

_Settled = ChainMap[str, tuple[ResolvedTiming, ...]]


@dataclass
class AnyDay:
    """A schedule on other days than its own.

    Only what recurs, is counted from a task that is done, or from such times, has other days on other
    days: these are computed again, each after those that it needs, and kept for the days that follow.
    """

    schedule: Schedule
    _moving: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _last: dict[str, tuple[Clock, tuple[ResolvedTiming, ...]]] = field(default_factory=dict)
    _calendars: dict[str, WorkingDays | None] = field(default_factory=dict)

    def of(self, key: str, clock: Clock) -> tuple[ResolvedTiming, ...]:
        """The timings of a task as they are known on the day of a clock."""
        if not self._that_move(key):
            return self.schedule.of(key)
        own, times = self._last.get(key) or (None, ())
        if own is None or not own.today <= clock.today < own.until:
            own = Clock(clock.today)
            times = self._counted(key, own)
            self._last[key] = own, times
        clock.reached(own.until)
        return times

    def _counted(self, key: str, clock: Clock) -> tuple[ResolvedTiming, ...]:
        facts, settled = self.schedule.facts, _Settled({}, self.schedule.timings)
        counter = Counter(facts, settled, clock, calendars=self._calendars)
        for each in self._that_move(key):
            directive, measure = facts.measures[each]
            settled[each] = times_of(measure, directive, counter)
        return settled[key]

    def rests_on(self, key: str) -> Hashable | None:
        """What the timings of a task rest on: where it is the same, they are the same on the same days.

        Nothing where they wait for a task to be done.
        """
        facts = self.schedule.facts
        whens, moving = self.schedule.of(key), self._that_move(key)
        if moving and (moving != (key,) or any(done for _, done in needed(*facts.measures[key]))):
            return None
        return tuple(_without_near(when) for when in whens)

    def _that_move(self, key: str) -> tuple[str, ...]:
        """The tasks whose times have to be computed for those of a task, itself last; none if these stay."""
        if key not in self._moving:
            self._moving[key] = ()
            self._moving[key] = self._found(key)
        return self._moving[key]

    def _found(self, key: str) -> tuple[str, ...]:
        if not self.schedule.of(key):
            return ()
        directive, measure = self.schedule.facts.measures[key]
        before = dict(needed(directive, measure))
        above = dict.fromkeys(chain.from_iterable(map(self._that_move, before)))
        moves = above or any(before.values()) or any(timing.every for timing in measure.timing)
        return (*above, key) if moves else ()


def _without_near(when: ResolvedTiming) -> Hashable:
    """A timing without what depends on the day."""
    return (replace(when.cycle, near=Near(None, None, None)),) if when.cycle else when
