"""Any text survives the way through a sheet; new rows leave those of a table as they are."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from directive_atlas.tables import read_sheets
from directive_atlas.tables.ledger import (
    Field,
    Ledger,
    LedgerRow,
    as_csv,
    as_xlsx,
    labels_in,
    progress_with,
    read_ledgers,
)
from directive_atlas.tables.ledger.fields import FILLED, Form
from directive_atlas.tables.ledger.model import Mark, cell_mark, guarded, plain, unguarded
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.tools.examples import examples

LABELS = {field: field.label for field in Field}
ANY = st.text(st.characters(exclude_categories=()), max_size=40)
TEXTS = st.fixed_dictionaries({field: ANY for field in FILLED if field.form is Form.TEXT})


def _ledger(texts: Mapping[Field, str]) -> Ledger:
    row = LedgerRow("river/count", texts, "the record")
    return Ledger("office", "Sheet", "Day", LABELS, ("done", "not done"), (row,))


def _saved_elsewhere(content: bytes) -> bytes:
    book = load_workbook(io.BytesIO(content))
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


@examples(30)
@given(TEXTS)
@example({Field.NOTE: "=1+1", Field.OBSTACLE: "'=1", Field.NEXT: "_x0041_"})
@example({Field.NOTE: " a\r\nb\t", Field.OBSTACLE: "00:30", Field.NEXT: "1e5"})
@example({Field.NEXT: ";", Field.EVIDENCE: "0\r;", Field.ADDRESS: "0\r;"})
@example({Field.NEXT: ";\r0", Field.EVIDENCE: ";\r0", Field.ADDRESS: ";"})
@example({Field.NOTE: "长" * 40_000, Field.NEXT: "\u202ea\u2069"})
def test_a_row_that_nobody_edited_has_the_values_it_was_written_with(texts: dict[Field, str]) -> None:
    ledger = _ledger(texts)
    forms = {"a.xlsx": as_xlsx(ledger), "a.csv": as_csv(ledger)}
    for name, content in {**forms, "b.xlsx": _saved_elsewhere(forms["a.xlsx"])}.items():
        [read], problems = read_ledgers(name, read_sheets(name, content), labels_in([LABELS]))
        mark = Mark.read(read.rows[0].mark)
        assert mark == Mark.of("office", ledger.rows[0]) and not problems
        assert tuple(cell_mark(read.rows[0].text(field)) for field in FILLED) == mark.cells


@given(ANY)
def test_no_cell_begins_a_formula_and_its_text_comes_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@"))
    assert unguarded(plain(guarded(text))) == plain(text)


ROW = {"date": "2020-06-03", "task": "count", "note": "已完成。", "evidence.title": "公报"}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("", "date,task,actor,note,evidence.title\n2020-06-03,count,,已完成。,公报\n"),
        (
            "task,date,note\nold,2019,x",
            "task,date,note,evidence.title\nold,2019,x\ncount,2020-06-03,已完成。,公报\n",
        ),
        (
            'date,task,note.en,note.zh,evidence\n2019,"a",b,,p1\n',
            'date,task,note.en,note.zh,evidence.source,evidence.title\n2019,"a",b,,p1\n'
            "2020-06-03,count,,已完成。,,公报\n",
        ),
        (
            "\ufeffdate,task,note,evidence.title\r\n2019,a,b,c\r\n",
            "\ufeffdate,task,note,evidence.title\r\n2019,a,b,c\r\n2020-06-03,count,已完成。,公报\r\n",
        ),
        (
            '\ndate,task,note,evidence.title\n2019,a,"two\nlines",c\n',
            '\ndate,task,note,evidence.title\n2019,a,"two\nlines",c\n2020-06-03,count,已完成。,公报\n',
        ),
    ],
    ids=["new", "without a last line end", "languages and cited pages", "mark and CRLF", "lines in a cell"],
)
def test_new_rows_leave_the_table_as_it_is(table: str, expected: str) -> None:
    assert progress_with(table, [ROW], ("zh", "en")) == expected
