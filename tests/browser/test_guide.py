"""Everybody can read the guide on the repository's own site."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools.browsing.access import HAN, VIEWS, unmarked, violations
from tests.tools.browsing.browser import settle
from tests.tools.own import GUIDE, needs_guide
from tests.tools.turns import in_turns

pytestmark = needs_guide
PAGES = sorted(path.stem for path in GUIDE.glob("*.md"))
LONG = 60_000
"""Bytes of a page that axe looks at in the long run only: that takes half a minute."""


def _is_long(name: str) -> bool:
    return (GUIDE / f"{name}.md").stat().st_size > LONG


@pytest.mark.parametrize(("name", "view"), in_turns(PAGES, [*VIEWS], step=2))
def test_everybody_can_read_the_guide(browser: Browser, own_site: Path, name: str, view: str) -> None:
    """In Chinese on a wide window, light or dark, or in English on a phone: both have the same parts."""
    folder = "en/" if view == "phone" else ""
    context = browser.new_context(reduced_motion="reduce", **VIEWS[view])
    page = context.new_page()
    page.goto((own_site / folder / "guide" / f"{name}.html").as_uri())
    assert _is_long(name) or not violations(page)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    if not folder:
        page.goto((own_site / "en" / "guide" / f"{name}.html").as_uri())
    assert not [text for text in unmarked(page, "article") if HAN.search(text)]
    context.close()


@pytest.mark.long
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", [name for name in PAGES if _is_long(name)])
def test_everybody_can_read_all_of_a_long_page(
    browser: Browser, own_site: Path, name: str, view: str
) -> None:
    page = browser.new_page(reduced_motion="reduce", **VIEWS[view])
    page.goto((own_site / "guide" / f"{name}.html").as_uri())
    assert not violations(page)
    page.close()


def test_tables_of_the_guide_are_left_alone(browser: Browser, own_site: Path) -> None:
    page = browser.new_page()
    page.goto((own_site / "guide" / "data-format.html").as_uri())
    settle(page)
    assert page.locator("table").count() > 3
    assert page.locator(".table-sort").count() == 0
    page.close()


_COUNTED = """
const ask = Document.prototype.queryCommandSupported;
window.asked = 0;
Document.prototype.queryCommandSupported = function (...given) {
  window.asked += 1;
  return ask.apply(this, given);
};
"""


def test_a_block_of_code_costs_nothing_before_it_is_seen(browser: Browser, own_site: Path) -> None:
    """Each of these questions has the browser lay out the page: for all blocks that took 16 s on a phone."""
    page = browser.new_page(**VIEWS["phone"])
    page.add_init_script(_COUNTED)
    page.goto((own_site / "guide" / "problems.html").as_uri())
    settle(page)
    blocks = page.locator("pre > code").count()
    assert blocks > 100
    assert page.evaluate("window.asked") < blocks / 4
    page.close()
