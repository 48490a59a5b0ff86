"""A body's sheet as values, and the marks by which its rows are known again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directive_atlas.tables.archive import CELL
from directive_atlas.tables.cells import clean
from directive_atlas.tables.ledger.fields import FILLED, Field

_LONG, _SHORT = 8, 6
"""How many hexadecimal digits a part of a mark has; what each cell was written with needs fewer."""
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What XLSX takes for an escaped sign (ECMA-376, ST_Xstring); programs differ in how they write it out."""
_LONGEST = CELL - 100
"""A cell must have room for the signs that guard its text."""
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
"""What begins a formula; some programs read the full-width signs so, too."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One task of a body: its key ``directive/id``, the texts of the columns, and what its record says."""

    key: str
    texts: Mapping[Field, str]
    record: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The sheet of a body: its id and heading, the heading of the day of the report, and its rows.

    ``labels`` are the headings of the columns, ``statuses`` the words that may be chosen.
    """

    body: str
    title: str
    day: str
    labels: Mapping[Field, str]
    statuses: tuple[str, ...]
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a row was written with: of which body and task, by which record, and the value of each cell."""

    row: str
    record: str
    cells: tuple[str, ...]

    @classmethod
    def of(cls, body: str, row: LedgerRow) -> Mark:
        """The mark of a row that is written."""
        cells = tuple(cell_mark(row.texts.get(field, "")) for field in FILLED)
        return cls(row_mark(body, row.key), record_mark(row.record), cells)

    @classmethod
    def read(cls, text: str) -> Mark | None:
        """The mark in a cell; nothing where it is none."""
        version, *parts = text.strip().split(".")
        if version != "m1" or len(parts) != 2 + len(FILLED):
            return None
        return cls(parts[0], parts[1], tuple(parts[2:]))

    def __str__(self) -> str:
        """The mark as a cell has it; it begins with a letter, so that no program takes it for a number."""
        return ".".join(("m1", self.row, self.record, *self.cells))


def row_mark(body: str, key: str) -> str:
    """Tells the row of a task in the sheet of a body from all others."""
    return _digest((body, key))[:_LONG]


def record_mark(record: str) -> str:
    """Changes when the record of a task does."""
    return _digest((record,))[:_LONG]


def cell_mark(text: str) -> str:
    """Changes when somebody edits a cell; white space at its ends does not count."""
    return _digest((plain(text),))[:_SHORT]


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def plain(text: str) -> str:
    """A text as a cell can hold it: without signs that nobody sees, and no longer than a cell may be."""
    return clean(text)[:_LONGEST].strip()


def guarded(text: str) -> str:
    """A text for a cell that no program takes for a formula, or reads as another text.

    The sign that breaks up an escaped one has no width, and ``clean`` removes it.
    """
    words = _ESCAPE.sub("_\u200b", plain(text))[: CELL - 1]
    return f"'{words}" if _FORMULA.match(words) else words


def unguarded(text: str) -> str:
    """The text of such a cell."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
