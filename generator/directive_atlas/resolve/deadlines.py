"""Timings with their status: as long as they are in force, with the extensions that were granted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from directive_atlas.load import schema
from directive_atlas.resolve import model
from directive_atlas.resolve.standing import (
    Progressed,
    Prospect,
    extended,
    granted_extension,
    occurrences,
    time_status,
)
from directive_atlas.resolve.timings import Known, form_of, resolved_timing
from directive_atlas.schedule import DayOff, ResolvedTiming
from directive_atlas.schedule.recurrence import stopped
from directive_atlas.vocabulary.dates import on_day
from directive_atlas.vocabulary.progress import DeadlineStatus


def timing_of(
    raw: schema.Timing,
    when: ResolvedTiming,
    told: Progressed,
    prospect: Prospect,
    stated_day: bool,
    day_off: Callable[[dt.date], DayOff | None],
) -> model.Timing:
    """A timing with its status; its own day, or an extension that was granted, is what counts."""
    stated, when = when.due, extended(when, told)
    granted = told.extension if stated and when.due != stated else None
    status, due = time_status(raw, when, told, prospect)
    known = Known(
        status,
        due,
        granted_extension(stated, granted) if stated and granted else None,
        stated_day or status is DeadlineStatus.OVERDUE,
        occurrences(when.cycle, told.reports) if when.cycle else (),
        day_off(due.last) if due else None,
    )
    return resolved_timing(raw, form_of(raw), when, known, prospect.as_of.clock.today)


def in_force(when: ResolvedTiming, prospect: Prospect) -> ResolvedTiming:
    """A recurrence without the times after its end of force, where that is known."""
    cycle = when.cycle
    ends = [ending.date.last for ending in prospect.endings if ending.date and not ending.part]
    if not (cycle and cycle.series and ends):
        return when
    near = stopped(cycle.series, cycle.near, min(ends), prospect.as_of.clock.today)
    return ResolvedTiming(due=on_day(near.next) if near.next else None, cycle=replace(cycle, near=near))
