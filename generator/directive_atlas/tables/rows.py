"""The rows of a table of tasks: which are tasks, which are headings of others, which only explain."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from directive_atlas.tables.cells import Cell
from directive_atlas.tables.columns import Column
from directive_atlas.tables.layout import Heading, Layout, Row, distinct

NOTHING = Cell("", 0, 0)
"""A cell of a column that the table does not have."""

_NOTE = re.compile(
    r"[(（【\[]?(注|说明|备注|填表说明|notes?|sources?)\s*\d*\s*[:：.、】\])）]|[*※＊]", re.IGNORECASE
)
_CHAPTER = re.compile(
    r"[(（]?[一二三四五六七八九十]+[)）、.．]|第[一二三四五六七八九十\d]+[章节部类]|[IVX]+\.\s|[A-Z]\.\s"
)

Named = tuple[tuple[Heading, Cell], ...]
"""Cells with the headings of their columns; a cell that is merged with one above is that one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the table: the words of its task, and its other cells.

    ``path`` are the headings above it, outermost first, some of them empty; ``labels`` its numbers;
    ``task`` is what it is a part of, in a table with two columns of tasks.
    """

    number: int
    path: tuple[Cell, ...]
    labels: tuple[Cell, ...]
    task: Cell
    words: Cell
    bodies: Named
    times: Named
    others: Named

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All its cells with words, but for the headings above it."""
        named = (cell for cells in (self.bodies, self.times, self.others) for _, cell in cells)
        return tuple(cell for cell in (*self.labels, self.task, self.words, *named) if cell)

    @property
    def in_order(self) -> tuple[Cell, ...]:
        """Those that begin in its own row, in the order of the columns."""
        return tuple(sorted({c for c in self.cells if c.row == self.number}, key=lambda cell: cell.column))

    def only(self, wanted: Collection[Cell]) -> Entry:
        """The row with some of its cells, for a task of several rows."""
        return self._with(lambda cell: cell in wanted)

    def without(self, unwanted: Collection[Cell]) -> Entry:
        """The row without some of its cells."""
        return self._with(lambda cell: cell not in unwanted) if unwanted else self

    def _with(self, kept: Callable[[Cell], bool]) -> Entry:
        """Its columns stay: one whose cell went is gone, too."""
        bodies, times, others = (
            tuple((heading, cell) for heading, cell in cells if kept(cell))
            for cells in (self.bodies, self.times, self.others)
        )
        return replace(
            self,
            labels=tuple(filter(kept, self.labels)),
            task=self.task if kept(self.task) else NOTHING,
            words=self.words if kept(self.words) else NOTHING,
            bodies=bodies,
            times=times,
            others=others,
        )


@dataclass(frozen=True, slots=True)
class Group:
    """A task with its row, or with a row for each of its parts; ``words`` are those of the whole."""

    words: Cell
    entries: tuple[Entry, ...]

    @property
    def shared(self) -> frozenset[Cell]:
        """The cells of the whole: those merged over all of its rows, and a number that only the first has."""
        first, *others = self.entries
        numbers = () if any(entry.labels for entry in others) else first.labels
        return frozenset.intersection(*(frozenset(entry.cells) for entry in self.entries)) | set(numbers)


