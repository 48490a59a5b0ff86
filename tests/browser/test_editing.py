"""``directives edit`` in a browser: a whole short directive from an empty record, by mouse or by keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.tools.browsing.editing_page import Editing, add, done, fill, keys, part, pick, read, say, tab_to
from tests.tools.editing import RECORD, SOURCE

EXPECTED = (
    RECORD
    + """\
defaults: {obligation: must}
relations:
  - kind: repeals
    title: 桥灯管理办法
    quote: 原《桥灯管理办法》同时废止。
background:
  - {paragraph: 1, reason: 标题。}
  - {paragraph: 2, reason: 写明目的。}
sections:
  - title: 一、全面检修
    quote: 一、全面检修
    actors: [各分局]
    tasks:
      - quote: 各分局要在2020年9月底前检修全部桥灯，检修率达到100%。
        due: 2020-09
        targets:
          - metric: 检修率
            value: 100
            unit: "%"
            quote: 检修率达到100%
        measures:
          - quote: 一要查清损坏
          - quote: 二要及时更换
      - quote: 结果报总办公室。
        also: [{actor: 总办, role: recipient}]
  - title: 二、督促检查
    quote: 二、督促检查
    tasks:
      - quote: 总办公室每季度通报一次进展。
        actors: [总办公室]
        due: every quarter
