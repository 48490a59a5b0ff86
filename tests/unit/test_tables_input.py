"""Files that are no good tables: one clear problem each, bounded memory, and nothing written over."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.cli.main import main
from directive_atlas.intake import RefusedError
from directive_atlas.tables import read_sheets, table_in
from directive_atlas.tables.archive import CELL, COLUMNS, ROWS
from openpyxl import Workbook as OtherWorkbook

from tests.golden.base import BASE
from tests.tools.corpora.sheets import Rows, as_csv, as_ods, as_xlsx, workbook

TABLE: Rows = [["工作任务", "责任单位", "完成时限"], ["普查桥梁", "总办公室", "2020年9月底前"]]
_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}'
    "</sheetData></worksheet>"
)


def refused(content: bytes, file: str = "t.xlsx") -> str:
    """The code with which a file is refused, and the message."""
    with pytest.raises(RefusedError) as refusal:
        table_in(file, read_sheets(file, content), "", "")
    return f"{refusal.value.problem.kind.code}: {refusal.value.problem.message}"


def _with(content: bytes, **parts: bytes) -> bytes:
    """An archive in which some parts have another content."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return changed.getvalue()


def _with_sheet(rows: str, before: str = "") -> bytes:
    part = "xl/worksheets/sheet1.xml"
    return _with(as_xlsx(TABLE), **{part: (before + _SHEET.format(rows=rows)).encode()})


def test_two_cells_in_far_corners_fill_no_memory() -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refused(_with_sheet(far)) == "E118: this file has more than is read: the limit is 10,000 rows"


def test_many_sheets_with_two_cells_in_far_corners_fill_no_memory() -> None:
    far: Rows = [["a"], *[[]] * 1_498, [*[None] * 199, "b"]]
    names = [f"Sheet{number}" for number in range(5)]
    refusal = refused(workbook(dict.fromkeys(names, (far, ()))))
    assert refusal == "E118: this file has more than is read: the limit is 1,200,000 cells in all sheets"


def test_merged_cells_that_lie_on_each_other_are_not_written_for_ever() -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="T{n}"><v>1</v></c></row>' for n in range(1, 1001)
    )
    same = '<mergeCell ref="A1:T1000"/>' * 20_000
    merged = f"<mergeCells>{same}</mergeCells>"
    sheet = _SHEET.format(rows=rows).replace("</sheetData>", f"</sheetData>{merged}")
    content = _with(as_xlsx(TABLE), **{"xl/worksheets/sheet1.xml": sheet.encode()})
    assert refused(content) == "E118: this file has more than is read: the limit is 300,000 merged cells"


def test_an_empty_cell_far_below_is_no_row() -> None:
    content = _with_sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>'
    )
    assert len(read_sheets("t.xlsx", content)[0].rows) == 1


def test_a_repeated_cell_of_ods_counts_as_often_as_it_is_repeated() -> None:
    ods = as_ods(TABLE)
    with zipfile.ZipFile(io.BytesIO(ods)) as archive:
        xml = archive.read("content.xml").decode()
    rows = xml.replace("<table:table-row>", '<table:table-row table:number-rows-repeated="1000000">', 1)
    assert refused(_with(ods, **{"content.xml": rows.encode()}), "t.ods").startswith("E118: ")


@pytest.mark.parametrize(
    ("rows", "limit"),
    [
        ([["任务", "单位"], *[["甲", "乙"]] * ROWS], "10,000 rows"),
        ([["任务", "单位"], ["甲"] * (COLUMNS + 1)], "200 columns"),
        ([["任务"] * COLUMNS] * 1501, "300,000 cells"),
        ([["任务", "单位"], ["甲", "乙" * (CELL + 1)]], "32,767 characters in one cell"),
        ([["任务", "单位"], ["甲", "乙" * 200_000]], "32,767 characters in one cell"),
    ],
    ids=["rows", "columns", "cells", "cell", "cell beyond CSV"],
)
def test_what_is_too_large_is_refused_with_the_limit(rows: Rows, limit: str) -> None:
    assert refused(as_csv(rows), "t.csv") == f"E118: this file has more than is read: the limit is {limit}"


def test_a_million_rows_are_refused(tmp_path: Path) -> None:
    content = io.StringIO()
    csv.writer(content).writerows([["甲", "乙"]] * 1_000_000)
    assert refused(content.getvalue().encode(), "t.csv").endswith("10,000 rows")


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    bomb = _with(as_xlsx(TABLE), **{"xl/media/image1.png": b"\0" * (257 * 2**20)})
    assert len(bomb) < 2**20
    assert refused(bomb).endswith("the limit is 268,435,456 bytes when unpacked")


@pytest.mark.parametrize(
    "declared", ['<!ENTITY a SYSTEM "file:///etc/passwd">', '<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">']
)
def test_entities_are_refused_wherever_they_point(declared: str) -> None:
    content = _with_sheet('<row r="1"><c r="A1"><v>&a;</v></c></row>', f"<!DOCTYPE worksheet [{declared}]>")
    assert refused(content).startswith("E117: this XLSX file cannot be read: it declares entities")


