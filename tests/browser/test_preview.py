"""Live preview: an edit in data/ shows in an open browser by itself; a mistake leaves the site as it was."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.tools.waiting import wait_until

LAMP_PACE = "directives/ferries-2022-spring-meeting/lamp-pace.html"


@dataclass(frozen=True)
class Preview:
    """A running preview of a copy of the project: its folder, its address, and what it prints."""

    folder: Path
    address: str
    log: Path


@pytest.fixture
def preview(project: Path, tmp_path: Path) -> Iterator[Preview]:
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-u", "-m", "directive_atlas", "serve", "--port", str(port)]
    log = tmp_path / "preview.log"
    with log.open("wb") as file:
        running = subprocess.Popen(command, cwd=tmp_path, stdout=file, stderr=subprocess.STDOUT)
    try:
        wait_until(lambda: running.poll() is not None or _answers(port))
        assert running.poll() is None, log.read_text()
        yield Preview(tmp_path, f"http://127.0.0.1:{port}/", log)
    finally:
        running.terminate()
        running.wait()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_an_edit_shows_by_itself(preview: Preview, browser: Browser) -> None:
    path = preview.folder / "data" / "directives" / "ferries-2022-spring-meeting" / "directive.yml"
    context = browser.new_context(base_url=preview.address)
    page = context.new_page()
    with page.expect_request("**/livereload/**"):  # from now on the page hears of news
        page.goto(LAMP_PACE)
    text = path.read_text("utf-8")
    path.write_text(text.replace("zh: 加快换装进度", "zh: 加快换装的新进度"), "utf-8")
    expect(page.locator("h1")).to_contain_text("加快换装的新进度")
    path.write_text("id: [", "utf-8")
    wait_until(lambda: "E102" in preview.log.read_text())
    later = context.new_page()  # the first one reloads by itself, maybe just now
    later.goto(LAMP_PACE)
    expect(later.locator("h1")).to_contain_text("加快换装的新进度")
    context.close()
