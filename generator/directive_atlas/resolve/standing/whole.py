"""The standing of a task: that of its most pressing timing, with all that explains it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from directive_atlas.resolve.model import Horizon, Standing
from directive_atlas.resolve.standing.deadline import URGENCY, Prospect, pressing, without_time
from directive_atlas.resolve.standing.reported import Progressed
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import DeadlineStatus, WorkGroup


@dataclass(frozen=True, slots=True)
class Dated:
    """The status of one timing, and the deadline to which it refers."""

    status: DeadlineStatus
    due: ImpreciseDate | None


@dataclass(frozen=True, slots=True)
class Around:
    """What else the standing of a task tells: who is set the day, reports still to come, its measures."""

    stated_day: bool
    later: int = 0
    measures: Sequence[Standing] = ()


def standing(progress: Progressed, times: Sequence[Dated], prospect: Prospect, around: Around) -> Standing:
    """The status by the most pressing of the timings; that of the measures is separate."""
    first = min(times, key=lambda time: URGENCY[time.status]) if times else None
    status = first.status if first else without_time(progress, prospect)
    due = first.due if first else None
    past = status.group is WorkGroup.PAST
    return Standing(
        state=progress.state,
        report=progress.report,
        completed=progress.completed,
        timeliness=status,
        due=due,
        days=(due.last - prospect.as_of.clock.today).days if due else None,
        later=around.later,
        parts=pressing([s for m in around.measures for s in (m.timeliness, m.parts) if s])
        if around.measures
        else None,
        measures=progress.measures,
        bodies=progress.bodies,
        stated_day=around.stated_day and due is not None,
        horizon=_decisive(prospect) if past else None,
        continued_by=prospect.continued_by if past else None,
        answer=progress.answer,
        closing=progress.closing,
        forecast=progress.forecast,
        released=progress.released,
    )


def _decisive(prospect: Prospect) -> Horizon | None:
    """The horizon, where its passing is why a task is not open."""
    return prospect.horizon if prospect.past_horizon else None
