"""The sheet of a body goes out, comes back from another spreadsheet program, and only edits are reports."""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli.main import main
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.golden.base import BASE
from tests.tools.corpora.sheets import as_csv, as_ods

REPORTS = """\
date,task,actor,status,note.zh,note.en,evidence.title,evidence.speaker,evidence.grade
2020-03-05,count,branches,in_progress,"正在查看,共40座。",,Letter,各分局,A
"""
HEADINGS = {"note": 8, "obstacle": 9, "next": 10, "status": 11, "percent": 12, "expected": 13}
"""The columns of a sheet that tests fill in, from 1."""
TABLE = Path("data/directives/river/progress.csv")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one report; commands run in it, on a day that never changes."""
    for name, text in {**BASE, "directives/river/progress.csv": REPORTS}.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1591200000")  # 2020-06-03
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def sheet(form: str = "xlsx", body: str = "各分局") -> str:
    """A new sheet of the branches; its name."""
    result = run("sheet", body, "--format", form, "--output", f"s.{form}", "--force", "--as-of", "2020-06-03")
    assert result.exit_code == 0, result.output
    return f"s.{form}"


def edited(**cells: Any) -> str:
    """The same sheet with some cells of its first task changed in another program; its new name."""
    book = load_workbook(sheet())
    for key, value in cells.items():
        _page(book).cell(4, HEADINGS[key]).value = value
    book.save("back.xlsx")
    return "back.xlsx"


def _page(book: Workbook) -> Worksheet:
    assert isinstance(book.active, Worksheet)
    return book.active


def test_a_sheet_has_a_row_for_each_task_and_measure_of_the_body() -> None:
    rows = [[cell.value for cell in row] for row in _page(load_workbook(sheet())).iter_rows()]
    assert rows[0][:3] == ["directive-sheet-1", None, "各分局工作台账"]
    assert rows[1][:3] == ["branches", None, "填报日期"]
    assert rows[2][2:] == [
        *("文件", "任务", "原文", "分工", "时限要求", "工作进展", "存在问题", "下一步措施", "完成情况"),
        *("完成比例（%）", "预计完成时间", "所属期次", "依据：标题", "依据：网址"),
    ]
    assert [row[0] for row in rows[3:]] == ["river/count", "river/report"]
    assert rows[3][3:5] == ["一 普查桥梁", "各分局要在年底前完成普查。"]
    assert rows[3][7:11] == ["正在查看,共40座。", None, None, "进行中"]


def test_only_what_is_to_be_filled_in_can_be_edited() -> None:
    page = _page(load_workbook(sheet()))
    assert page.protection.sheet
    assert [cell.coordinate[0] for cell in page[4] if not cell.protection.locked] == list("HIJKLMNOP")
    assert [key for key, each in page.column_dimensions.items() if each.hidden] == ["A"]
    assert page.freeze_panes == "E4" and page.auto_filter.ref == "A3:P5"
    assert page.page_setup.orientation == "landscape" and page.print_title_rows == "$3:$3"
    lists = {str(rule.sqref): rule.formula1 for rule in page.data_validations.dataValidation}
    assert lists["K4:K5"].startswith('"未开始,进行中,') and lists["L4:L5"] == "0"


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_same_data_and_day_give_the_same_bytes(form: str) -> None:
    first = Path(sheet(form)).read_bytes()
    assert Path(sheet(form)).read_bytes() == first
    assert not list(Path().glob("*.before-*"))


def test_a_sheet_is_in_the_language_that_is_asked_for() -> None:
    assert run("sheet", "branches", "--language", "en", "--output", "e.xlsx").exit_code == 0
    headings = [cell.value for cell in _page(load_workbook("e.xlsx"))[3]][7:11]
    assert headings == ["Progress made", "Obstacles", "Next steps", "Completion status"]
    assert "nothing new" in run("import-reports", "e.xlsx").output


def test_a_body_must_be_known_and_have_tasks() -> None:
    assert "E302" in run("sheet", "没有的单位").output
    result = run("sheet", "总办公室")
    assert (result.exit_code, "has no task of its own" in result.output) == (1, True)


def test_a_sheet_that_is_there_is_only_replaced_by_force_and_a_copy_is_kept() -> None:
    Path("s.xlsx").write_bytes(b"filled in")
    assert run("sheet", "branches", "--output", "s.xlsx").exit_code == 1
    assert Path("s.xlsx").read_bytes() == b"filled in"
    assert run("sheet", "branches", "--output", "s.xlsx", "--force").exit_code == 0
    assert Path("s.before-1.xlsx").read_bytes() == b"filled in"


def _other_forms() -> dict[str, bytes]:
    """A new sheet as other programs save it."""
    book = load_workbook(sheet())
    saved = io.BytesIO()
    book.save(saved)
    rows = [["" if cell.value is None else cell.value for cell in row] for row in _page(book).iter_rows()]
    own = Path(sheet("csv")).read_bytes()
    again = as_csv(rows, "gb18030")
    return {"b.xlsx": saved.getvalue(), "b.ods": as_ods(rows), "b.csv": own, "c.csv": again}


def test_a_sheet_that_nobody_edited_is_no_report_in_any_form() -> None:
    for name, content in _other_forms().items():
        Path(name).write_bytes(content)
        result = run("import-reports", name)
        assert (result.exit_code, result.output.splitlines()[-1][:11]) == (0, "nothing new"), result.output
    assert TABLE.read_text("utf-8") == REPORTS


def test_one_edited_cell_is_exactly_one_report() -> None:
    result = run("import-reports", edited(status="已完成"))
    assert result.exit_code == 0, result.output
    assert TABLE.read_text("utf-8") == REPORTS.replace(
        "evidence.grade\n", "evidence.grade,evidence.date\n"
    ) + ("2020-06-03,count,branches,done,,,各分局工作台账,各分局,A,2020-06-03\n")
    assert run("check").exit_code == 0


def test_several_cells_are_one_report_with_a_value_in_the_column_of_its_language() -> None:
    book = edited(note="全部看完。", percent=100, expected="2020年12月", obstacle="缺少船只", next="=租船")
    assert run("import-reports", book, "--date", "2020-06-01").exit_code == 0
    header, _, last = TABLE.read_text("utf-8").splitlines()
    added = dict(zip(header.split(","), last.split(","), strict=True))
    assert added["note.zh"] == "全部看完。" and added["note.en"] == ""
    assert (added["percent"], added["expected"], added["obstacle"]) == ("100", "2020-12", "缺少船只")
    assert added["date"] == "2020-06-01" and "status" in added and added["status"] == ""


def test_a_percentage_counts_as_it_is_shown() -> None:
    book = load_workbook(sheet())
    cell = _page(book).cell(4, HEADINGS["percent"])
    cell.value, cell.number_format = 1, "0%"
    book.save("back.xlsx")
    assert run("import-reports", "back.xlsx").exit_code == 0
    header, _, last = TABLE.read_text("utf-8").splitlines()
    assert dict(zip(header.split(","), last.split(","), strict=True))["percent"] == "100"


def test_an_error_in_place_of_a_value_is_no_report() -> None:
    result = run("import-reports", edited(note="#REF!", obstacle="#N/A"))
    assert result.exit_code == 1
    assert (
        "back.xlsx [Sheet1]:4:8: E117: this .xlsx file cannot be read: a formula gives #REF!" in result.output
    )
    assert ":4:9: E117" in result.output
    assert TABLE.read_text("utf-8") == REPORTS


def test_a_sheet_that_is_imported_twice_gives_its_reports_once() -> None:
    book = edited(status="已完成")
    run("import-reports", book)
    once = TABLE.read_text("utf-8")
    assert "nothing new" in run("import-reports", book, "--date", "2020-06-04").output
    assert TABLE.read_text("utf-8") == once


def test_a_dry_run_shows_the_change_and_writes_nothing() -> None:
    result = run("import-reports", edited(note="看完了。"), "--dry-run")
    assert "+2020-06-03,count,branches,,看完了。" in result.output
    assert TABLE.read_text("utf-8") == REPORTS


def test_the_day_in_the_sheet_is_that_of_its_reports() -> None:
    book = load_workbook(sheet())
    _page(book).cell(2, 4).value = "2020/5/31"
    _page(book).cell(5, HEADINGS["note"]).value = "已报送。"
    book.save("back.xlsx")
    assert run("import-reports", "back.xlsx").exit_code == 0
    assert TABLE.read_text("utf-8").splitlines()[-1].startswith("2020-05-31,report,branches,,已报送。")


def test_a_page_that_is_named_is_the_evidence() -> None:
    book = load_workbook(sheet())
    for column, value in ((HEADINGS["note"], "已完成。"), (15, "公报"), (16, "https://www.example.org/1")):
        _page(book).cell(5, column).value = value
    book.save("back.xlsx")
    result = run("import-reports", "back.xlsx")
    assert "[Sheet1]:5:16: W808: who publishes at https://www.example.org/1?" in result.output
    header, *_, last = TABLE.read_text("utf-8").splitlines()
    added = dict(zip(header.split(","), last.split(","), strict=True))
    assert (added["evidence.title"], added["evidence.grade"], added["evidence.speaker"]) == ("公报", "B", "")


def test_all_that_is_wrong_is_told_in_one_run_and_nothing_is_written() -> None:
    book = load_workbook(sheet())
    page = _page(book)
    wrong: dict[str, Any] = {
        "note": "好",
        "status": "差不多",
        "percent": 150,
        "expected": "年底",
        "obstacle": "",
    }
    for key, value in wrong.items():
        page.cell(4, HEADINGS[key]).value = value
    page.cell(5, HEADINGS["expected"]).value = "下个月"
    page.cell(5, HEADINGS["percent"]).value = 150
    for column in range(1, 17):
        page.cell(6, column).value = page.cell(5, column).value
        page.cell(7, column).value = page.cell(5, column).value
        page.cell(8, column).value = page.cell(5, column).value
    page.cell(7, 1).value = "river/gone"
    page.cell(8, 2).value = "m1"
    book.save("back.xlsx")
    result = run("import-reports", "back.xlsx", "none.xlsx")
    found = re.findall(r"^(\S+(?: \[Sheet1\])?:\d+:\d+): ([EW]\d+)", result.output, re.M)
    assert found == [
        ("back.xlsx [Sheet1]:4:11", "E807"),
        ("back.xlsx [Sheet1]:5:12", "E203"),
        ("back.xlsx [Sheet1]:5:13", "E205"),
        ("back.xlsx [Sheet1]:6:1", "E804"),
        ("back.xlsx [Sheet1]:7:1", "E803"),
        ("back.xlsx [Sheet1]:8:1", "E804"),
        ("none.xlsx:1:1", "E106"),
    ]
    assert result.exit_code == 1 and TABLE.read_text("utf-8") == REPORTS


def test_what_the_check_would_say_is_told_at_the_cell() -> None:
    book = load_workbook(sheet())
    _page(book).cell(4, 14).value = "2020-Q2"
    _page(book).cell(4, HEADINGS["status"]).value = "未开始"
    book.save("back.xlsx")
    result = run("import-reports", "back.xlsx", "--date", "2019-01-01")
    assert "back.xlsx [Sheet1]:4:14: E616: “2020-Q2” is no time of the task “count”" in result.output
    assert "back.xlsx [Sheet1]:4:11: W611" in result.output
    assert TABLE.read_text("utf-8") == REPORTS


def test_a_task_that_is_gone_is_told() -> None:
    book = edited(note="完成。")
    record = Path("data/directives/river/directive.yml")
    record.write_text(record.read_text("utf-8").replace("id: count", "id: counted"), "utf-8")
    TABLE.unlink()
    assert (
        "E802: there is no task “river/count” in the records any more" in run("import-reports", book).output
    )


def test_a_task_whose_record_changed_since_is_told_and_the_report_kept() -> None:
    book = edited(note="完成。")
    record = Path("data/directives/river/directive.yml")
    record.write_text(record.read_text("utf-8").replace("zh: 普查桥梁", "zh: 普查全部桥梁"), "utf-8")
    result = run("import-reports", book)
    assert "W805" in result.output and result.exit_code == 0
    assert "完成。" in TABLE.read_text("utf-8")


def test_a_cell_that_was_emptied_takes_no_report_back() -> None:
    result = run("import-reports", edited(note=None))
    assert "back.xlsx [Sheet1]:4:8: W806" in result.output and "nothing new" in result.output
    assert TABLE.read_text("utf-8") == REPORTS


def test_another_table_is_no_sheet() -> None:
    Path("t.csv").write_bytes(as_csv([["任务", "单位"], ["普查", "各分局"]]))
    assert "t.csv:1:1: E801" in run("import-reports", "t.csv").output
    sheet("csv")
    cut = Path("s.csv").read_text("utf-8-sig").replace("完成情况", "情况")
    Path("t.csv").write_text(cut, "utf-8")
    assert "E801: this is no sheet that directives sheet has written: these columns are missing" in (
        run("import-reports", "t.csv").output
    )


def test_no_cell_begins_a_formula() -> None:
    formulas = ["=1+1", "+1", "-1", "@a", "'=1", "\t=1", "＝1+1", "＋1", "－1", "＠a"]
    for text in formulas:
        TABLE.write_text(REPORTS + f"2020-03-06,report,branches,,{text.replace(chr(9), '')},,,,\n", "utf-8")
        for form in ("xlsx", "csv"):
            name = sheet(form)
            if form == "csv":
                cells = re.split("[,\r\n]", Path(name).read_text("utf-8-sig"))
            else:
                cells = [
                    str(cell.value or "") for row in _page(load_workbook(name)).iter_rows() for cell in row
                ]
            assert not [cell for cell in cells if cell.startswith(tuple("=+-@＝＋－＠"))]
            assert "nothing new" in run("import-reports", name).output


warnings.filterwarnings("error", category=UserWarning, module="openpyxl")
