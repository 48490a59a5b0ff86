"""Questions of other programs to a built site: each is answered with the words of the text and an address."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from directive_atlas.api.v1 import records
from directive_atlas.asking import TOOLS, Published, serve
from directive_atlas.asking.protocol import VERSIONS
from directive_atlas.cli.main import main
from directive_atlas.outputs.exports.api import api_files
from directive_atlas.outputs.exports.tables import table_files
from directive_atlas.resolve import Corpus
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.tools.sites import bilingual


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The fixture's exported files in a folder."""
    folder, made, about = tmp_path_factory.mktemp("site"), records(corpus), bilingual()
    for file in (*api_files(made, corpus, about), *table_files(made, corpus, about)):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return Published(folder)


def answers(site: Published, *messages: object) -> list[Any]:
    """What is written for some messages; a text stands for itself."""
    written: list[str] = []
    serve(site, [m if isinstance(m, str) else json.dumps(m) for m in messages], written.append)
    return [json.loads(line) for line in written]


def request(method: str, **parameters: object) -> dict[str, object]:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": parameters}


def call(site: Published, name: str, **arguments: object) -> Any:
    """The answer of a tool; its text says the same as its content."""
    [answer] = answers(site, request("tools/call", name=name, arguments=arguments))
    result = answer["result"]
    if not result["isError"]:
        assert json.loads(result["content"][0]["text"]) == result["structuredContent"]
        return result["structuredContent"]["answers"]
    return result["content"][0]["text"]


def test_a_program_says_hello_and_hears_what_can_be_asked(site: Published) -> None:
    notified = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    hello, listed = answers(
        site, request("initialize", protocolVersion=VERSIONS[-1]), notified, request("tools/list")
    )
    assert hello["result"]["protocolVersion"] == VERSIONS[-1]
    assert [tool["name"] for tool in listed["result"]["tools"]] == [tool.name for tool in TOOLS]
    for tool in listed["result"]["tools"]:
        Draft202012Validator.check_schema(tool["inputSchema"])


def test_a_version_that_is_not_known_gets_the_latest_that_is(site: Published) -> None:
    [hello] = answers(site, request("initialize", protocolVersion="1999-01-01"))
    assert hello["result"]["protocolVersion"] == VERSIONS[0]


def test_words_lead_to_the_quoted_sentence(site: Published, corpus: Corpus) -> None:
    task = next(task for task in corpus.tasks.values() if task.passages and len(task.passages[0].text) > 8)
    quote = task.passages[0].text
    found = call(site, "search", words=quote[1:6])
    assert any(each["id"] == task.key and quote in each["text"] for each in found)
    assert all(each["address"] for each in found)


def test_a_word_of_two_characters_is_found(site: Published, corpus: Corpus) -> None:
    task = next(task for task in corpus.tasks.values() if task.passages)
    assert call(site, "search", words=task.passages[0].text[:2], limit=100)


def test_the_duties_of_a_body_are_those_of_its_page(site: Published, corpus: Corpus) -> None:
    owed = corpus.links.owed["east-bureau"]
    found = call(site, "duties", body="east-bureau", limit=100)
    assert [(each["key"], each["role"]) for each in found] == [(each.task, each.duty.role) for each in owed]
    quotes = [[passage.text for passage in corpus.tasks[each.task].passages] for each in owed]
    assert [each["quotes"] for each in found] == quotes


def test_what_is_due_is_in_the_order_of_the_days(site: Published, corpus: Corpus) -> None:
    found = call(site, "due", first="2024-01-01", last="2024-12-31", limit=100)
    days = [each["due"]["last"] for each in found]
    due = [task.standing.due for task in corpus.tasks.values()]
    assert days == sorted(days)
    assert len(days) == sum(1 for day in due if day and day.last.year == 2024)


def test_what_was_reported_since_a_day_comes_latest_first(site: Published) -> None:
    found = call(site, "changed", day="2000-01-01", limit=100)
    days = [each["reported"] for each in found]
    assert days
    assert days == sorted(days, reverse=True)
    assert all(each["quotes"] is not None and each["address"] for each in found)


