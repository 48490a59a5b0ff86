"""``directives edit`` in a browser: a whole short directive from an empty record, with mouse or keyboard only."""

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
            page.on("console", lambda line: wrong.append(line.text) if line.type in {"error", "warning"} else None)
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
    expect(page.locator("#yaml-text")).to_have_value("quote: 二要及时更换\ntargets:\n  - quote: 检修率达到100%")
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
