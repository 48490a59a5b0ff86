"""What a browser tells of the changes since the last visit; where it keeps nothing, it says nothing."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.tools.browsing.browser import at_rest

OLD = """([key, value]) => localStorage.setItem(key, value)"""
BLOCKED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });"""


def opened(context: BrowserContext, address: str) -> Page:
    """A page whose scripts have run."""
    page = context.new_page()
    page.goto(address)
    at_rest(page)
    return page


def test_a_first_visit_is_told_nothing_and_the_next_one_what_is_new(browser: Browser, site: Path) -> None:
    home, changed = ((site / "en" / name).as_uri() for name in ("index.html", "changes/index.html"))
    context = browser.new_context()
    page = opened(context, home)
    expect(page.locator("#visit")).to_be_hidden()
    [key] = page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('atlas.visit'))")
    page.evaluate(OLD, [key, '{"seen": "2024-06-03.2c3d4e5f6071:4", "day": "2024-06-05"}'])
    page.close()
    page = opened(context, home)
    expect(page.locator("#visit")).to_have_text("2 changes since your last visit on June 5, 2024")
    page.locator("#visit a").click()
    expect(page.locator("#visit")).to_have_text("2 changes since your last visit on June 5, 2024")
    assert page.url == changed
    page.close()
    expect(opened(context, changed).locator("#visit")).to_be_hidden()
    context.close()


def test_where_nothing_may_be_kept_the_page_is_whole(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served)
    context.add_init_script(BLOCKED)
    page = opened(context, "changes/index.html")
    expect(page.locator("#visit")).to_be_hidden()
    expect(page.locator("details.month").first).to_be_visible()
    context.close()
