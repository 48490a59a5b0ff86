"""What a reader does, in a real browser, below a sub-path; other hosts and console errors fail it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.tools.browsing.browser import settle
from tests.tools.kinds import DIRECTIVE, KINDS
from tests.tools.turns import in_turns


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page that records what must not happen: requests to other hosts, errors in the console."""
    context = browser.new_context(base_url=served, locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on(
        "request", lambda r: None if r.url.startswith((served, "data:", "blob:")) else wrong.append(r.url)
    )
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert not wrong


def test_a_word_without_end_does_not_widen_the_matrix_of_a_phone(page: Page) -> None:
    page.goto(KINDS["directive"])
    page.set_viewport_size({"width": 320, "height": 700})
    page.locator(".matrix-table tbody th").first.evaluate("cell => { cell.textContent = 'x'.repeat(500) }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


LANGUAGES = {"": "zh-Hans", "en/": "en"}
"""Where the pages of a language begin, and what they say that it is."""


@pytest.mark.parametrize(("kind", "folder"), in_turns(KINDS, [*LANGUAGES], step=2))
def test_each_kind_of_page_fits_its_window_and_the_language_switch_stays_on_it(
    page: Page, kind: str, folder: str
) -> None:
    """The window of a phone, and 200 % zoom of 1280 pixels, which leaves 640."""
    page.goto(folder + KINDS[kind])
    expect(page.locator("h1").first).to_be_visible()
    assert page.locator("html").get_attribute("lang") == LANGUAGES[folder]
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator(".atlas-language").click()
    [other] = LANGUAGES.keys() - {folder}
    expect(page).to_have_url(re.compile(rf"where/{other}{re.escape(KINDS[kind])}$"))
    assert page.locator("html").get_attribute("lang") == LANGUAGES[other]


def test_from_a_sentence_to_its_task_to_its_actor_and_back(page: Page) -> None:
    page.goto(f"{DIRECTIVE}/index.html#source")
    page.locator(".source a", has_text="渡运企业要及时评估冰情影响").click()
    expect(page).to_have_url(re.compile(r"lamp-pace\.html#m-"))
    page.locator("article a", has_text="渡运企业").first.click()
    expect(page.locator("h1")).to_contain_text("渡运企业")
    page.locator("article a", has_text="加快换装进度").first.click()
    page.locator(".whence a").first.click()
    expect(page).to_have_url(re.compile(rf"{DIRECTIVE}/index\.html#q-lamp-pace$"))
    passage = page.locator("#q-lamp-pace + a")
    expect(passage).to_have_text("一要加快换装进度。")
    expect(passage).to_be_in_viewport()


def test_without_script_everything_can_be_read(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{DIRECTIVE}/lamp-pace.html")
    expect(page.get_by_text("一要加快换装进度。").first).to_be_visible()
    page.locator(".crumbs a", has_text="文件与部署").click()
    expect(page.locator("h1")).to_contain_text("文件与部署")
    context.close()


@pytest.mark.parametrize("kind", ["home", "directive", "task", "actor"])
def test_a_page_opens_from_a_folder(browser: Browser, site: object, kind: str) -> None:
    """With file:// all links work."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"file://{site}/{KINDS[kind]}")
    page.locator("article a[href$='.html']").first.click()
    expect(page.locator("h1").first).to_be_visible()
    assert page.url.startswith("file://")
    context.close()


@pytest.mark.parametrize("wrong", ["no-such-page.html", "directives/no/such/page.html"])
def test_a_page_that_is_not_there_leads_back_and_to_the_search(
    browser: Browser, served: str, wrong: str
) -> None:
    """The server has the site below a path that the site itself does not know."""
    context = browser.new_context(base_url=served)
    page = context.new_page()
    page.goto(wrong)
    home = page.get_by_role("link", name="首页")
    expect(home).to_have_attribute("href", re.compile(r"^/some/where/index\.html$"))
    page.get_by_role("searchbox", name="搜索").fill("萤火")
    page.get_by_role("button", name="搜索").click()
    expect(page).to_have_url(f"{served}index.html?q=%E8%90%A4%E7%81%AB")
    context.close()


GOAL = f"{DIRECTIVE}/lamp-pace.html"
"""A task with a running deadline, the end of 2024, on the day the site speaks of."""


@pytest.mark.parametrize(("today", "words"), [("2024-12-19", "(12天后)"), ("2024-12-31", "(今天)")])
def test_the_readers_own_day_counts(page: Page, today: str, words: str) -> None:
    page.clock.set_fixed_time(f"{today}T09:00:00")
    page.goto(GOAL)
    expect(page.locator("[data-due='2024-12-31']").first).to_contain_text(words)


def test_a_day_that_has_passed_since_is_no_longer_ahead(page: Page) -> None:
    page.clock.set_fixed_time("2025-01-03T09:00:00")
    page.goto(GOAL)
    expect(page.locator("[data-due='2024-12-31']").first).to_have_text("2024年")
    expect(page.locator(".state.passed").first).to_have_text("本页生成后期限已过")
    expect(page.get_by_text("未到期")).to_have_count(0)


def test_without_script_the_date_stands_alone(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(GOAL)
    expect(page.locator("[data-due='2024-12-31']").first).to_have_text("2024年")
    context.close()


def test_a_figure_has_its_picture_and_its_readings(page: Page) -> None:
    page.goto(KINDS["task"])
    scale = page.locator(".scale").filter(has_text="L2").first
    expect(scale).to_be_visible()
    marks = scale.locator(".track i:not(.goal)").count()
    readings = page.locator(".readings").filter(has_text="L2").first
    assert marks == readings.locator(".feed > ul > li").count()


def test_background_is_told_apart_from_what_is_asked(page: Page) -> None:
    page.goto(f"{KINDS['directive']}#source")
    expect(page.locator(".source .background").first).to_be_visible()
    assert page.locator(".source .uncovered").count() == 0


@pytest.mark.parametrize("missing", ["assets/site.js", "assets/finder/main.js", "finder/index.js"])
def test_the_list_of_tasks_comes_back_without_its_finder(browser: Browser, served: str, missing: str) -> None:
    page = browser.new_page(base_url=served)
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(KINDS["tasks"])
    expect(page.locator(".finder-plain table a").first).to_be_visible()
    expect(page.locator(".finder-plain")).to_be_in_viewport()
    page.close()


@pytest.mark.parametrize("kind", ["directive", "actor", "matrix", "tasks", "year"])
def test_on_paper_tables_are_whole_and_have_no_controls(page: Page, kind: str) -> None:
    page.goto(KINDS[kind])
    settle(page)
    page.set_viewport_size({"width": 700, "height": 1000})
    page.emulate_media(media="print")
    tables = "all => all.filter((each) => each.getBoundingClientRect().right > innerWidth).length"
    assert page.locator("article table").evaluate_all(tables) == 0
    assert page.locator(":is(.table-filter, .finder-tools, .finder-filters, .md-top):visible").count() == 0


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.long)])
def test_without_script_no_button_is_dead(browser: Browser, served: str, step: int) -> None:
    """On each fourth kind of page and on the list of tasks, or on all kinds."""
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    for kind in dict.fromkeys([*[*KINDS][::step], "tasks"]):
        page.goto(KINDS[kind])
        assert page.locator(":is(button, input, select):visible").count() == 0, kind
    page.locator(".atlas-find").click()
    expect(page.locator(".finder-plain")).to_be_visible()
    context.close()
