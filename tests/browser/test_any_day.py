"""The day that a reader chooses: finder, board and work list show what a build as of that day would.

The site is built as of 2024-06-30; what is expected comes from the same records, resolved for the chosen day.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from directive_atlas.build import Records
from directive_atlas.interface.plain_times import PlainTimes
from directive_atlas.outputs.finder.texts import when
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.resolve.model import Standing, Task
from directive_atlas.schedule import schedule
from directive_atlas.views.board import Board, board, board_of_work
from directive_atlas.views.evidence import evidence_of
from directive_atlas.views.work import Work, work_of
from playwright.sync_api import Browser, Page, expect

from tests.tools.browsing.access import VIEWS, violations
from tests.tools.browsing.finder_page import Opened, write_finder
from tests.tools.corpora.made_up import Size, made_up_corpus, with_bodies
from tests.tools.sites import bilingual
from tests.tools.turns import in_turns, one_in

DAY = dt.date(2023, 10, 1)
DIRECTIVE, ACTOR = "ferries-2022-spring-meeting", "east-bureau"
PAGES = {
    "directive": f"directives/{DIRECTIVE}/index.html",
    "actor": f"actors/{ACTOR}.html",
    "tasks": "tasks/index.html",
}
EPOCH = dt.date(1970, 1, 1)
CHINESE = bilingual().languages[0]
_dice = random.Random(7)
DAYS = [DAY, *(dt.date(2021, 1, 1) + dt.timedelta(days=_dice.randrange(2_000)) for _ in range(6))]

_ROWS_ON = """async ([day, actors]) => {
  const data = await finderMain.load();
  const on = await finderMain.onDay(data, day);
  const told = ({ table, index, rows }) => Array.from(table.standing, (standing, row) => [
    index.values.standing[standing], index.values.state[table.state[row]],
    table.due[row] === finderColumns.NO_DAY ? null : table.due[row],
    finderDom.plain(table.on[table.when[row]]), table.evidence[row], rows.pressingParts(row)]);
  return [told(on), ...actors.map((actor) => told(finderMain.seenBy(on, actor)))];
}"""
_LIST = """() => [...document.querySelectorAll(".finder-status, .finder-rows tr, .finder-facet label")]
  .map((each) => each.textContent)"""
_UNFOLD = """() => document.querySelectorAll(".finder-facet").forEach((each) => { each.open = true; })"""
_ROWS = """() => [...document.querySelectorAll("data.stands")].map((each) =>
  [each.value, each.querySelector(".state").className.split(" ")[1]])"""
_NUMBERS = """(list) => Object.fromEntries([...document.querySelectorAll(list)].map((each) =>
  [each.className.split(" ")[1], Number(each.querySelector("b").textContent)]))"""


def _on(records: Records, day: dt.date) -> Corpus:
    return resolve(records.expanded, records.passages, schedule(records.expanded.corpus, day)[0], day)


def _tasks(corpus: Corpus) -> list[Task]:
    return [task for directive in corpus.directives.values() for task in directive.walk()]


def _row(task: Task, corpus: Corpus, work: Work | None = None) -> list[Any]:
    """How a task stands, for all or for one body, and what its reports are worth.

    The times of its measures are told as of the day of ``corpus``, on whatever day it stands so.
    """
    standing, reports = (
        (work.standing, work.known) if work and work.asks else (task.standing, task.reported())
    )
    due = (standing.due.last - EPOCH).days if standing.due else None
    times = PlainTimes(corpus, bilingual(), CHINESE)
    text = when(corpus.tasks[task.key], task.timings, standing, times)
    told = text if isinstance(text, str) else text[0]
    return [standing.timeliness, standing.state, due, told, evidence_of(reports)]


def _whole(there: Corpus, corpus: Corpus) -> list[list[Any]]:
    """All rows, each with how its parts stand where they press more."""
    return [[*_row(task, corpus), task.standing.pressing_parts] for task in _tasks(there)]


def _seen_by(there: Corpus, actor: str, corpus: Corpus) -> list[list[Any]]:
    """All rows as they are for one body, of which parts tell nothing."""
    work = {work.task.key: work for work in work_of(there, actor)}
    return [[*_row(task, corpus, work.get(task.key)), None] for task in _tasks(there)]


@pytest.mark.parametrize(
    "day",
    one_in(len(DAYS), DAYS),
    ids=str,
)
def test_each_row_stands_as_in_a_build_of_that_day_for_the_whole_and_for_each_body(
    opened: Opened, corpus: Corpus, records: Records, day: dt.date
) -> None:
    actors = list(corpus.actors)
    page = opened(corpus)
    whole, *own = page.evaluate(_ROWS_ON, [(day - EPOCH).days, list(range(len(actors)))])
    there = _on(records, day)
    assert whole == _whole(there, corpus)
    for actor, rows in zip(actors, own, strict=True):
        assert rows == _seen_by(there, actor, corpus), actor


@pytest.mark.parametrize(
    ("seed", "rows"), [(1, 0), (2, 1), (3, 250), pytest.param(4, 5_003, marks=pytest.mark.long)]
)
def test_what_is_packed_in_several_files_comes_out_as_it_went_in(
    opened: Opened, seed: int, rows: int
) -> None:
    """Made-up records have no course: on any day they stand as they do."""
    corpus = with_bodies(made_up_corpus(seed, Size(rows)), seed)
    page = opened(corpus)
    whole, body = page.evaluate(_ROWS_ON, [(DAY - EPOCH).days, [3]])
    assert whole == _whole(corpus, corpus)
    assert body == _seen_by(corpus, "actor-3", corpus)


@pytest.fixture(scope="module")
def finders(corpus: Corpus, records: Records, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finder of a build of today, and that of a build of the chosen day."""
    folder = tmp_path_factory.mktemp("finders")
    write_finder(folder / "now", corpus)
    write_finder(folder / "then", _on(records, DAY))
    return folder


