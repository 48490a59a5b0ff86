"""Labelled queries, and whether a result is a page that a label accepts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

HAND_WRITTEN = Path(__file__).with_name("queries.yml")
HALVES = ("development", "test")
ENTRY = "#term-"
"""Anchors that begin like this are of entries that answer on their own, several to a page."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types, of which class it is, and the pages (or entries) that answer it."""

    text: str
    kind: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the search gave for a query: places in order, and milliseconds from the last key to them."""

    query: Query
    places: tuple[str, ...]
    milliseconds: float

    @property
    def rank(self) -> int | None:
        """The place of the first accepted result, counted from 1."""
        return next((n for n, place in enumerate(self.places, 1) if accepts(self.query, place)), None)


def read(path: Path) -> list[Query]:
    """The queries of a YAML file: class to query to page or pages."""
    blocks = yaml.safe_load(path.read_text("utf-8"))
    return [
        Query(text, kind, (pages,) if isinstance(pages, str) else tuple(pages))
        for kind, queries in blocks.items()
        for text, pages in queries.items()
    ]


def unseen(language: str, half: str) -> list[Query]:
    """One half of the queries written by somebody who does not write the search, in one language.

    Who works on the search looks at the development half; the test half says how it does on what nobody saw.
    """
    queries = read(HAND_WRITTEN.with_name(f"unseen-{language}.yml"))
    return [query for query in queries if half_of(query.text) == half]


def half_of(text: str) -> str:
    """Which half a query belongs to: that follows from its text alone, so it never changes.

    By this byte of the digest each kind has queries in both halves.
    """
    return HALVES[hashlib.sha256(text.encode()).digest()[10] % 2]


def accepts(query: Query, place: str) -> bool:
    """Whether a place is one of the query's pages, or an entry on one of them."""
    return place in query.pages or place.partition("#")[0] in query.pages


def place(href: str, root: str) -> str:
    """Where a result leads: its page below ``root`` in no language, and the entry on it if any."""
    address, _, anchor = href.removeprefix(root).partition("#")
    page = address.partition("?")[0].removeprefix("en/")
    return page + (f"#{anchor}" if f"#{anchor}".startswith(ENTRY) else "")


def distinct(hrefs: Iterable[str], root: str) -> tuple[str, ...]:
    """The places of results in their order, each once."""
    return tuple(dict.fromkeys(place(href, root) for href in hrefs))


def top_five(answers: Sequence[Answer]) -> float:
    """The share of queries with an accepted page among the first five."""
    return sum(1 for answer in answers if (answer.rank or 6) <= 5) / len(answers)


def first(answers: Sequence[Answer]) -> float:
    """The share of queries whose first result is an accepted page."""
    return sum(1 for answer in answers if answer.rank == 1) / len(answers)


def reciprocal_rank(answers: Sequence[Answer]) -> float:
    """The mean of one over the rank, with nothing for what was not found."""
    return sum(1 / answer.rank for answer in answers if answer.rank) / len(answers)
