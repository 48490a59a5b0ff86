"""What an actor owes as a work list: by when first, then by role."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from directive_atlas.interface.labels import N_
from directive_atlas.resolve.corpus import Corpus, Owed
from directive_atlas.resolve.model import Standing, Task, Timeliness, TimingForm
from directive_atlas.views.timeline.window import quarter, year
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day
from directive_atlas.vocabulary.words import Role


class Due(StrEnum):
    """The groups of a work list in their order; each value is the anchor of its heading."""

    OVERDUE = "due-overdue"
    UNREPORTED = "due-unreported"
    SOON = "due-soon"
    AHEAD = "due-ahead"
    RECURRING = "due-recurring"
    WAITING = "due-waiting"
    NONE = "due-none"
    DONE = "due-done"
    ENDED = "due-ended"
    CONCERNED = "due-concerned"


TITLES: Mapping[Due, str] = {
    Due.OVERDUE: N_("Overdue"),
    Due.UNREPORTED: N_("Past due, not reported as done"),
    Due.SOON: N_("Due soon"),
    Due.AHEAD: N_("Due later"),
    Due.RECURRING: N_("Again and again, or ongoing"),
    Due.WAITING: N_("Waiting for an event"),
    Due.NONE: N_("Without a deadline"),
    Due.DONE: N_("Done"),
    Due.ENDED: N_("Cancelled or no longer in force"),
    Due.CONCERNED: N_("Concerns it, but asks nothing of it"),
}
"""The headings of the groups."""

GROUP_OF: Mapping[Timeliness, Due] = {
    Timeliness.OVERDUE: Due.OVERDUE,
    Timeliness.UNREPORTED: Due.UNREPORTED,
    Timeliness.DUE_SOON: Due.SOON,
    Timeliness.AHEAD: Due.AHEAD,
    Timeliness.WAITING: Due.WAITING,
    Timeliness.PER_CASE: Due.RECURRING,
    Timeliness.OPEN: Due.NONE,
    Timeliness.LATE: Due.DONE,
    Timeliness.ON_TIME: Due.DONE,
    Timeliness.FINISHED: Due.DONE,
    Timeliness.CANCELLED: Due.ENDED,
    Timeliness.ENDED: Due.ENDED,
}
"""Where each standing is listed; what is open and goes on or comes again is listed as such."""

PRESSING = (Due.OVERDUE, Due.UNREPORTED, Due.SOON)
"""The groups that ask for something now."""

SHOWN = 200
"""Rows of one group on the page; the list of tasks has the rest."""

QUARTERS_AHEAD = 366
"""Deadlines of so many days ahead are told by quarter, later ones by year."""

_LASTING = {TimingForm.EVERY, TimingForm.REGULARLY, TimingForm.ONGOING}
_ROLES = tuple(Role)
_PASSIVE = {Role.INFORMED, Role.BENEFICIARY, Role.RECIPIENT}


@dataclass(frozen=True, slots=True)
class Work:
    """One task or measure that an actor has a part in, with all its parts in it, the leading first."""

    task: Task
    owed: tuple[Owed, ...]

    @property
    def asks(self) -> bool:
        """Whether the task asks something of the actor; who only gains or hears of it owes nothing."""
        return any(item.duty.role not in _PASSIVE for item in self.owed)

    @property
    def due(self) -> Due:
        """The group that this row belongs to."""
        return group_of(self.task) if self.asks else Due.CONCERNED


@dataclass(frozen=True, slots=True)
class Period:
    """The rows of a group that are due in one quarter or year (``when``), or all of them."""

    when: ImpreciseDate | None
    rows: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a work list: how many rows it has, those that the page shows, how many it leaves out."""

    due: Due
    total: int
    left_out: int
    periods: tuple[Period, ...]
    standings: tuple[Timeliness, ...]


def work_of(corpus: Corpus, actor: str) -> list[Work]:
    """What an actor has a part in, itself and through groups, each task once, in the order of the texts."""
    owed: dict[str, list[Owed]] = defaultdict(list)
    for item in corpus.links.owed.get(actor, ()):
        owed[item.task].append(item)
    return [
        Work(corpus.tasks[key], tuple(sorted(items, key=lambda item: _ROLES.index(item.duty.role))))
        for key, items in owed.items()
    ]


def work_list(rows: Iterable[Work], as_of: dt.date) -> list[Group]:
    """The rows in their groups; groups without rows are left out."""
    groups: dict[Due, list[Work]] = {due: [] for due in Due}
    for row in rows:
        groups[row.due].append(row)
    return [_group(due, sorted(found, key=_order), as_of) for due, found in groups.items() if found]


def group_of(task: Task) -> Due:
    """The group that a task belongs to."""
    group = GROUP_OF[task.standing.timeliness]
    lasting = group is Due.NONE and any(timing.form in _LASTING for timing in task.timings)
    return Due.RECURRING if lasting else group


def anchors(tasks: Iterable[Task]) -> dict[Timeliness, str]:
    """For each standing that tasks have the anchor of a group that lists some of them."""
    return {task.standing.timeliness: group_of(task).value for task in tasks}


def by_group(tasks: Iterable[Task], groups: Collection[Due]) -> dict[Due, list[str]]:
    """The keys of tasks in some of the groups; groups without tasks are left out."""
    found: dict[Due, list[str]] = {due: [] for due in groups}
    for task in tasks:
        if (due := group_of(task)) in found:
            found[due].append(task.key)
    return {due: keys for due, keys in found.items() if keys}


def next_deadline(rows: Iterable[Work]) -> Work | None:
    """The row whose deadline comes next."""
    running = {Timeliness.DUE_SOON, Timeliness.AHEAD}
    coming = (row for row in rows if row.task.standing.timeliness in running)
    return min(coming, key=_order, default=None)


def _order(row: Work) -> tuple[dt.date, int]:
    """By deadline, then by the leading role; ``sorted`` keeps the order of the texts below that."""
    due = row.task.standing.due
    return (due.last if due else dt.date.max), _ROLES.index(row.owed[0].duty.role)


def _group(due: Due, rows: list[Work], as_of: dt.date) -> Group:
    standings = tuple(dict.fromkeys(row.task.standing.timeliness for row in rows))
    shown = rows[:SHOWN]
    periods = _periods(shown, as_of) if due is Due.AHEAD else (Period(None, tuple(shown)),)
    return Group(due, len(rows), len(rows) - len(shown), periods, standings)


def _periods(rows: Iterable[Work], as_of: dt.date) -> tuple[Period, ...]:
    found: dict[ImpreciseDate, list[Work]] = defaultdict(list)
    for row in rows:
        found[_period(row.task.standing, as_of)].append(row)
    return tuple(Period(when, tuple(own)) for when, own in found.items())


def _period(standing: Standing, as_of: dt.date) -> ImpreciseDate:
    """The quarter of a deadline that is near, else its year."""
    day = (standing.due or on_day(as_of)).last
    near = (day - as_of).days <= QUARTERS_AHEAD
    return quarter(day) if near else year(day)
