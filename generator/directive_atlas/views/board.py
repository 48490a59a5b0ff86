"""The status board: the number of tasks by deadline status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from directive_atlas.resolve.model import Report, Task
from directive_atlas.schedule.completion import owners
from directive_atlas.views.work import Work, own_reports
from directive_atlas.vocabulary.progress import DeadlineStatus


@dataclass(frozen=True, slots=True)
class Board:
    """Tasks and measures by deadline status, most pressing first; statuses without tasks are left out.

    ``evidenced`` have a report that is claimed or confirmed with a source, on themselves or on a part of
    them; ``doubtful`` have only reports that are not verified, or disputed; ``unreported`` have none at
    all. The numbers under ``standings`` add up to ``total``. ``directives`` are those that the tasks belong
    to, by id.
    """

    total: int
    standings: Mapping[DeadlineStatus, int]
    evidenced: int
    doubtful: int
    unreported: int
    directives: tuple[str, ...]

    def share(self, standing: DeadlineStatus) -> float:
        """How much of the whole stands so, in percent."""
        return round(self.standings[standing] * 100 / self.total, 2)


@dataclass(frozen=True, slots=True)
class _Counted:
    """One task as it is counted: its directive, its status, the reports on it and on its parts."""

    directive: str
    status: DeadlineStatus
    reports: tuple[Report, ...]


def board(tasks: Iterable[Task]) -> Board:
    """The board of some tasks; a task given twice counts once, a measure counts for itself."""
    different = {task.key: task for task in tasks}.values()
    return _board([_Counted(task.directive, task.standing.timeliness, _reports(task)) for task in different])


def board_of_work(rows: Iterable[Work], actor: str) -> Board:
    """The board of an actor's work list, by its own reports; of what it alone is to do, by all."""
    return _board([_Counted(row.task.directive, row.standing.timeliness, _own(row, actor)) for row in rows])


def _board(counted: Collection[_Counted]) -> Board:
    counts = Counter(each.status for each in counted)
    return Board(
        total=len(counted),
        standings={standing: counts[standing] for standing in DeadlineStatus if counts[standing]},
        evidenced=sum(any(report.counts for report in each.reports) for each in counted),
        doubtful=sum(_only_doubtful(each.reports) for each in counted),
        unreported=sum(not each.reports for each in counted),
        directives=tuple(dict.fromkeys(each.directive for each in counted)),
    )


def _reports(task: Task) -> tuple[Report, ...]:
    return tuple(report for part in task.walk() for report in part.reports if not report.context)


def _own(row: Work, actor: str) -> tuple[Report, ...]:
    if owners(row.task.duties) == {actor}:  # it stands as the whole does
        return _reports(row.task)
    through = all(item.through for item in row.owed)
    return tuple(report for part in row.task.walk() for report in own_reports(part, actor, through=through))


def _only_doubtful(reports: Collection[Report]) -> bool:
    return bool(reports) and not any(report.verification.settling for report in reports)
