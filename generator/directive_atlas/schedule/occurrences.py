"""The occurrence of a recurring task that a report names."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.load import RawCorpus
from directive_atlas.load.walk import task_key
from directive_atlas.problems import Problem, problem
from directive_atlas.schedule.counting import Settled
from directive_atlas.schedule.model import Cycle
from directive_atlas.schedule.recurrence import around
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day


def occurrence_day(cycle: Cycle, named: ImpreciseDate) -> ImpreciseDate | None:
    """The last day of the occurrence that is named by its day or period; nothing if there is none."""
    if cycle.series is None:
        return None
    found = around(cycle.series, cycle.end.last if cycle.end else None, named.last).previous
    return on_day(found) if found and found >= named.first else None


def unknown_occurrences(raw: RawCorpus, settled: Settled) -> Iterator[Problem]:
    """E616: a report names an occurrence that its task does not have."""
    for directive in raw.directives:
        for report in raw.progress[directive.place.file]:
            named = report.occurrence
            whens = settled.get(task_key(directive, report.task), ())
            cycles = [when.cycle for when in whens if when.cycle]
            if named and not any(cycle.series is None or occurrence_day(cycle, named) for cycle in cycles):
                place = report.at("occurrence")
                yield problem("E616", place, occurrence=named.text, task=report.task)
