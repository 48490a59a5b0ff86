"""Sheets as XLSX and as CSV for people; no cell is a formula, whatever its text begins with."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from directive_atlas.outputs.exports.sheets.sheet import Cell, Sheet

_CREATED = dt.datetime(2000, 1, 1)
"""A constant day, so that the same data give the same bytes."""
_A4 = 9
_HEADER = 1
"""The row of the headings, from 0; above it is the title."""
_FIRST_DAY = dt.date(1900, 3, 1)
"""Before it, spreadsheet programs count days in different ways; such a day is written as text."""
_FORMULA = re.compile(r"[=+\-@\t\r]")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_TAB = 31
"""Characters in the name of a tab."""
_LONGEST = 32_767
"""Characters in a cell of XLSX."""


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook; the same sheets are always the same bytes."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(content, options) as book:
        book.set_properties({"title": sheets[0].title, "created": _CREATED})
        formats = _formats(book)
        for each in sheets:
            _write(book.add_worksheet(_FORBIDDEN.sub(" ", each.name)[:_TAB]), each, formats)
    return content.getvalue()


def _formats(book: Workbook) -> Mapping[str, Any]:
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "header": book.add_format({**cell, "bold": True, "bg_color": "#E3E8EF"}),
        "cell": book.add_format(cell),
        "day": book.add_format({**cell, "num_format": "yyyy-mm-dd"}),
        "note": book.add_format({"italic": True}),
    }


def _write(tab: Worksheet, sheet: Sheet, formats: Mapping[str, Any]) -> None:
    tab.write_string(0, 0, sheet.title, formats["title"])
    for column, heading in enumerate(sheet.headings):
        tab.set_column(column, column, sheet.widths[column])
        tab.write_string(_HEADER, column, heading, formats["header"])
    for number, row in enumerate(sheet.rows, _HEADER + 1):
        for column, value in enumerate(row):
            _write_cell(tab, number, column, value, formats)
    last = _HEADER + len(sheet.rows)
    for number, note in enumerate(sheet.notes, last + 2):
        tab.write_string(number, 0, note, formats["note"])
    tab.freeze_panes(_HEADER + 1, 2)
    tab.autofilter(_HEADER, 0, max(last, _HEADER + 1), len(sheet.headings) - 1)
    tab.set_landscape()
    tab.set_paper(_A4)
    tab.fit_to_pages(1, 0)
    tab.repeat_rows(_HEADER)
    tab.set_footer("&C&P / &N")


def _write_cell(tab: Worksheet, row: int, column: int, value: Cell, formats: Mapping[str, Any]) -> None:
    if value is None or value == "":
        tab.write_blank(row, column, None, formats["cell"])
    elif isinstance(value, int):
        tab.write_number(row, column, value, formats["cell"])
    elif isinstance(value, dt.date) and value >= _FIRST_DAY:
        tab.write_datetime(row, column, value, formats["day"])
    else:
        tab.write_string(row, column, str(value)[:_LONGEST], formats["cell"])


def as_csv(sheet: Sheet) -> bytes:
    """The headings and rows as CSV, with a mark by which spreadsheet programs know the encoding."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(sheet.headings)
    writer.writerows([_guarded(value) for value in row] for row in sheet.rows)
    return written.getvalue().encode("utf-8-sig")


def _guarded(value: Cell) -> str:
    """A cell as text; what a program might take for a formula is preceded by an apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and _FORMULA.match(text) else text
