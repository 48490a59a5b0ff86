"""A body's sheet as a file: XLSX with protected ids, lists to choose from and a set-up for print, or CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from directive_atlas.tables.cells import FORMAT
from directive_atlas.tables.ledger.fields import Field, Form
from directive_atlas.tables.ledger.model import Ledger, LedgerRow, Mark, guarded

_CREATED = dt.datetime(2000, 1, 1)
"""A constant day, so that the same data give the same bytes."""
_HEADER = 2
"""The row of the headings, from 0; above it are the title and the day of the report."""
_FIELDS = tuple(Field)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_A4 = 9


def as_csv(ledger: Ledger) -> bytes:
    """The sheet as CSV in UTF-8 with a mark, by which spreadsheet programs know the encoding."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows(_above(ledger))
    writer.writerow(ledger.labels[field] for field in _FIELDS)
    writer.writerows([guarded(text) for text in _cells(ledger, row).values()] for row in ledger.rows)
    return written.getvalue().encode("utf-8-sig")


def _above(ledger: Ledger) -> Iterator[list[str]]:
    """The rows above the headings: the form and the body in hidden cells, the title, the day to fill in."""
    yield [FORMAT, "", guarded(ledger.title)]
    yield [ledger.body, "", ledger.day, ""]


def _cells(ledger: Ledger, row: LedgerRow) -> Mapping[Field, str]:
    mark = str(Mark.of(ledger.body, row))
    return {**{field: row.texts.get(field, "") for field in _FIELDS}, Field.ID: row.key, Field.MARK: mark}


def as_xlsx(ledger: Ledger) -> bytes:
    """The sheet as XLSX; the same sheet is always the same bytes."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(content, options) as book:
        book.set_properties({"title": ledger.title, "created": _CREATED})
        sheet = book.add_worksheet()
        formats = _formats(book)
        _write_above(sheet, ledger, formats)
        _write_rows(sheet, ledger, formats)
        _set_up(sheet, ledger)
    return content.getvalue()


def _formats(book: Workbook) -> Mapping[str, Any]:
    wrapped = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
    fill = {**wrapped, "locked": False, "bg_color": "#FFFDE7"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "header": book.add_format({**wrapped, "bold": True, "bg_color": "#E3E8EF"}),
        "given": book.add_format(wrapped),
        Form.TEXT: book.add_format({**fill, "num_format": "@"}),
        Form.STATUS: book.add_format({**fill, "num_format": "@"}),
        Form.PERCENT: book.add_format({**fill, "num_format": "0"}),
        Form.DATE: book.add_format({**fill, "num_format": "yyyy-mm-dd"}),
    }


def _write_above(sheet: Worksheet, ledger: Ledger, formats: Mapping[str, Any]) -> None:
    for number, cells in enumerate(_above(ledger)):
        for column, text in enumerate(cells):
            if text:
                sheet.write_string(number, column, text, formats["title"] if number == 0 else None)
    sheet.write_blank(1, 3, None, formats[Form.DATE])
    for column, field in enumerate(_FIELDS):
        sheet.write_string(_HEADER, column, guarded(ledger.labels[field]), formats["header"])


def _write_rows(sheet: Worksheet, ledger: Ledger, formats: Mapping[str, Any]) -> None:
    for number, row in enumerate(ledger.rows, _HEADER + 1):
        for column, (field, text) in enumerate(_cells(ledger, row).items()):
            look = formats[field.form] if field.key else formats["given"]
            _writer(sheet, field, text)(number, column, look)


def _writer(sheet: Worksheet, field: Field, text: str) -> Any:
    """How a cell is written: a day and a percentage as values, all else as text, nothing as a formula."""
    if not text:
        return partial(_blank, sheet)
    if field.form is Form.DATE and _DAY.fullmatch(text):
        day = dt.datetime.fromisoformat(text)
        return lambda row, column, look: sheet.write_datetime(row, column, day, look)
    if field.form is Form.PERCENT and text.isdecimal():
        return lambda row, column, look: sheet.write_number(row, column, int(text), look)
    return lambda row, column, look: sheet.write_string(row, column, guarded(text), look)


def _blank(sheet: Worksheet, row: int, column: int, look: Any) -> None:
    sheet.write_blank(row, column, None, look)


def _set_up(sheet: Worksheet, ledger: Ledger) -> None:
    """Widths, hidden columns, protection, filters, lists, and how it is printed."""
    last, columns = _HEADER + max(len(ledger.rows), 1), len(_FIELDS) - 1
    for column, field in enumerate(_FIELDS):
        sheet.set_column(column, column, field.width or None, None, {"hidden": not field.width})
        if field.form is Form.STATUS:
            choice = {"validate": "list", "source": list(ledger.statuses)}
            sheet.data_validation(_HEADER + 1, column, last, column, choice)
        if field.form is Form.PERCENT:
            number = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 100}
            sheet.data_validation(_HEADER + 1, column, last, column, number)
    sheet.freeze_panes(_HEADER + 1, _FIELDS.index(Field.TASK) + 1)
    sheet.autofilter(_HEADER, 0, last, columns)
    sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER)
    sheet.set_footer("&C&P / &N")
