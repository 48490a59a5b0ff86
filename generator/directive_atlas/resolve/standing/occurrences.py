"""What is known of each occurrence of a recurring task."""

from __future__ import annotations

from collections.abc import Iterable

from directive_atlas.resolve.model import Occurrence, Report
from directive_atlas.schedule import Cycle
from directive_atlas.schedule.completion import is_about
from directive_atlas.schedule.occurrences import occurrence_day
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day
from directive_atlas.vocabulary.progress import OccurrenceStatus, Status


def occurrences(cycle: Cycle, reports: Iterable[Report]) -> tuple[Occurrence, ...]:
    """Those that reports name, and the last one that has passed; oldest first."""
    told: dict[ImpreciseDate, Report | None] = {}
    if cycle.near.previous:
        told[on_day(cycle.near.previous)] = None
    for report in reports:
        day = occurrence_day(cycle, report.occurrence) if report.occurrence else None
        if day and report.verification.settling and report.status:
            told[day] = report
    return tuple(_occurrence(day, told[day]) for day in sorted(told, key=lambda day: day.last))


def _occurrence(day: ImpreciseDate, report: Report | None) -> Occurrence:
    return Occurrence(day, _status(day, report), report)


def _status(day: ImpreciseDate, report: Report | None) -> OccurrenceStatus:
    if report is None or report.status is None:
        return OccurrenceStatus.UNKNOWN
    if report.status is Status.DONE:
        late = is_about(report).first > day.last and not report.by_then
        return OccurrenceStatus.LATE if late else OccurrenceStatus.MET
    missed = report.status.denies and is_about(report).last >= day.last
    return OccurrenceStatus.MISSED if missed else OccurrenceStatus.UNKNOWN
