"""The records as tables: whole, true to their types, linked, and found by their words."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing

import pytest
from directive_atlas.api.v1 import records
from directive_atlas.outputs.exports.tables import table_files
from directive_atlas.outputs.exports.tables.csv import as_csv
from directive_atlas.outputs.exports.tables.sqlite import as_sqlite
from directive_atlas.outputs.exports.tables.table import Column, Table, Type
from directive_atlas.resolve import Corpus
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.sites import bilingual

SITE = bilingual()
Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def files(corpus: Corpus) -> Files:
    """The files of the fixture by their names."""
    made = table_files(records(corpus), corpus, SITE)
    return {file.path.removeprefix("tables/"): file.content for file in made}


@pytest.fixture(scope="module")
def database(files: Files) -> Iterator[sqlite3.Connection]:
    """The SQLite file of the fixture, open."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files["directives.db"])
        yield connection


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_the_database_is_sound_and_every_reference_leads_somewhere(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_record_has_its_row(database: sqlite3.Connection, corpus: Corpus) -> None:
    counts = {
        "directives": len(corpus.directives),
        "tasks": len(corpus.tasks),
        "actors": len(corpus.actors),
        "topics": len(corpus.topics),
        "terms": len(corpus.terms),
        "duties": sum(len(task.duties) for task in corpus.tasks.values()),
        "reports": sum(len(task.reports) for task in corpus.tasks.values()),
        "quotes": sum(len(task.passages) for task in corpus.tasks.values()),
    }
    for name, count in counts.items():
        assert database.execute(f"SELECT count(*) FROM {name}").fetchone() == (count,), name


def test_a_question_across_tables_has_the_answer_of_the_site(
    database: sqlite3.Connection, corpus: Corpus
) -> None:
    question = """
        SELECT tasks.key FROM tasks JOIN duties ON duties.task = tasks.key
        WHERE duties.actor = 'east-bureau' AND duties.role = 'responsible' ORDER BY tasks.key
    """
    expected = sorted(
        task.key
        for task in corpus.tasks.values()
        for duty in task.duties
        if duty.actor == "east-bureau" and duty.role == "responsible"
    )
    assert expected
    assert [key for (key,) in database.execute(question)] == expected


def test_words_of_any_language_are_found(database: sqlite3.Connection, corpus: Corpus) -> None:
    task = next(task for task in corpus.tasks.values() if task.passages and len(task.passages[0].text) > 8)
    found = database.execute(
        "SELECT id FROM search WHERE kind = 'quote' AND search MATCH ?", (f'"{task.passages[0].text[2:7]}"',)
    )
    assert (task.key,) in found.fetchall()


def test_the_same_data_are_the_same_bytes(files: Files, corpus: Corpus) -> None:
    again = {
        file.path.removeprefix("tables/"): file.content for file in table_files(records(corpus), corpus, SITE)
    }
    assert again == files
    content = files["directives.db"]
    assert content[24:28] == content[92:96] == content[96:100] == bytes(4)


def test_the_package_describes_the_files_beside_it(files: Files) -> None:
    package = json.loads(files["datapackage.json"])
    assert {each["path"] for each in package["resources"]} == {
        name for name in files if name.endswith(".csv")
    }
    keys = {each["name"]: each["schema"]["primaryKey"] for each in package["resources"]}
    for resource in package["resources"]:
        schema, rows = resource["schema"], _rows(files[resource["path"]])
        header = files[resource["path"]].decode().partition("\r\n")[0].split(",")
        assert header == [field["name"] for field in schema["fields"]]
        identities = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(set(identities)) == len(identities), resource["name"]
        for foreign in schema["foreignKeys"]:
            assert keys[foreign["reference"]["resource"]] == [foreign["reference"]["fields"]]


CELLS = st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"]), max_size=20)), max_size=6)


@given(CELLS)
def test_any_text_survives_csv_and_sqlite(cells: list[tuple[str]]) -> None:
    column = Column("text", Type.STRING, "any")
    table = Table("texts", "Texts", (column,), tuple(cells))
    read = list(csv.reader(io.StringIO(as_csv(table).decode(), newline="")))[1:]
    assert [row or [""] for row in read] == [list(row) for row in cells]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(as_sqlite((table,), ()))
        stored = connection.execute("SELECT CAST(text AS BLOB) FROM texts ORDER BY rowid").fetchall()
    assert [blob.decode() for (blob,) in stored] == [text for (text,) in cells]
