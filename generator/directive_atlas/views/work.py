"""The work of an actor: the tasks in which it has a role, and how each stands for it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus, Owed
from directive_atlas.resolve.model import Duty, Report, Standing, Task
from directive_atlas.schedule.completion import owners
from directive_atlas.vocabulary.progress import WorkGroup
from directive_atlas.vocabulary.tasks import Role

SHOWN = 200
"""The number of rows of one group on the page; the list of tasks has the rest."""

_ROLES = tuple(Role)
_GROUPS = tuple(WorkGroup)


@dataclass(frozen=True, slots=True)
class Work:
    """One task or measure in which an actor has a role, with all its roles, the leading one first.

    ``standing`` is the actor's own, or that of the whole where the task is not the actor's work; ``reports``
    are those about it, oldest first; those that name nobody are about it too, if it has its role itself and
    not only as a member of a group. ``known`` has those on the parts of the task as well; of what the actor
    alone is to do, all.
    """

    task: Task
    owed: tuple[Owed, ...]
    standing: Standing
    reports: tuple[Report, ...] = ()
    known: tuple[Report, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether the task gives the actor work of its own: not if it is only consulted, or informed."""
        return any(item.duty.role.asks for item in self.owed)

    @property
    def through(self) -> str | None:
        """The group as whose member alone the actor is asked, the first of several."""
        ways = [item.through for item in self.owed if item.duty.role.asks]
        return None if None in ways else next(iter(ways), None)

    @property
    def partners(self) -> tuple[Duty, ...]:
        """The parts that others have in the task, by role."""
        own = {id(item.duty) for item in self.owed}
        return tuple(duty for duty in self.task.duties if id(duty) not in own)

    @property
    def last(self) -> Report | None:
        """The actor's last report on the task, or else on a part of it."""
        return max(self.reports or self.known, key=lambda report: report.date.last, default=None)

    @property
    def due(self) -> WorkGroup:
        """The group that this row belongs to."""
        if self.asks:
            return _group_of(self.standing, self.task)
        involved = any(item.duty.role.part == WorkGroup.INVOLVED.part for item in self.owed)
        return WorkGroup.INVOLVED if involved else WorkGroup.CONCERNED


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
        known_of(task.duties, task.reported(), actor, through=through),
    )


def known_of(
    duties: Iterable[Duty], reports: Iterable[Report], actor: str, *, through: bool
) -> tuple[Report, ...]:
    """Those of the reports on a task and its parts that are about an actor, by the rule of ``Work``."""
    if owners(duties) == {actor}:  # it stands as the whole does
        return tuple(reports)
    return tuple(report for report in reports if report.actor in _about(actor, through=through))


def own_reports(task: Task, actor: str, *, through: bool) -> tuple[Report, ...]:
    """The reports on a task that are about an actor, by the rule of ``Work``, without context."""
    about = _about(actor, through=through)
    return tuple(report for report in task.reports if report.actor in about and not report.context)


def _about(actor: str, *, through: bool) -> set[str | None]:
    return {actor} if through else {actor, None}


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
    return min(coming, key=lambda row: urgency(row)[1:], default=None)


def urgency(row: Work) -> tuple[int, dt.date, int]:
    """What presses first, then by deadline and leading role; ``sorted`` keeps the texts' order for equals."""
    pressing = _GROUPS.index(row.due) if row.due.pressing or row.standing.timeliness.ahead else len(_GROUPS)
    due = row.standing.due
    return pressing, (due.last if due else dt.date.max), _ROLES.index(row.owed[0].duty.role)
