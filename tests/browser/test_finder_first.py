"""Of a long list the first rows are shown before the columns of all rows are loaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from directive_atlas.outputs.finder.columns import COLUMN_ROWS
from playwright.sync_api import Browser, Page, Route, expect

from tests.tools.browsing.finder_page import write_finder
from tests.tools.corpora.made_up import Size, made_up_corpus

MOST = 200_000
"""Bytes that are loaded before the first rows, beside the builder's own style sheet, which all pages have."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finder of so many rows that their columns are more than one file."""
    folder = tmp_path_factory.mktemp("long")
    write_finder(folder, made_up_corpus(3, Size(COLUMN_ROWS + 100, actors=1_000)))
    return folder


@pytest.fixture
def waiting(browser: Browser) -> Iterator[tuple[Page, list[Route]]]:
    """A page in which the columns do not arrive until their routes go on."""
    page, held = browser.new_page(), list[Route]()
    page.route("**/finder/columns/*", lambda route: held.append(route))
    yield page, held
    page.close()


def test_the_first_rows_are_there_before_all_columns(waiting: tuple[Page, list[Route]], folder: Path) -> None:
    page, held = waiting
    loaded: list[str] = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    page.goto((folder / "tasks/index.html").as_uri(), wait_until="commit")
    expect(page.locator(".finder-rows tbody tr")).to_have_count(50)
    expect(page.locator("[data-finder-plain]")).to_be_hidden()
    expect(page.locator(".finder-filters")).to_have_count(0)
    first = page.locator(".finder-rows tbody").inner_text()
    files = (folder / url.removeprefix(f"{folder.as_uri()}/") for url in loaded)
    assert sum(file.stat().st_size for file in files if file.name != "theme.css") < MOST
    for route in held:
        route.continue_()
    expect(page.locator(".finder-filters")).to_be_visible()
    assert page.locator(".finder-rows tbody").inner_text() == first


def test_a_list_of_which_something_is_chosen_comes_when_all_is_there(
    waiting: tuple[Page, list[Route]], folder: Path
) -> None:
    page, _ = waiting
    with page.expect_request("**/finder/columns/*"):
        page.goto((folder / "tasks/index.html").as_uri() + "?standing=overdue", wait_until="commit")
    expect(page.locator(".finder-rows")).to_have_count(0)


def test_where_columns_are_missing_the_plain_list_comes_back(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.route("**/finder/columns/*", lambda route: route.abort())
    page.goto((folder / "tasks/index.html").as_uri())
    expect(page.locator("[data-finder-plain=shown]")).to_be_visible()
    expect(page.locator(".finder-rows")).to_have_count(0)
    page.close()
