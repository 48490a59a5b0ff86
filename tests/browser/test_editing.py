"""``directives edit`` in a browser: a whole short directive from an empty record, by mouse or by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.tools.access import COLOURS, HAN, unmarked, violations
from tests.tools.editing import DIRECTIVE, RECORD, SOURCE, serving, write_site

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


@dataclass(frozen=True)
class Opened:
    """The page of the record, and its file."""

    page: Page
    record: Path


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the record; errors in the page, and requests to elsewhere, fail the test."""
    wrong: list[str] = []
    record = write_site(tmp_path)
    with serving(tmp_path) as address, serving(tmp_path, "zh") as chinese:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")

        def open_page(language: str = "en") -> Opened:
            own = {"en": address, "zh": chinese}[language]
            page = context.new_page()
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on(
                "console", lambda line: wrong.append(line.text) if line.type in {"error", "warning"} else None
            )
            page.on("request", lambda sent: None if sent.url.startswith(own) else wrong.append(sent.url))
            page.goto(f"{own}/edit/{DIRECTIVE}")
            page.locator("main[data-ready]").wait_for()
            return Opened(page, record)

        yield open_page
        context.close()
    assert not wrong


def _choose(page: Page, words: str) -> None:
    """Select words of the text with the mouse, from the first to the last."""
    box = page.evaluate(
        """(words) => {
          const runs = [...document.querySelectorAll("#source .run")];
          const text = runs.map((run) => run.textContent).join("");
          const start = text.indexOf(words), end = start + words.length;
          const at = (place, side) => {
            let before = 0;
            for (const run of runs) {
              const length = run.textContent.length;
              if (place < before + length) {
                const range = new Range();
                range.setStart(run.firstChild, place - before);
                range.setEnd(run.firstChild, place - before + 1);
                run.scrollIntoView({ block: "center" });
                return () => {
                  const box = range.getBoundingClientRect();
                  return [side < 0 ? box.left + 1 : box.right - 1, box.top + box.height / 2];
                };
              }
              before += length;
            }
          };
          const [first, last] = [at(start, -1), at(end - 1, 1)];
          return [first(), last()];
        }""",
        words,
    )
    (left, top), (right, bottom) = box
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=4)
    page.mouse.up()
    expect(page.locator("#chosen")).to_have_value(words)


def _done(page: Page, message: str) -> None:
    expect(page.locator("#status")).to_contain_text(message)


def _add(page: Page, words: str, kind: str) -> None:
    _choose(page, words)
    page.locator(f"#add-{kind}").click()
    _done(page, f"Added: {words[:8]}")
    page.locator("#status").evaluate("each => { each.textContent = ''; }")


def _pick(page: Page, field: str, typed: str, name: str) -> None:
    """Choose a name by typing a part of it."""
    page.locator(field).press_sequentially(typed)
    page.get_by_role("option", name=name, exact=True).click()


def _fill(page: Page, field: str, words: str) -> None:
    page.locator(field).fill(words)
    page.locator(field).press("Tab")
    _done(page, "Changed.")
    page.locator("#status").evaluate("each => { each.textContent = ''; }")


def _part(page: Page, name: str) -> None:
    page.locator("#tree").get_by_role("button", name=name).first.click()
    expect(page.locator("#form-heading")).to_contain_text(name.partition(" ")[2][:8])


