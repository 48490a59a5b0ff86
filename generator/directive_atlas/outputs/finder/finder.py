"""The files of the finder's data.

Rows are all tasks and measures in the order of the site: newest directive first, within it as in the text.
What every filter needs is in columns, in large shards; the texts, which only the rows on the screen need, in
small ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.interface.collation import ranks
from directive_atlas.interface.plain_times import PlainTimes
from directive_atlas.interface.site import Site
from directive_atlas.outputs.files import File
from directive_atlas.outputs.finder.columns import KEY_FILE, first_rows, index, keys, shards
from directive_atlas.outputs.finder.days import day_shards
from directive_atlas.outputs.finder.table import Table, table
from directive_atlas.outputs.finder.texts import marked, row_texts
from directive_atlas.outputs.finder.words import words
from directive_atlas.outputs.packing import numbers
from directive_atlas.outputs.script import as_script
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Text


def finder_files(corpus: Corpus, site: Site) -> Iterator[File]:
    """All files of the finder."""
    rows = table(corpus)
    yield as_script("finder/index", index(rows))
    if first := first_rows(rows):
        yield as_script("finder/first", first)
    for number, shard in enumerate(shards(rows)):
        yield as_script(f"finder/columns/{number}", shard)
    for number, shard_keys in enumerate(keys(rows)):
        yield as_script(f"{KEY_FILE}/{number}", shard_keys)
    for number, (courses, texts) in enumerate(day_shards(rows, _times(corpus, site))):
        yield as_script(f"finder/days/{number}", courses)
        for language, own in zip(site.languages, texts, strict=True):
            yield as_script(f"finder/days-{language.code}/{number}", own)
    for kind, names in _names(rows).items():
        yield as_script(f"finder/{kind}", " ".join(names))
    for times in _times(corpus, site):
        yield from _in_language(rows, times)


def _times(corpus: Corpus, site: Site) -> list[PlainTimes]:
    """The words for times in each language."""
    return [PlainTimes(corpus, site, language) for language in site.languages]


def _in_language(rows: Table, times: PlainTimes) -> Iterator[File]:
    language = times.language
    code = language.code
    yield as_script(f"finder/words-{code}", words(language))
    titles = [task.title.best(code)[0] for task in rows.tasks]
    yield as_script(f"finder/ranks-{code}", numbers(ranks(titles, code)))
    for kind, names in _names(rows).items():
        yield as_script(f"finder/{kind}-{code}", [marked(name, code) for name in names.values()])
    for number, shard in enumerate(row_texts(rows, times)):
        yield as_script(f"finder/rows-{code}/{number}", shard)


def _names(rows: Table) -> dict[str, dict[str, Text]]:
    """The records that rows refer to: by kind, their ids and names in the order of their numbers."""
    corpus = rows.corpus
    return {
        "directives": {record_id: corpus.directives[record_id].title for record_id in rows.directives},
        "actors": {record_id: actor.name for record_id, actor in corpus.actors.items()},
        "topics": {record_id: topic.name for record_id, topic in corpus.topics.items()},
    }
