"""The Chromium that the browser tests drive; run as a program it says whether there is one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium-headless-shell", "chromium", "google-chrome", "chromium-browser", "chrome")
"""As systems name it; the first is the same engine without windows, and takes a third less to show a page."""

_LEFT_OUT = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "SpareRendererForSitePerProcess",
    # These are of Playwright's own list, whose place this one takes.
    "PaintHolding",
    "MediaRouter",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "HttpsUpgrades",
)
"""Features of a browser window that no test sees; the first three take half of the time to open one."""

LAUNCH_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(_LEFT_OUT)}",
)


def chromium() -> str | None:
    """The browser's path: ``CHROMIUM``, one that the system has, or the one Playwright downloaded."""
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if named:
        return named
    with sync_playwright() as playwright:
        downloaded = playwright.chromium.executable_path
    return downloaded if Path(downloaded).exists() else None


@contextmanager
def opened() -> Iterator[Browser]:
    """The browser, for a program; it ends with a message if there is none."""
    path = chromium()
    if not path:
        raise SystemExit("no Chromium: make browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(LAUNCH_ARGUMENTS))
        yield browser
        browser.close()


def settle(page: Page) -> None:
    """Wait until a page is loaded, with its fonts, and what its scripts put off until then has run."""
    page.wait_for_load_state()
    page.evaluate("() => document.fonts.ready.then(() => new Promise(resolve => setTimeout(resolve)))")


_NOTHING_MORE = """async () => {
  const loaded = () => performance.getEntriesByType("resource").length;
  for (let before = -1; before !== loaded(); ) {
    before = loaded();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}"""


def at_rest(page: Page) -> None:
    """Wait until a page has settled and has loaded nothing more for half a second.

    Playwright's “networkidle” would do the same, but waits for a word of the browser that may be lost: then
    it waits until it has no more time.
    """
    settle(page)
    page.evaluate(_NOTHING_MORE)


if __name__ == "__main__":
    sys.exit(0 if chromium() else "no Chromium found")
