"""Where a table of tasks has its headings, its rows, and what stands above and below it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.tables.cells import Cell, Sheet
from directive_atlas.tables.columns import Column, column_of

_DEEPEST = 40
"""So many rows are searched for the headings."""

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column, by its place from 0, and what it means."""

    index: int
    text: str
    column: Column | None
    groups: bool = False
    """Whether it is the first of two columns of tasks under one heading: it groups the second."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a sheet: what stands ``above`` the headings, these, and the rows with their numbers.

    ``line`` is the row of the headings; rows count from 1.
    """

    sheet: Sheet
    line: int
    above: tuple[str, ...]
    headings: tuple[Heading, ...]
    rows: tuple[tuple[int, Row], ...]
    repeated: tuple[int, ...] = ()
    """The numbers of rows that only repeat the headings, at the top of a printed page."""

    def of(self, column: Column) -> tuple[Heading, ...]:
        """The headings with a meaning."""
        return tuple(heading for heading in self.headings if heading.column is column)


def layout_of(sheet: Sheet) -> Layout | None:
    """The parts of a sheet; nothing where no row has headings of a table of tasks."""
    first = next((n for n, row in enumerate(sheet.rows[:_DEEPEST]) if _is_header(sheet.rows, n, row)), None)
    if first is None:
        return None
    upper = sheet.rows[first]
    lower = sheet.rows[first + 1] if _goes_on(sheet.rows, first) else ()
    rows, repeated = list[tuple[int, Row]](), list[int]()
    headers = {_keys(upper), _keys(lower)}
    for number, row in enumerate(sheet.rows[first + 1 + bool(lower) :], first + 2 + bool(lower)):
        if _keys(row) in headers and any(row):
            repeated.append(number)
        elif any(row):
            rows.append((number, row))
    filled = {index for _, row in rows for index, cell in enumerate(row) if cell}
    headings = tuple(_headings(_texts(upper, lower), filled))
    above = tuple(_lines(sheet.rows[:first]))
    return Layout(sheet, first + 1, above, headings, tuple(rows), tuple(repeated))


def distinct(row: Row, number: int | None = None) -> list[Cell]:
    """The cells of a row that have words, each once; with a ``number`` only those that begin in it."""
    found = dict.fromkeys(cell for cell in row if cell and number in {None, cell.row})
    return list(found)


def _is_header(rows: Sequence[Row], index: int, row: Row) -> bool:
    """Whether a row names what tasks are called, and something else about them."""
    found = {column_of(cell.text) for cell in distinct(row)}
    if _goes_on(rows, index):
        found |= {column_of(cell.text) for cell in distinct(rows[index + 1])}
    known = found - {None, Column.OTHER}
    return len(distinct(row)) > 1 and len(known) > 1 and any(each and each.level for each in known)


def _goes_on(rows: Sequence[Row], index: int) -> bool:
    """Whether the row below is a second row of headings: all that begins there are headings, too."""
    if index + 1 >= len(rows):
        return False
    upper, lower = rows[index], rows[index + 1]
    new = distinct(lower, index + 2)
    below = all(not upper[cell.column - 1] or _is_wide(upper, cell.column - 1) for cell in new)
    return bool(new) and below and all(column_of(cell.text) for cell in new)


def _is_wide(row: Row, index: int) -> bool:
    """Whether a heading stands over several columns: merged, or with nothing at its right."""
    right = row[index + 1] if index + 1 < len(row) else None
    left = row[index - 1] if index else None
    return row[index] in {left, right} or (right is not None and not right)


def _texts(upper: Row, lower: Row) -> list[tuple[str, str]]:
    """The heading of each column, and the one that stands over it and others."""
    found: list[tuple[str, str]] = []
    over = ""
    for index, cell in enumerate(upper):
        own = lower[index].line if lower else ""
        over = cell.line or (over if own else "")
        found.append((own, over) if own and own != over else (over, ""))
    return found


def _headings(texts: Sequence[tuple[str, str]], filled: Collection[int]) -> Iterator[Heading]:
    """The headings with their meanings; of two columns under one heading of tasks the first is a group."""
    words = [text for text, _ in texts]
    for index in range(1, len(words)):
        before = column_of(words[index - 1])
        if not words[index] and index in filled and before and before.level:
            words[index] = words[index - 1]
    for index, (text, over) in enumerate(texts):
        column = column_of(words[index]) or (column_of(over) if over else None)
        again = index + 1 in filled and words[index] == words[index + 1]
        shown = f"{over} {text}" if over else text
        yield Heading(index, shown, column, groups=bool(again and column and column.level))


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    """The words above the headings, one line for each cell, as they stand."""
    for number, row in enumerate(rows, 1):
        yield from (cell.line for cell in distinct(row, number))


def _keys(row: Row) -> tuple[str, ...]:
    return tuple(cell.key for cell in row)
