"""The task finder as a reader meets it, in a real browser."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from directive_atlas.outputs.exports.selections import selected
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Text
from directive_atlas.vocabulary.tasks import Role
from playwright.sync_api import Browser, Page, expect

from tests.tools.browsing.finder_page import Opened
from tests.tools.corpora.made_up import Size, made_up_corpus, with_tasks
from tests.tools.hostile.payload import PAYLOAD
from tests.tools.sites import bilingual
from tests.tools.turns import in_turns

# Reading: what is on the page, and what the address says.


def test_the_row_says_through_which_group(opened: Opened) -> None:
    page = opened(made_up_corpus(1, Size(200, actors=6, groups=2)))
    page.goto(f"{page.url}?actor=actor-0")
    page.locator(".finder-chips button").first.wait_for()
    assert page.locator(".finder-through").count() > 0
    expect(page.locator(".finder-through").first).to_contain_text("的成员")


def test_an_address_says_all_and_can_be_shared(opened: Opened) -> None:
    page = opened(made_up_corpus(3, Size(400)))
    page.locator("#finder-standing + *, label", has_text="逾期").first.click()
    page.locator("#finder-sort").select_option("due")
    page.get_by_role("button", name="倒序").click()
    expect(page.get_by_role("button", name="倒序")).to_have_attribute("aria-pressed", "true")
    assert page.url.endswith("?standing=overdue&sort=-due")
    count, rows = page.locator(".finder-status").inner_text(), page.locator(".finder-task").all_inner_texts()
    page.goto(page.url)
    expect(page.locator(".finder-status")).to_have_text(count)
    assert page.locator(".finder-task").all_inner_texts() == rows
    assert page.locator("#finder-sort").input_value() == "due"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?actor=a&actor=b&role=lead&q=%E5%BB%BA%E8%AE%BE+5G&sort=-title&page=3",
        "?due=2026&topic=-&level=measure",
    ],
)
def test_an_address_is_read_and_written_back(empty_finder: Page, query: str) -> None:
    assert empty_finder.evaluate(_ROUND_TRIP, query) == query


@pytest.mark.parametrize(
    "query", ["?page=-1&sort=size&actor=", "?q=%00%FF%ED%A0%80&__proto__=1", "?page=1e9&&&=&"]
)
def test_a_broken_address_is_no_error(empty_finder: Page, query: str) -> None:
    assert "sort" not in empty_finder.evaluate(_ROUND_TRIP, query)


_ROUND_TRIP = """(query) => {
  const { read, write } = finderAddress;
  const orders = ["text", "due", "title"];
  return write(read(query, ["actor", "role", "due", "topic", "level"], orders), orders);
}"""


def test_pages_go_on_and_back_with_the_browser(opened: Opened) -> None:
    page = opened(made_up_corpus(4, Size(120)))
    assert page.locator(".finder-task").count() == 50
    page.get_by_role("button", name="下一页").click()
    page.get_by_role("button", name="下一页").click()
    expect(page.locator(".finder-task")).to_have_count(20)
    assert page.evaluate("document.activeElement.textContent") == "上一页"
    page.go_back()
    expect(page.locator(".finder-task")).to_have_count(50)
    assert page.url.endswith("page=2")


def test_what_fits_nothing_has_a_way_out(opened: Opened) -> None:
    page = opened(made_up_corpus(5, Size(60)))
    page.goto(f"{page.url}?actor=nobody&standing=overdue")
    expect(page.locator(".finder-empty")).to_be_visible()
    expect(page.locator(".finder-chips li")).to_have_count(3)
    page.get_by_role("button", name="去掉：单位或人员：nobody").click()
    expect(page.locator(".finder-empty")).to_be_hidden()
    page.get_by_role("button", name="清除全部").first.click()
    expect(page.locator(".finder-status")).to_have_text(re.compile("^60项"))
    assert "?" not in page.url


def test_a_long_facet_is_found_by_part_of_a_name(opened: Opened) -> None:
    page = opened(made_up_corpus(6, Size(400, actors=200)))
    facet = page.locator("details", has=page.locator("#finder-actor")).last
    assert facet.locator("li").count() == 8
    name = page.evaluate("async () => [(await atlas.load('finder/actors-zh'))[7]].flat()[0]")
    facet.locator("input[type=search]").fill(name)
    expect(facet.locator("li").first).to_contain_text(name)


def test_everything_is_done_by_keyboard(opened: Opened) -> None:
    page = opened(made_up_corpus(7, Size(60)))
    box = page.locator(".finder-facet input[type=checkbox]").first
    box.focus()
    page.keyboard.press("Space")
    page.locator(".finder-chips button").first.wait_for()
    assert page.evaluate("document.activeElement.type") == "checkbox"
    assert box.is_checked()
    chip = page.locator(".finder-chips button").first
    chip.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".finder-chips")).to_be_hidden()
    assert page.evaluate("document.activeElement.className") == "finder-status"


def test_words_go_to_the_sites_search(opened: Opened) -> None:
    corpus = made_up_corpus(8, Size(300))
    page = opened(corpus)
    keys = list(corpus.tasks)[10:14]
    page.evaluate(
        "(keys) => { atlas.search = { matching: async (q) => new Set(q === '建设' ? keys : []) }; }", keys
    )
    page.locator("#finder-q").fill("建设")
    expect(page.locator(".finder-status")).to_have_text(re.compile("^4项"))
    assert "q=%E5%BB%BA%E8%AE%BE" in page.url
    page.locator("#finder-q").fill("没有")
    expect(page.locator(".finder-empty")).to_be_visible()


def test_without_a_search_words_go_to_titles(opened: Opened) -> None:
    corpus = made_up_corpus(9, Size(60))
    page = opened(corpus)
    title = next(iter(corpus.tasks.values())).title.best("zh")[0]
    page.locator("#finder-q").fill(title)
    expect(page.locator(".finder-chips li").first).to_contain_text(title[:10])
    expect(page.locator(".finder-task").first).to_contain_text(title)


def test_other_languages_are_marked(opened: Opened) -> None:
    page = opened(made_up_corpus(10, Size(60)))
    assert page.locator(".finder-task [lang=en]").count() > 0
    assert page.locator(".finder-task [lang=zh]").count() == 0


# CSV and bad input.


def test_csv_has_all_rows_and_no_formulas(opened: Opened) -> None:
    formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", '逗号,引号"', "一\n二", "平"]
    corpus = _titled(made_up_corpus(11, Size(130)), formulas)
    page = opened(corpus)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载CSV").click()
    saved = Path(download.value.path()).read_bytes().decode()
    assert saved.startswith("\ufeff")
    lines = list(csv.reader(io.StringIO(saved[1:], newline="")))
    assert [len(line) for line in lines] == [7] * 131
    assert [line[0] for line in lines[1:]] == list(corpus.tasks)
    assert [line[1] for line in lines[1:9]] == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", *formulas[5:]]
    page.get_by_role("button", name="复制为CSV").click()
    expect(page.locator(".finder-note")).to_have_text("已复制130行")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == saved[1:].replace("\r\n", "\n")
    address = lines[1][6]
    assert address.endswith(f"directives/{lines[1][0]}.html")


def _titled(corpus: Corpus, titles: list[str]) -> Corpus:
    tasks = dict(corpus.tasks)
    for key, title in zip(list(tasks), titles, strict=False):
        tasks[key] = replace(tasks[key], title=Text((("zh", title),)))
    return with_tasks(corpus, tasks)


def test_names_are_shown_as_text(opened: Opened) -> None:
    corpus = _titled(made_up_corpus(12, Size(30, actors=3, groups=1, topics=1)), [PAYLOAD] * 30)
    name = Text((("zh", PAYLOAD),))
    corpus = replace(
        corpus,
        actors={key: replace(actor, name=name) for key, actor in corpus.actors.items()},
        topics={key: replace(topic, name=name) for key, topic in corpus.topics.items()},
        directives={key: replace(directive, title=name) for key, directive in corpus.directives.items()},
    )
    page = opened(corpus)
    page.evaluate("document.querySelectorAll('.finder details').forEach((facet) => { facet.open = true; })")
    page.locator("details", has=page.locator("#finder-directive")).last.locator("li").first.wait_for()
    page.locator(".finder-facet input[type=checkbox]").first.check()
    page.locator(".finder-chips button").first.wait_for()
    assert page.locator(".finder").locator("img, script, svg, [onload], [onerror]").count() == 0
    expect(page.locator(".finder-task a").first).to_have_text(PAYLOAD, use_inner_text=False)


# On the site.


@pytest.mark.parametrize(
    ("path", "word"), [("tasks/index.html", "单位或人员"), ("en/tasks/index.html", "Actor")]
)
def test_the_site_has_it_in_both_languages(browser: Browser, served: str, path: str, word: str) -> None:
    page = browser.new_page(base_url=served)
    page.goto(f"{path}?actor=petrel&role=responsible")
    expect(page.locator("#finder-actor")).to_have_text(word)
    expect(page.locator(".finder-chips li")).to_have_count(3)
    assert page.locator("[data-finder-plain]").is_hidden()
    page.locator(".finder-task a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/directives/" in page.url
    page.go_back()
    expect(page.locator(".finder-chips li")).to_have_count(3)
    page.close()


def test_the_site_has_it_from_a_folder(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{(site / 'tasks/index.html').as_uri()}?level=measure&q=累计换装")
    expect(page.locator(".finder-task").first).to_contain_text("累计换装")
    page.locator(".finder-task a").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.close()


def test_without_script_it_is_the_plain_list(browser: Browser, served: str) -> None:
    page = browser.new_context(base_url=served, java_script_enabled=False).new_page()
    page.goto("tasks/index.html")
    expect(page.locator("[data-finder-plain] table").first).to_be_visible()
    page.context.close()


def test_without_its_data_it_is_the_plain_list(browser: Browser, served: str) -> None:
    page = browser.new_page(base_url=served)
    page.route("**/finder/columns/*", lambda route: route.abort())
    page.goto("tasks/index.html")
    expect(page.locator("[data-finder-plain] table").first).to_be_visible()
    page.close()


def test_it_prints_the_rows_and_nothing_to_click(browser: Browser, served: str) -> None:
    page = browser.new_page(base_url=served)
    page.goto("tasks/index.html")
    page.locator(".finder-task").first.wait_for()
    page.emulate_media(media="print")
    expect(page.locator(".finder-task").first).to_be_visible()
    expect(page.locator(".finder-filters")).to_be_hidden()
    expect(page.locator(".finder-tools")).to_be_hidden()
    page.close()


@pytest.mark.parametrize(("width", "scheme"), in_turns([320, 1280], ["light", "dark"]))
def test_it_breaks_no_rule_for_access(
    browser: Browser, served: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        base_url=served, color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto("tasks/index.html?actor=petrel")
    page.locator(".finder-task").first.wait_for()
    page.locator(".finder-filters").evaluate("(details) => { details.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page, context=".finder").response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    context.close()


# Following: the nearest files to what is chosen.

_NEAREST = """async (roles) => {
  const data = await finderMain.load();
  await data.names.actor.load();
  const found = {};
  for (const [number, actor] of data.names.actor.values.entries()) {
    for (const [place, role] of roles.entries()) {
      const choice = { actor: new Set([number]), role: new Set([place]) };
      const { follow } = finderFollow.nearest(data, { actor: [actor], role: [role] }, choice);
      found[`actors/${actor}-${role}`] = follow.path;
    }
  }
  return found;
}"""


def test_the_nearest_to_follow_is_a_file_that_there_is(opened: Opened, corpus: Corpus) -> None:
    page = opened(corpus)
    written = {selection.path for selection in selected((), corpus, bilingual())}
    found: dict[str, str] = page.evaluate(_NEAREST, [role.value for role in Role])
    assert set(found.values()) <= written
    assert {path for path in found if path in written} == {path for path, own in found.items() if path == own}


def test_a_wider_file_is_named_in_words(opened: Opened, corpus: Corpus) -> None:
    page = opened(corpus)
    base = page.url.replace("/tasks/", "/en/tasks/")
    page.goto(f"{base}?actor=east-bureau&role=responsible&standing=overdue")
    follow = page.locator(".finder-follow")
    expect(follow).to_contain_text("calendar · feed (all of East Lan Ferry Bureau · ")
    expect(follow).to_contain_text("spreadsheet (everything)")
    assert [link.get_attribute("href") or "" for link in follow.locator("a").all()] == [
        base.replace("tasks/index.html", path)
        for path in (
            "calendars/actors/east-bureau-responsible.ics",
            "feeds/actors/east-bureau-responsible.atom",
            "sheets/all.xlsx",
        )
    ]
    page.goto(f"{base}?actor=east-bureau&actor=firefly")
    expect(follow).to_have_text("The nearest to follow: calendar · feed · spreadsheet (everything)")
