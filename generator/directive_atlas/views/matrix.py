"""Responsibility matrices: the role of each actor, for one directive or several.

Only cells that are not empty are kept, so the size depends on the duties, not on rows times columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.interface import anchors
from directive_atlas.interface.addresses import Address
from directive_atlas.interface.anchors import Heading
from directive_atlas.resolve.model import Directive, Section, Task, Text
from directive_atlas.views.paging import batched
from directive_atlas.vocabulary.tasks import Basis, Role
from directive_atlas.vocabulary.word import N_

MOST_COLUMNS = 14
"""The number of columns that fit on a sheet of paper."""


@dataclass(frozen=True, slots=True)
class Column:
    """Some tasks of one directive under one heading: one task, a section, a run of tasks, or all."""

    title: Text | str
    label: str | None
    target: Address
    tasks: tuple[Task, ...]

    @property
    def directive(self) -> str:
        """The directive that the tasks belong to."""
        return self.tasks[0].directive


@dataclass(frozen=True, slots=True)
class Entry:
    """A role of one actor in the tasks of one column: in how many of them and their measures, and where.

    Parts of several tasks have no ``target`` of their own: the list of tasks shows them. ``parts_only``
    tells that it has the role in measures, but in no whole task; ``basis`` is the best that any of them
    gives: stated, before carried over, before our reading.
    """

    role: Role
    basis: Basis
    count: int
    parts_only: bool
    target: Address | None


@dataclass(frozen=True, slots=True)
class Row:
    """One actor; ``cells`` has the columns in which it has a role, by number from 0."""

    actor: str
    cells: Mapping[int, tuple[Entry, ...]]

    @property
    def anchor(self) -> str:
        """The name of the row on its directive's page."""
        return anchors.matrix_row(self.actor)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors in the order in which the texts name them, and what the cells use."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    roles: tuple[Role, ...]
    bases: tuple[Basis, ...]
    parts_only: bool


def of_directive(directive: Directive) -> Matrix:
    """The matrix of one directive; its cells lead to tasks."""
    return _matrix(_columns(directive))


def of_directives(directives: Iterable[Directive]) -> Matrix:
    """The matrix of several directives that have tasks, each in a column that leads to its own matrix."""
    columns = (Column(d.title, None, address.directive(d.id, Heading.ACTORS), d.tasks) for d in directives)
    return _matrix(tuple(columns))


def _columns(directive: Directive) -> tuple[Column, ...]:
    """Single tasks if they fit, else sections if those fit, else runs of tasks by number."""
    if len(directive.tasks) <= MOST_COLUMNS:
        return tuple(Column(t.title, t.label, address.task(t.key, t.root), (t,)) for t in directive.tasks)
    for sections in (tuple(directive.all_sections()), directive.sections):
        columns = tuple(_by_section(directive, sections))
        if 1 < len(columns) <= MOST_COLUMNS:
            return columns
    return tuple(_by_number(directive))


def _by_section(directive: Directive, sections: Sequence[Section]) -> Iterator[Column]:
    """The sections that have tasks; tasks without a section are in the last column."""
    outer = sections is directive.sections
    own = {s.id: [k for part in s.walk() for k in part.tasks] if outer else list(s.tasks) for s in sections}
    tasks = {task.key: task for task in directive.tasks}
    for section in sections:
        if own[section.id]:
            target = address.section(directive.id, section.id)
            yield Column(section.title, None, target, tuple(tasks.pop(key) for key in own[section.id]))
    if tasks:
        target = address.directive(directive.id, Heading.OTHER_TASKS)
        yield Column(N_("Other tasks"), None, target, tuple(tasks.values()))


def _by_number(directive: Directive) -> Iterator[Column]:
    size = -(-len(directive.tasks) // MOST_COLUMNS)
    first = 1
    for run in batched(directive.tasks, size):
        title = f"{first}–{first + len(run) - 1}"
        yield Column(title, None, address.directive(directive.id, Heading.TASKS), tuple(run))
        first += len(run)


_BASES = tuple(Basis)
_Cell = dict[Role, list[tuple[Task, Basis]]]
_Found = dict[str, dict[int, _Cell]]


def _matrix(columns: tuple[Column, ...]) -> Matrix:
    found: _Found = {}
    for number, column in enumerate(columns):
        for task in (part for whole in column.tasks for part in whole.walk()):
            for duty in task.duties:
                cell = found.setdefault(duty.actor, {}).setdefault(number, {})
                cell.setdefault(duty.role, []).append((task, duty.basis))
    rows = tuple(
        Row(actor, {n: _entries(cell) for n, cell in cells.items()}) for actor, cells in found.items()
    )
    entries = [entry for row in rows for cell in row.cells.values() for entry in cell]
    roles, bases = {entry.role for entry in entries}, {entry.basis for entry in entries}
    return Matrix(
        columns,
        rows,
        roles=tuple(role for role in Role if role in roles),
        bases=tuple(basis for basis in Basis if basis in bases),
        parts_only=any(entry.parts_only for entry in entries),
    )


def _entries(cell: _Cell) -> tuple[Entry, ...]:
    return tuple(_entry(role, cell[role]) for role in Role if role in cell)


def _entry(role: Role, found: list[tuple[Task, Basis]]) -> Entry:
    tasks = [task for task, _ in found]
    basis = min((basis for _, basis in found), key=_BASES.index)
    keys, roots = {task.key for task in tasks}, {task.root for task in tasks}
    one = keys if len(keys) == 1 else roots
    target = address.task(next(iter(one)), tasks[0].root) if len(one) == 1 else None
    return Entry(role, basis, len(keys), all(task.depth for task in tasks), target)
