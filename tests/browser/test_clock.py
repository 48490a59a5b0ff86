"""The reader's clock and the day of the build never contradict each other on one line.

The site is built as of 2024-06-30. Readers come on that day, years later, or with a calendar that is behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from directive_atlas.resolve import Corpus
from lxml import html
from playwright.sync_api import Browser, Page

from tests.tools.kinds import KINDS
from tests.tools.moment import FIXTURE_DAY

LATER, BEHIND = "2031-02-03", "2023-01-09"
AHEAD = re.compile("未到期|即将到期|not due yet|due soon")
PASSED = re.compile("已过|逾期|passed|overdue")
COUNTED_PAST = re.compile(r"(已过|逾期)[\d,]+天|[\d,]+ days? (past|overdue)")
COUNTED_AHEAD = re.compile(r"天后|今天|明天|后天|in [\d,]+ days?|today|tomorrow")

_LINES = """() => [...document.querySelectorAll("[data-due]")].map((due) => {
  const before = [...due.parentElement.children].filter((each) =>
    each.matches(".state") && each.compareDocumentPosition(due) & Node.DOCUMENT_POSITION_FOLLOWING);
  return { line: due.closest("td, li, p, dd").innerText, status: before.at(-1)?.innerText ?? "",
    count: due.querySelector(".days")?.innerText ?? "" };
})"""


@pytest.fixture(params=[str(FIXTURE_DAY), LATER, BEHIND])
def page(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page whose reader has the clock at one of the days."""
    context = browser.new_context(base_url=served, locale="zh-CN")
    context.clock.install(time=f"{request.param}T09:00:00")
    yield context.new_page()
    context.close()


@pytest.fixture
def everything(page: Page, site: Path, corpus: Corpus) -> str:
    """The address of a page with the lines of many pages that tell days."""
    directives = [f"directives/{key}/index.html" for key in corpus.directives]
    actors = [f"en/actors/{key}.html" for key in corpus.actors]
    tasks = [f"directives/{task.root}.html" for task in corpus.tasks.values() if task.standing.due]
    lines = [_lines(site / path) for path in dict.fromkeys([*KINDS.values(), *directives, *actors, *tasks])]
    body = (site / "about.html").read_text("utf-8").replace("</article>", f"{''.join(lines)}</article>")
    page.route("**/everything.html", lambda route: route.fulfill(body=body, content_type="text/html"))
    return "everything.html"


def _lines(path: Path) -> str:
    page = html.fromstring(path.read_bytes())
    telling = (next(due.iterancestors("td", "li", "p", "dd")) for due in page.iterfind(".//*[@data-due]"))
    lines = [html.tostring(line, encoding="unicode") for line in dict.fromkeys(telling)]
    rows = [f"<table><tr>{line}</tr></table>" if line.startswith("<td") else line for line in lines]
    return f'<div lang="{page.get("lang")}">{"".join(rows)}</div>'


def test_no_line_says_both_that_a_day_is_ahead_and_that_it_has_passed(page: Page, everything: str) -> None:
    found = 0
    for path in (KINDS["tasks"], KINDS["actor"], everything):  # one made by a script, one as it is, all
        page.goto(path)
        for each in page.evaluate(_LINES):
            found += 1
            assert not (AHEAD.search(each["line"]) and COUNTED_PAST.search(each["line"])), (path, each)
            assert not (PASSED.search(each["status"]) and COUNTED_AHEAD.search(each["count"])), (path, each)
    assert found > 100


@pytest.mark.parametrize("page", [LATER], indirect=True)
@pytest.mark.parametrize("query", ["?standing=ahead&standing=due_soon", "?standing=ahead&actor=east-bureau"])
def test_the_finder_says_that_a_day_has_passed_since(page: Page, query: str) -> None:
    page.goto(f"tasks/index.html{query}")
    page.locator(".finder-rows tbody tr").first.wait_for()
    statuses = page.locator(".finder-standing .state").all_inner_texts()
    assert set(statuses) == {"本页生成后期限已过"}


@pytest.mark.parametrize("page", [LATER], indirect=True)
def test_the_finder_names_the_days_between_which_it_counts(page: Page) -> None:
    page.goto("tasks/index.html")
    facet = page.locator("details", has=page.locator("#finder-due")).last
    labels = facet.locator("label > span:first-of-type").all_inner_texts()
    assert labels[:5] == [
        "2024年6月30日前到期，未见完成报告",
        "2024年6月30日至2024年6月30日",
        "2024年6月30日至2024年6月30日",
        "2024年6月30日以后",
        "无确定日期",
    ]
