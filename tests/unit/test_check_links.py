"""``directives check --links`` against a server on loopback: what is said of each answer, how it is asked."""

from __future__ import annotations

import datetime as dt
import http.server
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import UnionType
from typing import Any, get_args

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import links as links_command
from directive_atlas.cli import main
from directive_atlas.links import Fate, Manners, Outcome, Round, mentions_in, outcomes_of, timed, visit
from directive_atlas.links.inside import addresses_of, is_inside
from directive_atlas.links.mentions import KEYS
from directive_atlas.links.outcome import as_file, remembered
from directive_atlas.links.visit import pool
from directive_atlas.load import RawCorpus, load, schema
from directive_atlas.load.fields import Address
from directive_atlas.load.record import Record
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.base import BASE

DAY = dt.date(2024, 6, 30)
SWIFT = Manners("tests", patience=0.3, pause=0, again=2, backoff=0, redirects=4)

NOWHERE = {
    "/to/brackets": "http://[bad/",
    "/to/nothing": "http://a..b/",
    "/to/a-long-name": f"http://{'a' * 300}.example/",
    "/to/a-long-name-of-parts": f"http://{'a.' * 150}example/",
    "/to/controls": "http://ok.example\x1b[31m/",
    "/to/a-control-in-a-path": "/there\x1b[31m",
    "/to/a-port": "http://ok.example:99999999/",
    "/to/a-port-of-many-figures": f"http://ok.example:{'9' * 5000}/",
    "/to/letters": "http://ok.example:port/",
    "/to/a-user": "http://:@:@/",
}
"""Redirects that lead to no page that there can be, by their path."""


@dataclass
class Host:
    """A server on loopback: its address, what it was asked for, and how many requests it had at once."""

    address: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    running: int = 0
    most: int = 0
    after: str = ""

    def answer(self, path: str, times: int) -> tuple[int, str]:
        """Status and location of the answer to a path that was asked for ``times`` before."""
        if path.startswith("/to?"):
            return 302, path.removeprefix("/to?")
        number = int(path.rpartition("/")[2]) if path.startswith("/loop/") else 0
        return {
            "/there": (200, ""),
            "/gone": (404, ""),
            "/removed": (410, ""),
            "/moved": (301, "/there"),
            "/for-now": (302, "/there"),
            "/moved-and-gone": (308, "/gone"),
            "/once-500": (200 if times else 500, ""),
            "/always-500": (500, ""),
            "/always-503": (503, ""),
            "/forbidden": (403, ""),
            "/script": (301, "javascript:alert(1)"),
            "/circle": (302, "/circle"),
            **{path: (301, location) for path, location in NOWHERE.items()},
        }.get(path, (302, f"/loop/{number + 1}"))


SLOW_ANSWERS = {
    "/slow-status": b"HTTP/1.1 200 " + b"O" * 40 + b"\r\n\r\n",
    "/slow-head": b"HTTP/1.1 200 OK\r\nX-Words: " + b"x" * 40 + b"\r\n\r\n",
    "/slow-continued": b"HTTP/1.1 100 Continue\r\n\r\n" * 4 + b"HTTP/1.1 200 OK\r\n\r\n",
}
"""Answers that come byte by byte, and are whole at last, by path."""


