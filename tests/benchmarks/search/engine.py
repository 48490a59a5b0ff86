"""How far the search agrees with itself when an engine answers first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from directive_atlas.interface.site import Site
from directive_atlas.outputs.search.export import document_lines, engine_index
from directive_atlas.resolve import Corpus
from playwright.sync_api import Browser

from tests.benchmarks.search.drive import ask_all
from tests.benchmarks.search.labels import Answer, Query, top_five
from tests.benchmarks.search.site import served, write_bare
from tests.tools.quickwit import PATIENT, Engine, answering


def agreement(
    browser: Browser, folder: Path, corpus: Corpus, site: Site, queries: Sequence[Query]
) -> Iterator[str]:
    """The lines of a table: the same results first, the same five, what is found, bytes that are loaded."""
    lines = list(document_lines(corpus, site))
    engine, sizes = Engine(engine_index(site), lines), list[int]()

    def search(asked: Mapping[str, Any]) -> object:
        found = engine.search(asked)
        sizes.append(len(json.dumps(found, ensure_ascii=False).encode()))
        return found

    with answering(search) as address:
        plain, asking = folder / "plain", folder / "asking"
        write_bare(plain, corpus, site)
        write_bare(asking, corpus, replace(site, search_endpoint=address))
        own, found = (_answers(browser, each, queries) for each in (plain, asking))
    pairs = list(zip(own, found, strict=True))
    yield f"{len(lines)} documents, {sum(map(len, lines)) / 1e6:.1f} MB; {len(queries)} queries"
    for count in (1, 5):
        same = sum(one.places[:count] == other.places[:count] for one, other in pairs)
        yield f"the same first {count}, in the same order: {same / len(pairs):.1%}"
    yield f"found among the first five: files {top_five(own):.1%}, engine {top_five(found):.1%}"
    yield f"an answer of the engine: {median(sizes) / 1e3:.0f} KB, at most {max(sizes) / 1e3:.0f}"
    yield "not the same five:"
    yield from (f"  {one.query.text}" for one, other in pairs if one.places[:5] != other.places[:5])


def _answers(browser: Browser, folder: Path, queries: Sequence[Query]) -> list[Answer]:
    with served(folder / "site", folder / "served") as root:
        return ask_all(browser, root, queries, script=PATIENT)