def test_a_directive_is_read_with_the_mouse(opened: Callable[..., Opened]) -> None:
    page, record = (found := opened()).page, found.record
    expect(page.locator("#count")).to_have_text("0 of 9 sentences read")
    expect(page.locator("#problems-heading")).to_have_text("No problems.")
    page.locator("#f-defaults-obligation").select_option("must")
    _done(page, "Obligation of all tasks: Changed.")

    _add(page, "一、全面检修", "section")
    _pick(page, "#f-actors", "gfj", "各分局")
    expect(page.locator("#f-actors-0-actor")).to_have_value("各分局")
    _add(page, "各分局要在2020年9月底前检修全部桥灯，检修率达到100%。", "task")
    _fill(page, "#f-due", "by the end of next autumn")
    expect(page.locator("#problems-heading")).to_have_text("Problems: 1")
    expect(page.locator("#f-due")).to_have_attribute("aria-invalid", "true")
    page.locator("#f-title").focus()
    page.locator("#problems button").click()
    expect(page.locator("#f-due")).to_be_focused()
    _fill(page, "#f-due", "2020-09")
    expect(page.locator("#problems-heading")).to_have_text("No problems.")
    _add(page, "一要查清损坏", "measure")
    _add(page, "二要及时更换", "measure")
    _add(page, "检修率达到100%", "target")
    _part(page, "Measure 二要及时更换")
    page.locator("#yaml-summary").click()
    expect(page.locator("#yaml-text")).to_have_value(
        "quote: 二要及时更换\ntargets:\n  - quote: 检修率达到100%"
    )
    page.locator("#undo").click()
    _part(page, "Task 各分局要在")
    _add(page, "检修率达到100%", "target")
    expect(page.locator("#f-metric")).to_be_focused()
    expect(page.locator("#problems button")).to_contain_text("metric")
    _fill(page, "#f-metric", "检修率")
    _fill(page, "#f-value", "100")
    _fill(page, "#f-unit", "%")
    expect(page.locator("#problems-heading")).to_have_text("No problems.")

    _add(page, "结果报总办公室。", "task")
    page.locator("#f-also").press_sequentially("总办")
    page.locator("#f-also").press("ArrowDown")
    page.locator("#f-also").press("Enter")
    page.locator("#f-also-0-role").select_option("recipient")
    _done(page, "Also")
    _add(page, "二、督促检查", "section")
    _add(page, "总办公室每季度通报一次进展。", "task")
    _pick(page, "#f-actors", "总办公", "总办公室")
    expect(page.locator("#f-actors-0-actor")).to_have_value("总办公室")
    _fill(page, "#f-due", "every quarter")
    _add(page, "关于检修桥灯的通知", "background")
    expect(page.locator("#problems button")).to_contain_text("reason")
    _fill(page, "#f-reason", "标题。")
    _add(page, "为保障夜间通行，现就检修桥灯通知如下。", "background")
    _fill(page, "#f-reason", "写明目的。")
    _add(page, "原《桥灯管理办法》同时废止。", "relation")
    page.locator("#f-kind").select_option("repeals")
    _fill(page, "#f-title", "桥灯管理办法")
    expect(page.locator("#count")).to_have_text("9 of 9 sentences read")
    expect(page.locator("#problems-heading")).to_have_text("No problems.")
    assert record.read_text("utf-8") == RECORD
    page.locator("#save").click()
    _done(page, "Saved.")
    assert record.read_text("utf-8") == EXPECTED


