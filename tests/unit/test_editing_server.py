"""The server of ``directives edit`` answers its own page only, and reaches nothing but records."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from directive_atlas.editing import Folder
from directive_atlas.editing.guard import LIMIT

from tests.tools.editing import DIRECTIVE, RECORD, TOKEN, serving, write_site

OWN = {"X-Token": TOKEN, "Content-Type": "application/json"}
OPEN = json.dumps({"directive": DIRECTIVE}).encode()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    write_site(tmp_path)
    with serving(tmp_path) as found:
        yield found


def _ask(
    address: str, method: str, path: str, body: bytes = b"", /, **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body or None, named)
    reply = connection.getresponse()
    found = reply.status, reply.headers, reply.read()
    connection.close()
    return found


def _own(address: str, path: str, asked: Any, **headers: str) -> tuple[int, Any]:
    own = {name.replace("-", "_"): value for name, value in OWN.items()} | headers
    status, _, content = _ask(address, "POST", path, json.dumps(asked).encode(), **own)
    return status, json.loads(content) if content else None


def test_both_pages_are_there_with_all_that_they_load(address: str) -> None:
    for path in ("/", f"/edit/{DIRECTIVE}", "/assets/main.js", "/assets/edit.css", "/assets/icon.svg"):
        status, headers, content = _ask(address, "GET", path)
        assert (status, bool(content)) == (200, True), path
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-store")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Host": "localhost.evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_other_hosts_and_other_origins_get_nothing(address: str, headers: dict[str, str]) -> None:
    assert _ask(address, "GET", f"/edit/{DIRECTIVE}", **headers)[0] == 403
    assert _own(address, "/do/open", {"directive": DIRECTIVE}, **headers) == (403, None)


def test_its_own_page_is_answered_by_either_name_of_this_machine(address: str) -> None:
    port = urlsplit(address).port
    for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
        own = {"Host": host, "Origin": f"http://{host}", "Sec_Fetch_Site": "same-origin"}
        assert _own(address, "/do/open", {"directive": DIRECTIVE}, **own)[0] == 200


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], TOKEN + "x", "ä"])
def test_nothing_is_done_without_the_token(address: str, token: str) -> None:
    encoded = token.encode().decode("latin-1")
    assert _own(address, "/do/save", {"directive": DIRECTIVE}, X_Token=encoded)[0] == 403


def test_the_token_stands_in_the_page_of_a_record_only(address: str) -> None:
    assert TOKEN.encode() in _ask(address, "GET", f"/edit/{DIRECTIVE}")[2]
    assert TOKEN.encode() not in _ask(address, "GET", "/")[2]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
def test_other_methods_are_refused(address: str, method: str) -> None:
    assert _ask(address, method, "/do/save", OPEN, X_Token=TOKEN)[0] == 405


def test_a_body_must_be_json_and_not_too_long(address: str) -> None:
    plain = {"X_Token": TOKEN, "Content_Type": "text/plain"}
    assert _ask(address, "POST", "/do/open", OPEN, **plain)[0] == 415
    own = {"X_Token": TOKEN, "Content_Type": "application/json"}
    for length, status in ((str(LIMIT + 1), 413), ("9" * 30, 413), ("-1", 411), ("x", 411)):
        assert _ask(address, "POST", "/do/open", Content_Length=length, **own)[0] == status
    for body in (b"{", b"[]", b"1", b"\xff", b"[" * 100_000):
        assert _ask(address, "POST", "/do/open", body, **own)[0] == 400


@pytest.mark.parametrize(
    "path",
    [
        "/../data/settings.yml",
        "/assets/../desk.py",
        "/assets/%2e%2e/desk.py",
        "/assets/../../../../etc/passwd",
        "/edit/../../etc/passwd",
        "/edit/%2e%2e%2f%2e%2e",
        "/edit/no-such-directive",
        "/edit/",
        "/do/open",
        "//etc/passwd",
        "/data/settings.yml",
    ],
)
def test_no_path_leads_anywhere_else(address: str, path: str) -> None:
    assert _ask(address, "GET", path)[0] == 404


@pytest.mark.parametrize(
    "directive",
    ["../../..", "..", "", "lamps/../lamps", "/etc", "lamps\0", "LAMPS", "none", 1, None, ["lamps"]],
)
def test_no_record_outside_of_the_folder_of_directives_is_read_or_written(
    address: str, tmp_path: Path, directive: object
) -> None:
    asked = {"directive": directive, "text": "id: x", "digest": "0" * 64}
    before = sorted(tmp_path.rglob("*"))
    for do in ("open", "save", "keep"):
        status, answer = _own(address, f"/do/{do}", asked)
        assert (status, list(answer)) == (200, ["why"]), do
    assert sorted(tmp_path.rglob("*")) == before


def test_a_link_in_place_of_a_record_is_not_followed(address: str, tmp_path: Path) -> None:
    record = tmp_path / "data" / "directives" / DIRECTIVE / "directive.yml"
    other = tmp_path / "other.yml"
    record.rename(other)
    record.symlink_to(other)
    asked = {"directive": DIRECTIVE, "text": "id: x", "digest": "0" * 64}
    for do in ("open", "save"):
        assert list(_own(address, f"/do/{do}", asked)[1]) == ["why"]
    assert other.read_text("utf-8") == RECORD


def test_what_is_no_request_is_not_found(address: str) -> None:
    assert _own(address, "/do/shell", {}) == (404, None)
    assert _own(address, "/do/", {}) == (404, None)


def _said(address: str, *lines: str, body: bytes = b"") -> bytes:
    """What is answered to the lines of a request as they are; clients would not send all of them."""
    where = urlsplit(address)
    with socket.create_connection((where.hostname or "", where.port or 0), timeout=60) as connection:
        connection.sendall("".join(f"{line}\r\n" for line in (*lines, "")).encode() + body)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(1 << 16), b""))


def test_a_header_that_counts_stands_once(address: str) -> None:
    host = f"Host: {urlsplit(address).netloc}"
    for twice in ([host, "Host: evil.example"], ["Host: evil.example", host], [host, host.upper()]):
        assert _said(address, "GET / HTTP/1.1", *twice).startswith(b"HTTP/1.0 400 ")
    own = (host, f"X-Token: {TOKEN}", "Content-Type: application/json")
    for first, second in ((len(OPEN), 2), (2, len(OPEN)), ("abc", len(OPEN)), (len(OPEN), len(OPEN))):
        lengths = f"Content-Length: {first}", f"Content-Length: {second}"
        assert _said(address, "POST /do/open HTTP/1.1", *own, *lengths, body=OPEN).startswith(
            b"HTTP/1.0 400 "
        )
    assert _said(
        address, "POST /do/open HTTP/1.1", *own, f"Content-Length: {len(OPEN)}", body=OPEN
    ).startswith(b"HTTP/1.0 200 ")


@pytest.mark.parametrize("target", ["http://[", "//[", "http://]/", "http://[::1/edit/lamps"])
def test_what_is_no_address_is_answered(address: str, target: str) -> None:
    host = f"Host: {urlsplit(address).netloc}"
    assert _said(address, f"GET {target} HTTP/1.1", host).startswith(b"HTTP/1.0 4")


@pytest.mark.parametrize("change", [None, 5, "set", [], ["do"], {}, {"do": None}, {"do": ["set"]}])
def test_what_is_no_change_is_refused(address: str, change: object) -> None:
    asked = {"directive": DIRECTIVE, "text": RECORD, "change": change}
    status, answer = _own(address, "/do/change", asked)
    assert (status, list(answer)) == (200, ["why"])


@pytest.mark.parametrize("broken", ["{a: b", "a: b: c", "- x\ny: z", "x: '", "x: !<"])
def test_a_record_that_is_no_yaml_is_answered(address: str, broken: str) -> None:
    asked = {"directive": DIRECTIVE, "text": RECORD + broken, "path": ["title"]}
    for change in (
        {"do": "set", "path": ["title"], "value": "x"},
        {"do": "add", "path": ["issuers"], "index": 10**30, "value": "x"},
        {"do": "write", "path": ["title"], "yaml": "x"},
    ):
        for do in ("change", "yaml"):
            assert list(_own(address, f"/do/{do}", asked | {"change": change})[1]) == ["why"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("GET", "/", b""), ("GET", f"/edit/{DIRECTIVE}", b""), ("POST", "/do/open", OPEN)],
)
def test_an_error_that_nobody_has_foreseen_ends_nothing_and_tells_no_words(
    address: str,
    method: str,
    path: str,
    body: bytes,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fails(*_: object) -> None:
        raise LookupError("words of the data")

    with monkeypatch.context() as failing:
        failing.setattr(Folder, "directives", fails)
        status, _, content = _ask(address, method, path, body, X_Token=TOKEN, Content_Type="application/json")
    assert status == 500
    assert json.loads(content)["why"].startswith(
        "the program itself has failed (LookupError, test_editing_server.py:"
    )
    assert (b"words of the data" in content, capfd.readouterr()) == (False, ("", ""))
    assert _ask(address, "GET", "/")[0] == 200


@pytest.mark.parametrize(
    "value",
    ["[" * 5000, "[" * 900 + "]" * 900, "{a: " * 900 + "b" + "}" * 900, "\n" + "- " * 900 + "b"],
    ids=["open", "closed", "blocks", "lines"],
)
def test_a_record_that_is_too_deep_is_shown_with_what_is_wrong(
    address: str, tmp_path: Path, value: str
) -> None:
    text = f"id: {DIRECTIVE}\nx: {value}\n"
    (tmp_path / "data" / "directives" / DIRECTIVE / "directive.yml").write_text(text, "utf-8")
    status, answer = _own(address, "/do/open", {"directive": DIRECTIVE})
    assert (status, answer["text"], answer["values"]) == (200, text, None)
    assert "E107" in {each["code"] for each in answer["problems"]}
    change = {"do": "set", "path": ["title"], "value": "x"}
    asked = {"directive": DIRECTIVE, "text": text, "change": change, "path": ["x"], "start": 0, "end": 1}
    for do in ("change", "yaml", "quote"):
        assert list(_own(address, f"/do/{do}", asked)[1]) == ["why"]
    assert _own(address, "/do/look", asked)[0] == 200
    assert _ask(address, "GET", "/")[0] == 200


def test_words_of_the_data_do_not_become_markup(address: str, tmp_path: Path) -> None:
    record = tmp_path / "data" / "directives" / DIRECTIVE / "directive.yml"
    record.write_text(RECORD.replace("关于检修桥灯的通知", '"<script>alert(1)</script>"', 1), "utf-8")
    page = _ask(address, "GET", "/")[2].decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>" not in page
