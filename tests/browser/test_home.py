"""The home page in a browser: what stands on its first screen, and the field that suggests bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.tools.browsing.access import VIEWS, violations
from tests.tools.turns import one_in

DESKTOP, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=375, height=812)
BODY, ALIAS = "海燕渡运", "haiyan"
NEAR = "渡航局"


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """The home page in Chinese on a phone; errors in it fail the test."""
    context = browser.new_context(base_url=served, viewport=PHONE)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto("index.html")
    yield page
    context.close()
    assert not wrong


def _options(page: Page, words: str, first: str) -> list[str]:
    """What is suggested for some words, once a name is the first of it."""
    page.get_by_role("combobox").fill(words)
    expect(page.get_by_role("option").first).to_contain_text(first)
    return [option.inner_text() for option in page.get_by_role("option").all()]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_first_screen_says_what_this_is_and_has_both_ways_in(
    browser: Browser, served: str, size: ViewportSize, folder: str
) -> None:
    page = browser.new_page(viewport=size, base_url=served)
    page.goto(f"{folder}index.html")
    sentence = page.locator("h1").inner_text()
    assert re.search(r"\b24\b|24份", sentence)
    assert "1998" in sentence
    for way in (page.locator("h1"), page.locator(".home-search").first, page.get_by_role("combobox")):
        box = way.bounding_box()
        assert box
        assert box["y"] + box["height"] <= size["height"]
    assert page.locator(".home-asked li").count() == 3
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.close()


def test_each_example_question_leads_to_its_answer_without_script(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto("index.html")
    places = [link.get_attribute("href") or "" for link in page.locator(".home-asked a").all()]
    answers = ("far-off islands|远岛|渡航部", "东澜渡航局", "2024年")
    for place, answer in zip(places, answers, strict=True):
        answered = page.goto(place)
        assert answered
        assert answered.ok
        expect(page.locator("article")).to_contain_text(re.compile(answer))
        page.goto("index.html")
    context.close()


def test_without_script_the_field_for_bodies_is_a_link_to_all_of_them(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto("index.html")
    page.locator("a[data-atlas-bodies]").click()
    expect(page).to_have_url(re.compile(r"/actors/index\.html$"))
    context.close()


def test_bodies_are_suggested_by_name_and_by_sound(page: Page) -> None:
    assert NEAR in "".join(_options(page, NEAR[:2], "渡航"))
    assert any(BODY in option for option in _options(page, ALIAS, BODY))


def test_a_suggestion_is_chosen_by_keyboard(page: Page) -> None:
    field = page.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    _options(page, ALIAS, BODY)
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).not_to_contain_text("24份")
    expect(page).to_have_url(re.compile(r"/actors/[\w-]+\.html$"))


def test_enter_opens_the_first_body_at_once(page: Page) -> None:
    page.get_by_role("combobox").fill(BODY)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(BODY)


def test_a_tap_opens_a_body(page: Page) -> None:
    _options(page, BODY, BODY)
    page.get_by_role("option").first.click()
    expect(page.locator("h1")).to_contain_text(BODY)


def test_what_no_body_is_called_is_said_so(page: Page) -> None:
    page.get_by_role("combobox").fill("zzzz")
    expect(page.locator(".body-field [role=status]")).to_have_text("没有叫这个名称的单位或人员。")
    page.get_by_role("combobox").fill(" ")
    expect(page.locator(".body-field [role=status]")).to_be_empty()


@pytest.mark.parametrize("view", one_in(3, ["phone", "dark", "light"]))
def test_the_list_of_suggestions_is_accessible(browser: Browser, served: str, view: str) -> None:
    context = browser.new_context(base_url=served, reduced_motion="reduce", **VIEWS[view])
    page = context.new_page()
    page.goto("index.html")
    _options(page, ALIAS, BODY)
    page.keyboard.press("ArrowDown")
    assert not violations(page)
    context.close()


def test_a_role_in_the_picture_leads_to_the_tasks_with_it(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    cell = page.locator(".owing-table a.role.responsible:has(b)").first
    number = int(cell.locator("b").inner_text())
    cell.click()
    rows = page.locator(".finder-rows tbody tr")
    expect(rows.first).to_be_visible()
    assert rows.count() >= number


def test_on_a_phone_each_body_of_the_picture_is_a_card_with_the_names_of_its_columns(page: Page) -> None:
    row = page.locator(".owing tbody tr").first
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    label = "cell => getComputedStyle(cell, '::before').content"
    assert len(row.locator("td:not(:empty)").first.evaluate(label)) > 4
    box = page.locator(".owing")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
