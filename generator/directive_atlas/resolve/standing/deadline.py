"""The deadline status of one timing: what was reported, compared with the time.

Open is earned: by a last day ahead, or under a directive in force of which something was heard lately.
Silence is no accusation: overdue is only what a report says is not complete after its last day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from directive_atlas.resolve.model import Ending, Horizon, Report, taken_effect
from directive_atlas.resolve.standing.reported import Progressed, is_done
from directive_atlas.schedule import Clock, ResolvedTiming
from directive_atlas.schedule.completion import Completion, completion, is_about
from directive_atlas.schedule.recurrence import Near
from directive_atlas.vocabulary.dates import ImpreciseDate, months_after, on_day
from directive_atlas.vocabulary.directives import EndingKind
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus, Status
from directive_atlas.vocabulary.tasks import TimingForm

_CALLED_OFF = {
    ReportedStatus.CANCELLED: DeadlineStatus.CANCELLED,
    ReportedStatus.WAIVED: DeadlineStatus.WAIVED,
    ReportedStatus.NOT_SELECTED: DeadlineStatus.NOT_SELECTED,
}
_OUTCOMES = {
    ReportedStatus.PARTLY: DeadlineStatus.PARTLY,
    ReportedStatus.INCOMPLETE: DeadlineStatus.PARTLY,
    ReportedStatus.NOT_DONE: DeadlineStatus.NOT_DONE,
}
_OF_THE_RESULT = (Status.INCOMPLETE, Status.NOT_DONE)
"""These speak of the result, so that they deny completion already on the last day itself."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """The reference date, how many days ahead count as soon, how many months without news as open."""

    clock: Clock
    due_soon: int
    open_months: int

    def soon(self, day: dt.date) -> bool:
        """Whether a day is no further ahead than counts as soon."""
        return self.clock.within(self.due_soon, day)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What can be expected of a task apart from reports.

    Nobody can be late with what is not ``binding``: only allowed, or forbidden. ``heard`` is the day of
    the directive, ``horizon`` until when work can be expected, ``endings`` what ends it, ``continued_by``
    the directive that carries it on. Nothing is found only where somebody ``searched``.
    """

    as_of: AsOf
    binding: bool
    heard: ImpreciseDate | None
    horizon: Horizon | None
    endings: tuple[Ending, ...]
    continued_by: str | None
    searched: bool

    @property
    def ending(self) -> Ending | None:
        """The first ending that has taken effect."""
        return taken_effect(self.endings)

    @property
    def past_horizon(self) -> bool:
        """Whether the time has passed within which work could be expected."""
        return self.horizon is not None and self.as_of.clock.over(self.horizon.day.last)

    def earns_open(self, progress: Progressed) -> bool:
        """Whether a task without a last day ahead is open."""
        if self.past_horizon or self.ending:
            return False
        heard = [date.last for date in (self.heard, progress.latest) if date]
        if not heard:
            return True
        return not self.as_of.clock.over(months_after(max(heard), self.as_of.open_months))


def timeliness(
    form: TimingForm, when: ResolvedTiming, progress: Progressed, prospect: Prospect
) -> tuple[DeadlineStatus, ImpreciseDate | None]:
    """The deadline status of one timing, and the deadline to which it refers."""
    holds = form is TimingForm.PERIOD and when.last  # it lasts until a moment and is not due then
    due = _missed_or_next(when, progress) if when.cycle else None if holds else when.due
    settled = settled_by(progress, prospect, due, recurring=form is TimingForm.EVERY)
    if settled:
        return settled, due
    judged = _last_judged(when, progress) if due is None else None
    if judged:
        return judged, due
    if (due is None or when.cycle) and not (_ends_ahead(when, prospect) or prospect.earns_open(progress)):
        return outcome(progress, prospect), due
    if due is None:
        return _without_due(when), None
    if prospect.as_of.clock.over(due.last):
        return _passed(due, progress, prospect, recurring=when.cycle is not None), due
    soon = prospect.binding and prospect.as_of.soon(due.last)
    return (DeadlineStatus.DUE_SOON if soon else DeadlineStatus.AHEAD), due


def without_time(progress: Progressed, prospect: Prospect) -> DeadlineStatus:
    """The status of a task for which no time is given."""
    settled = settled_by(progress, prospect, None, recurring=False)
    if settled:
        return settled
    return DeadlineStatus.OPEN if prospect.earns_open(progress) else outcome(progress, prospect)


def outcome(progress: Progressed, prospect: Prospect) -> DeadlineStatus:
    """What is said of a task whose time is over, or of which nothing was heard for long."""
    if not prospect.binding:
        return DeadlineStatus.OVER
    if progress.state in _OUTCOMES:
        return _OUTCOMES[progress.state]
    if prospect.continued_by:
        return DeadlineStatus.CARRIED_ON
    if progress.state is not ReportedStatus.NO_REPORT:
        return DeadlineStatus.REPORTED
    return DeadlineStatus.NOT_FOUND if prospect.searched else DeadlineStatus.NOT_RECORDED


