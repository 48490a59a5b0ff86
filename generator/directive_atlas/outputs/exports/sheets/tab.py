"""A sheet of an XLSX file (ISO/IEC 29500) as XML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from directive_atlas.outputs.exports.sheets.sheet import Cell, Sheet
from directive_atlas.outputs.exports.sheets.xml import CELL, DAY, HEADER, MAIN, NOTE, TITLE, XML, escaped

HEADINGS = 2
"""The row of the headings; above it is the title."""
_MARGIN = ".7109375"
"""What a column is wider than its characters: five pixels."""
_FIRST_DAY = dt.date(1900, 3, 1)
"""Before it, spreadsheet programs count days in different ways; such a day is written as text."""
_NO_DAY = dt.date(1899, 12, 30)
"""The day with the number 0."""
_LONGEST = 32_767
"""Characters in a cell."""


def worksheet(sheet: Sheet, texts: dict[str, int], *, first: bool) -> str:
    """A sheet; its texts are added to those of the workbook, which it names by their numbers."""
    letters = letters_of(sheet)
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}{_MARGIN}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, 1)
    )
    return (
        f'{XML}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{letters[-1]}{_last_note(sheet)}"/>'
        f'<sheetViews><sheetView tabSelected="{int(first)}" workbookViewId="0">'
        f'<pane xSplit="2" ySplit="{HEADINGS}" topLeftCell="C3" activePane="bottomRight" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{columns}</cols>"
        f"<sheetData>{''.join(_rows(sheet, letters, texts))}</sheetData>"
        f'<autoFilter ref="A{HEADINGS}:{letters[-1]}{last_row(sheet)}"/>'
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>'
        "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
    )


def letters_of(sheet: Sheet) -> str:
    """The names of its columns."""
    return ascii_uppercase[: len(sheet.headings)]


def last_row(sheet: Sheet) -> int:
    """The last row that is filtered; there is always one below the headings."""
    return HEADINGS + max(len(sheet.rows), 1)


def _last_note(sheet: Sheet) -> int:
    return HEADINGS + len(sheet.rows) + (1 + len(sheet.notes) if sheet.notes else 0)


def _rows(sheet: Sheet, letters: str, texts: dict[str, int]) -> Iterator[str]:
    yield _row(1, [_text("A1", sheet.title, TITLE, texts)])
    headings = zip(letters, sheet.headings, strict=True)
    yield _row(HEADINGS, [_text(f"{letter}{HEADINGS}", each, HEADER, texts) for letter, each in headings])
    for number, row in enumerate(sheet.rows, HEADINGS + 1):
        cells = zip(letters, row, strict=True)
        yield _row(number, [_cell(f"{letter}{number}", each, texts) for letter, each in cells])
    for number, note in enumerate(sheet.notes, HEADINGS + len(sheet.rows) + 2):
        yield _row(number, [_text(f"A{number}", note, NOTE, texts)])


def _row(number: int, cells: Iterable[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(name: str, value: Cell, texts: dict[str, int]) -> str:
    if value is None or value == "":
        return f'<c r="{name}" s="{CELL}"/>'
    if isinstance(value, str):
        return _text(name, value, CELL, texts)
    if isinstance(value, int):
        return f'<c r="{name}" s="{CELL}"><v>{value}</v></c>'
    if value >= _FIRST_DAY:
        return f'<c r="{name}" s="{DAY}"><v>{(value - _NO_DAY).days}</v></c>'
    return _text(name, value.isoformat(), CELL, texts)


def _text(name: str, text: str, looks: int, texts: dict[str, int]) -> str:
    """A cell with a text, which is named by its number: so nothing in it can be a formula."""
    number = texts.setdefault(text[:_LONGEST], len(texts))
    return f'<c r="{name}" s="{looks}" t="s"><v>{number}</v></c>'


def shared(text: str) -> str:
    """A text of the workbook."""
    return f'<si><t xml:space="preserve">{escaped(text)}</t></si>'
