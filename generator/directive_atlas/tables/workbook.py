"""Any spreadsheet file to its sheets: XLSX, XLSM, XLS and ODS, and CSV in UTF-8, UTF-16 or GB18030.

Only the values of cells are read: no formula is calculated, no macro run, no link followed.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from directive_atlas.problems import Place, Wording, problem, say
from directive_atlas.tables.archive import CELL, COLUMNS, ROWS, Range, damaged, merged_in, too_large
from directive_atlas.tables.cells import Cell, Sheet, as_text
from directive_atlas.tables.refused import RefusedError

LARGEST = 50 * 2**20
"""The most bytes of a file that is read."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_sheets(file: str, content: bytes) -> tuple[Sheet, ...]:
    """The sheets of a file that a reader sees; ``file`` is its name for messages.

    Raises:
        RefusedError: E901 (no table, or damaged), E902 (encrypted) or E903 (too large).

    """
    if len(content) > LARGEST:
        raise too_large(file, say("over {limit} MB", limit=LARGEST // 2**20))
    if content.startswith((_ZIP, _OLE)):
        return tuple(_of_workbook(file, content))
    return (_of_csv(file, _decoded(file, content)),)


def _of_workbook(file: str, content: bytes) -> Iterator[Sheet]:
    merged = merged_in(file, content) if content.startswith(_ZIP) else {}
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            for each in book.sheets_metadata:
                if each.typ is SheetTypeEnum.WorkSheet and each.visible is SheetVisibleEnum.Visible:
                    found = book.get_sheet_by_name(each.name)
                    ranges = found.merged_cell_ranges
                    known = ranges is not None or bool(merged)
                    yield _sheet(file, found, ranges or merged.get(each.name, ()), known)
    except PasswordError as error:
        raise RefusedError(problem("E902", Place(file))) from error
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(file) from error


def _sheet(file: str, found: CalamineSheet, merged: Iterable[Range], knows_merged: bool) -> Sheet:
    if found.total_height > ROWS or found.total_width > COLUMNS:
        raise too_large(file, _over(found))
    values = found.to_python(skip_empty_area=False)
    return Sheet(file, found.name, _placed(file, values, merged), knows_merged)


def _over(found: CalamineSheet) -> Wording:
    if found.total_height > ROWS:
        return say("over {limit} rows", limit=f"{ROWS:,}")
    return say("over {limit} columns", limit=f"{COLUMNS:,}")


def _placed(
    file: str, values: Sequence[Sequence[Any]], merged: Iterable[Range] = ()
) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a sheet; each merged one at all of its places within the sheet."""
    width = max(map(len, values), default=0)
    rows = [
        [_cell(file, value, row, column) for column, value in enumerate((*found, *[""] * (width - len(found))), 1)]
        for row, found in enumerate(values, 1)
    ]
    for (top, left), (bottom, right) in merged:
        if top < len(rows) and left < width:
            first = rows[top][left]
            bottom, right = min(bottom, len(rows) - 1), min(right, width - 1)
            whole = Cell(first.text, first.row, first.column, bottom - top + 1)
            for row in rows[top : bottom + 1]:
                row[left : right + 1] = [whole] * (right + 1 - left)
    return tuple(map(tuple, rows))


def _cell(file: str, value: Any, row: int, column: int) -> Cell:
    text = as_text(value)
    if len(text) > CELL:
        what = say("{count} characters in one cell; {limit} are read", count=f"{len(text):,}", limit=f"{CELL:,}")
        raise RefusedError(problem("E903", Place(file, row, column), what=what))
    return Cell(text, row, column)


def _decoded(file: str, content: bytes) -> str:
    """The text of a file without the signs of a spreadsheet program."""
    if content.lstrip()[:1] == b"<":
        raise RefusedError(problem("E901", Place(file), why=say("it is a web page, whatever its name says")))
    for encoding in (_ENCODINGS.get(content[:2], "utf-8-sig"), "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    why = say("it is neither a spreadsheet nor text in UTF-8 or GB18030")
    raise RefusedError(problem("E901", Place(file), why=why))


def _of_csv(file: str, text: str) -> Sheet:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        rows = list(islice(reader, ROWS + 1))
    except csv.Error as error:
        raise _not_csv(Place(file, reader.line_num), str(error)) from error
    if len(rows) > ROWS:
        raise too_large(file, say("over {limit} rows", limit=f"{ROWS:,}"))
    if max(map(len, rows), default=0) > COLUMNS:
        raise too_large(file, say("over {limit} columns", limit=f"{COLUMNS:,}"))
    return Sheet(file, "", _placed(file, rows))


def _not_csv(place: Place, error: str) -> RefusedError:
    if str(csv.field_size_limit()) in error:
        what = say("over {limit} characters in one cell", limit=f"{CELL:,}")
        return RefusedError(problem("E903", place, what=what))
    why = say("a quoted cell is never closed, or goes on behind its quotes")
    return RefusedError(problem("E901", place, why=why))


def _delimiter(text: str) -> str:
    """What stands between the cells: the sign that gives the most rows of one width, and then of more cells."""
    return max(",;\t", key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    rows = list(islice(csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=sign), 50))
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, count = max(widths.items(), key=lambda each: each[::-1], default=(0, 0))
    return count, width
