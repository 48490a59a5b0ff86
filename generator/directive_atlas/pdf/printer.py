"""A Chromium that prints pages: without a network, without scripts, with the same dates in each file."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Playwright, Route

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
"""What the program is called on most systems; the first is the same engine without windows."""

_PATIENCE = 60_000
"""For how many milliseconds a page may take to load."""

_DATES = re.compile(rb"(?<=Date \(D:)\d{14}[+Z-]\d{2}'\d{2}'")


class NoBrowserError(LookupError):
    """There is no Chromium on this machine that could be started."""


class CannotPrintError(RuntimeError):
    """The browser did not print a page; the text says why, on one line."""


def is_installed() -> bool:
    """Whether the library that drives the browser is there: that of the extra ``pdf``."""
    return find_spec("playwright") is not None


def chromium(playwright: Playwright) -> str:
    """The path of the browser: ``CHROMIUM``, one of the system, or the one that Playwright has downloaded.

    Raises:
        NoBrowserError: there is none.

    """
    own = playwright.chromium.executable_path
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None) or own
    if not Path(found).is_file():
        raise NoBrowserError(found)
    return found


@contextmanager
def printer(site: Path, day: dt.date) -> Iterator[Callable[[str], bytes]]:
    """What gives the PDF of a page by its address within a site; ``day`` is the date that the files bear.

    Raises:
        NoBrowserError: there is no browser, or it cannot be started.

    """
    from playwright.sync_api import Error, sync_playwright  # an extra

    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium(playwright))
        except Error as error:
            raise NoBrowserError(_first_line(error)) from error
        with _closing(browser) as running:
            context = running.new_context(java_script_enabled=False, offline=True)
            context.route("**/*", lambda route: _only_within(site.resolve(), route))
            yield lambda page: _printed(context, site.resolve() / page, day)


@contextmanager
def _closing(browser: Browser) -> Iterator[Browser]:
    try:
        yield browser
    finally:
        browser.close()


def _only_within(site: Path, route: Route) -> None:
    """Let a page load files of its site, and nothing else."""
    address = urlsplit(route.request.url)
    file = Path(unquote(address.path)).resolve()
    if address.scheme == "file" and not address.netloc and file.is_relative_to(site):
        route.continue_()
    else:
        route.abort()


def _printed(context: BrowserContext, file: Path, day: dt.date) -> bytes:
    from playwright.sync_api import Error

    page = context.new_page()
    try:
        page.goto(file.as_uri(), timeout=_PATIENCE)
        return dated(page.pdf(prefer_css_page_size=True, print_background=True, tagged=True), day)
    except Error as error:
        raise CannotPrintError(_first_line(error)) from error
    finally:
        page.close()


def dated(pdf: bytes, day: dt.date) -> bytes:
    """A PDF file with a day in place of the moment at which it was made; no byte moves."""
    return _DATES.sub(f"{day:%Y%m%d}000000+00'00'".encode(), pdf)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