QUERIES = ["standing=unreported&sort=due", "", f"actor={ACTOR}", f"directive={DIRECTIVE}"]


@pytest.mark.parametrize("query", one_in(2, QUERIES))
def test_the_finder_lists_and_counts_as_in_a_build_of_that_day(
    browser: Browser, finders: Path, query: str
) -> None:
    page, found = browser.new_page(), []
    for folder, choice in (("now", f"{query}&on={DAY}"), ("then", query)):
        page.clock.set_fixed_time(dt.datetime.combine(DAY, dt.time(), dt.UTC))
        page.goto((finders / folder / "tasks/index.html").as_uri() + f"?{choice}")
        page.locator(".finder-status:not(:empty)").wait_for()
        page.evaluate(_UNFOLD)
        found.append(_settled(page))
    assert found[0] == found[1]
    assert len(found[0]) > 20
    page.close()


def _settled(page: Page) -> list[str]:
    """What the finder shows once the names that it loads by and by are there."""
    before: list[str] = []
    shown: list[str] = page.evaluate(_LIST)
    while before != shown or len(shown) <= 20:
        page.wait_for_timeout(300)
        before, shown = shown, page.evaluate(_LIST)
    return shown


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page of the site; errors in it, and warnings, fail the test."""
    wrong: list[str] = []
    context = browser.new_context(base_url=served, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if line.type in {"error", "warning"} else None)
    yield page
    context.close()
    assert not wrong


def _compare(page: Page, wanted: Board, rows: dict[str, Standing]) -> None:
    told = page.evaluate(_NUMBERS, ".board a")
    assert told == {state.value: number for state, number in wanted.states.items()}
    by_time = page.evaluate(_NUMBERS, ".by-time a")
    assert by_time == {standing.value: number for standing, number in wanted.standings.items()}
    note = page.locator(".board-note .evidence").text_content() or ""
    known = [wanted.evidenced, wanted.total, wanted.evidenced * 100 // wanted.total]
    numbers = [*known, wanted.doubtful, wanted.unreported, wanted.total]
    assert sorted(map(int, re.findall(r"\d+", note))) == sorted(numbers)
    shown = page.evaluate(_ROWS)
    assert shown
    assert shown == [[key, rows[key].timeliness.value] for key, _ in shown]


@pytest.mark.parametrize("day", one_in(2, [dt.date(2022, 4, 1), DAY, dt.date(2025, 5, 5)]), ids=str)
def test_the_page_of_a_directive_is_that_of_a_build_of_that_day(
    page: Page, records: Records, day: dt.date
) -> None:
    page.goto(f"{PAGES['directive']}?on={day}")
    expect(page.locator(".on-day [role=status]")).not_to_be_empty()
    tasks = list(_on(records, day).directives[DIRECTIVE].walk())
    _compare(page, board(tasks), {task.key: task.standing for task in tasks})


@pytest.mark.parametrize("day", one_in(2, [DAY, dt.date(2023, 6, 1), dt.date(2025, 5, 5)]), ids=str)
def test_the_page_of_an_actor_is_that_of_a_build_of_that_day(
    page: Page, records: Records, day: dt.date
) -> None:
    page.goto(f"en/{PAGES['actor']}?on={day}")
    expect(page.locator(".on-day [role=status]")).not_to_be_empty()
    work = work_of(_on(records, day), ACTOR)
    duties = [row for row in work if row.asks]
    _compare(page, board_of_work(duties), {row.task.key: row.standing for row in work})
    known = {row.task.key for row in work if row.last}
    shown = page.locator(".work tr:has(data.published:not([hidden])) data.stands").evaluate_all(
        "all => all.map((each) => each.value)"
    )
    assert set(shown) <= known


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.long)])
def test_each_number_of_a_board_leads_to_as_many_tasks_on_that_day(page: Page, step: int) -> None:
    """Each third number, or all of them."""
    page.goto(f"{PAGES['actor']}?on={DAY}")
    expect(page.locator(".on-day [role=status]")).not_to_be_empty()
    links = [(a.get_attribute("href"), a.locator("b").inner_text()) for a in page.locator(".board a").all()]
    assert len(links) > 2
    for address, number in links[::step]:
        page.goto(address or "")
        expect(page.locator(".finder-status")).to_contain_text(number)
        assert f"on={DAY}" in page.url


@pytest.mark.parametrize("kind", one_in(2, ["directive", "actor"]))
def test_a_day_is_chosen_with_the_keyboard_kept_in_the_address_and_given_up(page: Page, kind: str) -> None:
    page.goto(PAGES[kind])
    before = page.locator("article").inner_text()
    field = page.get_by_label("查看某日状况")
    field.fill(str(DAY))
    field.blur()
    status = page.locator(".on-day [role=status]")
    expect(status).to_contain_text("2023年10月1日的状况")
    assert page.url.endswith(f"?on={DAY}")
    page.reload()
    expect(status).to_contain_text("2023年10月1日的状况")
    expect(field).to_have_value(str(DAY))
    assert page.locator("[data-of-today]:visible, .by-month:visible").count() == 0
    page.locator("a.atlas-language").click()
    expect(status).to_contain_text(
        "Statuses as they stood on October 1, 2023, by what was published by then."
    )
    page.go_back()
    expect(status).to_contain_text("2023年10月1日的状况")
    page.get_by_role("button", name="基准日").focus()
    page.keyboard.press("Enter")
    expect(status).to_be_empty()
    assert "?" not in page.url
    assert page.locator("article").inner_text() == before


def test_the_finder_keeps_its_choice_when_a_day_is_chosen(page: Page) -> None:
    page.goto(f"en/{PAGES['tasks']}?actor={ACTOR}&page=2")
    page.locator(".finder-task a").first.wait_for()
    page.get_by_label("How it stood on").fill(str(DAY))
    page.get_by_label("How it stood on").blur()
    expect(page.locator(".on-day [role=status]")).to_contain_text("Statuses as they stood on October 1, 2023")
    assert page.url.endswith(f"?actor={ACTOR}&on={DAY}")
    page.get_by_role("button", name="Reference date").click()
    expect(page.locator(".on-day [role=status]")).to_be_empty()
    assert page.url.endswith(f"?actor={ACTOR}")


NO_DAYS = {
    "0999-12-31": "尚未发出",
    "2999-01-01": "没有数据",
    "0000-00-00": "不是日期",
    "2023-02-30": "不是日期",
    "<img src=x onerror=alert(1)>": "不是日期",
}


@pytest.mark.parametrize(("text", "kind"), in_turns(NO_DAYS, [*PAGES]))
def test_of_a_day_of_which_nothing_can_be_told_a_sentence_says_so(page: Page, text: str, kind: str) -> None:
    page.goto(PAGES[kind])
    page.goto(f"{PAGES[kind]}?on={text}")
    expect(page.locator(".on-day [role=status]")).to_contain_text(NO_DAYS[text])
    assert page.locator(".on-day img").count() == 0


def test_the_day_is_printed_and_its_field_is_not(page: Page) -> None:
    page.goto(f"{PAGES['actor']}?on={DAY}")
    expect(page.locator(".on-day [role=status]")).to_contain_text("2023年10月1日的状况")
    page.emulate_media(media="print")
    assert page.locator(".on-day [role=status]").is_visible()
    assert not page.locator(".on-day :is(input, button, label)").first.is_visible()


@pytest.mark.parametrize("kind", PAGES)
def test_without_script_no_day_can_be_chosen(browser: Browser, served: str, kind: str) -> None:
    context = browser.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(PAGES[kind])
    assert page.locator(".on-day").count() == 1
    assert not page.locator(".on-day").is_visible()
    context.close()


@pytest.mark.parametrize(("kind", "view"), in_turns(PAGES, ["light", "phone"], step=2))
def test_axe_finds_nothing_on_a_chosen_day(browser: Browser, served: str, kind: str, view: str) -> None:
    """In English on a wide window, in Chinese on a phone."""
    folder = "en/" if view == "light" else ""
    context = browser.new_context(base_url=served, reduced_motion="reduce", **VIEWS[view])
    page = context.new_page()
    page.goto(f"{folder}{PAGES[kind]}?on={DAY}")
    expect(page.locator(".on-day [role=status]")).not_to_be_empty()
    assert not violations(page)
    context.close()
