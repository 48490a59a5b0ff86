"""From the rules in the texts to days of the calendar, at one given day.

Pure functions over the raw records: durations, working days, recurrences, and the order in which
deadlines that hang on each other are worked out.
"""

from directive_atlas.schedule.model import AnchorKind, Count, Cycle, ResolvedTiming, Schedule, Unit
from directive_atlas.schedule.schedule import schedule

__all__ = ["AnchorKind", "Count", "Cycle", "ResolvedTiming", "Schedule", "Unit", "schedule"]
