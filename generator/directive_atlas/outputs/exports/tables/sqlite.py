"""All tables in one SQLite file, with a full-text index; the same tables are always the same bytes."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing

from directive_atlas.outputs.exports.tables.table import Column, Table, Type, Value

_TYPES: Mapping[Type, str] = {
    Type.STRING: "TEXT",
    Type.INTEGER: "INTEGER",
    Type.NUMBER: "REAL",
    Type.BOOLEAN: "INTEGER",
    Type.DATE: "TEXT",
}
_COUNTERS = (slice(24, 28), slice(92, 100))
"""The places of the header that tell how often a file was changed, and by which version of the library."""


def as_sqlite(tables: Sequence[Table], indexed: Iterable[Sequence[str]]) -> bytes:
    """The file; ``indexed`` are the rows of the full-text index: the kind, the id, the page, the text.

    The index cuts texts into runs of three characters, so that it finds words of languages that do not
    separate them; shorter words are found with LIKE.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA page_size = 4096")
        with connection:
            for table in tables:
                _fill(connection, table)
            _index(connection, indexed)
        connection.execute("VACUUM")
        content = bytearray(connection.serialize())
    for place in _COUNTERS:
        content[place] = bytes(place.stop - place.start)
    return bytes(content)


def _fill(connection: sqlite3.Connection, table: Table) -> None:
    columns = ", ".join(map(_declared, table.columns))
    key = f", PRIMARY KEY ({', '.join(map(_quoted, table.key))})" if table.key else ""
    connection.execute(f"CREATE TABLE {_quoted(table.name)} ({columns}{key})")
    marks = ", ".join("?" * len(table.columns))
    rows = ([_stored(value) for value in row] for row in table.rows)
    connection.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", rows)
    for column in table.columns:
        if column.refers and column.name not in table.key[:1]:
            name = _quoted(f"{table.name}_{column.name}")
            connection.execute(f"CREATE INDEX {name} ON {_quoted(table.name)} ({_quoted(column.name)})")


def _declared(column: Column) -> str:
    refers = f" REFERENCES {_quoted(column.refers)}" if column.refers else ""
    return f"{_quoted(column.name)} {_TYPES[column.type]}{refers}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _stored(value: Value) -> str | int | float | None:
    return value.isoformat() if isinstance(value, dt.date) else value


def _index(connection: sqlite3.Connection, indexed: Iterable[Sequence[str]]) -> None:
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5"
        "(kind UNINDEXED, id UNINDEXED, page UNINDEXED, text, tokenize = 'trigram')"
    )
    connection.executemany("INSERT INTO search VALUES (?, ?, ?, ?)", indexed)
    connection.execute("INSERT INTO search(search) VALUES ('optimize')")
