"""What is due in which year: tasks by their deadlines, and figures of the text by theirs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Target, Task
from directive_atlas.views.work import Work


@dataclass(slots=True)
class DueIn:
    """How much is due in one year: ``tasks`` and measures; ``figures``, and the tasks that have one.

    ``others`` are figures that something else than the text of the directive sets.
    """

    tasks: int = 0
    figures: int = 0
    with_figures: int = 0
    others: int = 0


@dataclass(frozen=True, slots=True)
class YearOfWork:
    """How much of the work of a body is due in one year, and how much has no day at all."""

    year: int
    due: int
    undated: int


def year_of_work(rows: Iterable[Work], year: int) -> YearOfWork:
    """The year of a body's work, by its own standings and the further deadlines of its tasks."""
    years = [{day.year for day in _own_dues(row)} for row in rows]
    return YearOfWork(year, sum(year in each for each in years), sum(not each for each in years))


def _own_dues(row: Work) -> tuple[dt.date, ...]:
    own = row.standing.due
    return (*other_dues(row.task), *((own.last,) if own else ()))


def dues(task: Task) -> tuple[dt.date, ...]:
    """The last days of all deadlines of a task, in order, each once."""
    days = {timing.due.last for timing in task.timings if timing.due}
    return tuple(sorted(days | ({task.standing.due.last} if task.standing.due else set())))


def other_dues(task: Task) -> tuple[dt.date, ...]:
    """The same where there are others than the one that its status refers to; else nothing."""
    own, told = dues(task), task.standing.due
    return () if told and own == (told.last,) else own


def figure_dues(task: Task) -> tuple[dt.date, ...]:
    """The last days by which the text wants figures of a task reached, in order, each once."""
    return tuple(sorted({day for target in task.targets if (day := _day(target))}))


def _day(target: Target) -> dt.date | None:
    """When a figure is due: what others than the text set is not."""
    return target.by.last if target.by and target.of_text else None


def due_by_year(corpus: Corpus) -> Mapping[int, DueIn]:
    """What is due in each year in which anything is."""
    years: dict[int, DueIn] = defaultdict(DueIn)
    for directive in corpus.directives.values():
        _count_figures(directive.targets, years)
    for task in corpus.tasks.values():
        _count_figures(task.targets, years)
        for year in {day.year for day in dues(task)}:
            years[year].tasks += 1
        for year in {day.year for day in figure_dues(task)}:
            years[year].with_figures += 1
    return years


def _count_figures(targets: Iterable[Target], years: dict[int, DueIn]) -> None:
    for target in targets:
        if day := _day(target):
            years[day.year].figures += 1
        elif target.by and not target.of_text:
            years[target.by.last.year].others += 1
