"""Does each page answer its question where a reader looks first, and is the way to it counted soundly?

The pages are those of the fixture, which stay the same whatever ``data/`` holds.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from directive_atlas.resolve import Corpus
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.benchmarks.answers.measure import Figures, walk
from tests.benchmarks.answers.pages import length, sheets
from tests.benchmarks.answers.reader import NotThereError, Reader, keys
from tests.benchmarks.answers.report import lines
from tests.benchmarks.answers.routes import Route
from tests.benchmarks.answers.steps import Both, Press, Read, ReadHere
from tests.tools.browsing.browser import settle
from tests.tools.kinds import DIRECTIVE, KINDS
from tests.tools.turns import in_turns

DESKTOP, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=375, height=812)
LANGUAGES = ("", "en/")
TASK = KINDS["task"]
AT_MOST = {"desktop": 450, "phone": 600}
"""Pixels from the top of a page to where its answer begins."""

too_long = pytest.mark.xfail(
    strict=False, raises=AssertionError, reason="in some languages and widths it is still too long"
)


@pytest.fixture(scope="module", params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in a window of one size."""
    context = browser.new_context(viewport=request.param, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def _limit(page: Page) -> int:
    return AT_MOST["phone" if page.viewport_size == PHONE else "desktop"]


def _top(page: Page, texts: list[str], selector: str) -> float:
    """Where the first of some elements that says one of the texts begins."""
    script = """([texts, selector]) => Math.min(...[...document.querySelectorAll(selector)]
      .filter(one => texts.some(text => one.textContent.replace(/\\s/g, "").includes(text)))
      .filter(one => one.checkVisibility())
      .map(one => one.getBoundingClientRect().top + scrollY))"""
    found = float(page.evaluate(script, [["".join(text.split()) for text in texts], selector]))
    if found == math.inf:
        raise LookupError(texts)
    return found


@pytest.mark.parametrize("below", LANGUAGES, ids=["zh", "en"])
@pytest.mark.parametrize("actor", ["east-bureau", "operators"])
def test_an_actor_page_begins_with_its_work(
    page: Page, served: str, corpus: Corpus, actor: str, below: str
) -> None:
    page.goto(f"{served}{below}actors/{actor}.html")
    settle(page)
    owed = [corpus.tasks[each.task] for each in corpus.links.owed[actor]]
    titles = [text for task in owed for _, text in task.title.values]
    assert _top(page, titles, "main article a, main article li, main article td") <= _limit(page)


@pytest.mark.parametrize("below", LANGUAGES, ids=["zh", "en"])
def test_a_task_page_begins_with_the_quoted_sentence(
    page: Page, served: str, corpus: Corpus, below: str
) -> None:
    page.goto(f"{served}{below}{TASK}")
    settle(page)
    directive = corpus.directives[Path(DIRECTIVE).name]
    task = corpus.tasks[f"{directive.id}/{Path(TASK).stem}"]
    assert directive.source
    quoted = [directive.source.text[p.span.start : p.span.end] for p in task.passages]
    assert _top(page, quoted, "main article blockquote, main article p") <= _limit(page)


@pytest.mark.parametrize("below", LANGUAGES, ids=["zh", "en"])
def test_how_long_a_task_page_may_be(page: Page, served: str, site: Path, below: str) -> None:
    assert length(page, served, site, below + TASK).screens <= (14 if page.viewport_size == PHONE else 10)


@pytest.mark.parametrize("below", LANGUAGES, ids=["zh", "en"])
def test_how_long_the_timeline_may_be(page: Page, served: str, site: Path, below: str) -> None:
    assert length(page, served, site, below + KINDS["timeline"]).screens <= 12


@pytest.mark.parametrize("below", LANGUAGES, ids=["zh", "en"])
def test_a_directive_begins_with_how_far_it_is_and_its_tasks(page: Page, served: str, below: str) -> None:
    page.goto(f"{served}{below}{DIRECTIVE}/index.html")
    settle(page)
    bar = page.locator(".board .bar").bounding_box()
    assert bar and bar["y"] <= _limit(page)
    order = page.locator("h2[id]").evaluate_all("all => all.map(each => each.id)")
    assert order[:4] == ["tasks", "board", "relations", "source"]  # it has no findings and no figures
    page.locator(".numbers a").click()
    expect(page.locator("#tasks")).to_be_in_viewport()


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    """A page in the window of a phone."""
    page = browser.new_page(viewport=PHONE, reduced_motion="reduce")
    yield page
    page.close()


def test_the_menu_opens_on_a_phone(narrow: Page, served: str) -> None:
    narrow.goto(served)
    settle(narrow)
    narrow.locator(".atlas-menu").click(timeout=2_000)
    expect(narrow.locator(".atlas-tabs a").last).to_be_visible()


def test_what_the_finder_counts_stays_in_sight(narrow: Page, served: str) -> None:
    narrow.goto(f"{served}{KINDS['tasks']}")
    narrow.locator(".finder-filters > summary").click()
    narrow.locator(".finder-facet > summary").last.scroll_into_view_if_needed()
    expect(narrow.locator(".finder-status")).to_be_in_viewport(ratio=1)


@too_long
@pytest.mark.parametrize(("below", "most"), [("", 4), ("en/", 6)], ids=["zh", "en"])
def test_an_actor_page_on_paper(browser: Browser, served: str, below: str, most: int) -> None:
    page = browser.new_page()
    try:
        assert sheets(page, f"{served}{below}{KINDS['group']}") <= most
    finally:
        page.close()


@pytest.mark.parametrize(
    ("kind", "below"), in_turns([kind for kind in KINDS if kind != "about"], LANGUAGES, step=2)
)
def test_no_page_is_a_dump(browser: Browser, served: str, site: Path, below: str, kind: str) -> None:
    page = browser.new_page()
    found = length(page, served, site, below + KINDS[kind])
    page.close()
    assert found.rows <= 1_000
    assert found.bytes <= 300_000


STEPS_PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><body style="margin:0">
<div style="height:{above}px"></div><p>甲<mark>局应</mark>报告</p>
<details><summary>更多</summary><div style="height:900px"></div><a href="there.html">查看</a></details>
<dialog></dialog></body></html>"""


@pytest.fixture
def reader(browser: Browser, tmp_path: Path) -> Iterator[Reader]:
    """A reader on a page whose words stand two screens down, and behind it a page with the answer."""
    (tmp_path / "index.html").write_text(STEPS_PAGE.format(above=1_800), "utf-8")
    (tmp_path / "there.html").write_text("<!doctype html><p>答案在此</p>", "utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    yield Reader(page, tmp_path.as_uri() + "/", "zh")
    page.close()


def test_words_are_found_through_marks_and_counted_in_screens(reader: Reader) -> None:
    Read(Both("甲局应报告", "")).go(reader)
    assert reader.cost.deep == pytest.approx(2, abs=0.1)
    assert reader.cost.scrolled == pytest.approx(1, abs=0.2)
    assert (reader.cost.clicks, reader.cost.pages) == (0, 1)


def test_a_fold_is_opened_and_counts_as_a_click(reader: Reader) -> None:
    ReadHere(Both("答案", ""), (Press(Both("^查看", "")),)).go(reader)
    assert (reader.cost.clicks, reader.cost.pages) == (2, 2)
    assert reader.cost.words == "答案"


def test_what_is_not_there_is_not_found(reader: Reader) -> None:
    with pytest.raises(NotThereError):
        reader.read("答案", patience=0.1)
    with pytest.raises(NotThereError):
        reader.press("答案", patience=0.1)


def test_a_way_that_ends_nowhere_has_no_figures(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    cost, reached = walk(page, served, "zh", Route("nowhere", (Press(Both("^不存在的链接$", "")),)))
    page.close()
    assert not reached
    assert cost.clicks == 0


def test_chinese_is_counted_as_it_is_typed() -> None:
    assert keys("铁塔") == len("tieta") + 1
    assert keys("5G 铁塔 SA") == len("5G tieta SA") + 1


def test_two_runs_stand_beside_each_other() -> None:
    way: Figures = {"clicks": 1, "keys": 1, "pages": 1, "scrolled": 1.0, "deep": 2.0, "words": "x"}
    now: Figures = {f"a | 1440 zh | {what}": figure for what, figure in way.items()}
    now["length of home | 1440 zh | screens"] = 2.0
    text = "\n".join(lines(now, now | {"a | 1440 zh | deep": 4.0}))
    assert "before 1 · 1 · 1 · 1.0 · 4.0" in text
    assert "×0.50" in text
