"""The days of timings as known on any day, one task at a time."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from directive_atlas.schedule.clock import Clock
from directive_atlas.schedule.counting import Counter
from directive_atlas.schedule.model import ResolvedTiming, Schedule
from directive_atlas.schedule.recurrence import Near
from directive_atlas.schedule.schedule import in_order, near_to, times_of
from directive_atlas.schedule.workdays import WorkingDays

_Settled = ChainMap[str, tuple[ResolvedTiming, ...]]


@dataclass
class AnyDay:
    """A schedule on other days than its own.

    Only what recurs, is counted from a task that is done, or from such times, has other days on other
    days: these are computed again, each after those that it needs, and kept for the days that follow.
    """

    schedule: Schedule
    _last: dict[str, tuple[Clock, tuple[ResolvedTiming, ...]]] = field(default_factory=dict)
    _calendars: dict[str, WorkingDays | None] = field(default_factory=dict)

    def of(self, key: str, clock: Clock) -> tuple[ResolvedTiming, ...]:
        """The timings of a task as they are known on the day of a clock."""
        if key not in self._moving:
            return self.schedule.of(key)
        own, times = self._last.get(key) or (None, ())
        if own is None or not own.today <= clock.today < own.until:
            own = Clock(clock.today)
            alone = self.rests_on_itself(key)
            times = _all_near(self.schedule.of(key), own) if alone else self._counted(key, own)
            self._last[key] = own, times
        clock.reached(own.until)
        return times

    def _counted(self, key: str, clock: Clock) -> tuple[ResolvedTiming, ...]:
        facts, settled = self.schedule.facts, _Settled({}, self.schedule.timings)
        counter = Counter(facts, settled, clock, calendars=self._calendars)
        for each in self._moving[key].chain:
            directive, measure = facts.measures[each]
            settled[each] = times_of(measure, directive, counter)
        return settled[key]

    def rests_on(self, key: str) -> Hashable | None:
        """What the timings of a task rest on: where it is the same, they are the same on the same days.

        Nothing where they depend on what other tasks do.
        """
        if not self.rests_on_itself(key):
            return None
        return tuple(_without_near(when) for when in self.schedule.of(key))

    def rests_on_itself(self, key: str) -> bool:
        """Whether the times of a task depend on no other task that does; then only what is near changes."""
        moving = self._moving.get(key)
        return moving is None or not (moving.waits or len(moving.chain) > 1)

    @cached_property
    def _moving(self) -> Mapping[str, _Moving]:
        """The tasks whose times have other days on other days."""
        found: dict[str, _Moving] = {}
        for key, before in in_order(self.schedule.facts):
            above = dict.fromkeys(chain.from_iterable(found[each].chain for each in before if each in found))
            waits, (_, measure) = any(before.values()), self.schedule.facts.measures[key]
            if above or waits or any(timing.every for timing in measure.timing):
                found[key] = _Moving((*above, key), waits)
        return found


@dataclass(frozen=True, slots=True)
class _Moving:
    """The tasks whose times have to be computed for those of one, itself last; whether it waits for one."""

    chain: tuple[str, ...]
    waits: bool


def _all_near(times: Iterable[ResolvedTiming], clock: Clock) -> tuple[ResolvedTiming, ...]:
    return tuple(near_to(when.cycle, clock) if when.cycle else when for when in times)


def _without_near(when: ResolvedTiming) -> Hashable:
    """A timing without what depends on the day."""
    return (replace(when.cycle, near=Near(None, None, None)),) if when.cycle else when
