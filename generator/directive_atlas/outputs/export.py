"""The table of contents of this room: sealed corpus in, data files for scripts out."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.interface.catalogue import LANGUAGES
from directive_atlas.outputs.files import Output
from directive_atlas.outputs.finder import finder
from directive_atlas.outputs.script import as_script
from directive_atlas.outputs.search import search_files
from directive_atlas.outputs.words import words
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus


def export(corpus: Corpus) -> Output:
    """Everything that scripts of the site load, in all languages of the interface."""
    files = dict(_files(corpus))
    return Output(files, dict.fromkeys(files, Place("data")))


def _files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    yield from finder(corpus)
    for language in LANGUAGES:
        yield as_script(f"words/{language}", words(language))
    yield from search_files(corpus, LANGUAGES)
