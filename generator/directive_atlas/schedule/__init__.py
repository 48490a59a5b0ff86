"""From timings of the texts to days of the calendar, for one reference date.

Pure functions over the raw records: durations, working days, recurrences, and the order in which deadlines
that depend on each other are computed.
"""

from directive_atlas.schedule.any_day import AnyDay
from directive_atlas.schedule.clock import Clock
from directive_atlas.schedule.days_off import DayOff, DaysOff, days_off
from directive_atlas.schedule.model import AnchorKind, Count, Cycle, ResolvedTiming, Schedule, Unit
from directive_atlas.schedule.schedule import schedule

__all__ = [
    "AnchorKind",
    "AnyDay",
    "Clock",
    "Count",
    "Cycle",
    "DayOff",
    "DaysOff",
    "ResolvedTiming",
    "Schedule",
    "Unit",
    "days_off",
    "schedule",
]
