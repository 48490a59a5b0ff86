"""No character in any text lets a text run as a script or leave the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools.attack import own_pages, relative
from tests.tools.characters import CLASSES


@pytest.mark.parametrize(("number", "char"), list(enumerate(CLASSES.values())), ids=list(CLASSES))
def test_nothing_runs_and_no_request_leaves(
    attacked_site: Path, browser: Browser, number: int, char: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    pages = own_pages(relative(attacked_site, "*.html"), number)
    assert len(pages) == 4
    for path in pages[number % 2 :: 2]:  # of actor and task, or of directive and topic
        page.goto((attacked_site / path).as_uri())
        assert page.locator("h1").inner_text().startswith("Zebra"), path
        assert "![x](x){: onerror='window.ran=1' }" in page.locator("h1").inner_text(), path
        article = page.locator("article")
        assert article.locator("img, script, [onerror], [href^=javascript]").count() == 0, path
        assert "jsonld" not in article.inner_text(), path
        assert page.evaluate("window.ran") is None, path
    assert asked and not [url for url in asked if not url.startswith((attacked_site.as_uri(), "data:"))]
    context.close()
