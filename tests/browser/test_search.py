"""The search as readers use it, in a real browser on the fixture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.tools.browsing.browser import at_rest

MEETING = "directives/ferries-2022-spring-meeting/index.html"
PACE = "directives/ferries-2022-spring-meeting/lamp-pace.html"
PETREL = "actors/petrel.html"
FIREFLY = "actors/firefly.html"
POWER = "topics/lamp-power.html"
PROJECT = "glossary/index.html#term-sixteen-lights"
COORDINATION = "directives/ferries-2022-spring-meeting/coordination.html"
PASSENGERS = "directives/ferries-2022-spring-meeting/main-lines.html"


@contextmanager
def _watched(browser: Browser, served: str) -> Iterator[Page]:
    """A page below a sub-path; requests to other hosts and errors in the console fail the test."""
    context = browser.new_context(base_url=served, locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda r: None if r.url.startswith((served, "data:")) else wrong.append(r.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert not wrong


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page of its own for a test."""
    with _watched(browser, served) as page:
        yield page


@pytest.fixture(scope="module")
def search(browser: Browser, served: str) -> Iterator[Page]:
    """A page with the search open, which is asked one question after the other."""
    with _watched(browser, served) as page:
        yield _opened(page)


def _ask(page: Page, query: str) -> list[str]:
    """Type a query into the open search; the addresses of the results below the site's root."""
    page.locator("#atlas-search input[type=search]").fill(query)
    answered = "q => { const r = document.querySelector('#atlas-results');"
    answered += " return r.dataset.query === q && r.getAttribute('aria-busy') === 'false'; }"
    page.wait_for_function(answered, arg=query)
    links = page.locator("a.atlas-hit").evaluate_all("all => all.map(each => each.href)")
    return [re.sub(r"\?[^#]*", "", link.removeprefix(page.evaluate("atlas.root"))) for link in links]


def _opened(page: Page, path: str = "index.html") -> Page:
    page.goto(path)
    page.keyboard.press("/")
    expect(page.locator("#atlas-search")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("加快换装进度", PACE),
        ("换装进", PACE),
        ("沈", "actors/shen-chaosheng.html"),
        ("一要加快换装进度。", PACE),
        ("渡运企业 冰情影响", PACE),
        ("16灯工程", PROJECT),
        ("L2+渡航网", "glossary/index.html#term-l2-ferry-network"),
        ("2022年3月18日", MEETING),
        ("二〇二二年三月十八日", MEETING),
        ("18 Mar 2022", MEETING),
        ("120万", PASSENGERS),
        ("1,200,000", PASSENGERS),
        ("海燕", PETREL),
        ("Petrel Ferries", PETREL),
        ("petr", PETREL),
        ("Petrl", PETREL),
        ("what must Petrel do", PETREL),
        ("萤火", FIREFLY),
        ("燈標供電", POWER),
        ("dengbiaogongdian", POWER),
        ("deng biao gong", POWER),
        ("dbgd", POWER),
        ("haiyan", PETREL),
        ("L7-3", "directives/ferries-2021-l2-licence/index.html"),
        ("ＰＥＴＲＥＬ　ＦＥＲＲＩＥＳ", PETREL),
    ],
)
def test_what_is_looked_for_comes_first(search: Page, query: str, path: str) -> None:
    assert _ask(search, query)[0].startswith(path)


def test_a_question_finds_the_task_that_answers_it(search: Page) -> None:
    found = [link.partition("#")[0] for link in _ask(search, "如何解决渡船靠泊进岛问题")]
    assert COORDINATION in found[:3]


def test_a_number_is_found_in_another_writing(search: Page) -> None:
    assert PASSENGERS in [link.partition("#")[0] for link in _ask(search, "一百二十万")[:5]]


def test_results_stay_in_the_language_of_the_page(page: Page) -> None:
    found = _ask(_opened(page, "en/index.html"), "海燕")
    assert found[0] == f"en/{PETREL}"
    expect(page.locator("a.atlas-hit .atlas-title").first).to_contain_text("Petrel")