"""
)


def test_a_directive_is_read_with_the_mouse(editing: Editing) -> None:
    page, record = (found := editing()).page, found.record
    expect(page.locator("#count")).to_have_text("0 of 9 sentences read")
    _has_no_problems(page)
    page.locator("#f-defaults-obligation").select_option("must")
    say(page, "Changed: Obligation of all tasks")
    _read_a_section_and_its_task(page)
    _mistake_a_time_and_go_to_the_problem(page)
    _read_measures(page)
    _put_a_target_into_the_wrong_part_and_undo_it(page)
    _read_the_target_of_the_task(page)
    _read_a_task_with_a_recipient(page)
    _read_another_section(page)
    _read_what_is_no_task(page)
    expect(page.locator("#count")).to_have_text("9 of 9 sentences read")
    _has_no_problems(page)
    assert record.read_text("utf-8") == RECORD
    page.locator("#save").click()
    done(page, "Saved.")
    assert record.read_text("utf-8") == EXPECTED


def _has_no_problems(page: Page) -> None:
    expect(page.locator("#problems-heading")).to_have_text("No problems.")


def _read_a_section_and_its_task(page: Page) -> None:
    add(page, "一、全面检修", "section")
    pick(page, "#f-actors", "gfj", "各分局")
    expect(page.locator("#f-actors-0-actor")).to_have_value("各分局")
    add(page, "各分局要在2020年9月底前检修全部桥灯，检修率达到100%。", "task")


def _mistake_a_time_and_go_to_the_problem(page: Page) -> None:
    fill(page, "#f-due", "by the end of next autumn")
    expect(page.locator("#problems-heading")).to_have_text("Problems: 1")
    expect(page.locator("#f-due")).to_have_attribute("aria-invalid", "true")
    page.locator("#f-title").focus()
    page.locator("#problems button").click()
    expect(page.locator("#f-due")).to_be_focused()
    fill(page, "#f-due", "2020-09")
    _has_no_problems(page)


def _read_measures(page: Page) -> None:
    add(page, "一要查清损坏", "measure")
    add(page, "二要及时更换", "measure")


def _put_a_target_into_the_wrong_part_and_undo_it(page: Page) -> None:
    add(page, "检修率达到100%", "target")
    part(page, "Measure 二要及时更换")
    page.locator("#yaml-summary").click()
    expect(page.locator("#yaml-text")).to_have_value(
        "quote: 二要及时更换\ntargets:\n  - quote: 检修率达到100%"
    )
    page.locator("#undo").click()
    say(page, "Undone.")


def _read_the_target_of_the_task(page: Page) -> None:
    part(page, "Task 各分局要在")
    add(page, "检修率达到100%", "target")
    expect(page.locator("#f-metric")).to_be_focused()
    expect(page.locator("#problems button")).to_contain_text("metric")
    fill(page, "#f-metric", "检修率")
    fill(page, "#f-value", "100")
    fill(page, "#f-unit", "%")
    _has_no_problems(page)


def _read_a_task_with_a_recipient(page: Page) -> None:
    add(page, "结果报总办公室。", "task")
    page.locator("#f-also").press_sequentially("总办")
    page.locator("#f-also").press("ArrowDown")
    page.locator("#f-also").press("Enter")
    say(page, "Changed: Also")
    page.locator("#f-also-0-role").select_option("recipient")
    say(page, "Changed: Also")


def _read_another_section(page: Page) -> None:
    add(page, "二、督促检查", "section")
    add(page, "总办公室每季度通报一次进展。", "task")
    pick(page, "#f-actors", "总办公", "总办公室")
    expect(page.locator("#f-actors-0-actor")).to_have_value("总办公室")
    fill(page, "#f-due", "every quarter")


def _read_what_is_no_task(page: Page) -> None:
    add(page, "关于检修桥灯的通知", "background")
    expect(page.locator("#problems button")).to_contain_text("reason")
    fill(page, "#f-reason", "标题。")
    add(page, "为保障夜间通行，现就检修桥灯通知如下。", "background")
    fill(page, "#f-reason", "写明目的。")
    add(page, "原《桥灯管理办法》同时废止。", "relation")
    page.locator("#f-kind").select_option("repeals")
    say(page, "Changed:")
    fill(page, "#f-title", "桥灯管理办法")


def test_a_directive_is_read_with_the_keyboard_alone(editing: Editing) -> None:
    page, record = (found := editing()).page, found.record
    _type_a_reason_for_a_sentence(page)
    _take_two_sentences_instead_of_one(page)
    _find_out_that_words_must_be_chosen_first(page)
    _choose_a_body_by_typing(page)
    _type_the_time_of_a_task(page)
    _type_a_part_of_a_sentence(page)
    _delete_a_measure_and_undo_it(page)
    keys(page, "Control+s")
    say(page, "Saved.")
    assert record.read_text("utf-8") == RECORD + (
        "background:\n  - {paragraph: 1, through: 2, reason: 标题和目的。}\n"
        "sections:\n  - title: 一、全面检修\n    quote: 一、全面检修\n    actors: [各分局]\n    tasks:\n"
        "      - quote: 各分局要在2020年9月底前检修全部桥灯，检修率达到100%。\n        due: 2020-09\n"
        "        measures:\n          - quote: 一要查清损坏\n"
    )


def _type_a_reason_for_a_sentence(page: Page) -> None:
    tab_to(page, "sentences")
    keys(page, "End", "Home", "Enter")
    expect(page.locator("#add-task")).to_be_focused()
    read(page, "Home", kind="background")
    expect(page.locator("#f-reason")).to_be_focused()
    page.keyboard.type("标题和目的。")
    keys(page, "Tab")
    say(page, "Changed:")
    keys(page, "Shift+Tab")
    expect(page.locator("#f-reason")).to_have_value("标题和目的。")


def _take_two_sentences_instead_of_one(page: Page) -> None:
    keys(page, "Escape", "Home", "Shift+ArrowDown", "Enter")
    expect(page.locator("#chosen")).to_have_value(SOURCE[: SOURCE.index("\n一")])
    tab_to(page, "replace-passage")
    keys(page, "Enter")
    say(page, "Added:")


def _find_out_that_words_must_be_chosen_first(page: Page) -> None:
    page.evaluate("() => document.activeElement.blur()")
    tab_to(page, "sentences")
    keys(page, "ArrowDown", "ArrowDown", "ArrowUp", "Escape")
    expect(page.locator("#actions")).to_have_text("Choose words of the text first.")


def _choose_a_body_by_typing(page: Page) -> None:
    read(page, "Home", "ArrowDown", "ArrowDown", kind="section")
    tab_to(page, "f-actors")
    page.keyboard.type("geju")
    expect(page.locator("#f-actors-list")).to_be_hidden()
    keys(page, "Control+a")
    page.keyboard.type("各分")
    expect(page.locator("#f-actors-list [role=option]")).to_have_text("各分局")
    keys(page, "ArrowDown", "Enter")
    say(page, "Changed: Actors")


def _type_the_time_of_a_task(page: Page) -> None:
    read(page, "ArrowDown", kind="task")
    tab_to(page, "f-due")
    page.keyboard.type("2020-09")
    keys(page, "Enter")
    say(page, "Changed: Time")


def _type_a_part_of_a_sentence(page: Page) -> None:
    page.keyboard.press("Escape")
    keys(page, "ArrowDown", "Enter")
    tab_to(page, "chosen")
    keys(page, "Control+a")
    page.keyboard.type("一要查清损坏")
    keys(page, "Shift+Tab")
    expect(page.locator("#chosen")).to_have_value("一要查清损坏")
    tab_to(page, "add-measure")
    keys(page, "Enter")
    say(page, "Added: 一要查清损坏")


def _delete_a_measure_and_undo_it(page: Page) -> None:
    tab_to(page, "delete")
    keys(page, "Enter")
    say(page, "Deleted.")
    expect(page.locator("#form-heading")).to_be_focused()
    keys(page, "Control+z")
    say(page, "Undone.")
    keys(page, "Control+y")
    expect(page.locator("#tree li.measure, #tree button.measure")).to_have_count(0)
    keys(page, "Control+z")
    say(page, "Undone.")