def _keys(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on an element; a page in which it never gets there has a trap."""
    for _ in range(80):
        if page.evaluate("() => document.activeElement?.id ?? ''") == wanted:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {wanted}")


def _say(page: Page, message: str) -> None:
    _done(page, message)
    page.locator("#status").evaluate("each => { each.textContent = ''; }")


def _read(page: Page, *steps: str, kind: str) -> None:
    """From wherever the focus is: to the text, by arrow keys to sentences, and to an action."""
    page.keyboard.press("Escape")
    expect(page.locator("#sentences")).to_be_focused()
    _keys(page, *steps, "Enter")
    _tab_to(page, f"add-{kind}")
    _keys(page, "Enter")
    _say(page, "Added:")


def test_a_directive_is_read_with_the_keyboard_alone(opened: Callable[..., Opened]) -> None:
    page, record = (found := opened()).page, found.record
    _tab_to(page, "sentences")
    _keys(page, "End", "Home", "Enter")
    expect(page.locator("#add-task")).to_be_focused()
    _read(page, "Home", kind="background")
    expect(page.locator("#f-reason")).to_be_focused()
    page.keyboard.type("标题和目的。")
    _keys(page, "Tab")
    _say(page, "Changed.")
    _keys(page, "Shift+Tab")
    expect(page.locator("#f-reason")).to_have_value("标题和目的。")
    _keys(page, "Escape", "Home", "Shift+ArrowDown", "Enter")
    expect(page.locator("#chosen")).to_have_value(SOURCE[: SOURCE.index("\n一")])
    _tab_to(page, "replace-passage")
    _keys(page, "Enter")
    _say(page, "Added:")

    page.evaluate("() => document.activeElement.blur()")
    _tab_to(page, "sentences")
    _keys(page, "ArrowDown", "ArrowDown", "ArrowUp", "Escape")
    expect(page.locator("#actions")).to_have_text("Choose words of the text first.")
    _read(page, "Home", "ArrowDown", "ArrowDown", kind="section")
    _tab_to(page, "f-actors")
    page.keyboard.type("geju")
    expect(page.locator("#f-actors-list")).to_be_hidden()
    _keys(page, "Control+a")
    page.keyboard.type("各分")
    expect(page.locator("#f-actors-list [role=option]")).to_have_text("各分局")
    _keys(page, "ArrowDown", "Enter")
    _say(page, "Actors: Changed.")
    _read(page, "ArrowDown", kind="task")
    _tab_to(page, "f-due")
    page.keyboard.type("2020-09")
    _keys(page, "Enter")
    _say(page, "Time: Changed.")

    page.keyboard.press("Escape")
    _keys(page, "ArrowDown", "Enter")
    _tab_to(page, "chosen")
    _keys(page, "Control+a")
    page.keyboard.type("一要查清损坏")
    _keys(page, "Shift+Tab")
    expect(page.locator("#chosen")).to_have_value("一要查清损坏")
    _tab_to(page, "add-measure")
    _keys(page, "Enter")
    _say(page, "Added: 一要查清损坏")
    _tab_to(page, "delete")
    _keys(page, "Enter")
    _say(page, "Deleted.")
    expect(page.locator("#form-heading")).to_be_focused()
    _keys(page, "Control+z")
    _say(page, "Undone.")
    _keys(page, "Control+y")
    expect(page.locator("#tree li.measure, #tree button.measure")).to_have_count(0)
    _keys(page, "Control+z")
    _say(page, "Undone.")
    _keys(page, "Control+s")
    _say(page, "Saved.")
    assert record.read_text("utf-8") == RECORD + (
        "background:\n  - {paragraph: 1, through: 2, reason: 标题和目的。}\n"
        "sections:\n  - title: 一、全面检修\n    quote: 一、全面检修\n    actors: [各分局]\n    tasks:\n"
        "      - quote: 各分局要在2020年9月底前检修全部桥灯，检修率达到100%。\n        due: 2020-09\n"
        "        measures:\n          - quote: 一要查清损坏\n"
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_axe_finds_nothing_in_light_and_dark_wide_and_narrow(
    opened: Callable[..., Opened], language: str
) -> None:
    page = opened(language).page
    page.locator("#sentences").focus()
    _keys(page, "ArrowDown", "ArrowDown", "ArrowDown", "Enter")
    page.locator("#add-task").click()
    expect(page.locator("#tree button")).to_have_count(2)
    _pick(page, "#f-actors", "zb", "总办 总办公室")
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


def test_a_file_that_changed_on_disk_is_shown_beside_what_is_here(opened: Callable[..., Opened]) -> None:
    page, record = (found := opened()).page, found.record
    _fill(page, "#f-number", "桥〔2020〕1号")
    by_hand = RECORD.replace("kind: notice", "kind: plan")
    record.write_text(by_hand, "utf-8")
    page.locator("#save").click()
    _done(page, "changed on disk")
    expect(page.locator("#conflict-heading")).to_be_focused()
    expect(page.get_by_role("region", name="On disk")).to_contain_text("kind: plan")
    expect(page.get_by_role("region", name="Here")).to_contain_text("桥〔2020〕1号")
    assert not violations(page)
    assert record.read_text("utf-8") == by_hand
    page.locator("#keep").click()
    _done(page, "Kept as data/directives/lamps/directive.yml.before-reload.")
    expect(page.locator("#f-kind")).to_have_value("plan")
    expect(page.locator("#f-number")).to_have_value("")
    kept = record.with_name("directive.yml.before-reload").read_text("utf-8")
    assert kept == RECORD.replace("issuers", "number: 桥〔2020〕1号\nissuers") or "桥〔2020〕1号" in kept
    assert record.read_text("utf-8") == by_hand


def test_a_record_that_cannot_be_read_is_corrected_on_the_page(
    opened: Callable[..., Opened], tmp_path: Path
) -> None:
    page, record = (found := opened()).page, found.record
    record.write_text(RECORD.replace("[office]", "[office"), "utf-8")
    page.reload()
    expect(page.locator("#problems button")).to_contain_text("E102")
    expect(page.locator("#yaml-text")).to_have_value(RECORD.replace("[office]", "[office"))
    page.locator("#yaml-text").fill(RECORD)
    page.locator("#yaml-take").click()
    expect(page.locator("#sentences")).to_be_visible()
    page.locator("#save").click()
    _done(page, "Saved.")
    assert record.read_text("utf-8") == RECORD
    record.unlink()
    _fill(page, "#f-number", "1")
    page.locator("#save").click()
    _done(page, "the record is not there any more")
