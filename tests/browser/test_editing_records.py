"""``directives edit`` in a browser: access for all, other versions on disk, records that others began."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.tools.browsing.access import COLOURS, HAN, unmarked, violations
from tests.tools.browsing.editing_page import Editing, done, fill, keys, part, pick, say
from tests.tools.editing import RECORD


@pytest.mark.parametrize("language", ["en", "zh"])
def test_axe_finds_nothing_in_light_and_dark_wide_and_narrow(editing: Editing, language: str) -> None:
    page = editing(language).page
    page.locator("#sentences").focus()
    keys(page, "ArrowDown", "ArrowDown", "ArrowDown", "Enter")
    page.locator("#add-task").click()
    expect(page.locator("#tree button")).to_have_count(2)
    pick(page, "#f-actors", "zb", "总办 总办公室", "Changed" if language == "en" else "已修改")
    expect(page.locator("#f-actors-0-actor")).to_be_visible()
    page.locator("#f-due").fill("soon")
    page.locator("#f-due").press("Tab")
    expect(page.locator("#problems button")).to_have_count(1)
    page.locator("#yaml-summary").click()
    page.locator("#f-also").press_sequentially("分局")
    expect(page.locator("#f-also-list")).to_be_visible()
    assert not violations(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert not violations(page, COLOURS)
    page.set_viewport_size({"width": 375, "height": 800})
    assert not violations(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 375
    if language == "zh":
        assert page.locator("#save").text_content() == "保存"
        return
    marked = [text for text in unmarked(page, "#source") if HAN.search(text)]
    assert not marked
    page.goto(page.url.partition("/edit/")[0])
    assert not violations(page)


def test_a_file_that_changed_on_disk_is_shown_beside_what_is_here(editing: Editing) -> None:
    page, record = (found := editing()).page, found.record
    fill(page, "#f-number", "桥〔2020〕1号")
    by_hand = RECORD.replace("kind: notice", "kind: plan")
    record.write_text(by_hand, "utf-8")
    page.locator("#save").click()
    done(page, "changed on disk")
    expect(page.locator("#conflict-heading")).to_be_focused()
    expect(page.get_by_role("region", name="On disk")).to_contain_text("kind: plan")
    expect(page.get_by_role("region", name="Here")).to_contain_text("桥〔2020〕1号")
    assert not violations(page)
    assert record.read_text("utf-8") == by_hand
    page.locator("#keep").click()
    done(page, "Kept as data/directives/lamps/directive.yml.before-reload.")
    expect(page.locator("#f-kind")).to_have_value("plan")
    expect(page.locator("#f-number")).to_have_value("")
    kept = record.with_name("directive.yml.before-reload").read_text("utf-8")
    assert kept == RECORD.replace("issuers", "number: 桥〔2020〕1号\nissuers") or "桥〔2020〕1号" in kept
    assert record.read_text("utf-8") == by_hand


def test_a_record_that_cannot_be_read_is_corrected_on_the_page(editing: Editing) -> None:
    page, record = (found := editing()).page, found.record
    record.write_text(RECORD.replace("[office]", "[office"), "utf-8")
    page.reload()
    expect(page.locator("#problems button")).to_contain_text("E102")
    expect(page.locator("#yaml-text")).to_have_value(RECORD.replace("[office]", "[office"))
    page.locator("#yaml-text").fill(RECORD)
    page.locator("#yaml-take").click()
    expect(page.locator("#sentences")).to_be_visible()
    page.locator("#save").click()
    done(page, "Saved.")
    assert record.read_text("utf-8") == RECORD
    record.unlink()
    fill(page, "#f-number", "1")
    page.locator("#save").click()
    done(page, "the record is not there any more")


DECIDED = (
    RECORD
    + """\
tasks:
  - quote: 结果报总办公室。
    due:
      - {by: 2020-09}
  - quote: 总办公室每季度通报一次进展。
    to_decide:
      - 由谁通报？
      - 通报给谁？
sections:
  - title: 督促检查
    quote: 二、督促检查
    # nothing here yet
"""
)


def test_a_source_that_changed_on_disk_is_shown_with_the_next_change(editing: Editing) -> None:
    page, record = (found := editing()).page, found.record
    long = "各分局要检查桥灯" * 1000 + "。"
    record.with_name("source.txt").write_text(f"另一份通知\n{long}\n", "utf-8")
    fill(page, "#f-number", "桥〔2020〕1号")
    expect(page.locator("#count")).to_have_text("0 of 2 sentences read")
    expect(page.locator("#sentences [role=option]")).to_have_text(["另一份通知", long])
    page.set_viewport_size({"width": 375, "height": 800})
    page.locator("#sentences").focus()
    keys(page, "End", "Enter")
    page.locator("#add-task").click()
    done(page, "…")
    assert len(page.locator("#status").text_content() or "") < 80
    page.locator("#undo").click()
    say(page, "Undone.")
    record.with_name("source.txt").unlink()
    fill(page, "#f-number", "桥〔2020〕2号")
    expect(page.locator("#sentences")).to_have_count(0)


def test_questions_are_decided_and_tasks_are_put_in_order(editing: Editing) -> None:
    page, record = (found := editing()).page, found.record
    record.write_text(DECIDED, "utf-8")
    page.reload()
    page.locator("main[data-ready]").wait_for()
    expect(page.locator("#problems-heading")).to_have_text("Problems: 2")
    page.locator("#problems button").first.click()
    expect(page.locator("#f-to_decide")).to_be_focused()
    page.locator("#f-to_decide").click()
    say(page, "Changed: To decide")
    expect(page.locator(".question")).to_have_text("通报给谁？ Decided: remove this line")
    page.locator("#f-to_decide").click()
    expect(page.locator("#problems-heading")).to_have_text("No problems.")
    page.locator("#move").select_option(label="督促检查")
    say(page, "Moved.")
    expect(page.locator("#form-heading")).to_have_text("Task: 总办公室每季度通报一次进展。")
    page.locator("#find").click()
    expect(page.locator("#source .current")).to_have_text("总办公室每季度通报一次进展。")
    part(page, "Task 结果报总办公室。")
    expect(page.locator(".times p")).to_contain_text('{"by":"2020-09"}')
    page.locator("#save").click()
    say(page, "Saved.")
    assert record.read_text("utf-8") == RECORD + (
        "tasks:\n  - quote: 结果报总办公室。\n    due:\n      - {by: 2020-09}\n"
        "sections:\n  - title: 督促检查\n    quote: 二、督促检查\n"
        "    tasks:\n      - quote: 总办公室每季度通报一次进展。\n    # nothing here yet\n"
    )
