"""How rows stand on other days: loaded only by readers who choose a day.

A course is a list of standings with the days from which they hold. Most rows share theirs with others, so a
file has each course once, and of each row the number of its course.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from directive_atlas.interface.plain_times import PlainTimes
from directive_atlas.outputs.finder.bodies import STANDINGS, STATES, last_day
from directive_atlas.outputs.finder.columns import COLUMN_ROWS, last_day_told
from directive_atlas.outputs.finder.table import Table
from directive_atlas.outputs.finder.texts import Marked, when
from directive_atlas.outputs.packing import numbers, zigzag
from directive_atlas.resolve.corpus import Phase
from directive_atlas.resolve.model import BodyStandings, Report, Standing, Task
from directive_atlas.views.evidence import evidence_of
from directive_atlas.views.work import known_of
from directive_atlas.vocabulary.dates import ImpreciseDate

Packed = tuple[dict[str, str], list[list[str | tuple[str, ...]]]]
"""Columns of numbers, and in each language the texts that they refer to."""

_Seen = tuple[Phase, Standing | None, Sequence[Report]]
"""A phase, how the task stands in it for somebody, and what is known of it."""

_Pick = Callable[[BodyStandings], Standing | None]

_STANDINGS = {standing: number for number, standing in enumerate(STANDINGS)}
_STATES = {state: number for number, state in enumerate(STATES)}

_NOBODY = ""
"""A body that no report names; it cannot be an id."""


@dataclass(slots=True)
class Numbered:
    """Different values in the order in which they came, each with its number."""

    places: dict[Any, int] = field(default_factory=dict)

    def of(self, value: Any) -> int:
        """The number of a value, from 0."""
        return self.places.setdefault(value, len(self.places))


def day_shards(table: Table, languages: Sequence[PlainTimes]) -> Iterator[Packed]:
    """The courses of every run of ``COLUMN_ROWS`` rows, and the texts of their days in each language.

    ``stands`` has the different standings: the numbers of a deadline status and of a reported status, a day
    as the column ``due`` has it, the number of the text of that day, and what the reports are worth as
    ``Evidence``. ``courses`` has the different
    courses: how many changes, the first standing (from 1), then for each change how many days it comes after
    the one before (of the first, its distance from the reference date, folded) and the standing from then
    on. ``rows`` has the course of each row. ``bodies`` has, for each row in which a body stands otherwise on
    some day: how many rows it comes after the one before; the courses of a silent body and of a silent
    member; how many bodies have courses of their own, and of each its actor and that course.
    """
    shard = _Shard(table, languages)
    for task, phases in _phases(table, last_day_told(table.corpus.as_of)):
        if len(shard.rows) == COLUMN_ROWS:
            yield shard.packed()
            shard = _Shard(table, languages)
        shard.add(task, phases)
    yield shard.packed()


def _phases(table: Table, last: dt.date) -> Iterator[tuple[Task, Sequence[Phase]]]:
    for record_id in table.directives:
        directive = table.corpus.directives[record_id]
        course = table.corpus.course(directive, last)
        yield from ((task, course[task.key]) for task in directive.walk())


@dataclass(slots=True)
class _Shard:
    """What is numbered in one file."""

    table: Table
    languages: Sequence[PlainTimes]
    stands: Numbered = field(default_factory=Numbered)
    texts: Numbered = field(default_factory=Numbered)
    known: dict[tuple[ImpreciseDate, bool] | tuple[str, dt.date], int] = field(default_factory=dict)
    courses: Numbered = field(default_factory=Numbered)
    rows: list[int] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    before: int = 0

    def add(self, task: Task, phases: Sequence[Phase]) -> None:
        """Add a row."""
        row = len(self.rows)
        whole = self._course(task, ((phase, phase.standing, phase.reports) for phase in phases))
        self.rows.append(whole)
        if not task.duties or not any(phase.bodies or phase.reports for phase in phases):
            return
        silent, member, *own = (self._course(task, seen) for seen in _seen(task, phases))
        if {silent, member, *own} == {whole}:
            return
        self.bodies += (row - self.before, silent, member, len(own))
        for actor, course in zip(_reporting(task, phases), own, strict=True):
            self.bodies += (self.table.actors[actor], course)
        self.before = row

    def _stand(self, task: Task, phase: Phase, standing: Standing | None, reports: Sequence[Report]) -> int:
        if standing is None:
            return 0
        timeliness, state = _STANDINGS[standing.timeliness], _STATES[standing.state]
        day, text = self.table.day(last_day(standing)), self._text(task, phase, standing)
        return 1 + self.stands.of((timeliness, state, day, text, evidence_of(reports)))

    def _text(self, task: Task, phase: Phase, standing: Standing) -> int:
        """The number of the text of a day; for the same day the same, but for what is only to begin.

        Where the task has no time, the times of its measures are those as of the reference date.
        """
        due = standing.due
        key = (due, due in phase.to_begin) if due else (task.key, phase.since)
        if key not in self.known:
            text = tuple(_fixed(when(task, phase.timings, standing, times)) for times in self.languages)
            self.known[key] = self.texts.of(text)
        return self.known[key]

    def _course(self, task: Task, seen: Iterable[_Seen]) -> int:
        """The number of a course; neighbours that are alike are joined."""
        stands = [(each[0].since, self._stand(task, *each)) for each in seen]
        changes = [(since, stand) for (_, before), (since, stand) in pairwise(stands) if stand != before]
        days = [self.table.corpus.as_of, *(since for since, _ in changes)]
        gaps = [(later - day).days for day, later in pairwise(days)]
        folded = [zigzag(gap) for gap in gaps[:1]] + gaps[1:]
        later = (number for gap, (_, stand) in zip(folded, changes, strict=True) for number in (gap, stand))
        return self.courses.of((stands[0][1], *later))

    def packed(self) -> Packed:
        """The columns of numbers, and the texts in each language."""
        courses = ((len(course) // 2, *course) for course in self.courses.places)
        columns = {
            "stands": numbers(number for stand in self.stands.places for number in stand),
            "courses": numbers(number for course in courses for number in course),
            "rows": numbers(self.rows),
            "bodies": numbers(self.bodies),
        }
        texts = [[text[at] for text in self.texts.places] for at in range(len(self.languages))]
        return columns, texts


def _reporting(task: Task, phases: Sequence[Phase]) -> list[str]:
    """The bodies of a task that have standings of their own; the only one, if it has one."""
    alone = [duty.actor for duty in task.duties]
    return list(dict.fromkeys(a for phase in phases for a in (phase.bodies.own if phase.bodies else alone)))


def _seen(task: Task, phases: Sequence[Phase]) -> Iterator[list[_Seen]]:
    """What the phases are for a silent body, for a silent member of a group, and for each reporting body."""
    direct = {duty.actor for duty in task.duties if duty.role.asks}

    def seen(actor: str, pick: _Pick, *, through: bool) -> list[_Seen]:
        standings = (pick(phase.bodies) if phase.bodies else phase.standing for phase in phases)
        known = (known_of(task.duties, phase.reports, actor, through=through) for phase in phases)
        return list(zip(phases, standings, known, strict=True))

    yield seen(_NOBODY, lambda bodies: bodies.silent, through=False)
    yield seen(_NOBODY, lambda bodies: bodies.member, through=True)
    for actor in _reporting(task, phases):
        yield seen(actor, _own(actor), through=actor not in direct)


def _own(actor: str) -> _Pick:
    return lambda bodies: bodies.own.get(actor)


def _fixed(text: Marked) -> str | tuple[str, ...]:
    """The same text as a value that can be counted by."""
    return text if isinstance(text, str) else tuple(text)
