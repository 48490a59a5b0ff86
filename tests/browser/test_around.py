"""What is around the text of every page: header, list and links of the headings, language switch, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.tools.kinds import KINDS

TASK = KINDS["task"]


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(base_url=served, viewport={"width": 375, "height": 812})
    page = context.new_page()
    page.goto(TASK)
    yield page
    context.close()


def test_the_header_is_one_bar_in_which_the_name_is_whole(page: Page) -> None:
    for width in (320, 375, 768, 1220, 1440):
        page.set_viewport_size({"width": width, "height": 812})
        assert page.locator(".md-header").evaluate("bar => bar.getBoundingClientRect().height") == 48, width
        name = page.locator(".atlas-name")
        assert name.evaluate("each => each.getBoundingClientRect().height < 24"), width
        assert name.evaluate("each => each.scrollWidth <= each.clientWidth || each.clientWidth === 0"), width


def test_a_page_belongs_to_its_section_of_the_header(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".atlas-tabs a[aria-current]")).to_have_text("文件与部署")


def test_the_list_of_the_headings_opens_without_script_and_closes_with_one(
    browser: Browser, page: Page
) -> None:
    page.locator(".atlas-toc summary").click()
    chosen = page.locator(".atlas-toc a").last
    chosen.click()
    expect(page).to_have_url(re.compile("#"))
    expect(chosen).to_be_hidden()
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 812}).new_page()
    plain.goto(page.url)
    plain.locator(".atlas-toc summary").click()
    expect(plain.locator(".atlas-toc a").last).to_be_visible()
    plain.context.close()


def test_a_heading_keeps_its_name_and_the_link_to_it_has_one(page: Page) -> None:
    heading = page.locator("article h2[id]").first
    name = heading.inner_text()
    expect(page.get_by_role("heading", name=name, exact=True, level=2).first).to_be_visible()
    link = heading.locator("xpath=following-sibling::a[1]")
    expect(link).to_have_attribute("aria-label", f"链接到：{name}")


def test_the_language_switch_keeps_the_place_and_what_was_asked(page: Page) -> None:
    page.goto(f"{TASK}?h=%E5%86%B0#cite")
    page.locator(".atlas-language").click()
    expect(page).to_have_url(re.compile(rf"/en/{re.escape(TASK)}\?h=%E5%86%B0#cite$"))
    page.goto(TASK)
    page.locator("article h2[id]").last.evaluate("each => each.scrollIntoView()")
    page.locator(".atlas-language").click()
    expect(page).to_have_url(re.compile(rf"/en/{re.escape(TASK)}#."))


@pytest.mark.parametrize(
    "asked",
    [
        f"{KINDS['directive']}?h=%E5%86%B0#source",
        f"{KINDS['actor']}?h=%E5%86%B0#facts",
        f"{KINDS['tasks']}?actor=petrel&role=responsible",
        f"{KINDS['timeline']}?h=%E5%86%B0#entries",
    ],
)
def test_the_language_switch_keeps_filters_and_marks_of_every_kind_of_page(page: Page, asked: str) -> None:
    page.goto(asked)
    page.locator(".atlas-language").click()
    expect(page).to_have_url(re.compile(rf"/en/{re.escape(asked)}$"))


def test_ctrl_k_opens_the_search(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(page.locator("#atlas-search input")).to_be_focused()


def test_the_footer_says_until_when_the_page_is_known_and_by_what_it_is_made(page: Page) -> None:
    expect(page.locator("footer")).to_contain_text("截至")
    expect(page.locator("footer")).to_contain_text("生成工具版本")


def test_the_footer_leads_to_the_data_and_to_those_who_correct_errors(page: Page) -> None:
    links = page.locator("footer a")
    assert [link.get_attribute("href") for link in links.all()] == [
        "https://directives.example/jilan.git",
        "mailto:directives@jilan.example",
    ]


def test_folds_are_open_on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    folds = page.locator("article details:not(.atlas-toc, .backlinks, .formats)")
    shown = "all => all.every(each => each.lastElementChild.checkVisibility({ contentVisibilityAuto: true }))"
    assert folds.count()
    assert folds.evaluate_all(shown)


@pytest.mark.parametrize("has_script", [True, False])
def test_the_sections_open_and_close_by_keys_on_a_phone(
    browser: Browser, page: Page, has_script: bool
) -> None:
    context = browser.new_context(java_script_enabled=has_script, viewport={"width": 320, "height": 640})
    narrow = context.new_page()
    narrow.goto(page.url)
    sections = narrow.locator(".atlas-tabs")
    expect(sections).to_be_hidden()
    narrow.locator(".atlas-menu").focus()
    narrow.keyboard.press("Enter")
    expect(sections).to_be_visible()
    expect(sections.locator("a[aria-current]")).to_have_text("文件与部署")
    narrow.keyboard.press("Escape")
    expect(sections).to_be_hidden()
    narrow.keyboard.press("Enter")
    narrow.keyboard.press("Tab")
    expect(sections.get_by_role("link", name="首页")).to_be_focused()
    narrow.keyboard.press("Tab")
    narrow.keyboard.press("Tab")
    narrow.keyboard.press("Enter")
    expect(narrow).to_have_url(re.compile(r"tasks/index\.html"))
    context.close()


def test_the_sections_on_a_phone_have_the_pages_of_the_one_that_is_read(page: Page) -> None:
    page.goto(KINDS["about"])
    page.locator(".atlas-menu").click()
    below = page.locator(".atlas-tabs ul ul a")
    expect(below.first).to_have_attribute("aria-current", "page")
    below.last.click()
    expect(page).to_have_url(re.compile(re.escape(KINDS["quality"])))
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator(".atlas-tabs a:visible")).to_have_count(9)
