"""What a file is made of besides its words: the same for any texts, unless a text became more than text."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from typing import Any
from zipfile import ZipFile

from icalendar import Calendar, Component
from lxml import etree
from mkdocs.utils.meta import get_data
from openpyxl import load_workbook

Shape = frozenset[tuple[str, ...]]
"""Elements with their attributes, addresses, keys, properties: whatever a format has."""

ADDRESSES = frozenset(
    {"href", "src", "srcset", "action", "formaction", "data", "poster", "ping", "background", "xlink:href"}
)
"""Attributes that lead somewhere."""

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that control a terminal, or turn the direction of a line."""


def shape(path: str, content: bytes) -> Shape:
    """The shape of a file by the end of its name."""
    reader = _READERS[path.rpartition(".")[2]]
    return frozenset(reader(content))


class _Elements(HTMLParser):
    """Collects elements, attributes, and addresses that leave the site."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = set[tuple[str, ...]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(("element", tag))
        for name, value in attrs:
            self.found.add(("attribute", tag, name))
            if name in ADDRESSES and _leaves(value or ""):
                self.found.add(("address", _whole(str(value))))

    def handle_comment(self, data: str) -> None:
        self.found.add(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.found.add(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.found.add(("declaration", data))

    def handle_pi(self, data: str) -> None:
        self.found.add(("instruction", data))


def _leaves(address: str) -> bool:
    return bool(re.match(r"\s*(?:[\w.+-]+:|//|\\)", address))


def _whole(address: str) -> str:
    """An address; of one for a mail without the words of the mail, which are quoted."""
    asked, _, words = address.partition("?")
    return asked if asked.startswith("mailto:") and _is_mail(words) else address


def _is_mail(words: str) -> bool:
    """Whether a mail has a subject of one line and a text."""
    return bool(re.fullmatch(r"subject=(?!.*%0[ad].*&body)[\w%.~-]+&body=[\w%.~-]+", words, re.IGNORECASE))


def in_html(text: str) -> set[tuple[str, ...]]:
    """Elements, attributes, and addresses that leave the site."""
    parser = _Elements()
    parser.feed(text)
    parser.close()
    return parser.found


def _page(content: bytes) -> Iterator[tuple[str, ...]]:
    body, front = get_data(content.decode())
    yield from (("key", str(key)) for key in front)
    if about := front.get("jsonld"):
        yield from _keys(json.loads(str(about)))
        assert "<" not in str(about)
    yield from in_html(body)
    yield ("blank lines", str("\n\n" in body.strip()))


def _html(content: bytes) -> Iterator[tuple[str, ...]]:
    yield from in_html(content.decode())


def _keys(data: Any) -> Iterator[tuple[str, ...]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield ("key", str(key))
            yield from _keys(value)
    elif isinstance(data, list):
        for value in data:
            yield from _keys(value)


def _json(content: bytes) -> Iterator[tuple[str, ...]]:
    yield from _keys(json.loads(content))


def _script(content: bytes) -> Iterator[tuple[str, ...]]:
    """One call with a name and data in JSON, nothing else."""
    text = content.decode()
    assert not re.search("[<\u2028\u2029\u202a-\u202e\u2066-\u2069]", text)
    name, data = json.loads(f"[{text.removeprefix('atlas.define(').removesuffix(');' + chr(10))}]")
    assert re.fullmatch("[a-z0-9/-]+", name)
    yield ("call", type(data).__name__)


def _table(content: bytes) -> Iterator[tuple[str, ...]]:
    """The heading, and rows of its length."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    yield ("rows", str(len(rows)))
    yield from (("columns", str(len(row))) for row in rows)
    if content.startswith(b"\xef\xbb\xbf"):  # for spreadsheet programs
        yield from (
            ("formula", cell) for row in rows for cell in row if cell and cell[0] in "=+-@＝＋－＠\t\r\n"
        )


def _workbook(content: bytes) -> Iterator[tuple[str, ...]]:
    with ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield ("part", name)
            yield from _elements(archive.read(name))
    for tab in load_workbook(io.BytesIO(content)).worksheets:
        cells = (cell for row in tab.iter_rows() for cell in row)
        yield from (("formula", str(cell.value)) for cell in cells if cell.data_type == "f")


def _elements(content: bytes) -> Iterator[tuple[str, ...]]:
    for element in etree.fromstring(content).iter():
        yield ("element", str(element.tag))
        for name, value in element.attrib.items():
            yield ("attribute", str(element.tag), str(name))
            if str(name) in ADDRESSES | {"Target"} and _leaves(str(value)):
                yield ("address", _whole(str(value)))


def _feed(content: bytes) -> Iterator[tuple[str, ...]]:
    yield from _elements(content)
    for element in etree.fromstring(content).iter():
        if element.get("type") == "html":
            yield from (("inside", *each) for each in in_html(element.text or ""))


def _calendar(content: bytes) -> Iterator[tuple[str, ...]]:
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    yield ("long lines", str(any(len(line) > 75 for line in lines)))
    yield ("broken lines", str(any(b"\r" in line or b"\n" in line for line in lines)))
    for component in Calendar.from_ical(content).walk():
        yield from _properties(component)


def _properties(component: Component) -> Iterator[tuple[str, ...]]:
    yield ("component", str(component.name))
    for name, values in component.items():
        for value in values if isinstance(values, list) else [values]:
            yield ("property", str(name), *sorted(map(str, getattr(value, "params", {}))))


def _database(content: bytes) -> Iterator[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        yield ("sound", str(database.execute("PRAGMA integrity_check").fetchall()))
        for kind, name, text in database.execute("SELECT type, name, sql FROM sqlite_master").fetchall():
            yield (str(kind), str(name), str(text))
            if (
                kind == "table"
                and not str(text).upper().startswith("CREATE VIRTUAL")
                and "_" not in str(name)
            ):
                [rows] = (database.execute(f'SELECT count(*) FROM "{name}"').fetchone(),)
                yield ("rows", str(name), str(rows))


def _text(content: bytes) -> Iterator[tuple[str, ...]]:
    yield ("control", str(bool(UNSEEN.search(content.decode()))))


def _picture(content: bytes) -> Iterator[tuple[str, ...]]:
    yield ("begins", content[:8].hex())


_READERS = {
    "md": _page,
    "html": _html,
    "json": _json,
    "js": _script,
    "csv": _table,
    "xlsx": _workbook,
    "atom": _feed,
    "ics": _calendar,
    "db": _database,
    "txt": _text,
    "png": _picture,
}
