"""Tables on a page: lines of several cells, put together to rows by ruled lines or by their columns."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from directive_atlas.intake.pdf.lines import Cell, Line
from directive_atlas.intake.wrapping import Spelling, join

_OBJECTS = 20_000
"""So many drawn objects of a page are looked at for ruled lines."""

_Column = tuple[float, float]
"""From where to where the cells of a column reach."""


def ruled(page: pypdfium2.PdfPage) -> list[float]:
    """The heights of the horizontal lines on a page, from below."""
    found = set[float]()
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)
    for path in islice(paths, _OBJECTS):
        left, bottom, right, top = path.get_bounds()
        if right - left > 20:
            found |= {round(bottom, 1), round(top, 1)}
    return sorted(found)


def split(lines: Sequence[Line], rules: Sequence[float]) -> Iterator[tuple[bool, list[Line]]]:
    """Runs of lines, each with whether it is a table."""
    inside = _inside(lines, rules)
    for is_table, run in groupby(zip(inside, lines, strict=True), key=lambda pair: pair[0]):
        yield is_table, [line for _, line in run]


def _inside(lines: Sequence[Line], rules: Sequence[float]) -> list[bool]:
    """Which lines are of a table: two of several cells at least, and what stands between them in a column."""
    many = [number for number, line in enumerate(lines) if len(line.cells) > 1]
    inside = [False] * len(lines)
    for first, second in pairwise(many):
        columns = _columns([lines[first], lines[second]])
        if all(_is_in_one(line, columns) for line in lines[first + 1 : second]):
            inside[first : second + 1] = [True] * (second + 1 - first)
    for number in range(1, len(lines)):
        same = rules and _band(lines[number], rules) == _band(lines[number - 1], rules)
        if inside[number - 1] and not inside[number] and same:
            inside[number] = _is_in_one(lines[number], _columns(lines[number - 1 : number]))
    return inside


def _is_in_one(line: Line, columns: Sequence[_Column]) -> bool:
    met = [each for each in columns if _meets(line.cells[0], each)]
    within = (
        left - line.height <= line.left and line.right <= right + line.height
        for left, right in _wide(columns)
    )
    return len(met) == 1 and any(within)


def _meets(cell: Cell, column: _Column) -> bool:
    return cell.left < column[1] and column[0] < cell.right


def _wide(columns: Sequence[_Column]) -> Iterator[_Column]:
    """The columns with the free space behind them."""
    ends = [*(left for left, _ in columns[1:]), float("inf")]
    for (left, _), end in zip(columns, ends, strict=True):
        yield left, end


def _columns(lines: Sequence[Line]) -> list[_Column]:
    """The columns that cells share; a cell over several of them makes none."""
    found: list[_Column] = []
    for cell in sorted((c for line in lines for c in line.cells), key=lambda cell: cell.right - cell.left):
        met = [each for each in found if cell.left < each[1] and each[0] < cell.right]
        if len(met) < 2:
            found = [each for each in found if each not in met]
            found.append(
                (min(cell.left, *(m[0] for m in met), cell.left), max(cell.right, *(m[1] for m in met), 0))
            )
    return sorted(found)


def rows(lines: Sequence[Line], rules: Sequence[float], spelling: Spelling) -> list[tuple[str, ...]]:
    """The rows of a table, cell by cell; the lines of one cell are joined."""
    columns = _columns(lines)
    grouped: list[list[Line]] = []
    bands = [_band(line, rules) for line in lines]
    by_rules = len(set(bands)) > 1
    for number, line in enumerate(lines):
        same = bands[number] == bands[number - 1] if by_rules else _column(line.cells[0], columns) > 0
        if grouped and same:
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return [_row(group, columns, spelling) for group in grouped]


def _row(lines: Sequence[Line], columns: Sequence[_Column], spelling: Spelling) -> tuple[str, ...]:
    cells: list[list[str]] = [[] for _ in columns]
    for line in lines:
        for cell in line.cells:
            cells[_column(cell, columns)].append(cell.words)
    return tuple(join(each, spelling) if each else "" for each in cells)


def _column(cell: Cell, columns: Sequence[_Column]) -> int:
    """The first column that a cell stands in."""
    return next(
        (at for at, (left, right) in enumerate(columns) if cell.left < right and left < cell.right), 0
    )


def _band(line: Line, rules: Sequence[float]) -> int:
    """Between which ruled lines a line stands."""
    return bisect.bisect(rules, (line.top + line.bottom) / 2)
