"""A sheet that came back, from whatever program: its body, its day, and the cells of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directive_atlas.problems import Place, Problem, problem, say
from directive_atlas.tables.cells import FORMAT, Cell, Sheet
from directive_atlas.tables.ledger.fields import FILLED, Field
from directive_atlas.tables.ledger.model import unguarded
from directive_atlas.vocabulary.folding import name_key

Labels = Mapping[str, Field]
"""The columns by their headings in all languages, in the form in which names are compared."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row: its id and mark as they are written, and the cells that could be filled in."""

    place: Place
    key: str
    mark: str
    cells: Mapping[Field, Cell]

    def text(self, field: Field) -> str:
        """What stands in a cell."""
        return unguarded(self.cells[field].text.strip()) if field in self.cells else ""

    def at(self, field: Field) -> Place:
        """Where a cell is: the file with its sheet, the row and the column."""
        cell = self.cells.get(field)
        return Place(self.place.file, cell.row, cell.column) if cell is not None else self.place


@dataclass(frozen=True, slots=True)
class ReadLedger:
    """A sheet that came back; ``day`` is the cell with the day of the report, ``headings`` those it has."""

    place: Place
    body: str
    title: str
    day: Cell
    headings: Mapping[Field, str]
    rows: tuple[ReadRow, ...]


def labels_in(messages: Iterable[Mapping[Field, str]]) -> Labels:
    """The columns by their headings; ``messages`` are the headings in each language."""
    return {name_key(text): field for labels in messages for field, text in labels.items()}


def read_ledgers(
    file: str, sheets: Iterable[Sheet], labels: Labels
) -> tuple[list[ReadLedger], list[Problem]]:
    """The sheets that a command has written; E801 where there is none, or where a column is missing."""
    found, problems = list[ReadLedger](), list[Problem]()
    for sheet in sheets:
        if not sheet.is_empty and sheet.rows[0][0].text == FORMAT:
            read = _read(sheet, labels)
            if isinstance(read, Problem):
                problems.append(read)
            else:
                found.append(read)
    if not found and not problems:
        problems.append(problem("E801", Place(file), why=say("its first cell is not “{form}”", form=FORMAT)))
    return found, problems


def _read(sheet: Sheet, labels: Labels) -> ReadLedger | Problem:
    header = next((row for row in sheet.rows if Field.ID in _columns(row, labels)), None)
    columns = _columns(header, labels) if header else {}
    missing = [field for field in (Field.ID, Field.MARK, *FILLED) if field not in columns]
    if header is None or missing or len(sheet.rows) < 2:
        names = ", ".join(field.label for field in missing)
        return problem("E801", Place(sheet.place), why=say("these columns are missing: {names}", names=names))
    title = unguarded(next((cell.line for cell in sheet.rows[0][1:] if cell), ""))
    body, day = sheet.rows[1][0], next(iter(sheet.rows[1][3:4]), Cell("", 2, 4))
    headings = {field: header[index].line for field, index in columns.items()}
    rows = (_row(sheet, row, columns) for row in sheet.rows[header[0].row :])
    return ReadLedger(
        Place(sheet.place),
        body.text,
        title,
        day,
        headings,
        tuple(row for row in rows if row.key or any(row.cells.values())),
    )


def _columns(row: Iterable[Cell], labels: Labels) -> dict[Field, int]:
    """The place of each column by its heading; of two with one heading the first."""
    found: dict[Field, int] = {}
    for index, cell in enumerate(row):
        field = labels.get(name_key(cell.text))
        if field:
            found.setdefault(field, index)
    return found


def _row(sheet: Sheet, row: tuple[Cell, ...], columns: Mapping[Field, int]) -> ReadRow:
    key, mark = row[columns[Field.ID]], row[columns[Field.MARK]]
    cells = {field: row[columns[field]] for field in FILLED}
    return ReadRow(Place(sheet.place, key.row, key.column), key.text.strip(), mark.text.strip(), cells)
