"""Spreadsheets: with the usual columns, with values instead of formulas, and read back with nothing lost."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping

import pytest
from directive_atlas.api.v1 import Records, Task, records, walk
from directive_atlas.outputs.exports.sheets import sheet_files
from directive_atlas.outputs.exports.sheets.sheet import Column, Sheet, sheet
from directive_atlas.outputs.exports.sheets.workbook import as_csv, as_xlsx
from directive_atlas.resolve import Corpus
from directive_atlas.tables import read_sheets, table_in
from directive_atlas.tables.rows import Chapter, Contents, Group
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from tests.tools.sites import bilingual

SITE = bilingual()
Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def made(corpus: Corpus) -> Records:
    """The records of the fixture."""
    return records(corpus)


@pytest.fixture(scope="module")
def files(made: Records, corpus: Corpus) -> Files:
    """The files of the fixture by their paths."""
    return {file.path: file.content for file in sheet_files(made, corpus, SITE)}


def tabs(content: bytes) -> dict[str, Worksheet]:
    return {str(tab.title): tab for tab in load_workbook(io.BytesIO(content)).worksheets}


def test_the_tables_have_the_usual_columns(files: Files) -> None:
    found = tabs(files["sheets/all.xlsx"])
    headings = {name: [cell.value for cell in tab[2] if cell.value] for name, tab in found.items()}
    assert headings["任务分工表"] == ["序号", "工作任务", "牵头单位", "配合单位", "完成时限", "备注"]
    assert headings["督查台账"][5:] == ["工作进展", "存在问题", "下一步措施", "完成情况"]
    assert list(tabs(files["en/sheets/all.xlsx"])) == [
        "Division of work",
        "Ledger",
        "Demands and status",
        "Dispositions",
    ]


def test_each_task_and_measure_has_a_row_in_each_table(files: Files, corpus: Corpus) -> None:
    for name in ("division", "ledger", "demands"):
        rows = list(csv.reader(io.StringIO(files[f"sheets/{name}.csv"].decode("utf-8-sig"), newline="")))
        assert len(rows) == 1 + len(corpus.tasks)
    for directive in corpus.directives.values():
        path = f"sheets/directives/{directive.id}.xlsx"
        assert (path in files) is bool(directive.tasks)


def test_a_sheet_can_be_read_on_screen_and_printed(files: Files) -> None:
    for tab in tabs(files["sheets/all.xlsx"]).values():
        assert tab.freeze_panes == "C3"
        assert tab.auto_filter.ref
        assert (tab.page_setup.orientation, tab.page_setup.fitToHeight) == ("landscape", 0)
        assert tab.print_title_rows in {"$2:$2", "2:2"}


def test_a_day_is_a_day_and_an_old_one_is_text() -> None:
    days = (dt.date(2024, 9, 15), dt.date(1899, 12, 31), dt.date(1900, 2, 28))
    made = sheet("days", "Days", [Column("day", 12, lambda each: each)], days)
    [tab] = tabs(as_xlsx([made])).values()
    assert [tab.cell(row, 1).value for row in (3, 4, 5)] == [
        dt.datetime(2024, 9, 15),
        "1899-12-31",
        "1900-02-28",
    ]


def test_a_table_that_is_read_back_has_the_same_work(files: Files, made: Records) -> None:
    for directive in made.directives.values():
        if directive.tasks:
            sheets = read_sheets("a.xlsx", files[f"sheets/directives/{directive.id}.xlsx"])
            read = table_in("a.xlsx", sheets, "任务分工表", "")
            entries = [entry for group in _groups(read.contents) for entry in group.entries]
            tasks = [task for key in directive.tasks for task in walk(made.tasks[key])]
            assert [entry.words.text for entry in entries] == [_title(task) for task in tasks]


def _groups(contents: Contents | Chapter) -> Iterator[Group]:
    yield from contents.groups
    for chapter in contents.chapters:
        yield from _groups(chapter)


def _title(task: Task) -> str:
    title = task.title.get("zh") or next(iter(task.title.values()))
    return f"{task.label} {title}" if task.label else title


HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '"a,b"\n"c"', "https://example.org", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_or_a_link(text: str) -> None:
    made = sheet("texts", "Texts", [Column("text", 10, lambda each: each)], [text])
    [tab] = tabs(as_xlsx([made])).values()
    cell = tab["A3"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    row = list(csv.reader(io.StringIO(as_csv(made).decode("utf-8-sig"), newline="")))[1]
    assert not row[0].startswith(("=", "+", "-", "@", "\t"))
    assert row[0].removeprefix("'") == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30), min_size=1))
def test_every_text_comes_back_as_it_is(texts: list[str]) -> None:
    """What XML cannot hold is written by its number, and so is what looks like such a number."""
    texts = [text.replace("\ufffe", "").replace("\uffff", "") or "_x0041_" for text in texts]
    made = sheet("texts", "Texts", [Column("text", 10, lambda each: each)], texts)
    tab = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx([made]))).get_sheet_by_index(0)
    assert [row[0] for row in tab.to_python()[2:]] == texts


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30), min_size=1, max_size=5))
def test_the_same_sheet_is_the_same_bytes(texts: list[str]) -> None:
    def once() -> Sheet:
        return sheet("texts", "Texts", [Column("text", 10, lambda each: each)], texts)

    assert as_xlsx([once()]) == as_xlsx([once()])
    assert as_csv(once()) == as_csv(once())


def test_the_parts_of_a_task_are_numbered_below_it(files: Files, made: Records) -> None:
    rows = list(csv.reader(io.StringIO(files["sheets/division.csv"].decode("utf-8-sig"), newline="")))[1:]
    numbers = [row[0] for row in rows]
    expected = [
        name for place, task in enumerate(made.tasks.values(), 1) for name in _numbers(task, str(place))
    ]
    assert numbers == expected


def _numbers(task: Task, name: str) -> list[str]:
    below = [each for place, one in enumerate(task.measures, 1) for each in _numbers(one, f"{name}.{place}")]
    return [name, *below]
