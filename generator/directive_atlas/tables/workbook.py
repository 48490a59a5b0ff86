"""Any spreadsheet file to its sheets: XLSX, XLSM, XLS and ODS, and CSV in UTF-8, UTF-16 or GB18030.

Only the values of cells are read: no formula is calculated, no macro run, no link followed.
"""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import PurePath
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from directive_atlas.intake.plain import decoded
from directive_atlas.intake.taken import RefusedError, damaged, refused
from directive_atlas.problems import Place, problem, say
from directive_atlas.tables.archive import (
    ALL_CELLS,
    CELL,
    CELLS,
    COLUMNS,
    ROWS,
    larger,
    looks_in,
    with_password,
)
from directive_atlas.tables.cells import FORMAT, Cell, Sheet, as_share, as_text
from directive_atlas.tables.looks import Looks, Range

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name of the stream in which a new format is encrypted within the container of the old one."""
_WEB_PAGE = say("open it in a spreadsheet program and save it as .xlsx")
_NO_TABLE = say("save it as .xlsx, .xls, .ods or .csv")
_DELIMITERS = ",;\t"
_OWN = re.compile(f'"?{re.escape(FORMAT)}"?([{_DELIMITERS}])')
_FORMS = {"xl/workbook.xml": "XLSX", "content.xml": "ODS"}
"""What tells an archive of one of the formats, and the name of the format."""


def read_sheets(file: str, content: bytes) -> tuple[Sheet, ...]:
    """The sheets of a file that a reader sees; ``file`` is its name for messages.

    Raises:
        RefusedError: it has no table that can be read (E116), is damaged or encrypted (E117), too large
            (E118), or in no known encoding (E101).

    """
    if content.startswith(_ZIP):
        form = _form(file, content)
        return _guarded(file, content, form, looks_in(file, content, form))
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise with_password(file, "XLSX")
    if content.startswith(_OLE):
        return _guarded(file, content, "XLS", {})
    if content.lstrip()[:1] == b"<":
        raise refused(file, "E116", _WEB_PAGE, form=say("a web page, whatever its name says"))
    if content.startswith(b"%PDF-") or b"\0\0\0" in content[:1024]:
        raise refused(file, "E116", _NO_TABLE, form=PurePath(file).suffix)
    return (_of_csv(file, decoded(content, file)[0]),)


def _form(file: str, content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise damaged(file, "ZIP") from error
    form = next((form for name, form in _FORMS.items() if name in names), None)
    if form is None:
        raise refused(file, "E116", _NO_TABLE, form=PurePath(file).suffix or say("an archive"))
    return form


def _guarded(file: str, content: bytes, form: str, looks: Mapping[str, Looks]) -> tuple[Sheet, ...]:
    """The sheets; a defect of the library ends in a panic of Rust, which is no ``Exception``."""
    try:
        with _silent():
            return tuple(_of_workbook(file, content, form, looks))
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise damaged(file, form) from None
        raise


@contextmanager
def _silent() -> Iterator[None]:
    """Print nothing on the standard error stream, where Rust would write its own trace of a panic."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _of_workbook(file: str, content: bytes, form: str, looks: Mapping[str, Looks]) -> Iterator[Sheet]:
    left = ALL_CELLS
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            for each in book.sheets_metadata:
                if each.typ is SheetTypeEnum.WorkSheet and each.visible is SheetVisibleEnum.Visible:
                    found = book.get_sheet_by_name(each.name)
                    left -= found.total_height * found.total_width
                    if left < 0:
                        raise larger(file, ALL_CELLS, say("cells in all sheets"))
                    yield _sheet(file, found, looks.get(each.name, Looks()))
    except PasswordError as error:
        raise with_password(file, form) from error
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(file, form) from error


def _sheet(file: str, found: CalamineSheet, looks: Looks) -> Sheet:
    _refuse_large(file, found.total_height, found.total_width)
    values: list[list[Any]] = found.to_python(skip_empty_area=False)
    for row, column in looks.shares:
        if row < len(values) and column < len(values[row]):
            values[row][column] = as_share(values[row][column])
    for (row, column), error in looks.errors.items():
        if row < len(values) and column < len(values[row]):
            values[row][column] = error
    return Sheet(file, found.name, _placed(file, values, found.merged_cell_ranges or looks.merged))


def _refuse_large(file: str, rows: int, columns: int) -> None:
    limits = (
        (rows, ROWS, say("rows")),
        (columns, COLUMNS, say("columns")),
        (rows * columns, CELLS, say("cells")),
    )
    for count, limit, what in limits:
        if count > limit:
            raise larger(file, limit, what)


def _placed(
    file: str, values: Sequence[Sequence[Any]], merged: Iterable[Range] = ()
) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a sheet; each merged one at all of its places within the sheet."""
    width = max(map(len, values), default=0)
    rows = [
        [
            _cell(file, value, row, column)
            for column, value in enumerate((*found, *[""] * (width - len(found))), 1)
        ]
        for row, found in enumerate(values, 1)
    ]
    _merge(file, rows, width, merged)
    return tuple(map(tuple, rows))


def _merge(file: str, rows: Sequence[list[Cell]], width: int, merged: Iterable[Range]) -> None:
    """Let each merged cell stand at all of its places."""
    area = 0
    for (top, left), (bottom, right) in merged:
        if top < len(rows) and left < width:
            first = rows[top][left]
            bottom, right = min(bottom, len(rows) - 1), min(right, width - 1)
            area += max(0, bottom - top + 1) * max(0, right - left + 1)
            if area > CELLS:  # they do not lie on each other, unless somebody wants them to
                raise larger(file, CELLS, say("merged cells"))
            whole = Cell(first.text, first.row, first.column, bottom - top + 1)
            for row in rows[top : bottom + 1]:
                row[left : right + 1] = [whole] * (right + 1 - left)


def _cell(file: str, value: Any, row: int, column: int) -> Cell:
    text = as_text(value)
    if len(text) > CELL:
        raise larger(file, CELL, say("characters in one cell"), row, column)
    return Cell(text, row, column)


def _of_csv(file: str, text: str) -> Sheet:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        rows = list(islice(reader, ROWS + 1))
    except csv.Error as error:
        raise _not_csv(file, reader.line_num, str(error)) from error
    _refuse_large(file, len(rows), max(map(len, rows), default=0))
    return Sheet(file, "", _placed(file, rows))


def _not_csv(file: str, line: int, error: str) -> RefusedError:
    if str(csv.field_size_limit()) in error:
        return larger(file, CELL, say("characters in one cell"), line)
    why = say("a quoted cell is never closed, or goes on behind its quotes")
    return RefusedError(problem("E117", Place(file, line), form="CSV", why=why))


def _delimiter(text: str) -> str:
    """What stands between the cells: the sign that gives the most rows of one width, then more cells.

    A sheet that a command wrote says it: the sign follows its first cell. Its few rows would prove little
    where the texts in them hold signs and line ends of their own.
    """
    own = _OWN.match(text)
    return own[1] if own else max(_DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    rows = list(islice(csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=sign), 50))
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, count = max(widths.items(), key=lambda each: each[::-1], default=(0, 0))
    return count, width
