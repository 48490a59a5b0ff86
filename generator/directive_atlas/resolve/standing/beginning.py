"""The status of a task that must only have begun by a day: a report that it is in progress is enough."""

from __future__ import annotations

from directive_atlas.load import schema
from directive_atlas.resolve.standing.deadline import Prospect, timeliness
from directive_atlas.resolve.standing.reported import Progressed
from directive_atlas.resolve.timings import form_of
from directive_atlas.schedule import ResolvedTiming
from directive_atlas.schedule.completion import is_about
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus, Status, WorkGroup

_BEGUN = {ReportedStatus.IN_PROGRESS, ReportedStatus.INCOMPLETE, ReportedStatus.PARTLY}
_MISSED = {DeadlineStatus.OVERDUE, DeadlineStatus.UNREPORTED}


def time_status(
    raw: schema.Timing, when: ResolvedTiming, progress: Progressed, prospect: Prospect
) -> tuple[DeadlineStatus, ImpreciseDate | None]:
    """The deadline status of one timing, and the deadline to which it refers."""
    status, due = timeliness(form_of(raw), when, progress, prospect)
    return (to_begin(status, due, progress) if raw.begins else status), due


def to_begin(usual: DeadlineStatus, due: ImpreciseDate | None, progress: Progressed) -> DeadlineStatus:
    """The status of a task that is to begin by ``due``, in place of the ``usual`` one of a task to finish.

    A report that it is in progress does not say since when, and none that it is done says when it began:
    so no beginning is late. It is overdue only if a report after that day denies that it has begun.
    """
    if usual.group in (WorkGroup.ENDED, WorkGroup.PAST) or usual is DeadlineStatus.CLOSED:
        return usual
    if progress.completed:
        return DeadlineStatus.CONFIRMED if progress.completed.confirmed else DeadlineStatus.FINISHED
    if progress.state in _BEGUN:
        return DeadlineStatus.BEGUN
    if usual in _MISSED:
        return DeadlineStatus.OVERDUE if _denied(progress, due) else DeadlineStatus.NOT_BEGUN
    return usual


def _denied(progress: Progressed, due: ImpreciseDate | None) -> bool:
    """Whether the last report says, of a day after ``due``, that the task has not begun."""
    report = progress.report
    if report is None or due is None or report.status is not Status.NOT_STARTED:
        return False
    return is_about(report).first > due.last
