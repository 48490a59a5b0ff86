"""Tables sort and filter in place: in a browser, on a page with nothing but a table."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from directive_atlas.outputs.words import word_files
from playwright.sync_api import Browser, Page, Route, expect

from tests.tools.browsing.browser import settle
from tests.tools.corpora.made_up import Size, made_up_corpus
from tests.tools.sites import ASSETS, bilingual, script_tags
from tests.tools.turns import in_turns, one_in

Shown = Callable[..., Page]
HEAD = "<thead><tr><th>名称</th><th>数量</th><th>日期</th></tr></thead>"
PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>Table</title>
<article class="md-typeset">{}</article>
{}</html>"""
ROWS = [
    ("天津", "12", "@2020-02"),
    ("阿里", "", "@2020"),
    ("中国", "1,000", ""),
    ("北京", "9.5", "@2020-02-22"),
    ("", "−3", "@2019-12-31"),
]


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Shown]:
    """Opens a page with a table of such rows; what is ``around`` it may hold it in ``{}``."""
    page = browser.new_page()

    def show(rows: list[tuple[str, ...]], around: str = "{}") -> Page:
        shutil.copytree(ASSETS, tmp_path / "assets")
        (tmp_path / "words").mkdir()
        for file in word_files(made_up_corpus(0, Size(0)), bilingual()):
            (tmp_path / file.path).write_bytes(file.content)
        body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
        table = f"<table>{HEAD}<tbody>{body}</tbody></table>"
        (tmp_path / "page.html").write_text(
            PAGE.format(around.format(table), script_tags("zh", "tables")), "utf-8"
        )
        page.goto((tmp_path / "page.html").as_uri())
        settle(page)
        return page

    yield show
    page.close()


def _cell(text: str) -> str:
    """A cell; a text that begins with ``@`` is a date."""
    day = text.removeprefix("@")
    return f"<td>{text}</td>" if day == text else f'<td><time datetime="{day}">{day}</time></td>'


def _column(page: Page, place: int) -> list[str]:
    return page.locator(f"tbody tr td:nth-child({place})").all_inner_texts()


@pytest.mark.parametrize(
    ("place", "up", "down"),
    [
        (1, ["阿里", "北京", "天津", "中国", ""], ["中国", "天津", "北京", "阿里", ""]),
        (2, ["−3", "9.5", "12", "1,000", ""], ["1,000", "12", "9.5", "−3", ""]),
        (
            3,
            ["2019-12-31", "2020-02-22", "2020-02", "2020", ""],
            ["2020", "2020-02", "2020-02-22", "2019-12-31", ""],
        ),
    ],
)
def test_a_column_sorts_up_and_down_with_the_unknown_last(
    shown: Shown, place: int, up: list[str], down: list[str]
) -> None:
    page = shown(ROWS)
    before = _column(page, place)
    head = page.locator("th").nth(place - 1)
    for order, column in (("ascending", up), ("descending", down)):
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == order
        assert _column(page, place) == column
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") is None
    assert _column(page, place) == before


def test_parts_stay_below_their_whole(shown: Shown) -> None:
    part = '<span class="part">↳</span> '
    page = shown([("乙", "2", ""), (f"{part}甲", "9", ""), ("丙", "1", ""), ("丁", "3", "")])
    page.locator("th button").nth(1).click()
    assert _column(page, 2) == ["1", "2", "9", "3"]


def test_a_filter_keeps_the_rows_with_all_words(shown: Shown) -> None:
    page = shown([(f"第{n}局 ABC", str(n), "@2020") for n in range(30)])
    page.get_by_label("筛选本表").fill("局 12 ａｂｃ")
    assert _column(page, 2) == ["12"]
    expect(page.get_by_role("status")).to_have_text("1行，共30行")
    page.get_by_label("筛选本表").fill("")
    assert len(_column(page, 2)) == 30


def test_a_part_that_is_found_shows_its_whole(shown: Shown) -> None:
    part = ('<span class="part">↳</span> 桥梁', "0", "")
    page = shown([("道路", str(n), "") for n in range(9)] + [part])
    page.get_by_label("筛选本表").fill("桥梁")
    assert _column(page, 2) == ["8", "0"]


@pytest.mark.parametrize(
    ("rows", "around"),
    [
        (ROWS[:2], "{}"),
        (ROWS, "<div data-plain>{}</div>"),
        ([("甲", '<b rowspan="2">1</b>', "")] * 2, "{}"),
    ],
)
def test_what_is_short_or_plain_is_left_alone(shown: Shown, rows: list[tuple[str, ...]], around: str) -> None:
    assert shown(rows, around).locator("button, input").count() == 0


def test_five_thousand_rows_sort_and_filter(shown: Shown) -> None:
    page = shown([(f"第{n * 7 % 5000}局", str(n * 7 % 5000), "") for n in range(5000)])
    page.locator("th button").nth(1).click()
    expect(page.locator("tbody tr")).to_have_count(5000)
    assert _column(page, 2) == [str(n) for n in range(5000)]
    page.get_by_label("筛选本表").fill("第4999")
    expect(page.locator("tbody tr")).to_have_count(1)


_BOXES = """[...document.querySelectorAll("article :is(h1, th, td)")].map((element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left, top, width, height].map(Math.round);
})"""


def _without_tables(route: Route) -> None:
    """The script of the site without the part for tables."""
    part, response = (ASSETS / "tables.js").read_text("utf-8").strip(), route.fetch()
    assert part in response.text()
    route.fulfill(response=response, body=response.text().replace(part, ""))


WITH_TABLES = ["timeline/2024.html", "actors/index.html", "en/actors/east-bureau.html"]


@pytest.mark.parametrize(("path", "width"), in_turns(WITH_TABLES, [375, 1280], step=2))
def test_nothing_moves_when_the_script_runs(browser: Browser, served: str, path: str, width: int) -> None:
    boxes = []
    for runs in (False, True):
        context = browser.new_context(base_url=served, viewport={"width": width, "height": 900})
        page = context.new_page()
        if not runs:
            page.route("**/assets/site.js", _without_tables)
        page.goto(path)
        if runs:
            page.locator(".table-sort").first.wait_for(state="attached")
        settle(page)
        boxes.append(page.evaluate(_BOXES))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator(".table-filter").count() == 0 or runs
        context.close()
    assert boxes[0] == boxes[1]


@pytest.mark.parametrize("scheme", one_in(2, ["light", "dark"]))
def test_tables_of_the_site_break_no_rule_for_access(browser: Browser, served: str, scheme: str) -> None:
    context = browser.new_context(base_url=served, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto("timeline/2024.html")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    page.locator(".table-filter").first.wait_for()
    page.locator("th button").first.click()
    for part in (".table-filter", "thead"):
        found = Axe().run(page, context=part).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    context.close()
