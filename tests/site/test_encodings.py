"""Directives that others wrote, encoded without their texts: nothing is lost, nothing is copied.

The texts are read from the evaluation corpus; where it is not present, only what needs no text is
tested. ``python -m tests.tools.corpora.encodings CORPUS TARGET`` builds the sites.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from directive_atlas.build import build
from directive_atlas.load import load, schema
from directive_atlas.load.walk import records_in

from tests.tools.corpora.encodings import CORPUS, assemble, one_by_one, sets
from tests.tools.moment import midnight

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the evaluation corpus is not here")
AS_OF = dt.date(2024, 6, 30)
DEMANDED = {"state-council-2018-121", "state-council-2018-42", "state-council-2019-4"} | {
    "eo-14110",
    "bod-22-01",
    "bod-19-02",
}
_HAN_RUN = 12
_WORD_RUN = 9


def _named(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("encoded", sets(), ids=_named)
def test_no_quote_carries_words_of_the_text(encoded: Path) -> None:
    for path in sorted(encoded.glob("directives/*/directive.yml")):
        text = path.read_text("utf-8")
        assert not re.findall(r"^\s*(?:- )?(?:exact|prefix|suffix|words|translation):", text, re.M), path
    assert not list(encoded.rglob("source.txt"))


def test_the_directives_asked_for_are_there() -> None:
    names = {path.parent.name for encoded in sets() for path in encoded.glob("directives/*/directive.yml")}
    assert names >= DEMANDED


@needs_corpus
@pytest.mark.parametrize("encoded", one_by_one())
def test_a_set_builds_with_every_sentence_quoted_or_marked_as_background(
    encoded: Path, tmp_path: Path
) -> None:
    built = build(assemble(encoded, CORPUS, tmp_path / "data"), midnight(AS_OF), coverage=100)
    assert built.problems == ()
    assert built.output


@needs_corpus
@pytest.mark.parametrize("encoded", sets(), ids=_named)
def test_titles_and_notes_are_our_own_words(encoded: Path, tmp_path: Path) -> None:
    raw, _ = load(assemble(encoded, CORPUS, tmp_path / "data"))
    sources = " ".join(" ".join(text.split()) for text in raw.sources.values())
    names = " ".join(_official_names(raw.actors, raw.directives, raw.terms))
    copied = [text for text in _texts(encoded) for run in _runs(text) if run in sources and run not in names]
    assert copied == []


def _official_names(*groups: tuple[schema.Actor | schema.Directive | schema.Term, ...]) -> Iterator[str]:
    """Names and official titles are facts, and may stand as they are."""
    for record in (record for group in groups for record in group):
        for field in ("name", "title", "term"):
            text = getattr(record, field, None)
            yield from (words for _, words in text.values) if text else ()
        for alias in getattr(record, "aliases", ()):
            yield alias if isinstance(alias, str) else alias.name
        for reference in records_in(record, schema.Reference):
            yield from (words for _, words in reference.title.values)


def _texts(encoded: Path) -> Iterator[str]:
    """Every text of the directives' records."""
    for path in sorted(encoded.glob("directives/*/directive.yml")):
        yield from _strings(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _runs(text: str) -> Iterator[str]:
    """Runs long enough to be copied rather than chanced upon."""
    for run in re.findall(r"[\u4e00-\u9fff，、；：]+", text):
        yield from (run[at : at + _HAN_RUN] for at in range(len(run) - _HAN_RUN + 1))
    words = text.split(" ")
    if not re.search(r"[\u4e00-\u9fff]", text):
        yield from (" ".join(words[at : at + _WORD_RUN]) for at in range(len(words) - _WORD_RUN + 1))


@pytest.mark.parametrize("encoded", sets(), ids=_named)
def test_each_source_is_named_once(encoded: Path) -> None:
    rows = list(csv.DictReader((encoded / "texts.csv").read_text("utf-8").splitlines()))
    directives = [row["directive"] for row in rows]
    assert len(directives) == len(set(directives))
    for name in directives:
        assert (encoded / "directives" / name / "directive.yml").is_file()
