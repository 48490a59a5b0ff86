"""The reports of a directive that are known by the reference date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.load.walk import first_date
from directive_atlas.resolve import model, values
from directive_atlas.schedule import Clock
from directive_atlas.schedule.completion import known


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports by task key and by target id, oldest first, and how many of a task came only later."""

    by_task: Mapping[str, Sequence[model.Report]]
    by_target: Mapping[str | None, Sequence[model.Report]]
    later: Mapping[str, int]


def reports_of(raw: schema.Directive, progress: Iterable[schema.Progress], clock: Clock) -> Reports:
    """The reports of a directive, those of days before it marked as context."""
    reported = _resolved(raw, progress)
    by_task: dict[str, list[model.Report]] = defaultdict(list)
    by_target: dict[str | None, list[model.Report]] = defaultdict(list)
    for report in known(reported, clock):
        by_task[report.task].append(report)
        by_target[report.target].append(report)
    later = Counter(report.task for report in reported if not clock.reached(report.date.last))
    return Reports(by_task, by_target, later)


def all_reports(
    raw: schema.Directive, progress: Iterable[schema.Progress]
) -> Mapping[str, Sequence[model.Report]]:
    """The reports on each task of a directive, whenever they were published, by the task's key."""
    by_task: dict[str, list[model.Report]] = defaultdict(list)
    for report in _resolved(raw, progress):
        by_task[report.task].append(report)
    return dict(by_task)


def _resolved(raw: schema.Directive, progress: Iterable[schema.Progress]) -> list[model.Report]:
    begins = first_date(raw)
    return [values.report(report, raw.id, begins) for report in progress]
