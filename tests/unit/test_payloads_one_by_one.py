"""Each payload by itself: what loading lets through, and what the boundary of each format makes of it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from directive_atlas.interface.markup import escape, front_matter, head, outside_link, visible
from directive_atlas.load import RawCorpus, load
from directive_atlas.load.fields import is_id
from directive_atlas.load.kinds import instead_of
from directive_atlas.outputs.exports.calendars.lines import lines, text
from directive_atlas.outputs.exports.feeds.atom import add, drawn, element
from directive_atlas.outputs.exports.sheets.sheet import Column, sheet
from directive_atlas.outputs.exports.sheets.workbook import as_csv, as_xlsx
from directive_atlas.outputs.files import script_json
from directive_atlas.problems import RENDERERS, Place, Problem, problem
from directive_atlas.vocabulary.characters import UNFIT
from icalendar import Calendar
from lxml import etree
from mkdocs.utils.meta import get_data
from openpyxl import load_workbook

from tests.golden.base import BASE
from tests.tools.hostile.payloads import ALL

FIT = [found for found in ALL if not UNFIT.search(found)]


def each(check: Callable[[str], None]) -> Callable[[], None]:
    """A test that checks every payload; if one fails, a note names it."""

    def test() -> None:
        for payload in FIT:
            try:
                check(payload)
            except Exception as error:
                error.add_note(f"with the payload {payload!a}")
                raise

    return test


# What loading makes of them


def _loaded(folder: Path, **files: object) -> tuple[RawCorpus, list[Problem]]:
    """The records of a small site with other files of data; their names with ``_`` for the stop."""
    texts = {name: yaml.safe_dump(content, width=10**6) for name, content in files.items()}
    for name, content in {
        **BASE,
        **{name.replace("_", "."): written for name, written in texts.items()},
    }.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return load(folder / "data")


def test_a_name_is_read_as_it_is_or_refused_by_its_characters(tmp_path: Path) -> None:
    writable = [payload for payload in ALL if payload.isascii() or not re.search("[\ud800-\udfff]", payload)]
    topics = [{"id": f"t-{number}", "name": {"en": payload}} for number, payload in enumerate(writable)]
    raw, problems = _loaded(tmp_path, topics_yml={"topics": topics})
    names = {topic.id: topic.name.first for topic in raw.topics}
    assert len(names) == len(writable) > 650
    for number, payload in enumerate(writable):
        assert names[f"t-{number}"] == UNFIT.sub("\ufffd", payload).strip()
    refused = {told.place.line for told in problems if told.kind.code == "E111"}
    assert len(refused) >= 30
    assert {told.kind.code for told in problems if told.is_error} <= {"E111"}


@pytest.mark.parametrize("half", ["\ud800", "\udfff", "\ude00\ud83d"], ids=ascii)
def test_half_of_a_pair_is_refused_with_its_place(tmp_path: Path, half: str) -> None:
    _, problems = _loaded(tmp_path, topics_yml={"topics": [{"id": "t", "name": half}]})
    assert [told.place.file for told in problems if told.is_error] == ["data/topics.yml"]


def test_none_is_an_id_but_what_looks_like_one(tmp_path: Path) -> None:
    topics = [{"id": payload, "name": {"en": "x"}} for payload in FIT]
    raw, problems = _loaded(tmp_path, topics_yml={"topics": topics})
    ids = {topic.id for topic in raw.topics}
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", found) and len(found) <= 80 for found in ids)
    unlike = [payload for payload in FIT if not is_id(payload.strip())]
    assert len(unlike) > 600
    assert sum(told.kind.code in {"E115", "E207", "E208"} for told in problems) == len(unlike)


def test_none_is_an_address_but_those_of_the_web(tmp_path: Path) -> None:
    references = [{"title": {"en": "x"}, "url": payload, "grade": "A"} for payload in FIT]
    actors = yaml.safe_load(BASE["actors.yml"])
    actors["actors"][0]["references"] = references
    raw, problems = _loaded(tmp_path, actors_yml=actors)
    urls = [url for actor in raw.actors for reference in actor.references if (url := reference.url)]
    assert all(re.match("https?://[^/]", url) and url.isprintable() and " " not in url for url in urls)
    assert len(urls) < 9
    assert not any("@" in url for url in urls)
    assert sum(told.is_error for told in problems) == len(FIT) - len(urls)


def test_none_is_a_file_of_a_source_outside_of_its_record(tmp_path: Path) -> None:
    (tmp_path / "passwd").write_text("root", "utf-8")
    record = yaml.safe_load(BASE["directives/river/directive.yml"])
    for payload in [*FIT[-230:], "../../../passwd", str(tmp_path / "passwd")]:
        record["source"] = {**record["source"], "file": payload}
        path = tmp_path / "data/directives/river/directive.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        for name, content in BASE.items():
            (tmp_path / "data" / name).write_text(content, "utf-8")
        path.write_text(yaml.safe_dump(record), "utf-8")
        raw, problems = load(tmp_path / "data")
        assert any(told.is_error for told in problems), payload
        assert "root" not in str(raw.sources), payload


# What the boundaries make of them


def _page(content: str) -> Tag:
    [found] = BeautifulSoup(f"<div>{content}</div>", "html.parser").contents
    assert isinstance(found, Tag)
    return found


@each
def test_html_shows_it(payload: str) -> None:
    page = _page(f'<p title="{escape(payload)}">{escape(payload)}</p>')
    [paragraph] = page.find_all(True)
    assert paragraph.get_text().strip() == str(paragraph["title"]).strip() == visible(payload)
    assert set(paragraph.attrs) == {"title"}


@each
def test_an_address_stays_one(payload: str) -> None:
    [link] = _page(outside_link(escape("x"), f"https://a.example/{payload}")).find_all(True)
    assert set(link.attrs) == {"class", "href", "rel"}
    assert re.fullmatch(r"https://a\.example/[!-~]*", str(link["href"]))


@each
def test_front_matter_is_read_back(payload: str) -> None:
    body, fields = get_data(f"---\n{front_matter({'title': payload, 'about': head(payload)})}---\n\nbody\n")
    assert (body.strip(), set(fields)) == ("body", {"title", "about"})
    assert fields["title"] == payload
    assert not re.search(r'[<>&"\\]', str(fields["about"]))


@each
def test_data_in_scripts_is_read_back(payload: str) -> None:
    written = script_json({"text": payload})
    assert not re.search("[<\u2028\u2029]", written)
    assert json.loads(written)["text"] == re.sub("[\u202a-\u202e\u2066-\u2069]", "", payload)


@each
def test_a_calendar_has_one_property(payload: str) -> None:
    shown = visible(payload)
    written = lines([("BEGIN", "VCALENDAR"), ("SUMMARY", text(shown)), ("END", "VCALENDAR")])
    assert all(len(line) <= 75 and not re.search(rb"[\r\n]", line) for line in written[:-2].split(b"\r\n"))
    assert Calendar.from_ical(written)["SUMMARY"] == shown
    assert len(Calendar.from_ical(written).property_items()) == 3


@each
def test_a_feed_has_one_text(payload: str) -> None:
    entry = element("entry")
    add(entry, "title", payload, label=payload)
    [title] = etree.fromstring(drawn(entry))
    assert not len(title)
    assert (title.text or "").split() == visible(payload).split() or "\n" in payload
    assert title.get("label") == visible(payload)


@each
def test_messages_for_terminals_and_ci_stay_on_their_lines(payload: str) -> None:
    hint = instead_of(f"{payload}.txt", [])
    place = Place(f"data/{payload}.yml")
    _stay_on_their_lines(problem("E207", place, value=payload, guess=payload))
    _stay_on_their_lines(problem("W109", place, hint))


def _stay_on_their_lines(found: Problem) -> None:
    told = [found]
    for form, length in (("text", 3), ("github", 1)):
        written = RENDERERS[form](told, "en")
        assert len(written.splitlines()) == length
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
    [row] = json.loads(RENDERERS["json"](told, "en"))
    assert row["code"] == found.kind.code


def test_no_cell_is_a_formula() -> None:
    columns: list[Column[str]] = [Column("x", 10, _itself), Column("y", 10, _itself)]
    made = sheet("name", "title", columns, FIT)
    rows = list(csv.reader(io.StringIO(as_csv(made).decode("utf-8-sig"), newline="")))[1:]
    assert [len(row) for row in rows] == [2] * len(FIT)
    assert all(
        cell in {payload, f"'{payload}"} for row, payload in zip(rows, FIT, strict=True) for cell in row
    )
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@＝＋－＠\t\r\n")]
    tab = load_workbook(io.BytesIO(as_xlsx([made]))).worksheets[0]
    cells = [cell for row in tab.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) > 2 * len(FIT)
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


_itself: Callable[[str], str] = str
