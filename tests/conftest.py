"""The sites and the browser that several tests share."""

from __future__ import annotations

import datetime as dt
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from directive_atlas.build import Records, build, read_records
from directive_atlas.load import RawCorpus
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.schedule import schedule
from directive_atlas.write import carry_out, plan
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.tools.browser import LAUNCH_ARGUMENTS, chromium
from tests.tools.encodings import copy_project
from tests.tools.finder_page import Opened, write_finder
from tests.tools.made_up import Size, made_up_corpus
from tests.tools.moment import midnight

ROOT = Path(__file__).parents[1]
settings.register_profile("atlas", deadline=None)  # a busy machine is no failure; time is for benchmarks
settings.load_profile("atlas")
expect.set_options(timeout=30_000)  # nor is a slow browser

AS_OF = dt.date(2020, 12, 31)
"""A day to build for, where data do not name one."""

FIXTURE = ROOT / "tests" / "fixture"
"""A small site of its own, of an invented country; its data have all that the format has."""
FIXTURE_DAY = dt.date(2024, 6, 30)
"""The day that the settings of the fixture name."""

Made = Callable[[str, Callable[[Path], object]], Path]
"""Makes a folder of that name by a function, unless another worker has made it."""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Made:
    """Makes what all workers share, once in a run of the tests: one makes it, the others wait.

    Nothing may be changed in what it made.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent

    def make(name: str, fill: Callable[[Path], object]) -> Path:
        folder, unfinished = shared / name, shared / f"{name}.unfinished"
        with FileLock(shared / f"{name}.lock"):
            if not folder.exists():
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                fill(unfinished)
                unfinished.rename(folder)
        return folder

    return make


@pytest.fixture(scope="session")
def records() -> Records:
    """The whole records of the fixture with their quotes."""
    return read_records(FIXTURE / "data")[0]


@pytest.fixture(scope="session")
def raw(records: Records) -> RawCorpus:
    """The whole records of the fixture."""
    return records.expanded.corpus


@pytest.fixture(scope="session")
def corpus(records: Records, raw: RawCorpus) -> Corpus:
    """The records of the fixture, resolved."""
    return resolve(records.expanded, records.passages, schedule(raw, FIXTURE_DAY)[0], FIXTURE_DAY)


@pytest.fixture(scope="session")
def project(made: Made) -> Path:
    """A copy of the fixture with its pages generated."""
    return made("project", _generate)


def _generate(folder: Path) -> None:
    shutil.copytree(FIXTURE, folder, dirs_exist_ok=True)
    built = build(folder / "data", midnight(AS_OF))
    assert built.output, built.problems
    carry_out(plan(built.output, folder / "docs"))


def build_site(folder: Path, *command: str) -> Path:
    """Build the project in a folder with one of the site builders; gives the site's folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    arguments = [sys.executable, "-m", *command]
    done = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def site(project: Path, made: Made) -> Path:
    """The fixture as MkDocs builds it, with warnings as errors."""

    def fill(folder: Path) -> None:
        shutil.copytree(project, folder, dirs_exist_ok=True)
        build_site(folder, "mkdocs", "build", "--strict", "--quiet")

    return made("mkdocs", fill) / "site"


@pytest.fixture(scope="session")
def own_site(made: Made) -> Path:
    """The repository's own site as MkDocs builds it, with warnings as errors."""

    def fill(folder: Path) -> None:
        copy_project(folder)
        built = build(ROOT / "data", midnight(AS_OF))
        assert built.output, built.problems
        carry_out(plan(built.output, folder / "docs"))
        build_site(folder, "mkdocs", "build", "--strict", "--quiet")

    return made("own", fill) / "site"


@pytest.fixture(scope="session")
def zensical_site(project: Path, made: Made) -> Path:
    """The fixture as Zensical builds it from the same mkdocs.yml."""

    def fill(folder: Path) -> None:
        shutil.copytree(project, folder, dirs_exist_ok=True)
        build_site(folder, "zensical", "build", "--strict")

    return made("zensical", fill) / "site"


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
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(LAUNCH_ARGUMENTS))
        yield running
        running.close()


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