def settled_by(
    progress: Progressed, prospect: Prospect, due: ImpreciseDate | None, *, recurring: bool
) -> DeadlineStatus | None:
    """The status of a task that is no longer running; nothing while it runs."""
    if progress.state in _CALLED_OFF:
        return _CALLED_OFF[progress.state]
    if progress.declined:
        return DeadlineStatus.DECLINED
    if progress.closing and not recurring:
        return DeadlineStatus.CLOSED
    if progress.completed and not recurring:
        return _done(progress.completed, due)
    if prospect.ending and not _was_due_before(prospect.ending, due):
        return _ended(prospect.ending, progress, prospect)
    return outcome(progress, prospect) if progress.released else None


def _done(completed: Completion, due: ImpreciseDate | None) -> DeadlineStatus:
    """A day that is only known to be no later than another one makes nothing late."""
    late = due is not None and completed.day.first > due.last and not completed.by_then
    if late:
        return DeadlineStatus.LATE
    if completed.confirmed:
        return DeadlineStatus.CONFIRMED
    in_time = due is not None and completed.day.last <= due.last
    return DeadlineStatus.ON_TIME if in_time else DeadlineStatus.FINISHED


def _was_due_before(ending: Ending, due: ImpreciseDate | None) -> bool:
    """What was due while a directive that has run out was still valid remains due."""
    ran_out = ending.kind is EndingKind.EXPIRED and ending.date is not None
    return bool(ran_out and due and ending.date and due.last <= ending.date.last)


def _ended(ending: Ending, progress: Progressed, prospect: Prospect) -> DeadlineStatus:
    """A directive that has run out leaves a result; one that was repealed or replaced does not."""
    expired = ending.kind is EndingKind.EXPIRED
    return outcome(progress, prospect) if expired else DeadlineStatus.ENDED


def _passed(
    due: ImpreciseDate, progress: Progressed, prospect: Prospect, *, recurring: bool
) -> DeadlineStatus:
    """The status of a task whose last day has passed without a report that it was done.

    Of what recurs, a report that names no time may be about the next one, and denies nothing.
    """
    if not prospect.binding:
        return DeadlineStatus.OVER
    plain = None if recurring else progress.report
    last = next((report for report in reversed(progress.reports) if _is_for(report, due)), plain)
    if last and denies(last, due):
        return DeadlineStatus.OVERDUE
    partly = progress.state is ReportedStatus.PARTLY
    return DeadlineStatus.PARTLY if partly else DeadlineStatus.UNREPORTED


def _is_for(report: Report, due: ImpreciseDate) -> bool:
    """Whether a report is about the occurrence of that day."""
    return report.occurrence is not None and report.occurrence.first <= due.last <= report.occurrence.last


def denies(report: Report, due: ImpreciseDate) -> bool:
    """Whether a report says that something was not complete on a day that is surely after its last one."""
    if not (report.status and report.status.denies):
        return False
    day = is_about(report).first
    return day > due.last or (day == due.last and report.status in _OF_THE_RESULT)


def _ends_ahead(when: ResolvedTiming, prospect: Prospect) -> bool:
    """Whether a recurrence has a stated end that lies ahead."""
    end = when.cycle.end if when.cycle else None
    return end is not None and not prospect.as_of.clock.over(end.last)


def _without_due(when: ResolvedTiming) -> DeadlineStatus:
    """The status of a timing without a known last day."""
    first = when.cycle.first if when.cycle else None
    counts = [*([first] if first else []), *when.last]
    if any(count.each for count in counts):
        return DeadlineStatus.PER_CASE
    if any(count.result is None for count in counts):
        return DeadlineStatus.WAITING
    return DeadlineStatus.OPEN


def _missed_or_next(when: ResolvedTiming, progress: Progressed) -> ImpreciseDate | None:
    """The last occurrence of a recurrence, unless it was done since the one before; else the next."""
    near = when.cycle.near if when.cycle else None
    if not (near and near.previous and near.since):
        return when.due
    of_it = of_last_occurrence(near, progress.reports)
    return when.due if of_it and is_done(of_it[-1]) else on_day(near.previous)


def _last_judged(when: ResolvedTiming, progress: Progressed) -> DeadlineStatus | None:
    """The status of a recurrence that is over and whose last occurrence was done; nothing else."""
    near = when.cycle.near if when.cycle else None
    if not (near and near.previous) or near.next:
        return None
    completed = completion(of_last_occurrence(near, progress.reports))
    return _done(completed, on_day(near.previous)) if completed else None


def of_last_occurrence(near: Near, reports: Sequence[Report]) -> list[Report]:
    """The reports that name the last occurrence, and those of it being done on a day after the one before.

    A report that names no occurrence and does not say that it was done may be about the next one.
    """
    previous, since = near.previous, near.since
    if previous is None or since is None:
        return []
    return [
        report
        for report in reports
        if (
            report.occurrence.first <= previous <= report.occurrence.last
            if report.occurrence
            else is_done(report) and is_about(report).last > since
        )
    ]


def pressing(statuses: Sequence[DeadlineStatus]) -> DeadlineStatus | None:
    """The most pressing of some statuses."""
    return min(statuses, key=URGENCY.__getitem__, default=None)


URGENCY = {status: place for place, status in enumerate(DeadlineStatus)}
"""The place of each status among all, the most pressing first."""
