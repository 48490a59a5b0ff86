"""All files of the JSON interface."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from directive_atlas.api.v1 import Record, Records
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.api import paths
from directive_atlas.outputs.exports.api.changes import change_files, gone_files, month_paths
from directive_atlas.outputs.exports.api.description import described, schemas
from directive_atlas.outputs.exports.api.indexes import index_files
from directive_atlas.outputs.exports.api.lists import lists, start
from directive_atlas.outputs.exports.api.words import all_words
from directive_atlas.outputs.files import File
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus

_ALL = Place("data")


def api_files(made: Records, corpus: Corpus, site: Site) -> Iterator[File]:
    """The start, the lists, every record, the indexes, the changes, the fixed words, the description."""
    indexes = tuple(index_files(corpus))
    yield _file(paths.START, start(made, site, [path for path, _ in indexes], month_paths(corpus)))
    for path, found in (*lists(made), *indexes):
        yield _file(path, found)
    yield from _records(made, corpus)
    for path, change, place in (*change_files(corpus, site), *gone_files(corpus)):
        yield _file(path, change, place)
    yield _plain(paths.WORDS, all_words(site))
    yield from _schema_files()
    yield _plain(paths.OPENAPI, described(site))


@cache
def _schema_files() -> tuple[File, ...]:
    """The schema of each kind of file; they are the same for every site."""
    return tuple(_plain(paths.schema(model), schema) for model, schema in schemas().items())


def _records(made: Records, corpus: Corpus) -> Iterator[File]:
    for directive in made.directives.values():
        place = corpus.directives[directive.id].place
        yield _file(paths.record("directives", directive.id), directive, place)
    for task in made.tasks.values():
        yield _file(paths.record("tasks", task.key), task, corpus.tasks[task.key].place)
    for actor in made.actors.values():
        yield _file(paths.record("actors", actor.id), actor, corpus.actors[actor.id].place)
    for topic in made.topics.values():
        yield _file(paths.record("topics", topic.id), topic, corpus.topics[topic.id].place)
    for term in made.terms.values():
        yield _file(paths.record("terms", term.id), term, corpus.terms[term.id].place)


def _file(path: str, found: Record, place: Place = _ALL) -> File:
    return File(f"{paths.ROOT}/{path}", found.json_bytes(), place)


def _plain(path: str, data: Mapping[str, Any]) -> File:
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return File(f"{paths.ROOT}/{path}", f"{text}\n".encode(), _ALL)
