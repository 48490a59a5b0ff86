"""With one actor chosen, the finder shows how that actor stands: its page, the finder and Python agree."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from directive_atlas.build import Records
from directive_atlas.resolve import Corpus
from directive_atlas.schedule import schedule
from playwright.sync_api import Browser, Page, expect

from tests.tools.day import on_its_day
from tests.tools.html import parsed
from tests.tools.moment import FIXTURE_DAY
from tests.tools.second.pages import counted, number, parts_of, state
from tests.tools.second.standing import Second

BUREAU = "east-bureau"
"""A body that reported on duties of its group; one of these is due for it on another day."""


_COUNTS = """(boxes) => boxes.map((box) =>
  [box.value, box.closest("li").querySelector(".finder-number").textContent])"""


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page of the site, whose day is that of the build."""
    with on_its_day(browser, served) as page:
        yield page


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.long)])
def test_page_and_finder_and_a_second_derivation_count_the_same(
    page: Page, site: Path, corpus: Corpus, records: Records, step: int
) -> None:
    """For each eighth body, or for all: the finder takes a second for each."""
    second = Second(records, schedule(records.expanded.corpus, FIXTURE_DAY)[0], FIXTURE_DAY)
    for actor in [*corpus.actors][::step]:
        parts = [part for part in parts_of(second, actor) if part.asks]
        derived, reported = counted(second, parts)[0], Counter(state(second, part) for part in parts)
        assert _board(site, actor, "by-time") == derived, actor
        assert _board(site, actor, "board") == reported, actor
        assert _finder(page, actor, ("standing", "state")) == [derived, reported], actor


def _board(site: Path, actor: str, kind: str) -> Mapping[str, int]:
    """The numbers of the board of an actor's page: by deadline, or by what was reported."""
    cells = parsed(site / f"actors/{actor}.html").select(f".{kind} a")
    return Counter({str(cell["class"][1]): number(cell.b.get_text()) for cell in cells if cell.b})


def _finder(page: Page, actor: str, facets: Sequence[str]) -> list[Mapping[str, int]]:
    """The numbers beside the values of some facets, with an actor chosen."""
    page.goto(f"tasks/index.html?actor={actor}")
    page.locator(".finder-chips button").first.wait_for()
    return [_numbers(page, facet) for facet in facets]


def _numbers(page: Page, facet: str) -> Mapping[str, int]:
    fold = page.locator(f"#finder-{facet}").locator("xpath=ancestor::details[1]")
    fold.evaluate("fold => { fold.open = true; }")
    boxes = fold.locator("input[type=checkbox]")
    page.wait_for_timeout(50)  # the numbers of a fold are written when it opens
    counts = Counter({word: number(count) for word, count in boxes.evaluate_all(_COUNTS) if count})
    shown = page.locator(".finder-status").inner_text()
    assert sum(counts.values()) == number(re.findall(r"[\d,]+", shown)[0])
    return counts


@pytest.mark.parametrize(
    ("actor", "step"),
    [(BUREAU, 3), *(pytest.param(actor, 1, marks=pytest.mark.long) for actor in (BUREAU, "petrel"))],
)
def test_each_number_of_an_actors_board_leads_to_as_many_rows(
    page: Page, site: Path, actor: str, step: int
) -> None:
    """Each third number, or all of them."""
    html = parsed(site / f"actors/{actor}.html")
    for link in html.select(".board a, .by-time a")[::step]:
        page.goto(f"actors/{link['href']}")
        rows = page.locator(".finder-rows tbody tr")
        expect(rows).to_have_count(number(link.b.get_text()) if link.b else 0)
        if "state" in link["class"]:
            words = rows.locator(".finder-standing .state").all_inner_texts()
            assert set(words) == {link.span.get_text() if link.span else ""}
        expect(page.locator(".finder-chips li")).to_have_count(3)


def test_a_row_says_on_which_day_it_is_due_for_the_actor(page: Page) -> None:
    page.goto("tasks/index.html?directive=tide-2023-closed-gauges&level=task")
    row = page.locator(".finder-rows tr", has=page.locator("a[href$='/fortnightly.html']"))
    expect(row).to_contain_text("2024年7月11日")
    expect(page.locator(".finder-whose")).to_be_empty()
    page.goto(f"tasks/index.html?directive=tide-2023-closed-gauges&level=task&actor={BUREAU}")
    expect(row).to_contain_text("2024年6月27日")
    expect(page.locator(".finder-whose")).to_contain_text("东澜渡航局")


def test_the_csv_file_has_what_the_rows_say_and_whose_it_is(page: Page) -> None:
    page.goto(f"tasks/index.html?actor={BUREAU}&sort=due")
    shown = page.locator(".finder-standing").all_inner_texts()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载CSV").click()
    saved = Path(download.value.path()).read_text("utf-8-sig")
    heading, *lines = csv.reader(io.StringIO(saved, newline=""))
    assert [name for name in heading if "东澜渡航局" in name] == [heading[4], heading[5]]
    assert [line[5] for line in lines] == shown
    days = [line[4] for line in lines]
    assert days == sorted(days, key=lambda day: day or "9999")


def test_several_actors_see_how_the_whole_stands(page: Page) -> None:
    page.goto(f"tasks/index.html?actor={BUREAU}&actor=west-bureau")
    expect(page.locator(".finder-chips li")).to_have_count(3)
    expect(page.locator(".finder-whose")).to_be_empty()
