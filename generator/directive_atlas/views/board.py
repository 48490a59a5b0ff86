"""The status board: the number of tasks by deadline status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directive_atlas.resolve.model import Task
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus


@dataclass(frozen=True, slots=True)
class Board:
    """Tasks and measures by deadline status, most pressing first; statuses without tasks are left out.

    ``evidenced`` have a report that names its evidence, on themselves or on a part of them;
    ``unreported`` have no report at all. The numbers under ``standings`` add up to ``total``.
    """

    total: int
    standings: Mapping[DeadlineStatus, int]
    evidenced: int
    unreported: int

    def share(self, standing: DeadlineStatus) -> float:
        """How much of the whole stands so, in percent."""
        return round(self.standings[standing] * 100 / self.total, 2)


def board(tasks: Iterable[Task]) -> Board:
    """The board of some tasks; a task given twice counts once, a measure counts for itself."""
    different = {task.key: task for task in tasks}.values()
    counts = Counter(task.standing.timeliness for task in different)
    return Board(
        total=len(different),
        standings={standing: counts[standing] for standing in DeadlineStatus if counts[standing]},
        evidenced=sum(map(_evidenced, different)),
        unreported=sum(task.standing.state is ReportedStatus.NO_REPORT for task in different),
    )


def _evidenced(task: Task) -> bool:
    return any(report.evidence for part in task.walk() for report in part.reports)
