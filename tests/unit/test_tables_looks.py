"""What a cell shows is what counts: percentages, errors, and numbers that can be no day."""

from __future__ import annotations

import io

import pytest
from directive_atlas.intake import RefusedError
from directive_atlas.tables import read_sheets
from odfdo import Cell, Document, Row, Table
from openpyxl import Workbook


def _xlsx(value: object, look: str) -> bytes:
    book, content = Workbook(), io.BytesIO()
    sheet = book.create_sheet("二")
    sheet["B3"].value, sheet["B3"].number_format = value, look
    book.save(content)
    return content.getvalue()


def _shown(content: bytes) -> str:
    return read_sheets("t.xlsx", content)[-1].rows[2][1].text


@pytest.mark.parametrize(
    ("value", "look", "text"),
    [
        (0.5, "0%", "50%"),
        (1, "0.00%", "100%"),
        (0.07, '0.0%;"-"', "7%"),
        (0.5, '0.0" of 100%"', "0.5"),
        (0.5, "0.0", "0.5"),
        ("0.5", "0%", "0.5"),
        ("#REF!", "General", "#REF!"),
        ("#N/A", "0%", "#N/A"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(value: object, look: str, text: str) -> None:
    assert _shown(_xlsx(value, look)) == text


def test_a_percentage_of_ods_is_read_as_it_is_shown_at_each_of_its_places() -> None:
    table, row, cell = Table("一"), Row(), Cell(0.25)
    cell.set_attribute("office:value-type", "percentage")
    cell.set_attribute("table:number-columns-repeated", "2")
    row.append_cell(Cell("甲"))
    row.append_cell(cell)
    table.append_row(row)
    document, content = Document("spreadsheet"), io.BytesIO()
    document.body.clear()
    document.body.append(table)
    document.save(content)
    [sheet] = read_sheets("t.ods", content.getvalue())
    assert [each.text for each in sheet.rows[0]] == ["甲", "25%", "25%"]


def test_a_number_far_beyond_all_days_is_refused_in_words(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RefusedError) as refusal:
        _shown(_xlsx(-1e300, "yyyy-mm-dd"))
    assert refusal.value.problem.kind.code == "E117"
    assert not capfd.readouterr().err
