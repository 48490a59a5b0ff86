"""The schedule: the days of each timing, and their derivation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from directive_atlas.schedule.facts import Facts
from directive_atlas.schedule.recurrence import Near, Rule, Series
from directive_atlas.vocabulary.dates import ImpreciseDate


class Unit(StrEnum):
    """The units of a duration."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class AnchorKind(StrEnum):
    """The kinds of anchor: a given day, a date of the directive, a task, an event."""

    GIVEN = "given"
    DATE = "date"
    DUE = "due"
    DONE = "done"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Count:
    """A counted day: ``amount`` of ``unit`` after an anchor, or (0) the day of the anchor.

    ``ref`` names the anchor: a kind of date, a task's key, an event as ``directive/id``. ``since`` is its
    date (none if it has not happened or is not known), ``result`` the last day counted. ``each`` says
    that the anchor recurs, so that there is no single day. While a task that it is counted from is not
    done, ``expected`` is the last day on which that is due, and ``latest`` the result if it is done then.
    ``jurisdiction`` says whose holidays were left out, ``skipped`` how many days that were.
    """

    amount: int
    unit: Unit
    anchor: AnchorKind
    ref: str
    since: ImpreciseDate | None
    result: dt.date | None
    each: bool = False
    expected: ImpreciseDate | None = None
    latest: dt.date | None = None
    jurisdiction: str | None = None
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Cycle:
    """A recurrence: its rule as in the text, its days, and the occurrences near the reference date.

    ``series`` is missing while its start is not known. ``start`` and ``end`` are given in the text;
    ``first`` and ``last`` are their derivations if they are counted.
    """

    rule: Rule
    series: Series | None
    start: ImpreciseDate | None
    end: ImpreciseDate | None
    near: Near
    first: Count | None = None
    last: Count | None = None


@dataclass(frozen=True, slots=True)
class ResolvedTiming:
    """The days of one timing: ``due`` is its last day, ``start`` its first, if it has them.

    ``first`` and ``last`` are the counted days on which they are based; ``last`` has several if the
    earlier or later of them counts.
    """

    start: ImpreciseDate | None = None
    due: ImpreciseDate | None = None
    first: Count | None = None
    last: tuple[Count, ...] = ()
    cycle: Cycle | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days of all timings: by task key, in the order of the record, and the facts that they rest on."""

    timings: dict[str, tuple[ResolvedTiming, ...]]
    facts: Facts

    def of(self, key: str) -> tuple[ResolvedTiming, ...]:
        """The timings of a task; none for a task without any."""
        return self.timings.get(key, ())
