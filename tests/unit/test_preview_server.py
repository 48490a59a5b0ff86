"""The server of ``directives serve`` answers browsers on this machine only, and has nothing but the site."""

from __future__ import annotations

import http.client
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
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
