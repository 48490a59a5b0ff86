"""``directives check --links``: how many pages are asked, what is remembered, and what is said of them."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import UnionType
from typing import Any, get_args

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import links as links_command
from directive_atlas.cli import main
from directive_atlas.links import Fate, Outcome, Round, mentions_in, outcomes_of, visit
from directive_atlas.links.mentions import KEYS
from directive_atlas.links.outcome import as_file, remembered
from directive_atlas.links.visit import pool
from directive_atlas.load import RawCorpus, load, schema
from directive_atlas.load.fields import Address
from directive_atlas.load.record import Record
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.base import BASE
from tests.tools.links_host import DAY, NOWHERE, SWIFT, Host, serving


@pytest.fixture
def host() -> Iterator[Host]:
    with serving("127.0.0.1") as found:
        yield found


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
    assert remembered(cache.read_bytes())[1] and f"{host.address}/there" in cache.read_text("utf-8")


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
