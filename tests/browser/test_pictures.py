"""Timeline and lineage in a real browser: their links, their size, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

DIRECTIVE = "directives/ferries-2022-spring-meeting/index.html"
PAGES = [
    "timeline/index.html",
    "timeline/2024.html",
    "timeline/2024-q2.html",
    "lineage/index.html",
    DIRECTIVE,
    "actors/operators.html",
    "en/timeline/2024.html",
    "en/lineage/index.html",
]
PICTURE = ".timeline, .lineage"


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(base_url=served, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_from_all_to_a_year_to_a_quarter_to_a_task(page: Page) -> None:
    page.goto("timeline/index.html")
    page.locator(".timeline .axis a", has_text="2024").click()
    expect(page).to_have_url(re.compile(r"timeline/2024\.html$"))
    expect(page.locator("h1")).to_contain_text("2024年")
    page.locator(".timeline .axis a", has_text="2季度").click()
    expect(page).to_have_url(re.compile(r"timeline/2024-q2\.html$"))
    expect(page.locator("h1")).to_contain_text("第2季度")
    page.locator(".timeline .label a", has_text="选定示范灯塔").click()
    expect(page.locator("h1")).to_contain_text("选定示范灯塔")


def test_quarters_and_years_follow_each_other(page: Page) -> None:
    page.goto("timeline/2024-q1.html")
    page.locator(".step-on").click()
    expect(page).to_have_url(re.compile(r"timeline/2024-q2\.html$"))
    page.locator(".crumbs a", has_text="2024年").click()
    page.locator(".step-back").click()
    expect(page).to_have_url(re.compile(r"timeline/2023\.html$"))


def test_what_lies_outside_is_told_and_linked(page: Page) -> None:
    page.goto("timeline/2018.html")
    page.locator(".timeline figcaption a", has_text="此前3项").click()
    expect(page).to_have_url(re.compile(r"timeline/1999\.html$"))


def test_a_counted_mark_leads_to_its_entries(page: Page) -> None:
    page.goto(DIRECTIVE)
    mark = page.locator(".timeline a.count").last
    month = mark.get_attribute("href")
    assert month
    assert re.fullmatch(r"#on-\d{4}-\d{2}", month)
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(month)).to_be_in_viewport()


def test_a_mark_says_its_date_kind_and_subject(page: Page) -> None:
    page.goto("timeline/2022-q4.html")
    page.get_by_role("link", name=re.compile(r"^2022年11月10日 · 成文 · 关于做好守塔人工作")).click()
    expect(page).to_have_url(re.compile(r"lights-2022-keepers-opinions/index\.html#facts$"))


@pytest.mark.parametrize("path", PAGES)
def test_a_picture_can_be_read_on_a_phone(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    picture = page.locator(PICTURE).first
    sizes = picture.evaluate(
        "e => [...e.querySelectorAll('a.mark, .axis a')].filter(a => a.checkVisibility())"
        ".map(a => a.getBoundingClientRect())"
        ".map(box => [box.width, box.height, box.left, box.right])"
    )
    for width, height, left, right in sizes:
        assert width >= 23.5
        assert height >= 23.5
        assert left >= 0
        assert right <= 320
    small = picture.evaluate(
        "e => [...e.querySelectorAll('*')].filter(n => n.checkVisibility() && n.textContent.trim())"
        ".map(n => parseFloat(getComputedStyle(n).fontSize)).filter(size => size < 10.5)"
    )
    assert not small


def test_today_stands_where_its_line_is(page: Page) -> None:
    page.goto("timeline/2024-q2.html")
    expect(page.locator(".timeline .axis .today")).to_have_text("截至2024年6月30日")
    at = page.locator(".timeline .lines .today").bounding_box()
    last = page.locator(".timeline .track").first.bounding_box()
    assert at
    assert last
    assert at["x"] == pytest.approx(last["x"] + last["width"], rel=0.05)
    page.goto("timeline/2022.html")
    assert page.locator(".timeline .today").count() == 0


def test_lines_of_the_lineage_meet_from_row_to_row(page: Page) -> None:
    page.goto("lineage/index.html")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        gaps = page.locator(".lineage ol").first.evaluate(
            "e => [...e.children].slice(1).map(li => li.getBoundingClientRect().top"
            " - li.previousElementSibling.getBoundingClientRect().bottom)"
        )
        assert gaps
        assert all(abs(gap) < 0.5 for gap in gaps)


def test_a_directive_leads_to_its_place_among_all(page: Page) -> None:
    page.goto(DIRECTIVE)
    page.get_by_role("link", name="在全部文件的脉络中查看").click()
    expect(page.locator("#d-ferries-2022-spring-meeting")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["timeline/2024.html", "lineage/index.html"])
def test_a_picture_prints_with_its_lines(page: Page, path: str) -> None:
    page.goto(path)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    picture = page.locator(PICTURE).first
    expect(picture).to_be_visible()
    assert picture.evaluate("e => e.scrollWidth <= e.clientWidth")