def test_the_first_five_are_of_five_pages_and_each_is_labelled(search: Page) -> None:
    found = _ask(search, "L2")
    pages = [link.partition("#")[0] for link in found[:5]]
    assert len(set(pages)) == 5
    assert all(search.locator("a.atlas-hit .atlas-kind").all_inner_texts())
    of_each_kind = search.locator("#atlas-search button[aria-pressed] span").all_inner_texts()
    expect(search.locator("#atlas-search [role=status]")).to_contain_text(str(sum(map(int, of_each_kind))))


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_keys_open_it_and_escape_gives_the_focus_back(page: Page, key: str) -> None:
    page.goto("index.html")
    page.locator(".md-content a").first.focus()
    page.keyboard.press(key)
    expect(page.locator("#atlas-search input")).to_be_focused()
    expect(page.locator("#atlas-search input")).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator("#atlas-search")).to_be_hidden()
    expect(page.locator(".md-content a").first).to_be_focused()


def test_arrows_go_through_the_results_and_enter_opens_the_first(page: Page) -> None:
    _ask(_opened(page), "加快换装进度")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#atlas-results a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#atlas-search input")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(PACE)))


def test_a_result_leads_to_the_passage_with_its_words_marked(page: Page) -> None:
    links = _ask(_opened(page), "帮助企业解决靠泊、进岛")
    assert links[0].startswith(f"{COORDINATION}#m-")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(COORDINATION)))
    mark = page.locator("article mark.found", has_text="帮助企业解决靠泊").first
    expect(mark).to_be_visible()
    words = page.locator("article").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("article mark.found")).to_have_count(0)
    assert page.locator("article").inner_text() == words


def test_a_filter_shows_one_kind(page: Page) -> None:
    _ask(_opened(page), "渡航")
    page.locator(".atlas-chips button", has_text="单位或人员").click()
    expect(page.locator(".atlas-chips [aria-pressed=true]")).to_be_focused()
    kinds = page.locator("a.atlas-hit").evaluate_all("all => all.map(each => each.dataset.kind)")
    assert set(kinds) == {"actor"}


def test_a_role_leads_to_the_list_of_what_has_it(page: Page) -> None:
    _ask(_opened(page), "牵头")
    hit = page.locator("a.atlas-hit").first
    expect(hit).to_have_attribute("href", re.compile(r"tasks/index\.html\?role=lead$"))
    told = re.search(r"[0-9]+", hit.locator(".atlas-context").inner_text())
    assert told
    hit.click()
    expect(page.locator(".finder-status")).to_contain_text(re.compile(f"^{told[0]}[^0-9]"))


def test_a_hit_says_who_by_when_and_how_it_stands(page: Page) -> None:
    _ask(_opened(page, "en/index.html"), "加快换装进度")
    facts = page.locator("a.atlas-hit .atlas-facts").first.inner_text()
    assert facts.count(" · ") >= 1
    assert not re.search("[\u4e00-\u9fff]", facts)


def test_numbers_of_kinds_are_what_the_list_shows(search: Page) -> None:
    _ask(search, "L2")
    counts = search.locator(".atlas-chips button span").all_inner_texts()
    assert sum(map(int, counts)) == search.locator("#atlas-results :is(.atlas-hit, .atlas-more)").count()


def test_what_is_found_by_its_sound_says_so(page: Page) -> None:
    assert _ask(_opened(page, "en/index.html"), "haiyan")[0] == f"en/{PETREL}"
    expect(page.locator("a.atlas-hit").first).to_contain_text("海燕")


def test_an_address_shows_all_mentions(page: Page) -> None:
    page.goto(f"{PACE}?q=L2&all=1")
    expect(page.locator("a.atlas-hit").first).to_be_visible()
    expect(page.locator("#atlas-results h2").first).not_to_have_text("最佳匹配")


def test_before_a_query_there_are_examples_and_the_last_searches(page: Page) -> None:
    _opened(page)
    examples = page.locator(".atlas-start").first.locator("button")
    expect(examples).to_have_count(3)
    for number in range(3):
        examples.nth(number).click()
        expect(page.locator("a.atlas-hit").first).to_be_visible()
        _ask(page, "")
    _ask(page, "海燕")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(PETREL)))
    page.keyboard.press("/")
    expect(page.locator(".atlas-start button", has_text="海燕")).to_be_visible()
    assert "海燕" in page.evaluate("localStorage.getItem('atlas-searches')")


def test_where_nothing_is_found_names_that_begin_alike_are_offered(page: Page) -> None:
    assert _ask(_opened(page), "petrxqzwv") == []
    page.locator(".atlas-start button").first.click()
    expect(page.locator("a.atlas-hit").first).to_be_visible()