@dataclass(frozen=True, slots=True)
class Chapter:
    """What stands below a heading within the table: tasks, and chapters of their own headings."""

    heading: Cell
    chapters: tuple[Chapter, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Contents:
    """The tasks of a table, and the numbers of the rows that are notes."""

    chapters: tuple[Chapter, ...]
    groups: tuple[Group, ...]
    notes: tuple[int, ...]

    @cached_property
    def over(self) -> Mapping[int, Sequence[frozenset[Cell]]]:
        """The cells that stand over several tasks or parts, by the row where they begin, outermost first."""
        found: dict[int, list[frozenset[Cell]]] = {}
        for cells in _over(self.chapters, self.groups):
            for number in {cell.row for cell in cells}:
                found.setdefault(number, []).append(cells)
        return found


def _over(chapters: Sequence[Chapter], groups: Sequence[Group]) -> Iterator[frozenset[Cell]]:
    yield from (group.shared for group in groups if len(group.entries) > 1)
    for chapter in chapters:
        yield frozenset({chapter.heading})
        yield from _over(chapter.chapters, chapter.groups)


@dataclass(frozen=True, slots=True)
class _Levels:
    """The columns that have words of tasks: those of headings, of tasks, and of the parts of tasks."""

    sections: tuple[int, ...]
    task: int | None
    words: int


def contents_of(layout: Layout) -> Contents:
    """The tasks of a table, in its order."""
    levels = _levels(layout)
    last = max((n for n, row in layout.rows if _is_data(levels, n, row)), default=0)
    entries, notes, banner = list[Entry](), list[int](), NOTHING
    for number, row in layout.rows:
        first = distinct(row, number)[:1]
        if number > last or (first and _NOTE.match(first[0].text)):
            notes.append(number)
        elif _is_data(levels, number, row):
            entries.append(_entry(layout, levels, number, row, (banner, entries[-1:])))
        elif first:
            banner = first[0]
    chapters, groups = _below(entries, 0)
    return Contents(chapters, groups, tuple(notes))


def _levels(layout: Layout) -> _Levels:
    """What each column with words of tasks is; the last one has those of the rows."""
    found = [each for each in layout.headings if each.column and each.column.level and not each.groups]
    groups = [each.index for each in layout.headings if each.groups]
    measures = [each.index for each in found if each.column is Column.MEASURE]
    tasks = [each.index for each in found if each.column is Column.TASK]
    sections = [each.index for each in found if each.column is Column.SECTION]
    inner = measures[:1] or tasks[-1:] or sections[-1:]
    outer = tasks[-1:] if measures else []
    above = {*groups, *sections, *tasks} - {*inner, *outer}
    return _Levels(tuple(sorted(above)), outer[0] if outer else None, inner[0])


def _is_data(levels: _Levels, number: int, row: Row) -> bool:
    """Whether a row is a task: not where one cell alone is written, except one of a column of tasks."""
    own, words = distinct(row, number), row[levels.words]
    task = row[levels.task] if levels.task is not None else NOTHING
    if not own or not (words or task):
        return False
    alone = len(distinct(row)) == 1
    wide = row.count(own[0]) > 1
    return not (alone and (wide or words.column == 1 or _CHAPTER.match(own[0].text)))


def _entry(
    layout: Layout, levels: _Levels, number: int, row: Row, above: tuple[Cell, Sequence[Entry]]
) -> Entry:
    banner, before = above
    last = before[0] if before and before[0].path[:1] == (banner,) else None
    words = row[levels.words]
    task = row[levels.task] if levels.task is not None else NOTHING
    sections = tuple(row[index] for index in levels.sections)
    filled = _filled(sections, last.path[1:] if last else ())
    if levels.task is not None and not task and last and last.path[1:] == filled:
        task = last.task
    return Entry(
        number,
        (banner, *filled),
        tuple(row[heading.index] for heading in layout.of(Column.NUMBER) if row[heading.index]),
        task if words else NOTHING,
        words or task,
        _named(layout, row, lambda heading: bool(heading.column and heading.column.role)),
        _named(layout, row, lambda heading: heading.column is Column.DUE),
        _named(layout, row, lambda heading: _is_other(levels, heading)),
    )


def _filled(own: Sequence[Cell], before: Sequence[Cell]) -> tuple[Cell, ...]:
    """The headings of a row; an empty one goes on from the row before, below the same outer headings."""
    found: list[Cell] = []
    for index, cell in enumerate(own):
        goes_on = not cell and index < len(before) and tuple(before[:index]) == tuple(found)
        found.append(before[index] if goes_on else cell)
    return tuple(found)


def _named(layout: Layout, row: Row, wanted: Callable[[Heading], bool]) -> Named:
    return tuple((heading, row[heading.index]) for heading in layout.headings if wanted(heading))


def _is_other(levels: _Levels, heading: Heading) -> bool:
    """Whether a column has no place of its own in a record."""
    used = {*levels.sections, levels.task, levels.words}
    placed = heading.column in {Column.NUMBER, Column.DUE} or bool(heading.column and heading.column.role)
    return heading.index not in used and not placed


def _below(entries: Sequence[Entry], depth: int) -> tuple[tuple[Chapter, ...], tuple[Group, ...]]:
    """The chapters and the tasks of some rows that have the same headings down to a depth."""
    if not entries:
        return (), ()
    if depth == len(entries[0].path):
        runs = groupby(entries, key=lambda entry: entry.task or entry.words)
        return (), tuple(Group(words, tuple(run)) for words, run in runs)
    chapters, groups = list[Chapter](), list[Group]()
    for heading, run in groupby(entries, key=lambda entry: entry.path[depth]):
        inner, tasks = _below(tuple(run), depth + 1)
        if heading:
            chapters.append(Chapter(heading, inner, tasks))
        else:
            chapters += inner
            groups += tasks
    return tuple(chapters), tuple(groups)
