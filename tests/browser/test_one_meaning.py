"""“Due in 2024”, “mine”, “open”, “no report”: each is one number, in records, finder and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from directive_atlas.resolve import Corpus
from playwright.sync_api import Browser, Page

from tests.benchmarks.search.corpus import write_corpus
from tests.tools.browsing.finder_page import write_finder
from tests.tools.corpora.made_up import Size, made_up_corpus, with_bodies
from tests.tools.moment import FIXTURE_DAY, midnight
from tests.tools.pages import pages_of
from tests.tools.paths import FIXTURE
from tests.tools.second.counts import (
    OPEN,
    due_in,
    due_of,
    figures_in,
    mine,
    reports,
    statuses,
    with_figures_in,
    years,
)
from tests.tools.second.pages import board
from tests.tools.turns import one_in

MADE_UP_SEEDS = (1, 2)
_FACETS = """() => {
  const found = {};
  for (const box of document.querySelectorAll(".finder-facet input[type=checkbox]")) {
    const name = box.closest("[role=group]").getAttribute("aria-labelledby").replace("finder-", "");
    const count = box.closest("label").querySelector(".finder-number").textContent.replaceAll(",", "");
    (found[name] ??= {})[box.value] = Number(count || 0);
  }
  return found;
}"""
_UNFOLD = """() => document.querySelectorAll(".finder-facet").forEach(fold => { fold.open = true; })"""
_DATE = r"^<tr><td>(?:(?!</td>).)*</td>"
_DUE = re.compile(_DATE + r'<td>(任务到期|周期任务时点|任务应在此前启动)</td><td>.*?href="([^"]+)"', re.M)
_FIGURE_ROWS = re.compile(_DATE + r"<td>指标到期</td>[^\n]*$", re.M)
_DUE_LINE = re.compile(r"^<p>本年到期：.*$", re.M)
_DUE_NUMBERS = (r"(?<![属\d,])([\d,]+)项任务和措施</a>", r"(?<!另外)([\d,]+)项指标", r"属([\d,]+)项")
_THIS_YEAR = re.compile(
    r'^<p class="this-year"[^>]*>(\d{4})年(?:没有到期的事项|到期：<a [^>]*>([\d,]+)项要求</a>)', re.M
)
_HOME = re.compile(r'actors/([\w-]+)\.html">(?:(?!</li>).)*?</li>')
_OPEN = re.compile(r"([\d,]+)项在办")


@dataclass(frozen=True)
class Shown:
    """A corpus, its pages in Chinese, and the folder of its finder."""

    corpus: Corpus
    pages: Mapping[str, str]
    folder: Path


def _shown(corpus: Corpus, pages: Mapping[str, str], folder: Path) -> Shown:
    write_finder(folder, corpus)
    return Shown(corpus, pages, folder)


@pytest.fixture(scope="module")
def ours(corpus: Corpus, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The fixture."""
    docs = project / "docs"
    pages = {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")}
    return _shown(corpus, pages, tmp_path_factory.mktemp("ours"))


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The fixture among made-up directives."""
    data = tmp_path_factory.mktemp("around") / "data"
    write_corpus(data, FIXTURE / "data", 20)
    return _shown(*pages_of(data, midnight(FIXTURE_DAY)), tmp_path_factory.mktemp("finder"))


@pytest.fixture(params=["ours", "around"])
def told(request: pytest.FixtureRequest) -> Shown:
    """Corpora with pages."""
    shown: Shown = request.getfixturevalue(request.param)
    return shown


@pytest.fixture(scope="module", params=one_in(2, MADE_UP_SEEDS))
def made_up(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """Corpora without pages, in which bodies stand otherwise than the whole."""
    corpus = with_bodies(made_up_corpus(request.param, Size(200, actors=12)), request.param)
    return _shown(corpus, {}, tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page for the finder."""
    page = browser.new_page()
    yield page
    page.close()


def _counts(page: Page, shown: Shown, query: str = "") -> tuple[int, Mapping[str, Mapping[str, int]]]:
    """How many rows the finder lists, and its counts by facet and value."""
    page.goto("about:blank")
    page.goto((shown.folder / "tasks/index.html").as_uri() + query)
    status = page.locator(".finder-status:not(:empty)")
    status.wait_for()
    page.evaluate(
        """() => document.querySelectorAll(".finder-facet").forEach(fold => { fold.open = true; })"""
    )
    page.wait_for_timeout(100)
    found = re.match(r"[\d,]+", status.inner_text())
    assert found
    return int(found[0].replace(",", "")), page.evaluate(_FACETS)


def _timeline(shown: Shown, year: int) -> str:
    named = re.compile(rf"timeline/{year}(-q\d)?\.md")
    return "\n".join(text for name, text in shown.pages.items() if named.fullmatch(name))


def _address(corpus: Corpus, key: str) -> str:
    task = corpus.tasks[key]
    return f"../directives/{task.root}.html" + ("" if task.depth == 0 else f"#m-{task.id}")


def test_what_is_due_in_a_year_in_the_finder(told: Shown, page: Page) -> None:
    _compare_due(told, page)


def test_what_is_due_in_a_year_in_the_finder_of_made_up_records(made_up: Shown, page: Page) -> None:
    _compare_due(made_up, page)


def _compare_due(shown: Shown, page: Page) -> None:
    _, counts = _counts(page, shown)
    by_year = {year: count for year, count in counts["due"].items() if year.isdigit() and count}
    counted = {str(year): len(due_in(shown.corpus, year)) for year in years(shown.corpus)}
    wanted = {year: count for year, count in counted.items() if count}
    assert by_year == wanted


def test_what_is_due_this_year_on_the_page_of_a_body(told: Shown) -> None:
    named = [actor for actor in told.corpus.actors if mine(told.corpus, actor)]
    for actor in named:
        found = _THIS_YEAR.search(told.pages[f"actors/{actor}.md"])
        assert found, actor
        year = told.corpus.as_of.year
        assert (int(found[1]), int((found[2] or "0").replace(",", ""))) == (
            year,
            due_of(told.corpus, actor)[year],
        ), actor
    assert named


def test_what_is_due_in_a_year_in_the_timeline(ours: Shown) -> None:
    for year in years(ours.corpus):
        entries = {address for _, address in _DUE.findall(_timeline(ours, year))}
        assert entries == {_address(ours.corpus, key) for key in due_in(ours.corpus, year)}, year


def test_the_timeline_calls_due_only_what_is_due(ours: Shown) -> None:
    for year in years(ours.corpus):
        entries = {address for _, address in _DUE.findall(_timeline(ours, year))}
        assert entries <= {_address(ours.corpus, key) for key in due_in(ours.corpus, year)}, year


def test_what_is_due_in_the_timeline_of_a_body(ours: Shown) -> None:
    for actor in ours.corpus.actors:
        entries = {address for _, address in _DUE.findall(ours.pages[f"actors/{actor}.md"])}
        assert len(entries) == sum(due_of(ours.corpus, actor).values()), actor


def test_figures_due_in_a_year_in_the_timeline(ours: Shown) -> None:
    for year in years(ours.corpus):
        rows = set(_FIGURE_ROWS.findall(_timeline(ours, year)))
        assert len(rows) == figures_in(ours.corpus, year), year


def test_figures_due_in_a_year_in_the_finder(told: Shown, page: Page) -> None:
    _, counts = _counts(page, told)
    for year in years(told.corpus):
        assert counts["figure"].get(str(year), 0) == len(with_figures_in(told.corpus, year)), year


def test_what_is_due_in_a_year_on_its_page(told: Shown) -> None:
    for year in years(told.corpus):
        found = _DUE_LINE.search(told.pages[f"timeline/{year}.md"])
        numbers = [_number(pattern, found[0]) for pattern in _DUE_NUMBERS] if found else [0, 0, 0]
        with_figures = len(with_figures_in(told.corpus, year))
        wanted = [len(due_in(told.corpus, year)), figures_in(told.corpus, year), with_figures]
        assert numbers == wanted, year


def _number(pattern: str, line: str) -> int:
    """The number that a pattern finds; a part of the line that counts nothing is left out."""
    found = re.search(pattern, line)
    return int(found[1].replace(",", "")) if found else 0


def test_whose_work_a_task_is_on_its_page(told: Shown) -> None:
    for actor in told.corpus.actors:
        on_page, _ = board(told.pages[f"actors/{actor}.md"])
        assert on_page == statuses(told.corpus, actor), actor


def test_whose_work_a_task_is_in_the_finder(told: Shown, page: Page) -> None:
    _compare_work(told, page)


def test_whose_work_a_task_is_in_the_finder_of_made_up_records(made_up: Shown, page: Page) -> None:
    _compare_work(made_up, page)


def _compare_work(shown: Shown, page: Page) -> None:
    """The rows of each body, and how they stand."""
    for actor in _busiest(shown.corpus):
        rows, counts = _counts(page, shown, f"?actor={actor}")
        assert rows == len(mine(shown.corpus, actor)), actor
        standing = Counter({status: count for status, count in counts["standing"].items() if count})
        assert standing == statuses(shown.corpus, actor), actor
        by_year = {year: count for year, count in counts["due"].items() if year.isdigit() and count}
        assert by_year == {str(year): count for year, count in due_of(shown.corpus, actor).items()}, actor


def _busiest(corpus: Corpus) -> list[str]:
    """Bodies that have work, those with most first; a browser takes a second for each of these."""
    work = {actor: len(mine(corpus, actor)) for actor in corpus.actors}
    return sorted((actor for actor in work if work[actor]), key=lambda actor: -work[actor])[:3]


def test_how_much_is_open_on_the_home_page(told: Shown) -> None:
    bodies = told.pages["index.md"].partition("data-atlas-bodies")[2].partition('id="due"')[0]
    numbers = {each[1]: _OPEN.search(each[0]) for each in _HOME.finditer(bodies)}
    for actor, found in numbers.items():
        wanted = sum(count for status, count in statuses(told.corpus, actor).items() if status in OPEN)
        assert (int(found[1].replace(",", "")) if found else 0) == wanted, actor
    assert len(numbers) > 20


def test_what_was_reported(told: Shown) -> None:
    _, known = board(told.pages["index.md"])
    assert known == reports(told.corpus)


def test_what_has_no_report_in_the_finder(told: Shown, page: Page) -> None:
    _, counts = _counts(page, told)
    assert counts["state"].get("no_report", 0) == reports(told.corpus)["unreported"]
