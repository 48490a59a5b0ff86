"""Where tasks stand on the day the site speaks of.

A report speaks for the whole task when it names no actor, or the only one who leads or owes it;
other reports tell of parts. A deadline is missed when its last day has passed without a report that
says “done”; whoever says nothing has not reported, which is not the same as not having begun.
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
    """The day the site speaks of, and how many days ahead are soon."""

    day: dt.date
    due_soon: int


@dataclass(frozen=True, slots=True)
class Progressed:
    """What the reports on a task say together, before its time is looked at.

    ``reports`` are those that speak for the whole task; ``ended`` is the first day on which it is no
    longer in force, if that has come. Nobody can be late with what is not ``binding``: with what is
    only allowed, or forbidden.
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
    """What is reported of a task; ``reports`` come oldest first and are known by now."""
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
    """The earliest of the endings; one without a date has always been."""
    dates = (ending.date or on_day(dt.date.min) for ending in endings)
    return min(dates, key=lambda date: date.last, default=None)


def timeliness(
    form: TimingForm, when: ResolvedTiming, told: Progressed, as_of: AsOf
) -> tuple[DeadlineStatus, ImpreciseDate | None]:
    """How one timing stands, and the deadline that this speaks of."""
    holds = form is TimingForm.PERIOD and when.last  # it lasts until a moment and is not due then
    due = _missed_or_next(when, told) if when.cycle else None if holds else when.due
    settled = _settled(told, due, recurring=form is TimingForm.EVERY)
    if settled:
        return settled, due
    if due is None:
        return _without_due(when, told), None
    days = (due.last - as_of.day).days
    if days < 0:
        return _passed(told), due
    return (DeadlineStatus.DUE_SOON if days <= as_of.due_soon and told.binding else DeadlineStatus.AHEAD), due


def _passed(told: Progressed) -> DeadlineStatus:
    """How a task stands whose last day has passed without a report that it was done."""
    if not told.binding:
        return DeadlineStatus.OPEN
    return DeadlineStatus.OVERDUE if told.report else DeadlineStatus.UNREPORTED


def _without_due(when: ResolvedTiming, told: Progressed) -> DeadlineStatus:
    """How a timing stands that ends on no known day."""
    first = when.cycle.first if when.cycle else None
    counts = [*([first] if first else []), *when.last]
    if any(count.each for count in counts):
        return DeadlineStatus.PER_CASE
    if any(count.result is None for count in counts):
        return DeadlineStatus.WAITING
    over = when.cycle and when.cycle.near.previous and told.completed
    return DeadlineStatus.ON_TIME if over else DeadlineStatus.OPEN


def _settled(told: Progressed, due: ImpreciseDate | None, *, recurring: bool) -> DeadlineStatus | None:
    """How a task stands whose time is no longer running; nothing while it runs."""
    if told.state is ReportedStatus.CANCELLED:
        return DeadlineStatus.CANCELLED
    if told.completed and not recurring:
        if due is None:
            return DeadlineStatus.FINISHED
        if told.completed.first > due.last:
            return DeadlineStatus.LATE
        return DeadlineStatus.ON_TIME if told.completed.last <= due.last else DeadlineStatus.FINISHED
    return DeadlineStatus.ENDED if told.ended else None


def _missed_or_next(when: ResolvedTiming, told: Progressed) -> ImpreciseDate | None:
    """Of a recurrence the last time, unless a report says that it was done since the one before."""
    near = when.cycle.near if when.cycle else None
    if not (near and near.previous and near.since):
        return when.due
    since = near.since
    done = (report.as_of or report.date for report in told.reports if report.status is Status.DONE)
    fulfilled = any(day.last > since for day in done)
    return when.due if fulfilled else on_day(near.previous)


def standing(told: Progressed, timings: Sequence[Timing], measures: Sequence[Task], later: int) -> Standing:
    """How a whole task stands: by the most pressing of its timings; its parts stand beside that."""
    first = min(timings, key=lambda timing: _PRESSING.index(timing.timeliness), default=None)
    parts = {part.standing.timeliness for measure in measures for part in measure.walk()}
    return Standing(
        state=told.state,
        report=told.report,
        completed=told.completed,
        timeliness=first.timeliness
        if first
        else _settled(told, None, recurring=False) or DeadlineStatus.OPEN,
        due=first.due if first else None,
        days=first.days if first else None,
        later=later,
        parts=min(parts, key=_PRESSING.index, default=None),
    )
