"""CSV text to marked values: one block of keys a row, ``evidence.url`` nesting as in YAML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.load.marked import Mapping, Marks, Scalar, Sequence
from generator.problems import Place, Problem, problem


def parse_csv(text: str, file: str) -> tuple[Sequence, list[Problem]]:
    """The rows below the header line; empty cells are left out, empty rows too."""
    rows, problems = Sequence(Marks(Place(file))), list[Problem]()
    records = _records(text)
    header: list[str] = []
    try:
        for line, cells in records:
            if not header:
                header = [cell.strip() for cell in cells]
                problems += _header_problems(header, Place(file, line))
                continue
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                why = f"{len(cells)} cells under {len(header)} headings"
                problems.append(problem("E105", Place(file, line), why=why))
            rows.add(_row(header, cells, file, line), Place(file, line))
    except csv.Error as error:
        problems.append(problem("E105", Place(file), why=str(error)))
    return rows, problems


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on (a quoted cell may hold line breaks)."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def _header_problems(header: list[str], place: Place) -> Iterator[Problem]:
    for name in sorted({name for name in header if header.count(name) > 1}):
        yield problem("E103", place, key=name, first=place.line)
    for name in header:
        if any(other.startswith(f"{name}.") for other in header):
            yield problem("E105", place, why=f"“{name}” and “{name}.…” cannot both be headings")


def _row(header: list[str], cells: list[str], file: str, line: int) -> Mapping:
    row = Mapping(Marks(Place(file, line)))
    for column, (name, cell) in enumerate(zip(header, cells, strict=False)):
        if cell.strip():
            place = Place(file, line, _column(cells, column))
            _set_nested(row, name.split("."), Scalar(cell.strip(), place))
    return row


def _column(cells: list[str], index: int) -> int:
    """The character at which a cell begins, counting quotes where a writer would have put them."""
    before = io.StringIO()
    csv.writer(before, lineterminator="").writerow([*cells[:index], ""])
    return len(before.getvalue()) + 1


def _set_nested(block: Mapping, names: list[str], cell: Scalar) -> None:
    *outer, last = names
    place = cell.place
    for name in outer:
        if name not in block:
            block.set(name, Mapping(Marks(place)), place, place)
        block = block[name]
        if not isinstance(block, Mapping):
            return  # the header problem was reported
    block.set(last, cell, place, place)
