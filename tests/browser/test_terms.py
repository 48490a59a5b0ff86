"""Terms of a quoted sentence: their meaning stands beside them by pointer, keyboard and touch."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.tools.browsing.access import VIEWS, violations

TASK = "directives/ferries-2022-spring-meeting/lamp-pace.html"
ENTRY = re.compile("glossary/index.html#term-")
TERM, MEANING = "a.term[data-meaning]", "#atlas-meaning"


@pytest.fixture(params=["", "en/"], ids=["zh", "en"])
def page(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Page]:
    """A page of a task whose sentence has a term."""
    context = browser.new_context(base_url=served, has_touch=True, reduced_motion="reduce", **VIEWS["phone"])
    page = context.new_page()
    page.goto(f"{request.param}{TASK}")
    page.locator(MEANING).wait_for(state="attached")
    yield page
    context.close()


def test_the_focus_shows_the_meaning_and_escape_closes_it(page: Page) -> None:
    term, meaning = page.locator(TERM).first, page.locator(MEANING)
    expect(meaning).to_be_hidden()
    term.focus()
    expect(meaning).to_have_text(term.get_attribute("data-meaning") or "")
    expect(term).to_have_attribute("aria-describedby", "atlas-meaning")
    box = meaning.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert not violations(page)
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_a_pointer_may_go_to_the_meaning_and_leaves_it(page: Page) -> None:
    meaning = page.locator(MEANING)
    page.locator(TERM).first.hover()
    expect(meaning).to_be_visible()
    meaning.hover()
    page.wait_for_timeout(400)
    expect(meaning).to_be_visible()
    page.locator("h1").hover()
    expect(meaning).to_be_hidden()


def test_a_first_touch_shows_the_meaning_and_a_second_one_leads_to_the_glossary(page: Page) -> None:
    before = page.url
    page.locator(TERM).first.tap()
    expect(page.locator(MEANING)).to_be_visible()
    assert page.url == before
    page.locator(TERM).first.tap()
    page.wait_for_url(ENTRY)


def test_without_a_script_a_term_is_a_link(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(TASK)
    page.locator(TERM).first.click()
    page.wait_for_url(ENTRY)
    context.close()
