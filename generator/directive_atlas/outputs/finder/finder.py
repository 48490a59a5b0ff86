"""The table of contents of the finder's data: which file holds what.

Rows are all tasks and measures in the order of the site: newest directive first, within it as in
the text. What every filter needs comes as columns in large shards; what only the rows on the screen
need, their texts, in small ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.interface.catalogue import LANGUAGES
from directive_atlas.outputs.finder.collation import ranks
from directive_atlas.outputs.finder.columns import KEY_FILE, index, keys, shards
from directive_atlas.outputs.finder.table import Table, table
from directive_atlas.outputs.finder.texts import marked, row_texts
from directive_atlas.outputs.finder.words import words
from directive_atlas.outputs.packing import numbers
from directive_atlas.outputs.script import as_script
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Text


def finder(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """All files of the finder, as path and bytes."""
    rows = table(corpus)
    yield as_script("finder/index", index(rows))
    for number, shard in enumerate(shards(rows)):
        yield as_script(f"finder/columns/{number}", shard)
    for number, shard_keys in enumerate(keys(rows)):
        yield as_script(f"{KEY_FILE}/{number}", shard_keys)
    for kind, names in _names(rows).items():
        yield as_script(f"finder/{kind}", " ".join(names))
    for language in LANGUAGES:
        yield from _in_language(rows, language)


def _in_language(rows: Table, language: str) -> Iterator[tuple[str, bytes]]:
    yield as_script(f"finder/words-{language}", words(language))
    titles = [task.title.best(language)[0] for task in rows.tasks]
    yield as_script(f"finder/ranks-{language}", numbers(ranks(titles, language)))
    for kind, names in _names(rows).items():
        yield as_script(f"finder/{kind}-{language}", [marked(name, language) for name in names.values()])
    for number, shard in enumerate(row_texts(rows, language)):
        yield as_script(f"finder/rows-{language}/{number}", shard)


def _names(rows: Table) -> dict[str, dict[str, Text]]:
    """The records that rows point at: by kind, their ids and names in the order of their numbers."""
    corpus = rows.corpus
    return {
        "directives": {record_id: corpus.directives[record_id].title for record_id in rows.directives},
        "actors": {record_id: actor.name for record_id, actor in corpus.actors.items()},
        "topics": {record_id: topic.name for record_id, topic in corpus.topics.items()},
    }
