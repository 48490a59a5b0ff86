"""CSV text to marked values: one block of keys a row, ``evidence.url`` nesting as in YAML."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from directive_atlas.load.marked import Mapping, Marks, Scalar
from directive_atlas.load.schema.limits import USUAL, Limits
from directive_atlas.problems import Place, Problem, Wording, problem, say

_QUOTED = re.compile('[,"\n\r]')


def parse_csv(
    text: str, file: str, known: Collection[str], required: Collection[str], limits: Limits = USUAL
) -> Iterator[Mapping | Problem]:
    """The rows after the header, the first line that is not empty; empty cells and rows are left out.

    They are read one by one, as they are asked for. ``known`` are the keys that headings may begin with,
    ``required`` those that must be there. There are no rows if the header is wrong: each of them would
    repeat the problem. E107 and E119 end the reading at the ``limits``.
    """
    records = _records(text)
    line, cells = next(records, (1, []))
    if isinstance(cells, csv.Error):
        yield _not_csv(cells, Place(file, line))
        return
    header = _Header([cell.strip() for cell in cells], Place(file, line))
    problems = list(header.problems(known, required, limits)) if cells else []
    yield from problems
    for number, (line, cells) in enumerate(records if not problems else ()):
        if number == limits.rows:
            yield limits.exceeded("rows", Place(file, line))
            return
        yield from _row(header, cells, Place(file, line), limits)


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


@dataclass(frozen=True, slots=True)
class _Header:
    """The headings of a table, and where their line is."""

    names: list[str]
    place: Place
    paths: list[list[str]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "paths", [name.split(".") for name in self.names])

    def problems(
        self, known: Collection[str], required: Collection[str], limits: Limits
    ) -> Iterator[Problem]:
        """What is wrong with the headings, and which are missing."""
        places = _places(self.names, self.place)
        blocks = {outer for path in self.paths for outer in _outer(path, limits.depth)}
        seen = set[str]()
        for name, path, place in zip(self.names, self.paths, places, strict=True):
            if name in seen:
                yield problem("E103", place, say("keep one of the two columns"), key=name)
            elif path[0] not in known:
                columns = ", ".join(known)
                hint = say("columns may be: {known}; parts of a block are written block.key", known=columns)
                yield problem("E201", place, hint, key=name)
            elif len(path) > limits.depth:
                yield problem("E107", place, limit=limits.depth)
            elif name in blocks:
                why = say("“{name}” and “{name}.…” cannot both be columns", name=name)
                yield problem("E105", place, say("keep one of the two"), why=why)
            seen.add(name)
        present = {path[0] for path in self.paths}
        for name in required:
            if name not in present:
                yield problem("E202", self.place, say("add a column “{name}”", name=name), key=name)


def _outer(path: list[str], depth: int) -> Iterator[str]:
    """The blocks that a heading is in, as far as headings may be nested."""
    return accumulate(path[: min(len(path) - 1, depth)], "{}.{}".format)


def _row(
    header: _Header, cells: list[str] | csv.Error, row: Place, limits: Limits
) -> Iterator[Mapping | Problem]:
    if isinstance(cells, csv.Error):
        yield _not_csv(cells, row)
        return
    if len(cells) > len(header.names):
        yield problem("E105", row, why=_too_many(len(cells), len(header.names)))
    places = dict[str | int, Place]()
    block = Mapping(Marks(row, places, places))
    for path, cell, at in zip(header.paths, cells, _columns(cells), strict=False):
        text = cell.strip()
        if len(text) > limits.characters:
            yield limits.exceeded("characters", Place(row.file, row.line, at))
        elif text:
            _set_nested(block, path, Scalar(text, Place(row.file, row.line, at)))
    yield block


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


def _too_many(cells: int, headings: int) -> Wording:
    return say("{cells} cells under {headings} headings", cells=cells, headings=headings)


def _places(cells: Iterable[str], line: Place) -> Iterator[Place]:
    """The place of each cell."""
    return (Place(line.file, line.line, column) for column in _columns(cells))


def _columns(cells: Iterable[str]) -> Iterator[int]:
    """The column of each cell, with the quotes that a writer would have put."""
    column = 1
    for cell in cells:
        yield column
        column += _width(cell) + 1


def _width(cell: str) -> int:
    """The characters of a cell in its file: quotes inside are doubled, and some cells stand in quotes."""
    return len(cell) + cell.count('"') + 2 if _QUOTED.search(cell) else len(cell)