class _Handler(http.server.BaseHTTPRequestHandler):
    host: Host
    lock = threading.Lock()

    def do_GET(self) -> None:
        host, path = self.host, self.path
        with self.lock:
            times = Counter(host.asked)[(self.command, path)]
            host.asked.append((self.command, path))
            host.agents.add(self.headers["User-Agent"])
            host.running += 1
            host.most = max(host.most, host.running)
        if path == "/slow":
            time.sleep(0.6)
        if path in SLOW_ANSWERS:
            self._little_by_little(SLOW_ANSWERS[path])
            return
        status, location = (
            (405, "") if (self.command, path) == ("HEAD", "/no-head") else host.answer(path, times)
        )
        status, location = (200, "") if (self.command, path) == ("GET", "/no-head") else (status, location)
        with self.lock:
            host.running -= 1
        self.send_response(status)
        self.send_header("Content-Length", "0")
        if location:
            self.send_header("Location", location)
        if status == 503:
            self.send_header("Retry-After", host.after)
        self.end_headers()

    def _little_by_little(self, answer: bytes) -> None:
        """Send an answer byte by byte, each of them well within the patience for one."""
        self.close_connection = True
        for byte in answer:
            self.wfile.write(bytes([byte]))
            time.sleep(SWIFT.patience / 10)

    do_HEAD = do_GET  # noqa: N815 - the name that the server looks for

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _serving(address: str, port: int = 0) -> Iterator[Host]:
    found = Host()
    handler = type("_Own", (_Handler,), {"host": found})
    with http.server.ThreadingHTTPServer((address, port), handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that gave up is expected
        threading.Thread(target=server.serve_forever, daemon=True).start()
        found.address = f"http://{address}:{server.server_port}"
        yield found
        server.shutdown()


@pytest.fixture
def host() -> Iterator[Host]:
    with _serving("127.0.0.1") as found:
        yield found


@pytest.mark.parametrize(
    ("path", "fate", "why", "target"),
    [
        ("/there", Fate.THERE, "200", ""),
        ("/gone", Fate.GONE, "404", ""),
        ("/removed", Fate.GONE, "410", ""),
        ("/moved", Fate.MOVED, "200", "/there"),
        ("/for-now", Fate.THERE, "200", ""),
        ("/moved-and-gone", Fate.GONE, "404", ""),
        ("/once-500", Fate.THERE, "200", ""),
        ("/always-500", Fate.SILENT, "500", ""),
        ("/forbidden", Fate.SILENT, "403", ""),
        ("/no-head", Fate.THERE, "200", ""),
        ("/slow", Fate.SILENT, "ReadTimeoutError", ""),
        ("/loop/1", Fate.SILENT, "more than 4 redirects", ""),
        ("/circle", Fate.SILENT, "more than 4 redirects", ""),
        ("/script", Fate.SILENT, "a redirect to where no public page is", ""),
    ],
)
def test_each_answer_has_its_fate(host: Host, path: str, fate: Fate, why: str, target: str) -> None:
    found = visit(host.address + path, DAY, SWIFT, pool(SWIFT))
    answered = DAY if fate in (Fate.THERE, Fate.MOVED) else None
    assert found == Outcome(fate, DAY, why, target and host.address + target, answered)
    assert host.agents == {"tests"}


@pytest.mark.parametrize("path", NOWHERE)
def test_a_redirect_to_no_address_is_no_fault_of_ours(host: Host, path: str) -> None:
    own = replace(SWIFT, again=0)
    assert visit(host.address + path, DAY, own, pool(own)).fate is Fate.SILENT
    assert host.asked == [("HEAD", path)]  # where it leads is not asked for


@pytest.mark.parametrize("path", SLOW_ANSWERS)
def test_an_answer_that_comes_byte_by_byte_is_not_waited_for(host: Host, path: str) -> None:
    own = replace(SWIFT, again=0)
    assert visit(host.address + path, DAY, own, pool(own)) == Outcome(Fate.SILENT, DAY, "ReadTimeoutError")


def test_a_page_is_not_asked_for_without_end(host: Host) -> None:
    own = replace(SWIFT, redirects=1000, whole=30)
    told = iter(range(0, 100_000, 10))  # each request takes ten seconds
    found = visit(f"{host.address}/loop/1", DAY, own, pool(own), lambda: next(told))
    assert found == Outcome(Fate.SILENT, DAY, "no page after 30 seconds")
    assert [path for _, path in host.asked] == ["/loop/1", "/loop/2", "/loop/3"]


@pytest.mark.parametrize("after", ["9" * 5000, "Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "soon", "-1"])
def test_what_a_host_says_of_when_to_come_again_is_no_fault_of_ours(host: Host, after: str) -> None:
    host.after = after
    assert visit(f"{host.address}/always-503", DAY, SWIFT, pool(SWIFT)).fate is Fate.SILENT


def test_a_failing_host_is_asked_again_only_so_often(host: Host) -> None:
    visit(f"{host.address}/always-500", DAY, SWIFT, pool(SWIFT))
    assert Counter(host.asked) == {("HEAD", "/always-500"): 3, ("GET", "/always-500"): 3}
    visit(f"{host.address}/there", DAY, SWIFT, pool(SWIFT))
    assert Counter(host.asked)[("GET", "/there")] == 0  # no page is read where HEAD is enough


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://[::1/"])
def test_what_cannot_be_reached_is_silent(address: str) -> None:
    assert visit(address, DAY, replace(SWIFT, again=0), pool(replace(SWIFT, again=0))).fate is Fate.SILENT


PUBLIC, ROUTER = "127.0.0.1", "127.0.0.2"
"""The first one is taken for a public address, the other one for one within the network of the machine."""

NAMES: dict[str, list[list[str]]] = {
    "public": [[PUBLIC]],
    "other": [[PUBLIC]],
    "router": [[ROUTER]],
    "both": [[ROUTER, PUBLIC]],
    "rebound": [[PUBLIC], [ROUTER]],
    "returning": [[ROUTER], [ROUTER], [PUBLIC], [ROUTER]],
}
"""Names of hosts with the addresses that each has, one time after the other."""


@pytest.mark.parametrize(
    ("way", "fate"),
    [
        ("public router", Fate.SILENT),
        ("public other", Fate.THERE),
        ("router", Fate.THERE),
        ("router router", Fate.THERE),
        ("router public", Fate.THERE),
        ("router public router", Fate.SILENT),
        ("both router", Fate.SILENT),
        ("public both", Fate.THERE),
        ("rebound rebound", Fate.SILENT),
        ("returning returning returning", Fate.SILENT),
        ("public unknown", Fate.SILENT),
    ],
)
def test_no_redirect_leads_from_a_public_page_into_a_network_of_ones_own(
    way: str, fate: Fate, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the names of hosts mean at the time: what counts is the address that is connected to."""
    names = {name: [*times] for name, times in NAMES.items()}

    def addresses(name: str) -> list[str]:
        times = names.get(name.removesuffix(".example"), [[]])
        return times.pop(0) if len(times) > 1 else times[0]

    monkeypatch.setattr(timed, "addresses_of", addresses)
    monkeypatch.setattr(timed, "is_inside", ROUTER.__eq__)
    port = int(host.address.rpartition(":")[2])
    own = replace(SWIFT, again=0)
    with _serving(ROUTER, port) as router:
        steps = [f"http://{name}.example:{port}/" for name in way.split()]
        asked = "to?".join(steps) + "there"
        assert visit(asked, DAY, own, pool(own)).fate is fate
        assert fate is Fate.THERE or ("HEAD", "/there") not in router.asked


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("93.184.215.14", False),
        ("2606:2800::1", False),
        ("192.168.0.1", True),
        ("127.0.0.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("::1", True),
        ("fe80::1%lo", True),
        ("fd00::1", True),
        ("64:ff9b::a9fe:a9fe", True),
        ("64:ff9b::5db8:d70e", False),
        ("::ffff:10.0.0.1", True),
        ("::ffff:93.184.215.14", False),
        ("2002:a00:1::1", True),
        ("2002:5db8:d70e::1", False),
        ("::10.0.0.1", True),
    ],
)
def test_addresses_of_no_public_host_are_inside(address: str, inside: bool) -> None:
    assert is_inside(address) is inside


@pytest.mark.parametrize("name", ["a..b", "a" * 300, "a." * 150, "ok.example\x1b[31m", "\ud800"])
def test_what_is_no_name_of_a_host_has_no_address(name: str) -> None:
    assert not addresses_of(name)


def test_a_host_is_asked_for_one_page_at_a_time_with_a_pause(host: Host) -> None:
    waits = list[float]()
    own = replace(SWIFT, pause=7)
    plan = Round(DAY, own, lambda each: visit(each, DAY, own, pool(own)), waits.append)
    addresses = [f"{host.address}/there?{number}" for number in range(5)]
    told = list[bool]()
    found = outcomes_of(addresses, {}, plan, lambda: told.append(True))
    assert set(found) == set(addresses) and len(told) == 5
    assert host.most == 1 and waits == [7] * 4


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        (Outcome(Fate.THERE, DAY - dt.timedelta(6), answered=DAY - dt.timedelta(6)), False),
        (Outcome(Fate.MOVED, DAY, target="x", answered=DAY), False),
        (Outcome(Fate.THERE, DAY - dt.timedelta(7)), True),
        (Outcome(Fate.THERE, DAY + dt.timedelta(1)), True),
        (Outcome(Fate.GONE, DAY), True),
        (Outcome(Fate.SILENT, DAY), True),
        (None, True),
    ],
)
def test_only_what_was_there_lately_is_not_asked_again(known: Outcome | None, asked: bool) -> None:
    now = Outcome(Fate.GONE, DAY, "404")
    plan = Round(DAY, SWIFT, lambda _: now, lambda _: None)
    before = {"a": known} if known else {}
    found = outcomes_of(["a"], before, plan, lambda: None)
    answered = known.answered if known else None
    assert found == {"a": replace(now, answered=answered) if asked else known}


_DAYS = st.dates(dt.date(2000, 1, 1))
_OUTCOMES = st.builds(Outcome, st.sampled_from(Fate), _DAYS, st.text(), st.text(), st.none() | _DAYS)


@given(st.dictionaries(st.text(), _OUTCOMES))
def test_what_is_remembered_is_what_was_found(outcomes: dict[str, Outcome]) -> None:
    assert remembered(as_file(outcomes)) == (outcomes, True)


@given(
    st.binary()
    | st.text()
    | st.builds(json.dumps, st.recursive(st.none() | st.text(), lambda v: st.dictionaries(st.text(), v)))
)
def test_a_file_of_another_kind_remembers_nothing_that_breaks(content: bytes | str) -> None:
    found, _ = remembered(content)
    assert all(isinstance(each, Outcome) for each in found.values())
    as_file(found)


def test_every_key_with_an_address_of_a_page_is_asked(raw: RawCorpus) -> None:
    def keys(model: type[Record]) -> Iterator[str]:
        for name, info in model.model_fields.items():
            parts: tuple[Any, ...] = (info.annotation, *get_args(info.annotation))
            if any(part == Address or _same(part) for part in parts):
                yield name

    def _same(part: Any) -> bool:
        return not isinstance(part, UnionType) and get_args(part) == get_args(Address) != ()

    models = [each for each in vars(schema).values() if isinstance(each, type) and issubclass(each, Record)]
    named = {name for model in models if model is not schema.Settings for name in keys(model)}
    assert named == set(KEYS)
    mentioned = {mention.address for mention in mentions_in(raw)}
    assert "https://ferries.example/buoys/1" in mentioned  # of sources.csv
    assert "https://archive.example/2024/buoys-1" in mentioned
    assert len(mentioned) > 10


@pytest.fixture
def site(tmp_path: Path, host: Host, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site with an address for some answers, one of them cited twice."""
    for name, text in BASE.items():
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_text(text, "utf-8")
    references = [
        {"title": path, "grade": "A", "url": f"{host.address}/{path}"}
        for path in ("there", "gone", "moved", "slow", "forbidden", "gone#part")
    ]
    record = tmp_path / "data" / "directives" / "river" / "directive.yml"
    record.write_text(f"{record.read_text('utf-8')}references: {json.dumps(references)}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(links_command, "manners", lambda _: SWIFT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1719705600")  # 2024-06-30
    return tmp_path


def _check(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _codes(result: Result) -> Counter[str]:
    lines = [line for line in result.output.splitlines() if "directives/river/directive.yml:" in line]
    return Counter(line.split(": ")[1] for line in lines if ": W9" in line)


def test_dead_links_are_named_where_they_stand_and_remembered(site: Path, host: Host) -> None:
    done = _check("--links")
    assert done.exit_code == 0, done.output
    assert _codes(done) == {"W901": 2, "W902": 2, "W903": 1}
    assert f"the page at {host.address}/gone is gone (404)" in done.output
    assert f"write its new address: {host.address}/there" in done.output
    known = json.loads((site / ".cache" / "links.json").read_text("utf-8"))
    assert known[f"{host.address}/there"] == {
        "fate": "there", "day": "2024-06-30", "why": "200", "answered": "2024-06-30",
    }  # fmt: skip
    before = len(host.asked)
    assert _codes(_check("--links")) == {"W901": 2, "W902": 2, "W903": 1}
    again = {path for _, path in host.asked[before:]}
    assert again == {"/gone", "/slow", "/forbidden"}


def test_one_page_does_not_end_the_round_for_the_others(site: Path, host: Host) -> None:
    record = site / "data" / "directives" / "river" / "directive.yml"
    references = [{"title": path, "grade": "A", "url": host.address + path} for path in ("/there", *NOWHERE)]
    head, _, _ = record.read_text("utf-8").partition("references: ")
    record.write_text(f"{head}references: {json.dumps(references)}\n", "utf-8")
    done = _check("--links")
    assert done.exit_code == 0, done.output
    assert _codes(done) == {"W902": len(NOWHERE)}
    known = json.loads((site / ".cache" / "links.json").read_text("utf-8"))
    assert known[f"{host.address}/there"]["fate"] == "there"


def test_it_tells_when_a_page_was_there_last(site: Path, host: Host) -> None:
    there = Outcome(Fate.THERE, DAY - dt.timedelta(40), "200", answered=DAY - dt.timedelta(40))
    (site / ".cache").mkdir()
    (site / ".cache" / "links.json").write_bytes(as_file({f"{host.address}/gone": there}))
    assert "is gone (404; it was there on 2024-05-21)" in _check("--links").output


_GOOD = {"fate": "there", "day": "2024-06-29", "why": "200"}


@pytest.mark.parametrize(
    "content",
    [
        '{"a": ' + "[" * 100_000,
        json.dumps({"a": {**_GOOD, "why": "\ud800"}}),
        json.dumps({"a": {**_GOOD, "target": 5}}),
        json.dumps({"a": {**_GOOD, "day": ["2024"]}}),
        json.dumps({"a": 5}),
        "[]",
        "5",
    ],
    ids=["deep", "half a character", "a number", "no day", "no entry", "a list", "no entries"],
)
def test_what_was_not_remembered_by_a_run_is_left_out_and_that_is_said(
    site: Path, host: Host, content: str
) -> None:
    cache = site / ".cache" / "links.json"
    cache.parent.mkdir()
    cache.write_text(content, "utf-8")
    done = _check("--links")
    assert done.exit_code == 0
    assert done.stderr.count(".cache/links.json is damaged") == 1
    assert f"{host.address}/there" in json.loads(cache.read_text("utf-8"))
    assert ".cache/links.json" not in _check("--links").stderr


def test_exceptions_are_not_asked_and_idle_ones_are_named(site: Path, host: Host) -> None:
    (site / "data" / "settings.yml").write_text(
        "languages: [en]\nlink_exceptions:\n"
        f"  - {{address: '{host.address}/gone', reason: known}}\n"
        f"  - {{address: '{host.address}/slow/', reason: below only}}\n",
        "utf-8",
    )
    done = _check("--links")
    assert _codes(done) == {"W902": 2, "W903": 1}
    assert "data/settings.yml:4:15: W904" in done.output
    assert "/gone" not in {path for _, path in host.asked}


def test_without_the_option_nobody_is_asked(site: Path, host: Host) -> None:
    done = _check()
    assert done.exit_code == 0 and not host.asked and not (site / ".cache").exists()


def test_strict_makes_warnings_an_error(site: Path) -> None:
    assert _check("--links", "--strict").exit_code == 1
    assert _check("--strict").exit_code == 0


def test_hosts_are_told_whose_site_it_is(tmp_path: Path) -> None:
    (tmp_path / "settings.yml").write_text("address: https://bridges.example/atlas/\n", "utf-8")
    own = links_command.manners(load(tmp_path)[0].settings)
    assert own.agent.startswith("directive-atlas/") and "(+https://bridges.example/atlas/)" in own.agent
