"""On which day a task that is not done yet is due at the latest: what is counted from it can be bounded."""

from __future__ import annotations

from collections.abc import Sequence

from directive_atlas.load import schema
from directive_atlas.schedule.model import ResolvedTiming
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day


def last_day(timings: Sequence[schema.Timing], whens: Sequence[ResolvedTiming]) -> ImpreciseDate | None:
    """The last day on which a task is due; nothing where one of its times may end later.

    What recurs or is only to begin says nothing of the day on which it is done.
    """
    ends = [(when, _end(timing, when)) for timing, when in zip(timings, whens, strict=False)]
    if any(when.last and end is None for when, end in ends):
        return None
    return max((end for _, end in ends if end), key=lambda day: day.last, default=None)


def _end(timing: schema.Timing, when: ResolvedTiming) -> ImpreciseDate | None:
    """The last day of one time; while that waits for a task of its own, the one that it has at the latest."""
    if timing.every or timing.begins or (timing.period and timing.period.until):
        return None
    bound = when.last[0].latest if timing.within and when.last else None
    return when.due or (on_day(bound) if bound else None)
