"""WCAG 2.2 AA by axe-core on every kind of page, in both languages, light and dark, wide and narrow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route

from tests.tools.browsing.access import HAN, VIEWS, unmarked, violations
from tests.tools.browsing.browser import at_rest
from tests.tools.kinds import KINDS
from tests.tools.turns import in_turns, one_in


@pytest.mark.parametrize(("kind", "view"), in_turns(KINDS, [*VIEWS], step=2))
def test_axe_finds_nothing_and_english_pages_mark_what_is_chinese(
    browser: Browser, served: str, kind: str, view: str
) -> None:
    """In Chinese on a wide window, light or dark, or in English on a phone."""
    context = browser.new_context(base_url=served, reduced_motion="reduce", **VIEWS[view])
    page = context.new_page()
    page.goto(f"en/{KINDS[kind]}" if view == "phone" else KINDS[kind])
    assert not violations(page)
    if view != "phone":
        page.goto(f"en/{KINDS[kind]}")
    assert not [text for text in unmarked(page, "article") if HAN.search(text)]
    context.close()


@pytest.mark.parametrize(("view", "folder"), in_turns(["dark", "phone", "light"], ["en/", ""], step=2))
def test_axe_finds_nothing_in_what_scripts_add(browser: Browser, served: str, view: str, folder: str) -> None:
    """The search with its answers; the finder with a choice and its facets open; a page that is not there."""
    context = browser.new_context(base_url=served, reduced_motion="reduce", **VIEWS[view])
    page = context.new_page()
    page.goto(f"{folder}index.html")
    page.keyboard.press("/")
    page.locator("#atlas-search input").fill("L2")
    page.locator("a.atlas-hit").first.wait_for()
    assert not violations(page)
    assert not [text for text in unmarked(page, "#atlas-search") if folder and HAN.search(text)]
    page.goto(f"{folder}tasks/index.html?actor=petrel&role=responsible")
    page.locator(".finder-task a").first.wait_for()
    page.locator("details.finder-filters, details.finder-facet").evaluate_all(
        "all => all.forEach(each => { each.open = true; })"
    )
    page.locator(".finder-facet input[type=checkbox]:checked").first.hover()
    assert not violations(page)
    assert not [text for text in unmarked(page, ".finder") if folder and HAN.search(text)]
    page.goto("no-such-page.html")
    assert not violations(page)
    context.close()


@pytest.mark.parametrize("scheme", one_in(2, ["light", "dark"]))
def test_axe_finds_nothing_in_the_open_list_of_sections(browser: Browser, served: str, scheme: str) -> None:
    page = browser.new_page(base_url=served, **(VIEWS["phone"] | {"color_scheme": scheme}))
    page.goto(KINDS["about"])
    page.locator(".atlas-menu").click()
    page.locator(".atlas-tabs a").last.wait_for()
    assert not violations(page)
    page.close()


@pytest.mark.parametrize(
    ("name", "view"), [("actors/lights", "phone"), ("directives/ferries-2024-channel-works", "dark")]
)
def test_axe_finds_nothing_on_pages_for_paper(browser: Browser, served: str, name: str, view: str) -> None:
    """On a screen: a form is wider than a phone, and scrolls."""
    page = browser.new_page(base_url=served, **VIEWS[view])
    page.goto(f"print/{name}.html")
    assert not violations(page)
    page.close()


PAINTED = """() => document.fonts.status === "loaded"
  && performance.getEntriesByName("first-contentful-paint").length > 0
  && (document.readyState !== "loading"
    || document.querySelector('body script[src]:not([src*="assets/theme/"])') !== null)"""
"""The page stands there as it does without scripts; parsing waits for the first of those behind it."""
WATCH = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      window.shifts.push({ value, moved: sources.map(({ node }) => (node?.outerHTML ?? "?").slice(0, 80)) });
  }).observe({ type: "layout-shift" });
}"""
FRAMES = """async () => {
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  return window.shifts;
}"""


@pytest.mark.parametrize(("kind", "width"), in_turns(KINDS, [375, 1280], step=3))
def test_nothing_moves_when_the_scripts_of_a_page_run(
    browser: Browser, served: str, kind: str, width: int
) -> None:
    """Cumulative layout shift; below 0.1 counts as good, and our scripts need no more than 0.02.

    The scripts are held back until the page is painted, so that nothing else moves meanwhile; the first
    one goes through, as it chooses the colours before anything is painted.
    """
    context = browser.new_context(base_url=served, viewport={"width": width, "height": 800})
    page = context.new_page()
    held: list[Route] = []
    released: list[bool] = []
    page.route("**/*.js", lambda route: route.continue_() if released else held.append(route))
    page.route("**/assets/theme/*.js", lambda route: route.continue_())
    page.goto(KINDS[kind], wait_until="commit")
    page.wait_for_function(PAINTED)
    page.evaluate(WATCH)
    while not held:  # the browser has asked, and we are about to hear of it
        page.wait_for_timeout(20)
    released.append(True)
    for route in held:
        route.continue_()
    at_rest(page)
    shifts = page.evaluate(FRAMES)
    assert sum(shift["value"] for shift in shifts) < 0.02, shifts
    context.close()