@pytest.mark.parametrize("size", [0, 10, 300, 1000, 3000])
def test_a_file_that_breaks_off_is_refused(size: int) -> None:
    assert refused(as_xlsx(TABLE)[:size])[:4] in {"E117", "E809", "E101"}


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    part = '<?xml version="1.0" encoding="A0"?>' + _SHEET.format(rows="")
    assert "E117" in refused(_with(as_xlsx(TABLE), **{"xl/worksheets/sheet1.xml": part.encode()}))


def test_a_part_that_is_no_xml_is_refused() -> None:
    content = _with(
        as_xlsx(TABLE), **{"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row></worksheet>"}
    )
    assert refused(content) == "E117: this XLSX file cannot be read: it is damaged or incomplete"


def test_an_encrypted_file_is_refused() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096
    assert refused(ole, "t.xls").startswith("E117: this XLS file cannot be read: it is damaged")
    new = ole + "EncryptedPackage".encode("utf-16-le")
    assert refused(new) == "E117: this XLSX file cannot be read: it is encrypted"
    manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    ods = _with(as_ods(TABLE), **{"META-INF/manifest.xml": manifest})
    assert refused(ods, "t.ods") == "E117: this ODS file cannot be read: it is encrypted"


@pytest.mark.parametrize(
    ("content", "file", "code"),
    [
        (b"<html><table><tr><td>1</td></tr></table></html>", "t.xls", "E116"),
        (b"%PDF-1.7", "t.pdf", "E116"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "t.png", "E116"),
        ("工作任务,责任单位\n普查,总办公室\n".encode("utf-16-le"), "t.csv", "E101"),
        ('工作任务,责任单位\n"普查,总办公室\n'.encode(), "t.csv", "E117"),
        ("甲,乙\n丙,丁\n".encode(), "t.csv", "E809"),
        (b"", "t.csv", "E809"),
    ],
    ids=["page", "pdf", "image", "utf-16 without mark", "open quote", "no headings", "empty"],
)
def test_what_is_no_table_is_refused(content: bytes, file: str, code: str) -> None:
    assert refused(content, file).startswith(code)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_the_same_in_every_encoding_and_with_every_delimiter(encoding: str, delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(row) for row in TABLE)
    [sheet] = read_sheets("t.csv", text.encode(encoding))
    assert [[cell.text for cell in row] for row in sheet.rows] == TABLE


def test_only_the_value_of_a_formula_is_read_and_no_macro_is_run() -> None:
    book = OtherWorkbook()
    assert book.active is not None
    for row in [*TABLE, ["=1+1", "总办公室", "2020"]]:
        book.active.append([*row])
    content = io.BytesIO()
    book.save(content)
    macros = _with(content.getvalue(), **{"xl/vbaProject.bin": b"\0" * 100})
    [sheet] = read_sheets("t.xlsm", macros)
    assert [cell.text for cell in sheet.rows[2]] == ["", "总办公室", "2020"]


def test_signs_that_nobody_sees_are_left_out() -> None:
    [sheet] = read_sheets("t.csv", "任务,单位\n\u202e普\u200b查\u2066,\x07总办公室\ufeff\n".encode())
    assert [cell.text for cell in sheet.rows[1]] == ["普查", "总办公室"]


def test_one_of_several_sheets_is_chosen_by_name() -> None:
    two = workbook({"甲": (TABLE, ()), "乙": (TABLE, ()), "说明": ([["填表说明"]], ())})
    assert refused(two) == "E810: several sheets here have tasks: 甲, 乙"
    sheets = read_sheets("t.xlsx", two)
    assert table_in("t.xlsx", sheets, "乙", "").layout.sheet.name == "乙"
    with pytest.raises(RefusedError, match="there is no sheet “丙” here; there are: 甲, 乙, 说明") as refusal:
        table_in("t.xlsx", sheets, "丙", "")
    assert refusal.value.problem.kind.code == "E811"


def test_a_column_without_a_place_in_a_record_is_told() -> None:
    rows = [["工作任务", "责任单位", "年度目标", "完成情况"], ["普查桥梁", "总办公室", "全部", "已完成"]]
    table = table_in("t.csv", read_sheets("t.csv", as_csv(rows)), "", "")
    assert [(each.kind.code, each.place.line, each.place.column) for each in table.problems] == [
        ("W812", 1, 3),
        ("W812", 1, 4),
    ]


def test_a_record_that_is_there_is_only_replaced_by_force_and_a_copy_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_bytes(as_csv(TABLE))
    command = ["import", "t.csv", "--id", "river", "--title", "桥梁", "--issuer", "office"]
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = CliRunner().invoke(main, command)
    assert (result.exit_code, "E507" in result.output) == (1, True)
    assert {path: path.read_bytes() for path in before} == before
    result = CliRunner().invoke(main, [*command, "--force"])
    assert result.exit_code == 0, result.output
    old = before[tmp_path / "data/directives/river/directive.yml"]
    assert old in [path.read_bytes() for path in (tmp_path / "data/directives/river").iterdir()]
