"""Sheets as XLSX and as CSV for people; no cell is a formula, whatever its text begins with."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from directive_atlas.outputs.exports.sheets.parts import workbook
from directive_atlas.outputs.exports.sheets.sheet import Cell, Sheet

_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n]")
"""What begins a formula for some program: Chinese and Japanese ones also read full-width signs."""


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook; the same sheets are always the same bytes."""
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        for name, part in workbook(sheets).items():
            archive.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return content.getvalue()


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
