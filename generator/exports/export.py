"""The table of contents of this room: sealed corpus in, data files for scripts out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.finder import finder
from generator.exports.script import given
from generator.exports.search import search_files
from generator.exports.words import words
from generator.output import Output
from generator.pages.catalogue import LANGUAGES
from generator.problems import Place
from generator.resolve import Corpus


def export(corpus: Corpus) -> Output:
    """Everything that scripts of the site load, in all languages of the interface."""
    files = dict(_files(corpus))
    return Output(files, dict.fromkeys(files, Place("data")))


def _files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    yield from finder(corpus)
    for language in LANGUAGES:
        yield given(f"words/{language}", words(language))
    yield from search_files(corpus, LANGUAGES)
