"""What a page asks of a server: few files, one style sheet, and little of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.tools.browsing.browser import at_rest
from tests.tools.kinds import KINDS
from tests.tools.turns import one_in

MOST_REQUESTS = 10
LATER = ("finder/", "search/", "assets/finder/", "assets/search/")
"""The data and scripts of the finder and the search."""


@pytest.mark.parametrize("kind", one_in(3, KINDS))
def test_a_page_is_there_after_few_requests_and_has_one_style_sheet(
    browser: Browser, served: str, kind: str
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url.removeprefix(served)))
    page.goto(f"{served}{KINDS[kind]}")
    at_rest(page)
    assert sum(path.endswith(".css") for path in asked) == 1
    assert len([path for path in asked if not path.startswith(LATER)]) <= MOST_REQUESTS, asked
    page.close()
