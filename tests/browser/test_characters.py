"""No character in any text lets a text run as a script or leave the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.tools.hostile.attack import own_pages, relative
from tests.tools.hostile.characters import CLASSES
from tests.tools.turns import one_in


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page that goes from address to address; each begins with a window of its own."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("name", one_in(3, CLASSES))
def test_nothing_runs_and_no_request_leaves(attacked_site: Path, page: Page, name: str) -> None:
    number = [*CLASSES].index(name)
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    every = own_pages(relative(attacked_site, "*.html"), number)
    for_paper = [path for path in every if path.startswith("print/")]
    pages = [path for path in every if path not in for_paper]
    assert (len(pages), len(for_paper)) == (4, 2)
    for path in pages[number % 2 :: 2]:  # of actor and task, or of directive and topic
        page.goto((attacked_site / path).as_uri())
        assert page.locator("h1").inner_text().startswith("Zebra"), path
        assert "![x](x){: onerror='window.ran=1' }" in page.locator("h1").inner_text(), path
        article = page.locator("article")
        assert article.locator("img, script, [onerror], [href^=javascript]").count() == 0, path
        assert "jsonld" not in article.inner_text(), path
        assert page.evaluate("window.ran") is None, path
    page.goto((attacked_site / for_paper[number % 2]).as_uri())
    assert page.locator("img, script, [onerror], [href^=javascript]").count() == 0, for_paper
    assert page.evaluate("window.ran") is None, for_paper
    assert asked and not [url for url in asked if not url.startswith((attacked_site.as_uri(), "data:"))]
    page.remove_listener("request", note)
