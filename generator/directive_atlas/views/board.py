"""The status board: the number of tasks by deadline status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from directive_atlas.resolve.model import Report, Standing, Task
from directive_atlas.views.evidence import Evidence, evidence_of
from directive_atlas.views.work import Work
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus

ORDER = (
    ReportedStatus.DONE,
    ReportedStatus.PARTLY,
    ReportedStatus.IN_PROGRESS,
    ReportedStatus.PARTS_ONLY,
    ReportedStatus.INCOMPLETE,
    ReportedStatus.NOT_STARTED,
    ReportedStatus.NOT_DONE,
    ReportedStatus.UNVERIFIED,
    ReportedStatus.NOT_SELECTED,
    ReportedStatus.WAIVED,
    ReportedStatus.CANCELLED,
    ReportedStatus.NO_REPORT,
)
"""From what is done to what nobody reported on, as the pieces of a bar."""


@dataclass(frozen=True, slots=True)
class Board:
    """Tasks and measures by deadline status, most pressing first, and by what was reported of them.

    ``states`` has the latter, what is done first; words without tasks are left out of both.
    ``evidenced`` have a report that is claimed or confirmed with a source, on themselves or on a part of
    them; ``doubtful`` have only reports that are not verified, or disputed; ``unreported`` have none at
    all. The numbers under ``standings`` add up to ``total``, and so do those under ``states``. ``directives``
    are those that the tasks belong to, by id.
    """

    total: int
    standings: Mapping[DeadlineStatus, int]
    states: Mapping[ReportedStatus, int]
    evidenced: int
    doubtful: int
    unreported: int
    directives: tuple[str, ...]

    def share(self, state: ReportedStatus) -> float:
        """Of how much of the whole this was reported, in percent."""
        return round(self.states[state] * 100 / self.total, 2)


@dataclass(frozen=True, slots=True)
class _Counted:
    """One task as it is counted: its directive, how it stands, the reports on it and on its parts."""

    directive: str
    standing: Standing
    reports: tuple[Report, ...]


def board(tasks: Iterable[Task]) -> Board:
    """The board of some tasks; a task given twice counts once, a measure counts for itself."""
    different = {task.key: task for task in tasks}.values()
    return _board([_Counted(task.directive, task.standing, task.reported()) for task in different])


def board_of_work(rows: Iterable[Work]) -> Board:
    """The board of an actor's work, by its own reports; of what it alone is to do, by all."""
    return _board([_Counted(row.task.directive, row.standing, row.known) for row in rows])


def _board(counted: Collection[_Counted]) -> Board:
    counts = Counter(each.standing.timeliness for each in counted)
    evidence = Counter(evidence_of(each.reports) for each in counted)
    states = Counter(each.standing.state for each in counted)
    return Board(
        total=len(counted),
        standings={standing: counts[standing] for standing in DeadlineStatus if counts[standing]},
        states={state: states[state] for state in ORDER if states[state]},
        evidenced=evidence[Evidence.COUNTS],
        doubtful=evidence[Evidence.DOUBTFUL],
        unreported=evidence[Evidence.NONE],
        directives=tuple(dict.fromkeys(each.directive for each in counted)),
    )
