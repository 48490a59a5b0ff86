"""What the rows of the task finder say of the parts of a task and of its directive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.tools.day import on_its_day
from tests.tools.html import parsed

_STATUSES = """(rows) => rows.map((row) => [row.querySelector("a").pathname.split("/").slice(-2).join("/"),
  [...row.querySelectorAll(".finder-standing .state")].map((each) => each.textContent)])"""


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page of the site, whose day is that of the build."""
    with on_its_day(browser, served) as page:
        yield page


def test_parts_that_press_are_told_as_in_the_list_without_script(page: Page, site: Path) -> None:
    plain = {
        "/".join(str(link["href"]).split("/")[-2:]): [
            each.get_text() for each in row.select("td:last-child .state")
        ]
        for row in parsed(site / "tasks/index.html").select(".finder-plain tbody tr")
        for link in row.select("td:nth-child(2) a")[:1]
    }
    own, of_parts = plain["ferries-2022-spring-meeting/main-lines.html"]
    assert (own, of_parts) == ("有进展报告，结果未查到", "期限已过，未见完成报告")
    page.goto("tasks/index.html?level=task&directive=ferries-2022-spring-meeting")
    rows = page.locator(".finder-rows tbody tr")
    rows.first.wait_for()
    told = dict(rows.evaluate_all(_STATUSES))
    assert told == {key: plain[key] for key in told}
    assert len(told) > 5


def test_the_only_directive_of_a_list_is_named_once(page: Page) -> None:
    column, only = page.locator(".finder-rows .column-directive"), page.locator(".finder-only")
    page.goto("tasks/index.html?directive=tide-2023-closed-gauges")
    expect(only.locator("a[href$='/directives/tide-2023-closed-gauges/index.html']")).to_have_count(1)
    expect(column).to_have_count(0)
    page.locator(".finder-clear").click()
    expect(column).to_have_count(1)
    expect(only).to_be_empty()


def test_a_list_without_rows_names_no_directive(page: Page) -> None:
    page.goto("tasks/index.html?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA%E8%AF%8D")
    expect(page.locator(".finder-empty")).to_be_visible()
    expect(page.locator(".finder-only")).to_be_empty()
