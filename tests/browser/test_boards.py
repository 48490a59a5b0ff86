"""What a reader does with the home page, the boards, the work lists and the matrices, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

PAGES = {
    "home": "index.html",
    "actor": "actors/east-bureau.html",
    "person": "actors/shen-chaosheng.html",
    "directive": "directives/ferries-2022-spring-meeting/index.html",
    "matrix": "matrix/index.html",
}
PHONE = ViewportSize(width=375, height=700)
TABLET = ViewportSize(width=740, height=900)


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(base_url=served, locale="zh-CN", viewport=PHONE, has_touch=True)
    yield context.new_page()
    context.close()


def test_one_tap_leads_from_the_home_page_to_what_a_bureau_must_do(page: Page) -> None:
    """“What must a ferry bureau do, and by when?”, in under three taps."""
    page.goto("index.html")
    page.locator(".bodies a", has_text="渡航局").first.tap()
    expect(page.locator("h1")).to_contain_text("渡航局")
    row = page.locator(".work tr", has_text="加强统筹协调").first
    expect(row.locator("td").nth(1)).to_contain_text("原文未写明")


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.long)])
def test_each_number_of_a_directives_board_leads_to_as_many_tasks(page: Page, step: int) -> None:
    """Each fourth number, of both kinds, or all of them."""
    page.goto(PAGES["directive"])
    cells = page.locator(".board a, .by-time a")
    found = [(cell.get_attribute("href"), cell.locator("b").text_content()) for cell in cells.all()]
    assert len(found) > 4
    for address, number in found[::step]:
        page.goto(f"directives/ferries-2022-spring-meeting/{address}")
        expect(page.locator(".finder-rows tbody tr")).to_have_count(int(number or 0))


def test_the_numbers_of_the_board_stand_for_the_rows_of_the_work_list(page: Page) -> None:
    page.goto(PAGES["actor"])
    numbers = [int(number) for number in page.locator(".board a b").all_inner_texts()]
    apart = "[id$=-due-involved] + .work tbody tr, [id$=-due-concerned] + .work tbody tr"
    inherited = page.locator("#inherited ~ .work tbody tr").count()
    rows = page.locator(".work tbody tr").count() - page.locator(apart).count() - inherited
    assert sum(numbers) == rows


@pytest.mark.parametrize("kind", PAGES)
def test_touch_targets_are_large_enough(page: Page, kind: str) -> None:
    page.goto(PAGES[kind])
    targets = page.locator(".board a, .bodies a, .home-search a, details.more > summary, .jump a").all()
    small = [box for box in (t.bounding_box() for t in targets) if box and box["height"] < 18]
    assert not small
    for target in page.locator(".bodies a, .home-search a").all():
        box = target.bounding_box()
        assert box is None or box["height"] >= 44
    for target in page.locator(".board a").all():  # words in a line
        box = target.bounding_box()
        assert box is None or box["height"] >= 24


def test_a_matrix_scrolls_in_its_own_box_and_keeps_its_headings_in_sight(
    browser: Browser, served: str
) -> None:
    page = browser.new_context(base_url=served, locale="zh-CN", viewport=TABLET).new_page()
    page.goto(PAGES["directive"])
    box = page.get_by_role("region", name="任务分工")
    box.focus()
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    for key in ["ArrowRight"] * 8:
        page.keyboard.press(key)
    page.wait_for_function("document.querySelector('.matrix').scrollLeft > 0")
    name = box.locator("tbody th").first.bounding_box()
    frame = box.bounding_box()
    assert name
    assert frame
    assert abs(name["x"] - frame["x"]) < 4
    page.context.close()


def test_on_a_phone_a_body_of_the_matrix_is_a_card_that_names_its_tasks(page: Page) -> None:
    page.goto(PAGES["directive"])
    cell = page.locator("#matrix-lamp-bay td:not(:empty)").first
    named = cell.evaluate("cell => getComputedStyle(cell, '::after').content")
    assert named == f'"{cell.get_attribute("data-label")}"'
    assert page.locator("#matrix-lamp-bay td:empty").first.is_hidden()


def test_a_cell_of_the_overall_matrix_leads_to_its_task_and_a_number_to_the_list_of_its_tasks(
    page: Page,
) -> None:
    page.goto(PAGES["matrix"])
    numbered = page.locator("td a:has(.count)").first
    number = numbered.locator(".count").inner_text()
    page.locator("tr", has_text="灯湾市政府").locator("td a:not(:has(.count))").first.tap()
    expect(page.locator("h1")).to_have_text(re.compile("优待岛民"))
    page.go_back()
    numbered.tap()
    expect(page.locator(".finder-status")).to_contain_text(number)


def test_a_work_list_prints_as_a_table_with_its_headings(browser: Browser, served: str) -> None:
    page = browser.new_context(base_url=served, viewport={"width": 700, "height": 990}).new_page()
    page.goto(PAGES["actor"])
    page.emulate_media(media="print")
    display = "element => getComputedStyle(element).display"
    assert page.locator(".work thead").first.evaluate(display) == "table-header-group"
    assert page.locator(".work tbody tr").first.evaluate(display) == "table-row"
    assert page.locator(".work tbody tr").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    page.context.close()
