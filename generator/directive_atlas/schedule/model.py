"""What the schedule tells: for each timing its days, and how they were found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from directive_atlas.schedule.recurrence import Near, Rule, Series
from directive_atlas.vocabulary.dates import ImpreciseDate


class Unit(StrEnum):
    """In what a duration is counted."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class AnchorKind(StrEnum):
    """What a day can hang on: itself, a date of the directive, a task, an event."""

    GIVEN = "given"
    DATE = "date"
    DUE = "due"
    DONE = "done"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Count:
    """A counted day: ``amount`` of ``unit`` after an anchor, or (0) the day of the anchor.

    ``ref`` names the anchor: a kind of date, a task's key, an event as ``directive/id``. ``since``
    is its date (none when it has not happened or is not known), ``result`` the last day counted.
    ``each`` tells that the anchor happens again and again, so that there is no one day.
    ``jurisdiction`` tells whose holidays were left out, ``skipped`` how many days were.
    """

    amount: int
    unit: Unit
    anchor: AnchorKind
    ref: str
    since: ImpreciseDate | None
    result: dt.date | None
    each: bool = False
    jurisdiction: str | None = None
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Cycle:
    """A recurrence: its rule as the text has it, the days that gives, and where one day lies in them.

    ``series`` is missing while its start is not known. ``start`` and ``end`` are told in the text;
    ``first`` and ``last`` tell how they were found where they are counted.
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
    """The days of one timing: ``due`` is its last day, ``start`` its first, where it has them.

    ``first`` and ``last`` are the counted days that these rest on; ``last`` has several where the
    earlier or later of them counts.
    """

    start: ImpreciseDate | None = None
    due: ImpreciseDate | None = None
    first: Count | None = None
    last: tuple[Count, ...] = ()
    cycle: Cycle | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """For each task's key the days of its timings, in the order of the record."""

    timings: Mapping[str, tuple[ResolvedTiming, ...]]

    def of(self, key: str) -> tuple[ResolvedTiming, ...]:
        """The timings of a task; none for a task without any."""
        return self.timings.get(key, ())
