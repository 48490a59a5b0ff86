"""CSV text to marked values: one block of keys a row, ``evidence.url`` nesting as in YAML."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator

from directive_atlas.load.marked import Mapping, Marks, Scalar, Sequence
from directive_atlas.problems import Place, Problem, Wording, problem, say


def parse_csv(
    text: str, file: str, known: Collection[str], required: Collection[str]
) -> tuple[Sequence, list[Problem]]:
    """The rows after the header, the first line that is not empty; empty cells and rows are left out.

    ``known`` are the keys that headings may begin with, ``required`` those that must be there. No rows
    are returned if the header is wrong: each of them would repeat the problem.
    """
    rows = Sequence(Marks(Place(file)))
    records = _records(text)
    line, cells = next(records, (1, []))
    if isinstance(cells, csv.Error):
        return rows, [_not_csv(cells, Place(file, line))]
    header = [cell.strip() for cell in cells]
    problems = list(_header_problems(header, file, line, known, required)) if header else []
    if not problems:
        for line, cells in records:
            problems += _add_row(rows, header, cells, Place(file, line))
    return rows, problems


def _records(text: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Each record that is not empty, with the line it begins on (a quoted cell may hold line breaks).

    What is not CSV is returned as an error and ends the file: what follows cannot be parsed.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        yield line, error


def _not_csv(error: csv.Error, place: Place) -> Problem:
    limit = csv.field_size_limit()
    if str(limit) in str(error):
        why = say("a cell has over {limit} characters", limit=f"{limit:,}")
        return problem("E105", place, say("write less into one cell"), why=why)
    hint = say("close the quotes; write a quote inside a cell twice")
    why = say("a quoted cell is never closed, or goes on behind its quotes")
    return problem("E105", place, hint, why=why)


def _header_problems(
    header: list[str], file: str, line: int, known: Collection[str], required: Collection[str]
) -> Iterator[Problem]:
    for index, name in enumerate(header):
        place = Place(file, line, _column(header, index))
        if name in header[:index]:
            yield problem("E103", place, say("keep one of the two columns"), key=name)
        elif name.partition(".")[0] not in known:
            columns = ", ".join(known)
            hint = say("columns may be: {known}; parts of a block are written block.key", known=columns)
            yield problem("E201", place, hint, key=name)
        elif any(other.startswith(f"{name}.") for other in header):
            why = say("“{name}” and “{name}.…” cannot both be columns", name=name)
            yield problem("E105", place, say("keep one of the two"), why=why)
    for name in required:
        if not any(column.partition(".")[0] == name for column in header):
            yield problem("E202", Place(file, line), say("add a column “{name}”", name=name), key=name)


def _add_row(
    rows: Sequence, header: list[str], cells: list[str] | csv.Error, place: Place
) -> Iterator[Problem]:
    if isinstance(cells, csv.Error):
        yield _not_csv(cells, place)
        return
    if len(cells) > len(header):
        yield problem("E105", place, why=_too_many(len(cells), len(header)))
    rows.add(_row(header, cells, place.file, place.line), place)


def _too_many(cells: int, headings: int) -> Wording:
    return say("{cells} cells under {headings} headings", cells=cells, headings=headings)


def _row(header: list[str], cells: list[str], file: str, line: int) -> Mapping:
    row = Mapping(Marks(Place(file, line)))
    for column, (name, cell) in enumerate(zip(header, cells, strict=False)):
        if cell.strip():
            place = Place(file, line, _column(cells, column))
            _set_nested(row, name.split("."), Scalar(cell.strip(), place))
    return row


def _column(cells: list[str], index: int) -> int:
    """The character at which a cell begins, including the quotes that a writer would have put."""
    if index == 0:
        return 1
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
