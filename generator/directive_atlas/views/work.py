"""The work list of an actor: its tasks by deadline, then by role."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus, Owed
from directive_atlas.resolve.model import Report, Standing, Task
from directive_atlas.views.timeline.window import quarter, year
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day
from directive_atlas.vocabulary.progress import DeadlineStatus, WorkGroup
from directive_atlas.vocabulary.tasks import Role

SHOWN = 200
"""The number of rows of one group on the page; the list of tasks has the rest."""

QUARTERS_AHEAD = 366
"""Deadlines up to so many days ahead are grouped by quarter, later ones by year."""

_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Work:
    """One task or measure in which an actor has a role, with all its roles, the leading one first.

    ``standing`` is the actor's own, or that of the whole where the task is not the actor's work; ``reports``
    are those about it, oldest first; those that name nobody are about it too, if it has its role itself and
    not only as a member of a group.
    """

    task: Task
    owed: tuple[Owed, ...]
    standing: Standing
    reports: tuple[Report, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether the task gives the actor work of its own: not if it is only consulted, or informed."""
        return any(item.duty.role.asks for item in self.owed)

    @property
    def due(self) -> WorkGroup:
        """The group that this row belongs to."""
        if self.asks:
            return _group_of(self.standing, self.task)
        involved = any(item.duty.role.part == WorkGroup.INVOLVED.part for item in self.owed)
        return WorkGroup.INVOLVED if involved else WorkGroup.CONCERNED


@dataclass(frozen=True, slots=True)
class Period:
    """The rows of a group that are due in one quarter or year (``when``), or all of them."""

    when: ImpreciseDate | None
    rows: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a work list: the number of its rows, those shown, and how many are left out."""

    due: WorkGroup
    total: int
    left_out: int
    periods: tuple[Period, ...]
    standings: tuple[DeadlineStatus, ...]

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of a group of what is not the actor's work; none of the others."""
        return tuple(role for role in Role if role.part == self.due.part)


def work_of(corpus: Corpus, actor: str) -> list[Work]:
    """The tasks in which an actor has a role, itself or through groups, each once, in text order."""
    owed: dict[str, list[Owed]] = defaultdict(list)
    for item in corpus.links.owed.get(actor, ()):
        owed[item.task].append(item)
    return [_work(corpus.tasks[key], items, actor) for key, items in owed.items()]


def _work(task: Task, owed: list[Owed], actor: str) -> Work:
    asked = [item for item in owed if item.duty.role.asks]
    through = all(item.through for item in asked or owed)
    return Work(
        task,
        tuple(sorted(owed, key=lambda item: _ROLES.index(item.duty.role))),
        task.standing_of(actor, through=through) if asked else task.standing,
        own_reports(task, actor, through=through),
    )


def own_reports(task: Task, actor: str, *, through: bool) -> tuple[Report, ...]:
    """The reports on a task that are about an actor, by the rule of ``Work``, without context."""
    about = {actor} if through else {actor, None}
    return tuple(report for report in task.reports if report.actor in about and not report.context)


def work_list(rows: Iterable[Work], as_of: dt.date) -> list[Group]:
    """The rows in their groups; groups without rows are left out."""
    groups: dict[WorkGroup, list[Work]] = {due: [] for due in WorkGroup}
    for row in rows:
        groups[row.due].append(row)
    return [_group(due, sorted(found, key=_order), as_of) for due, found in groups.items() if found]


def group_of(task: Task) -> WorkGroup:
    """The group that a task belongs to, as a whole."""
    return _group_of(task.standing, task)


def _group_of(standing: Standing, task: Task) -> WorkGroup:
    group = standing.timeliness.group
    lasting = group is WorkGroup.NONE and any(timing.form.lasting for timing in task.timings)
    return WorkGroup.RECURRING if lasting else group


def by_group(tasks: Iterable[Task], groups: Collection[WorkGroup]) -> dict[WorkGroup, list[str]]:
    """The keys of tasks in some of the groups; groups without tasks are left out."""
    found: dict[WorkGroup, list[str]] = {due: [] for due in groups}
    for task in tasks:
        if (due := group_of(task)) in found:
            found[due].append(task.key)
    return {due: keys for due, keys in found.items() if keys}


def next_deadline(rows: Iterable[Work]) -> Work | None:
    """The row whose deadline comes next."""
    coming = (row for row in rows if row.standing.timeliness.ahead)
    return min(coming, key=_order, default=None)


def _order(row: Work) -> tuple[dt.date, int]:
    """By deadline, then by the leading role; ``sorted`` keeps the order of the texts for equal ones."""
    due = row.standing.due
    return (due.last if due else dt.date.max), _ROLES.index(row.owed[0].duty.role)


def _group(due: WorkGroup, rows: list[Work], as_of: dt.date) -> Group:
    standings = tuple(dict.fromkeys(row.standing.timeliness for row in rows))
    shown = rows[:SHOWN]
    periods = _periods(shown, as_of) if due is WorkGroup.AHEAD else (Period(None, tuple(shown)),)
    return Group(due, len(rows), len(rows) - len(shown), periods, standings)


def _periods(rows: Iterable[Work], as_of: dt.date) -> tuple[Period, ...]:
    found: dict[ImpreciseDate, list[Work]] = defaultdict(list)
    for row in rows:
        found[_period(row.standing, as_of)].append(row)
    return tuple(Period(when, tuple(own)) for when, own in found.items())


def _period(standing: Standing, as_of: dt.date) -> ImpreciseDate:
    """The quarter of a deadline that is near, else its year."""
    day = (standing.due or on_day(as_of)).last
    near = (day - as_of).days <= QUARTERS_AHEAD
    return quarter(day) if near else year(day)