def test_an_address_with_a_query_opens_the_search(page: Page) -> None:
    page.goto(f"{PACE}?q=%E6%B5%B7%E7%87%95")
    expect(page.locator("a.atlas-hit").first).to_be_visible()
    expect(page.locator("#atlas-search input")).to_have_value("海燕")


def test_the_button_opens_it_and_without_script_is_a_link(page: Page, browser: Browser, served: str) -> None:
    page.goto("index.html")
    page.locator("[data-atlas-search]").first.click()
    expect(page.locator("#atlas-search")).to_be_visible()
    context = browser.new_context(base_url=served, java_script_enabled=False)
    still = context.new_page()
    still.goto("index.html")
    still.locator("[data-atlas-search]").first.click()
    expect(still).to_have_url(re.compile(r"tasks/index\.html"))
    context.close()


def test_it_fits_a_small_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    _ask(_opened(page), "加快L2航灯换装")
    assert page.evaluate("document.querySelector('#atlas-results').scrollWidth") <= 320
    heights = page.locator("#atlas-search :is(a, button, input)").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24


def test_it_works_from_a_folder(browser: Browser, site: Path) -> None:
    page = browser.new_context().new_page()
    page.goto((site / MEETING).as_uri())
    page.keyboard.press("/")
    assert _ask(page, "燈標供電")[0] == POWER
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(POWER)))
    page.context.close()


STRANGE = [
    "(", "[a-z", "\\", ".*", "$&", "<script>alert(1)</script>", "\u0000\u0001", "\ud800", "😀", "a" * 10_000,
    "建" * 10_000, "%00", "__proto__", "constructor", "  ", "；！", "=", "~", "^", "#", "@2020-02-22",
    "\u202e工业", "é", "ß", "İ", "5" * 400, "一" * 400, "亿", "点", "百分之点", "的了吗", "the of",
]  # fmt: skip


def test_no_query_breaks_it(search: Page) -> None:
    for query in STRANGE:
        search.evaluate(
            "async query => { await atlas.search.find(query); await atlas.search.matching(query); }", query
        )
    search.evaluate("async () => { await atlas.search.find('\\ud800工业\\udfff'); }")
    assert _ask(search, "加快换装进度")[0] == PACE


def test_a_stale_answer_is_dropped(search: Page) -> None:
    field = search.locator("#atlas-search input")
    for query in ("灯标供电", "海燕", "萤火"):
        field.fill(query)
    assert _ask(search, "萤火")[0] == FIREFLY
    assert _ask(search, "") == []


def test_matching_gives_the_keys_of_all_tasks_with_every_word(search: Page) -> None:
    matching = "async query => [...await atlas.search.matching(query)]"
    found = search.evaluate(matching, "冰情影响 渡运企业")
    assert "ferries-2022-spring-meeting/lamp-pace" in found
    assert "ferries-2022-spring-meeting/assess-ice" in found
    assert search.evaluate(matching, "冰情影响 独角兽") == []


def test_a_page_loads_only_a_little_of_it_before_it_is_opened(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto("index.html")
    at_rest(page)
    assert not [url for url in loaded if re.search(r"/search/", url)]


def test_enter_opens_what_was_typed_last(page: Page) -> None:
    """Not the first result of the query before, which still stands there."""
    _ask(_opened(page), "海燕渡运")
    page.locator("#atlas-search input").fill("萤火灯具厂")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(FIREFLY)))


def test_one_escape_closes_even_with_words_in_the_field(page: Page) -> None:
    page.goto("index.html")
    page.locator(".atlas-find").press("Enter")
    _ask(page, "萤火")
    page.keyboard.press("Escape")
    expect(page.locator("#atlas-search")).to_be_hidden()
    expect(page.locator(".atlas-find")).to_be_focused()


def test_a_broken_anchor_breaks_nothing(page: Page) -> None:
    page.goto(f"{FIREFLY}?h=萤火#%")
    expect(page.locator("mark.found").first).to_be_visible()


def test_a_search_that_could_not_load_is_tried_again(browser: Browser, served: str) -> None:
    page = browser.new_page(base_url=served)
    page.route("**/search/rank.js", lambda route: route.abort())
    page.goto("index.html?q=萤火")
    expect(page.locator("#atlas-results")).to_have_attribute("aria-busy", "false")
    assert page.locator(".atlas-hit").count() == 0
    page.unroute("**/search/rank.js")
    assert FIREFLY in _ask(page, "萤火灯具厂")
    page.close()
