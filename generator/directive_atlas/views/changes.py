"""Recent changes: reports published, directives issued, deadlines superseded, endings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from directive_atlas.resolve.model import Directive, EarlierDeadline, Ending, Report, Task
from directive_atlas.vocabulary.dates import ImpreciseDate

RECENT_DAYS = 90
"""The number of days before the reference date that are recent."""


class ChangeKind(StrEnum):
    """The kind of a change."""

    REPORT = "report"
    DIRECTIVE = "directive"
    EARLIER_DEADLINE = "earlier_deadline"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a directive, or of its task if ``task`` has a key.

    ``what`` is the report, the superseded deadline or the ending; it is empty for the issue of a
    directive.
    """

    date: ImpreciseDate
    kind: ChangeKind
    directive: str
    task: str | None = None
    what: Report | EarlierDeadline | Ending | None = None


def of_directive(directive: Directive) -> Iterator[Change]:
    """Its issue, and its endings."""
    if directive.date:
        yield Change(directive.date, ChangeKind.DIRECTIVE, directive.id)
    for ending in directive.endings:
        if ending.past and ending.date:
            yield Change(ending.date, ChangeKind.ENDING, directive.id, what=ending)


def of_task(task: Task, directive: Directive) -> Iterator[Change]:
    """Reports, superseded deadlines and endings of one task; not those of its directive or its parts.

    A report that is context only is no change.
    """
    for report in (report for report in task.reports if not report.context):
        yield Change(report.date, ChangeKind.REPORT, task.directive, task.key, report)
    for earlier_deadline in (
        earlier_deadline for timing in task.timings for earlier_deadline in timing.earlier
    ):
        if earlier_deadline.changed:
            yield Change(
                earlier_deadline.changed,
                ChangeKind.EARLIER_DEADLINE,
                task.directive,
                task.key,
                earlier_deadline,
            )
    for ending in task.endings[len(directive.endings) :]:
        if ending.past and ending.date:
            yield Change(ending.date, ChangeKind.ENDING, task.directive, task.key, ending)


@dataclass(frozen=True, slots=True)
class RecentChanges:
    """The recent changes, newest first; if there are none, the last one before (``stale``)."""

    since: dt.date
    changes: tuple[Change, ...]
    stale: bool

    def more_than(self, shown: int) -> int:
        """How many changes there are behind the first ``shown``."""
        return max(0, len(self.changes) - shown)


def recent_changes(changes: Iterable[Change], as_of: dt.date) -> RecentChanges:
    """The changes of the ``RECENT_DAYS`` days up to ``as_of``, without later ones."""
    since = as_of - dt.timedelta(days=RECENT_DAYS)
    past = [change for change in changes if change.date.last <= as_of]
    recent = sorted((c for c in past if c.date.last >= since), key=_newness, reverse=True)
    if recent:
        return RecentChanges(since, tuple(recent), stale=False)
    return RecentChanges(since, tuple(sorted(past, key=_newness)[-1:]), stale=bool(past))


def _newness(change: Change) -> tuple[dt.date, dt.date]:
    """A change known only by its year may be old, so it is sorted after those known to the day."""
    return change.date.first, change.date.last
