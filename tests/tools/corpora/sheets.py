"""Spreadsheet files for tests: the same rows as XLSX, ODS and CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any

from odfdo import Cell, Document, Row, Table
from openpyxl.utils import range_boundaries
from xlsxwriter import Workbook

Rows = Sequence[Sequence[Any]]


def as_xlsx(rows: Rows, merged: Iterable[str] = (), name: str = "Sheet1") -> bytes:
    """A workbook with one sheet."""
    return workbook({name: (rows, merged)})


def workbook(sheets: dict[str, tuple[Rows, Iterable[str]]]) -> bytes:
    """A workbook with several sheets: each with its rows and its merged cells (A1:B2)."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        look = book.add_format({"text_wrap": True})
        day = book.add_format({"num_format": "yyyy/m/d"})
        for name, (rows, merged) in sheets.items():
            sheet = book.add_worksheet(name)
            for area in merged:
                sheet.merge_range(area, "", look)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value != "":
                        sheet.write(number, column, value, day if isinstance(value, dt.date) else look)
    return content.getvalue()


def as_ods(rows: Rows, merged: Iterable[str] = (), name: str = "Sheet1") -> bytes:
    """The same in the format of LibreOffice."""
    table = Table(name)
    width = max(map(len, rows))
    for row in rows:
        line = Row()
        for value in [*row, *[""] * (width - len(row))]:
            line.append_cell(Cell(value if value != "" else None))
        table.append_row(line)
    for area in merged:
        left, top, right, bottom = ((edge or 1) - 1 for edge in range_boundaries(area))
        table.set_span((left, top, right, bottom))
    document = Document("spreadsheet")
    document.body.clear()
    document.body.append(table)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def as_csv(rows: Rows, encoding: str = "utf-8") -> bytes:
    """The same as CSV."""
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode(encoding)
