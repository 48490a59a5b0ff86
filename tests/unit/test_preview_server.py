"""The server of ``directives serve`` answers browsers on this machine only, and has nothing but the site."""

from __future__ import annotations

import http.client
import io
import logging
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from directive_atlas.builders import serve
from directive_atlas.builders.previewing import PreviewServer
from directive_atlas.builders.serve import is_news
from mkdocs.commands.build import build
from mkdocs.config import load_config

LONG = "/" + "a" * 5000


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """A preview of a site of one page, and secrets beside it."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<h1>Bridges</h1>", "utf-8")
    (site / "shard.js").write_text("atlas.add([])", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (site / "link.txt").symlink_to("../secret.txt")
    (site / "folder").symlink_to("..")
    (site / "circle").symlink_to("circle")
    server = PreviewServer(lambda: None, 0, str(site))
    server.server_bind()
    server.server_activate()
    server.serve_thread.start()
    yield server.server_port
    server.shutdown()


def _ask(
    port: int, path: str, method: str = "GET", **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
    reply = connection.getresponse()
    found = reply.status, reply.headers, reply.read()
    connection.close()
    return found


def test_it_listens_on_loopback_only(tmp_path: Path) -> None:
    server = PreviewServer(lambda: None, 0, str(tmp_path))
    server.server_bind()
    assert server.socket.getsockname()[0] == "127.0.0.1"
    server.server_close()


def test_a_page_is_there_and_no_other_page_may_read_frame_or_keep_it(port: int) -> None:
    status, headers, content = _ask(port, "/")
    assert (status, b"Bridges" in content) == (200, True)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8000"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "script"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "iframe"},
        {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Dest": "image"},
    ],
)
def test_a_name_that_was_made_to_mean_this_machine_and_other_origins_get_nothing(
    port: int, headers: dict[str, str]
) -> None:
    for path in ("/", "/shard.js", "/livereload/0/0"):
        assert _ask(port, path, **headers)[::2] == (403, b""), path


def test_the_script_that_reloads_a_page_is_a_file(port: int) -> None:
    """The policy of the pages lets no script run that stands in them."""
    status, headers, content = _ask(port, "/livereload/5.js")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"livereload(5, " in content
    assert b"<script" not in content


def test_a_link_on_another_page_may_be_followed(port: int) -> None:
    followed = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Dest": "document"}
    assert _ask(port, "/", **followed)[0] == 200
    assert _ask(port, "/", Host=f"localhost:{port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "X"])
def test_nothing_can_be_written(port: int, method: str) -> None:
    assert _ask(port, "/", method)[0] == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/x/../../secret.txt",
        "//../secret.txt",
        "/..\\secret.txt",
        "/%5c..%5csecret.txt",
        "/link.txt",
        "/folder/secret.txt",
        "/folder",
        "/circle",
        "/circle/x",
        "/%00",
        "/index.html%00",
        "/%c0%ae%c0%ae/secret.txt",
        LONG,
        "/none",
    ],
)
def test_no_path_leads_out_of_the_site_and_none_is_a_fault(port: int, path: str) -> None:
    status, _, content = _ask(port, path)
    assert (status, b"secret" in content) == (404, False)


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "evil.example"])
def test_the_log_has_no_controls(port: int, host: str) -> None:
    log, told = logging.getLogger("mkdocs.livereload"), io.StringIO()
    handler = logging.StreamHandler(told)
    handler.setFormatter(serve.HarmlessFormatter("%(message)s"))
    log.addHandler(handler)
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
            request = f"GET /\x1b]0;pwn\x07\r::error::x HTTP/1.1\r\nHost: {host.format(port=port)}\r\n\r\n"
            connection.sendall(request.encode())
            assert connection.recv(1 << 16)
    finally:
        log.removeHandler(handler)
    [line] = told.getvalue().splitlines()
    assert "GET /\ufffd]0;pwn\ufffd\ufffd::error::x" in line
    assert line.isprintable()


def test_a_builder_that_fails_is_told_in_a_line_and_the_next_time_builds_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Twice:
        """A server that rebuilds once more."""

        def __init__(self, rebuild: Callable[[], None], *_: object) -> None:
            self.serve = rebuild

        def watch(self, path: str) -> None: ...

        def shutdown(self) -> None: ...

    parts = []

    def failing(_: object, *, dirty: bool) -> None:
        parts.append(dirty)
        raise LookupError("no template")

    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Bridges\n", "utf-8")
    monkeypatch.setattr(logging.getLogger("mkdocs.commands.build"), "filters", [])  # others need none
    monkeypatch.setattr(serve, "PreviewServer", Twice)
    monkeypatch.setattr(serve, "load_config", lambda *_, **__: None)
    monkeypatch.setattr(serve, "build", failing)
    serve.serve_site(tmp_path, tmp_path, tmp_path / "docs", lambda: True, 0)
    assert parts == [False, False]
    assert [record.getMessage() for record in caplog.records] == ["LookupError: no template"] * 2
    assert "Traceback" not in caplog.text


def test_it_does_not_pass_on_what_mkdocs_says_at_every_edit(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Bridges", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Bridges", "utf-8")
    build(load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site")), dirty=True)
    [said] = [record for record in caplog.records if "dirty" in record.getMessage()]
    assert not is_news(said)
    assert is_news(logging.makeLogRecord({"msg": "a link leads nowhere"}))
