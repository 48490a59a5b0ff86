"""What headings mean, which bodies a cell names with which part, and which time it gives."""

from __future__ import annotations

import pytest
from directive_atlas.tables.columns import Column, column_of
from directive_atlas.tables.times import time_in
from directive_atlas.tables.units import units_in
from directive_atlas.vocabulary.tasks import Role

HEADINGS = {
    Column.NUMBER: "序号, No., #, ID, Action No.",
    Column.SECTION: "类别, 重点领域, Category, Pillar, Goal",
    Column.TASK: "工作任务, 重点任务, 任务清单, 重点工作, Action, Requirement, Task, Description",
    Column.MEASURE: "具体措施, 工作举措, 任务分解, Milestone, Sub-action, Activities",
    Column.LEAD: "牵头单位, 牵头部门（责任人）, Lead, Lead agency",
    Column.RESPONSIBLE: "责任单位, 责任单位（列第一位的为牵头单位）, 承办单位, Responsible agency, Owner",
    Column.SUPPORT: "配合单位, 协办部门, 参加单位, Supporting agencies, Partners",
    Column.SUPERVISE: "督办单位",
    Column.CONSULTED: "Consulted",
    Column.DUE: "完成时限, 时间节点, 完成时间, Due, Due date, Deadline, Timeline",
    Column.STATUS: "完成情况, 进展, Status",
    Column.NOTE: "备注, Notes, Remarks, Comments",
    Column.OTHER: "责任人, 责任领导, 任务来源, 起始时间, Start date, Contact",
    None: "年度目标, 预期成效, 一句很长的话" + "不是表头" * 20,
}


@pytest.mark.parametrize(
    ("heading", "column"),
    [(each, column) for column, words in HEADINGS.items() for each in words.split(", ")],
)
def test_a_heading_means_one_thing(heading: str, column: Column | None) -> None:
    assert column_of(heading) is column


KNOWN = {
    "财政部",
    "税务总局",
    "工业和信息化部",
    "住房和城乡建设部",
    "Department of Health and Human Services",
}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("财政部", "R 财政部"),
        ("财政部、税务总局", "R 财政部, R 税务总局"),
        ("财政部；税务总局/审计署", "R 财政部, R 税务总局, R 审计署"),
        ("财政部 税务总局", "R 财政部, R 税务总局"),
        ("市发展改革委和市财政局", "R 市发展改革委, R 市财政局"),
        ("工业和信\n息化部\n财政部", "R 工业和信息化部, R 财政部"),
        ("市住房和城乡建设局", "R 市住房和城乡建设局"),
        ("财政部牵头，税务总局、审计署配合", "L! 财政部, S! 税务总局, S! 审计署"),
        ("由财政部牵头负责，各市参与", "L! 财政部, S! 各市"),
        ("财政部（牵头）、税务总局（配合）", "L! 财政部, S! 税务总局"),
        ("牵头单位：财政部\n配合单位：税务总局、审计署", "L! 财政部, S! 税务总局, S! 审计署"),
        ("财政部、税务总局等部门按职责分工负责", "R! 财政部, R! 税务总局+"),
        ("财政部等", "R 财政部+"),
        ("OMB, GSA and NIST", "R OMB, R GSA, R NIST"),
        ("Department of Health and Human Services", "R Department of Health and Human Services"),
        ("Bureau of Bridges and Office of Roads", "R Bureau of Bridges, R Office of Roads"),
        ("Office of Parks and Recreation", "R Office of Parks and Recreation"),
        ("OMB, GSA, and others", "R OMB, R GSA+"),
        ("各市、县（市、区）人民政府，省财政厅", "R 各市、县（市、区）人民政府, R 省财政厅"),
        ("各有关部门、各市政府", "R 各有关部门, R 各市政府"),
        ("Department of Parks and Public Gardens", "R Department of Parks and Public Gardens"),
        ("OMB (lead) and the Bridge Agency (support)", "L! OMB, S! Bridge Agency"),
        ("OMB (lead), GSA (support)", "L! OMB, S! GSA"),
        ("Lead: OMB; Support: GSA, NIST", "L! OMB, S! GSA, S! NIST"),
        ("", ""),
    ],
)
def test_a_cell_names_bodies_with_their_parts(cell: str, expected: str) -> None:
    units = units_in(cell, Role.RESPONSIBLE, KNOWN.__contains__)
    shown = (f"{u.role.letter}{'!' * u.said} {u.name}{'+' * u.and_others}" for u in units)
    assert ", ".join(shown) == expected


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ("2020年12月31日, 2020-12-31, 2020/12/31, ２０２０年１２月３１日前完成, 12/31/2020", "2020-12-31"),
        (
            "31 December 2020, by December 31 2020, no later than Dec. 31 2020, on or before 31st Dec 2020",
            "2020-12-31",
        ),
        ("2020年9月底前, 2020年9月, 2020.9, 2020年9月底前完成, September 2020, Sept 2020", "2020-09"),
        ("2020, 2020年, 2020年底, 2020年底前, End of 2020", "2020"),
        ("2020年第三季度, Q3 2020, 2020 Q3, third quarter of 2020", "2020-Q3"),
        ("2020年上半年, 2020年上半年底前, first half of 2020, H1 2020, 1H 2020", "2020-H1"),
        ("2020年1月至6月, 2020年1月—2020年6月", "2020-01 to 2020-06"),
        ("2020-2022年, 2020年至2022年", "2020 to 2022"),
        ("每季度, 每季度一次, 按季度, 季度末报送, Quarterly", "every quarter"),
        ("每年, 按年度, Annually, every year", "every year"),
        ("每年12月底前", "每年12月底前"),
        ("印发之日起30日内, 30 days after signature", "30 days after signed"),
        ("公布后10个工作日内", "10 working days after published"),
    ],
)
def test_a_time_is_read_where_it_has_one_meaning(cells: str, written: str) -> None:
    for cell in cells.split(", "):
        found = time_in(cell)
        assert found and (found.written, found.serial) == (written, False), cell


@pytest.mark.parametrize(
    ("cell", "form"),
    [
        ("长期", "ongoing"),
        ("持续推进", "ongoing"),
        ("Ongoing", "ongoing"),
        ("立即", "asap"),
        ("适时", "suitable"),
    ],
)
def test_a_time_without_a_day_keeps_its_words(cell: str, form: str) -> None:
    found = time_in(cell)
    assert found and found.written == {form: True, "words": cell}


def test_the_number_of_a_day_is_read_and_marked() -> None:
    found = time_in("44196")
    assert found and (found.written, found.serial) == ("2020-12-31", True)


@pytest.mark.parametrize(
    "cell",
    [
        "12月底前",
        "03/04/2020",
        "Within 90 days",
        "TBD",
        "FY2020",
        "十四五期间",
        "2020年6月底前自评，年底前复评",
        "2020-13-01",
        "",
    ],
)
def test_what_could_mean_more_than_one_time_is_not_guessed(cell: str) -> None:
    assert time_in(cell) is None
