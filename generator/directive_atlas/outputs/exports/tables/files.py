"""All files of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from directive_atlas.api.v1 import Records, Words
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.tables.csv import as_csv
from directive_atlas.outputs.exports.tables.package import described
from directive_atlas.outputs.exports.tables.parquet import as_parquet
from directive_atlas.outputs.exports.tables.parts import part_tables
from directive_atlas.outputs.exports.tables.records import record_tables
from directive_atlas.outputs.exports.tables.sqlite import as_sqlite
from directive_atlas.outputs.files import File
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus

ROOT = "tables"
"""The folder of the tables below the root of the site."""

_ALL = Place("data")


def table_files(made: Records, corpus: Corpus, site: Site) -> Iterator[File]:
    """One SQLite file with everything, each table as CSV (and, if asked for, Parquet), their description."""
    tables = (*record_tables(made, site.codes), *part_tables(made, site.codes))
    yield _file("directives.db", as_sqlite(tables, _texts(made)))
    for table in tables:
        yield _file(f"{table.name}.csv", as_csv(table))
    for table in tables if site.parquet else ():
        yield _file(f"{table.name}.parquet", as_parquet(table))
    package = described(tables, site, made.as_of.isoformat())
    yield _file("datapackage.json", f"{json.dumps(package, ensure_ascii=False, indent=1)}\n".encode())


def _file(name: str, content: bytes) -> File:
    return File(f"{ROOT}/{name}", content, _ALL)


def _texts(made: Records) -> Iterator[tuple[str, str, str, str]]:
    """What the full-text index finds: titles, quotes, reports, definitions."""
    for directive in made.directives.values():
        text = _joined(directive.title, directive.summary)
        yield "directive", directive.id, directive.page, text
    for task in made.all_tasks():
        yield "task", task.key, task.page, _joined(task.title, task.note)
        yield from (("quote", task.key, each.page, each.text) for each in task.quotes)
        yield from (("report", task.key, task.page, _joined(each.note)) for each in task.reports if each.note)
    for actor in made.actors.values():
        names = [*actor.name.values(), *(each.name for each in actor.aliases)]
        yield "actor", actor.id, actor.page, "\n".join(names)
    for term in made.terms.values():
        yield "term", term.id, term.page, _joined(term.term, term.definition)


def _joined(*texts: Words | None) -> str:
    return "\n".join(_lines(each for each in texts if each))


def _lines(texts: Iterable[Words]) -> Iterator[str]:
    for text in texts:
        yield from text.values()
