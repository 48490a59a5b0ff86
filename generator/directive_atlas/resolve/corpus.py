"""The corpus: records by id, every link in both directions, all dated entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.resolve.model import (
    Actor,
    BodyStandings,
    Directive,
    Duty,
    Relation,
    Report,
    Standing,
    Target,
    Task,
    Term,
    Text,
    Timing,
    Topic,
)
from directive_atlas.resolve.model.changes import NO_HISTORY, History, Identity
from directive_atlas.vocabulary.changes import RecordKind
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.timeline import EventKind


@dataclass(frozen=True, slots=True)
class Owed:
    """A task in which an actor has a role: itself, or through the group ``through``."""

    task: str
    duty: Duty
    through: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """A dated entry: about a directive (``task`` empty) or one of its tasks.

    A report has what was ``note``, and about which ``actor``, if about one; a target has the actor whose
    it is, if it is that of one, and itself as ``figure``. A deadline may end a period that has a ``start``,
    or be one of many occurrences (``again``).
    """

    date: ImpreciseDate
    kind: EventKind
    directive: str
    task: str | None
    what: Text
    note: Text | None = None
    actor: str | None = None
    start: ImpreciseDate | None = None
    again: bool = False
    figure: Target | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """How a task stands from a day on, until its next phase begins; ``bodies`` is as in ``Task``.

    ``reports`` are those published by then on the task and its measures, without context. ``to_begin`` are
    the days by which it is only to begin. Its timings are made where somebody asks for them: few do.
    """

    since: dt.date
    make_timings: Callable[[], tuple[Timing, ...]]
    to_begin: frozenset[ImpreciseDate]
    standing: Standing
    bodies: BodyStandings | None
    reports: tuple[Report, ...] = ()

    @property
    def timings(self) -> tuple[Timing, ...]:
        """Its timings with their status on the first day of the phase."""
        return self.make_timings()


Course = Callable[[Directive, dt.date], Mapping[str, Sequence[Phase]]]
"""Gives the phases of all tasks of a directive from the beginning of days up to a day, by key, in order."""


def steady(directive: Directive, _: dt.date) -> dict[str, list[Phase]]:
    """The course of tasks of which nothing else is known than how they stand."""
    return {task.key: [_only_phase(task)] for task in directive.walk()}


def _only_phase(task: Task) -> Phase:
    begun = days_to_begin((timing.due, timing.begins) for timing in task.timings)
    return Phase(dt.date.min, lambda: task.timings, begun, task.standing, task.bodies, task.reported())


def days_to_begin(deadlines: Iterable[tuple[ImpreciseDate | None, bool]]) -> frozenset[ImpreciseDate]:
    """The days by which something is only to begin, of deadlines of which each tells whether it is one."""
    listed = [(due, begins) for due, begins in deadlines if due]
    return frozenset(due for due, begins in listed if begins) - {due for due, begins in listed if not begins}


@dataclass(frozen=True, slots=True)
class Links:
    """Every link in reverse: for an id or key, what refers to it."""

    owed: Mapping[str, tuple[Owed, ...]]
    issued: Mapping[str, tuple[str, ...]]
    addressed: Mapping[str, tuple[str, ...]]
    approved: Mapping[str, tuple[str, ...]]
    copied: Mapping[str, tuple[str, ...]]
    attended: Mapping[str, tuple[str, ...]]
    relations_to: Mapping[str, tuple[Relation, ...]]
    topic_tasks: Mapping[str, tuple[str, ...]]
    topic_directives: Mapping[str, tuple[str, ...]]
    term_tasks: Mapping[str, tuple[str, ...]]
    needed_by: Mapping[str, tuple[str, ...]]
    reported: Mapping[str, tuple[Report, ...]]
    chooses: Mapping[str, tuple[Owed, ...]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All records, resolved for ``as_of``: directives newest first, the others in the order of the files.

    ``course`` tells how their tasks stand on other days, ``history`` what was recorded of their changes.
    """

    as_of: dt.date
    directives: Mapping[str, Directive]
    actors: Mapping[str, Actor]
    topics: Mapping[str, Topic]
    terms: Mapping[str, Term]
    tasks: Mapping[str, Task]
    events: tuple[Event, ...]
    links: Links
    course: Course = steady
    history: History = NO_HISTORY

    def has(self, identity: Identity) -> bool:
        """Whether there is such a record."""
        kind, name = identity
        found: Mapping[RecordKind, Mapping[str, object]] = {
            RecordKind.DIRECTIVE: self.directives,
            RecordKind.TASK: self.tasks,
            RecordKind.ACTOR: self.actors,
            RecordKind.TOPIC: self.topics,
            RecordKind.TERM: self.terms,
        }
        return name in found[kind]
