"""The status of tasks on the reference date.

A report is about the whole task if it names no actor, or the only one who leads it or is responsible for it;
other reports are about parts. A deadline is missed when its last day has passed without a report that says
“done”; no report does not mean that nothing has begun.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from directive_atlas.resolve.model import Duty, Ending, Report, Standing, Task, Timing
from directive_atlas.schedule import ResolvedTiming
from directive_atlas.schedule.completion import completion, owners, speaks_for_all, whole_reports
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus, Status
from directive_atlas.vocabulary.tasks import Obligation, TimingForm

_PRESSING = tuple(DeadlineStatus)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The reference date, and how many days ahead count as soon."""

    day: dt.date
    due_soon: int


@dataclass(frozen=True, slots=True)
class Progressed:
    """What the reports on a task say together, regardless of its deadline.

    ``reports`` are those about the whole task; ``ended`` is the first day on which it is no longer in
    force, if that has come. Nobody can be late with what is not ``binding``: only allowed, or forbidden.
    """

    state: ReportedStatus
    report: Report | None
    completed: ImpreciseDate | None
    reports: tuple[Report, ...]
    ended: ImpreciseDate | None
    binding: bool


def progressed(
    obligation: Obligation | None,
    reports: Sequence[Report],
    duties: Sequence[Duty],
    endings: Sequence[Ending],
    *,
    parts_reported: bool,
) -> Progressed:
    """What is reported of a task; ``reports`` are those known by the reference date, oldest first."""
    who = owners(duties)
    whole = whole_reports(reports, who)
    last = whole[-1] if whole else None
    ended = _first_day([ending for ending in endings if ending.past and not ending.part])
    binding = obligation is None or obligation.binding
    if last and last.status:
        return Progressed(ReportedStatus(last.status.value), last, completion(whole), whole, ended, binding)
    unsure = any(speaks_for_all(report, who) and report.status for report in reports)
    parts = ReportedStatus.PARTS_ONLY if reports or parts_reported else ReportedStatus.NO_REPORT
    state = ReportedStatus.UNVERIFIED if unsure else parts
    return Progressed(state, None, None, (), ended, binding)


def _first_day(endings: Sequence[Ending]) -> ImpreciseDate | None:
    """The earliest of the endings; one without a date has taken effect before all others."""
    dates = (ending.date or on_day(dt.date.min) for ending in endings)
    return min(dates, key=lambda date: date.last, default=None)


def timeliness(
    form: TimingForm, when: ResolvedTiming, progress: Progressed, as_of: AsOf
) -> tuple[DeadlineStatus, ImpreciseDate | None]:
    """The deadline status of one timing, and the deadline to which it refers."""
    holds = form is TimingForm.PERIOD and when.last  # it lasts until a moment and is not due then
    due = _missed_or_next(when, progress) if when.cycle else None if holds else when.due
    settled = _settled(progress, due, recurring=form is TimingForm.EVERY)
    if settled:
        return settled, due
    if due is None:
        return _without_due(when, progress), None
    days = (due.last - as_of.day).days
    if days < 0:
        return _passed(progress), due
    soon = days <= as_of.due_soon and progress.binding
    return (DeadlineStatus.DUE_SOON if soon else DeadlineStatus.AHEAD), due


def _passed(progress: Progressed) -> DeadlineStatus:
    """The status of a task whose last day has passed without a report that it was done."""
    if not progress.binding:
        return DeadlineStatus.OPEN
    return DeadlineStatus.OVERDUE if progress.report else DeadlineStatus.UNREPORTED


def _without_due(when: ResolvedTiming, progress: Progressed) -> DeadlineStatus:
    """The status of a timing without a known last day."""
    first = when.cycle.first if when.cycle else None
    counts = [*([first] if first else []), *when.last]
    if any(count.each for count in counts):
        return DeadlineStatus.PER_CASE
    if any(count.result is None for count in counts):
        return DeadlineStatus.WAITING
    over = when.cycle and when.cycle.near.previous and progress.completed
    return DeadlineStatus.ON_TIME if over else DeadlineStatus.OPEN


def _settled(progress: Progressed, due: ImpreciseDate | None, *, recurring: bool) -> DeadlineStatus | None:
    """The status of a task that is no longer running; nothing while it runs."""
    if progress.state is ReportedStatus.CANCELLED:
        return DeadlineStatus.CANCELLED
    if progress.completed and not recurring:
        if due is None:
            return DeadlineStatus.FINISHED
        if progress.completed.first > due.last:
            return DeadlineStatus.LATE
        return DeadlineStatus.ON_TIME if progress.completed.last <= due.last else DeadlineStatus.FINISHED
    return DeadlineStatus.ENDED if progress.ended else None


def _missed_or_next(when: ResolvedTiming, progress: Progressed) -> ImpreciseDate | None:
    """The last occurrence of a recurrence, unless it was done since the one before; else the next."""
    near = when.cycle.near if when.cycle else None
    if not (near and near.previous and near.since):
        return when.due
    since = near.since
    done = (report.as_of or report.date for report in progress.reports if report.status is Status.DONE)
    fulfilled = any(day.last > since for day in done)
    return when.due if fulfilled else on_day(near.previous)


def standing(
    progress: Progressed, timings: Sequence[Timing], measures: Sequence[Task], later: int
) -> Standing:
    """The status of a whole task, by the most pressing of its timings; that of its parts is separate."""
    first = min(timings, key=lambda timing: _PRESSING.index(timing.timeliness), default=None)
    parts = {part.standing.timeliness for measure in measures for part in measure.walk()}
    return Standing(
        state=progress.state,
        report=progress.report,
        completed=progress.completed,
        timeliness=first.timeliness
        if first
        else _settled(progress, None, recurring=False) or DeadlineStatus.OPEN,
        due=first.due if first else None,
        days=first.days if first else None,
        later=later,
        parts=min(parts, key=_PRESSING.index, default=None),
    )
