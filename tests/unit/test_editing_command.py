"""``directives edit`` on the command line."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.cli import main

from tests.tools.editing import DIRECTIVE, write_site
from tests.tools.waiting import wait_until


def _run(site: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["edit", "--site", str(site), *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_a_directive_that_is_not_there_is_refused(tmp_path: Path) -> None:
    write_site(tmp_path)
    for name in ("lamp", "..", "/etc", ""):
        code, output = _run(tmp_path, "--port", "0", name or "no")
        assert (code, "E302" in output) == (1, True)


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    write_site(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, output = _run(tmp_path, "--port", port)
    assert (code, output) == (1, f"port {port} of 127.0.0.1 cannot be used; choose another one with --port\n")


@pytest.mark.parametrize("port", ["99999", "65536", "-1", "x"])
@pytest.mark.parametrize("command", [("edit", "--port"), ("edit", "--preview"), ("serve", "--port")])
def test_what_is_no_port_is_refused(tmp_path: Path, command: tuple[str, str], port: str) -> None:
    write_site(tmp_path)
    done = CliRunner().invoke(main, [*command, port, "--site", str(tmp_path)])
    assert isinstance(done.exception, SystemExit), done.exception
    assert (done.exit_code, f"Invalid value for '{command[1]}'" in done.output) == (2, True)


@contextmanager
def _heeding_interrupts() -> Iterator[None]:
    """Start programs as a person does: what a script runs in the background is told to ignore SIGINT."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def test_it_serves_the_page_until_it_is_stopped(tmp_path: Path) -> None:
    write_site(tmp_path)
    command = [sys.executable, "-u", "-m", "directive_atlas", "edit", "--port", "0", DIRECTIVE]
    log = tmp_path / "log"
    with log.open("wb") as file, _heeding_interrupts():
        running = subprocess.Popen(command, cwd=tmp_path, stdout=file, stderr=subprocess.STDOUT)
    try:
        wait_until(lambda: running.poll() is not None or "http" in log.read_text())
        address = re.findall(r"http://127\.0\.0\.1:\d+/edit/lamps", log.read_text())
        assert address, log.read_text()
        with urllib.request.urlopen(address[0]) as page:
            assert b'data-directive="lamps"' in page.read()
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 0
    finally:
        running.kill()
        running.wait()
    assert log.read_text() == f"Editing on {address[0]} (Ctrl-C stops)\n"
