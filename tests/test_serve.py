"""Live preview: an edit in data/ shows in an open browser within two seconds."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect


@pytest.fixture
def preview(project: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A running preview of a copy of the project; gives the copy and the address."""
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "directive_atlas", "serve", "--port", str(port)]
    running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, running)
        yield tmp_path, f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait(10)


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert running.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the preview did not start")


@pytest.mark.browser
def test_an_edit_shows_by_itself(preview: tuple[Path, str], browser: Browser) -> None:
    folder, address = preview
    path = folder / "data" / "directives" / "ferries-2022-spring-meeting" / "directive.yml"
    page = browser.new_context(base_url=address).new_page()
    page.goto("directives/ferries-2022-spring-meeting/lamp-pace.html")
    page.wait_for_timeout(1_000)  # the page asks the server for news from its load event on
    text = path.read_text("utf-8")
    started = time.monotonic()
    path.write_text(text.replace("zh: 加快换装进度", "zh: 加快换装的新进度"), "utf-8")
    expect(page.locator("h1")).to_contain_text("加快换装的新进度", timeout=10_000)
    print(f"seen after {time.monotonic() - started:.2f} s")
    path.write_text("id: [", "utf-8")
    page.wait_for_timeout(1_500)
    page.reload()
    expect(page.locator("h1")).to_contain_text("加快换装的新进度")
    page.context.close()
