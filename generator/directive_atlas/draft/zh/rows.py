"""Tables of tasks: 序号, 工作任务, 牵头单位, 配合单位, 完成时限. Each row below such a heading is a task."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.roles import role_of_field
from directive_atlas.draft.zh.text import Reading, trimmed
from directive_atlas.passages import Kind, Paragraph, Span
from directive_atlas.vocabulary.tasks import Role

_BETWEEN = re.compile("[\u2003\t]")
_NUMBER = re.compile("序号|编号|序")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is a task: the cell with its words, those who have a part in it, and when it is due."""

    task: Span
    label: str | None
    bodies: tuple[tuple[Role, Span], ...]
    due: Span | None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column is what, by its number from 0; over how many columns the heading of the tasks stands."""

    task: int
    levels: int
    number: int | None
    due: int | None
    roles: Mapping[int, Role]


def rows(reading: Reading, paragraphs: Sequence[Paragraph]) -> dict[int, Row | None]:
    """What each row of the tables is, by the number of its paragraph; nothing for one that is no task."""
    found: dict[int, Row | None] = {}
    columns: _Columns | None = None
    for paragraph in paragraphs:
        cells = [*_cells(reading, paragraph)]
        if len(cells) < 2:
            columns = columns if paragraph.kind is Kind.ROW else None
        elif heading := _columns(reading, cells):
            columns, found[paragraph.number] = heading, None
        elif (
            columns and len(cells) == columns.levels > 1 and found.get(paragraph.number - 1, columns) is None
        ):
            found[paragraph.number] = None  # the second row of the heading
        elif columns or paragraph.kind is Kind.ROW:
            found[paragraph.number] = _row(reading, cells, columns) if columns else None
    return found


def _cells(reading: Reading, paragraph: Paragraph) -> Iterator[Span]:
    """The cells of a row, without white space around them; an empty one has no length."""
    start = paragraph.span.start
    for mark in _BETWEEN.finditer(reading.text, paragraph.span.start, paragraph.span.end):
        yield trimmed(reading.text, Span(start, mark.start()))
        start = mark.end()
    yield trimmed(reading.text, Span(start, paragraph.span.end))


def _columns(reading: Reading, cells: Sequence[Span]) -> _Columns | None:
    """The columns of a heading; nothing where no column has tasks and another one bodies or days."""
    names = [re.sub(r"\s|[:：]", "", reading.words(cell)) for cell in cells]
    task = _which(words.FIELDS_TASK, names)
    roles = {at: role for at, name in enumerate(names) if (role := role_of_field(name))}
    due = _which(words.FIELDS_TIME, names)
    if task is None or not (roles or due is not None):
        return None
    levels = _levels(cells, task)
    return _Columns(task + levels - 1, levels, _which(_NUMBER.pattern, names), due, roles)


def _levels(cells: Sequence[Span], at: int) -> int:
    """Over how many columns a cell of a heading stands: what it is merged with is empty."""
    after = (number for number in range(at + 1, len(cells)) if cells[number].start < cells[number].end)
    return next(after, len(cells)) - at


def _which(pattern: str, names: Sequence[str]) -> int | None:
    """The last column with such a name: that of the smaller tasks, where there are two levels."""
    return next((at for at in range(len(names) - 1, -1, -1) if re.fullmatch(pattern, names[at])), None)


def _row(reading: Reading, cells: Sequence[Span], columns: _Columns) -> Row | None:
    def cell(at: int | None) -> Span | None:
        return cells[at] if at is not None and at < len(cells) and cells[at].start < cells[at].end else None

    task, number = cell(columns.task), cell(columns.number)
    if task is None:
        return None
    bodies = tuple((role, span) for at, role in columns.roles.items() if (span := cell(at)))
    return Row(task, reading.words(number) if number else None, bodies, cell(columns.due))
