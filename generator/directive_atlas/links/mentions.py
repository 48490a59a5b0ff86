"""The addresses of web pages in the data, each with all the places where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

from directive_atlas.load import RawCorpus
from directive_atlas.load.record import Record
from directive_atlas.load.walk import records_in
from directive_atlas.problems import Place

KEYS = ("url", "archived")
"""The keys whose values are addresses of pages; those in the settings are the site's own."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A page that records name: its address without the part behind ``#``, and the places, in order."""

    address: str
    places: tuple[Place, ...]


def mentions_in(raw: RawCorpus) -> list[Mention]:
    """Every page that is named, by address."""
    found: dict[str, dict[Place, None]] = {}
    for record in _all_records(raw):
        for key in KEYS:
            if address := getattr(record, key, None):
                found.setdefault(urldefrag(address).url, {})[record.at(key)] = None
    return [Mention(address, tuple(sorted(found[address]))) for address in sorted(found)]


def _all_records(raw: RawCorpus) -> Iterator[Record]:
    tables = (raw.progress, raw.targets, raw.pages)
    rows = (row for table in tables for own in table.values() for row in own)
    for record in (*raw.directives, *raw.actors, *raw.topics, *raw.terms, *rows):
        yield from records_in(record, Record)
