"""Live preview: an edit in data/ shows in an open browser by itself; a mistake leaves the site as it was."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.cli import main
from playwright.sync_api import Browser, expect

from tests.tools.waiting import wait_until

SURVEY = "directives/sample-notice/survey.html"


@dataclass(frozen=True)
class Preview:
    """A running preview of a new site: its folder, its address, and what it prints."""

    folder: Path
    address: str
    log: Path


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    folder = tmp_path / "new"
    done = CliRunner().invoke(main, ["init", str(folder), "--name", "Bridges", "--ci", "none", "--yes"])
    assert done.exit_code == 0, done.output
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-u", "-m", "directive_atlas", "serve", "--port", str(port)]
    log = tmp_path / "preview.log"
    with log.open("wb") as file:
        running = subprocess.Popen(command, cwd=folder, stdout=file, stderr=subprocess.STDOUT)
    try:
        wait_until(lambda: running.poll() is not None or _answers(port))
        assert running.poll() is None, log.read_text()
        yield Preview(folder, f"http://127.0.0.1:{port}/", log)
    finally:
        running.terminate()
        running.wait()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_an_edit_shows_by_itself(preview: Preview, browser: Browser) -> None:
    path = preview.folder / "data" / "directives" / "sample-notice" / "directive.yml"
    context = browser.new_context(base_url=preview.address)
    page = context.new_page()
    with page.expect_request("**/livereload/**"):  # from now on the page hears of news
        page.goto(SURVEY)
    text = path.read_text("utf-8")
    path.write_text(text.replace("Survey the bridges", "Survey all bridges"), "utf-8")
    expect(page.locator("h1")).to_contain_text("Survey all bridges")
    path.write_text("id: [", "utf-8")
    wait_until(lambda: "E102" in preview.log.read_text())
    later = context.new_page()  # the first one reloads by itself, maybe just now
    later.goto(SURVEY)
    expect(later.locator("h1")).to_contain_text("Survey all bridges")
    context.close()
