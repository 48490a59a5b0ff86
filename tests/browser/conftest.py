"""The browser, and the pages that several tests open in it."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from directive_atlas.resolve import Corpus
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.tools.browsing.browser import LAUNCH_ARGUMENTS, chromium
from tests.tools.browsing.editing_page import Editing
from tests.tools.browsing.editing_page import Opened as OpenedRecord
from tests.tools.browsing.finder_page import Opened, write_finder
from tests.tools.corpora.made_up import Size, made_up_corpus
from tests.tools.editing import DIRECTIVE, serving, write_site

PATIENCE = 300_000
"""Milliseconds that a page may take to load, or to do what it is asked to: a slow browser is no failure."""

expect.set_options(timeout=PATIENCE)

_Opened = TypeVar("_Opened", BrowserContext, Page)


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The MkDocs site below a sub-path of a server on loopback; gives its address."""
    above = tmp_path_factory.mktemp("served")
    (above / "some").mkdir()
    (above / "some" / "where").symlink_to(site, target_is_directory=True)
    not_found = (site / "404.html").read_text("utf-8").replace("%", "%%")
    quiet = type("_QuietWithErrorPage", (_Quiet,), {"error_message_format": not_found})
    handler = functools.partial(quiet, directory=str(above))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/some/where/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one the tests are skipped here and fail in CI."""
    path = chromium()
    if not path:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Chromium: make browser")
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        for name in ("new_context", "new_page"):
            patch.setattr(Browser, name, _patient(getattr(Browser, name)))
        running = playwright.chromium.launch(executable_path=path, args=list(LAUNCH_ARGUMENTS))
        yield running
        running.close()


def _patient(opens: Callable[..., _Opened]) -> Callable[..., _Opened]:
    """What opens a context or a page, with our patience instead of Playwright's, which has no setting."""

    def opened(*given: Any, **options: Any) -> _Opened:
        found = opens(*given, **options)
        found.set_default_timeout(PATIENCE)
        return found

    return opened


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Writes the finder of a corpus and opens it from its folder; errors in the page fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    wrong: list[str] = []

    def open_page(corpus: Corpus) -> Page:
        write_finder(tmp_path, corpus)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.goto((tmp_path / "tasks/index.html").as_uri())
        page.locator(".finder-status:not(:empty)").wait_for()
        return page

    yield open_page
    context.close()
    assert not wrong


@pytest.fixture(scope="session")
def empty_finder(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with the finder of an empty corpus, and all that the finder loads."""
    folder = tmp_path_factory.mktemp("blank")
    write_finder(folder, made_up_corpus(0, Size(0)))
    page = browser.new_page()
    page.goto((folder / "tasks/index.html").as_uri())
    page.locator(".finder-status:not(:empty)").wait_for()
    yield page
    page.close()


@pytest.fixture
def editing(browser: Browser, tmp_path: Path) -> Iterator[Editing]:
    """Opens the record; errors in the page, and requests to elsewhere, fail the test."""
    wrong: list[str] = []
    record = write_site(tmp_path)
    with serving(tmp_path) as address, serving(tmp_path, "zh") as chinese:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")

        def open_page(language: str = "en") -> OpenedRecord:
            own = {"en": address, "zh": chinese}[language]
            page = context.new_page()
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.on(
                "console", lambda line: wrong.append(line.text) if line.type in {"error", "warning"} else None
            )
            page.on("request", lambda sent: None if sent.url.startswith(own) else wrong.append(sent.url))
            page.goto(f"{own}/edit/{DIRECTIVE}")
            page.locator("main[data-ready]").wait_for()
            return OpenedRecord(page, record)

        yield open_page
        context.close()
    assert not wrong