def test_a_measure_is_found_by_its_key(site: Published, corpus: Corpus) -> None:
    measure = next(task for task in corpus.tasks.values() if task.depth)
    [found] = call(site, "task", key=measure.key)
    assert (found["key"], found["root"]) == (measure.key, measure.root)


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd", "nothing", "", "a/b/c", "..", "a/..", "\0", ".hidden/x"]
)
def test_what_is_no_name_of_a_record_reads_no_file(site: Published, name: str) -> None:
    assert "nothing has this name" in call(site, "task", key=name)
    assert "nothing has this name" in call(site, "duties", body=name)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("{", -32700),
        ("[" * 100_000, -32700),
        ("[]", -32600),
        ('{"method": 1}', -32600),
        ("x" * 1_000_001, -32600),
        (request("resources/list"), -32601),
        ('{"method": "tools/list", "id": 1e999}', -32600),
        ('{"method": "tools/list", "id": ' + "[" * 900 + "]" * 900 + "}", -32600),
        ({**request("tools/list"), "params": []}, -32602),
        (request("tools/call", name="write"), -32602),
    ],
    ids=[
        *("no JSON", "deep", "no object", "no method", "long", "unknown"),
        *("endless id", "deep id", "parameters", "no tool"),
    ],
)
def test_what_cannot_be_answered_gets_an_error(site: Published, message: object, code: int) -> None:
    [answer] = answers(site, message)
    assert answer["error"]["code"] == code


def test_an_argument_that_is_wrong_is_named(site: Published) -> None:
    assert "limit" in call(site, "search", words="x", limit=0)
    assert "first" in call(site, "due", first="soon", last="2024-01-01")


@given(st.text(max_size=30))
def test_no_search_breaks(site: Published, words: str) -> None:
    found = call(site, "search", words=words)
    assert isinstance(found, list) or "words" in found


@pytest.fixture
def own(site: Published, tmp_path: Path) -> Published:
    """The same site for one test, which may change its files."""
    shutil.copytree(site.folder, tmp_path / "site")
    return Published(tmp_path / "site")


def _followed_by(site: Published, name: str) -> str:
    """Let the list of duties of a body be followed by another file; gives the name of the body."""
    file = next((site.folder / "api" / "v1" / "by" / "body").iterdir())
    shutil.copy(file, site.folder.parent / "outside.json")
    told = {**json.loads(file.read_text("utf-8")), "next": name or f"by/body/{file.name}"}
    file.write_text(json.dumps(told), "utf-8")
    return file.stem


def test_files_that_follow_each_other_without_end_are_read_once(own: Published) -> None:
    body = next((own.folder / "api" / "v1" / "by" / "body").iterdir()).stem
    before = [*own.entries("body", body)]
    assert _followed_by(own, "") == body
    assert [*own.entries("body", body)] == before


@pytest.mark.parametrize("to", ["../../../outside.json", "by/body/../../../../../outside.json"])
def test_no_file_of_a_site_leads_out_of_it(own: Published, to: str) -> None:
    assert "nothing has this name" in call(own, "duties", body=_followed_by(own, to))


def test_a_site_that_does_not_agree_with_itself_ends_nothing(own: Published, corpus: Corpus) -> None:
    key = next(task.key for task in corpus.tasks.values() if task.depth)
    for file in (own.folder / "api" / "v1" / "tasks" / key.partition("/")[0]).iterdir():
        told = json.loads(file.read_text("utf-8"))
        file.write_text(json.dumps({**told, "key": "another/one", "measures": []}), "utf-8")
    asked = request("tools/call", name="task", arguments={"key": key})
    first, second = answers(own, asked, request("tools/list"))
    assert (first["error"]["code"], "tools" in second["result"]) == (-32603, True)


def test_an_empty_folder_has_no_answers(tmp_path: Path) -> None:
    assert "nothing has this name" in call(Published(tmp_path), "task", key="a/b")


def test_what_changed_in_the_records_is_told_with_its_reason(site: Published) -> None:
    key = "ferries-2024-channel-works/acceptance"
    [moved, added] = call(site, "changes", day="2024-04-01", record=key)
    assert (moved["what"], added["what"]) == ("changed", "added")
    assert "because of" in moved["fields"][0]["words"]["en"]
    assert moved["quotes"] and moved["address"].endswith("acceptance.html")
    since = call(site, "changes", day="2024-05-01", limit=100)
    assert [each["date"] for each in since] == sorted((each["date"] for each in since), reverse=True)
    [removed] = [each for each in since if each["record"].endswith("/pilots")]
    assert removed["what"] == "removed" and removed["quotes"] == []


def test_bytes_that_are_no_text_and_half_characters_spoil_only_their_own_message(site: Published) -> None:
    half = rb'{"id": "\ud800", "method": "ping"}'
    lines = (b"\xff\xfe", half, b'{"id": NaN, "method": "ping"}', json.dumps(request("ping")).encode())
    done = CliRunner().invoke(main, ["mcp", str(site.folder)], input=b"\n".join(lines))
    found = [json.loads(line) for line in done.output.splitlines()]
    assert [each["id"] for each in found] == [None, "\ud800", None, 1]
    assert ["error" in each for each in found] == [True, False, True, False]
