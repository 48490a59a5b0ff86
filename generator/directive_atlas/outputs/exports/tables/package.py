"""The description of the tables: a Frictionless data package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.tables.table import Column, Table


def described(tables: Sequence[Table], site: Site, as_of: str) -> Mapping[str, Any]:
    """The data package of some tables, whose files are beside it."""
    keys = {table.name: table.key for table in tables}
    found = {
        "profile": "tabular-data-package",
        "name": "directives",
        "title": site.name.values[0][1],
        "description": site.description.values[0][1],
        "homepage": site.address,
        "created": f"{as_of}T00:00:00Z",
        "resources": [
            *(_as_csv(table, keys) for table in tables),
            *(_as_parquet(table, keys) for table in tables if site.parquet),
        ],
    }
    return {name: value for name, value in found.items() if value is not None}


def _as_csv(table: Table, keys: Mapping[str, Sequence[str]]) -> Mapping[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": table.what,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {**_schema(table, keys), "missingValues": [""]},
    }


def _as_parquet(table: Table, keys: Mapping[str, Sequence[str]]) -> Mapping[str, Any]:
    return {
        "name": f"{table.name.replace('_', '-')}-parquet",
        "path": f"{table.name}.parquet",
        "profile": "data-resource",
        "title": table.what,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": _schema(table, keys),
    }


def _schema(table: Table, keys: Mapping[str, Sequence[str]]) -> Mapping[str, Any]:
    return {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": [_foreign(column, keys) for column in table.columns if column.refers],
    }


def _field(column: Column) -> Mapping[str, Any]:
    return {"name": column.name, "type": column.type.value, "description": column.what}


def _foreign(column: Column, keys: Mapping[str, Sequence[str]]) -> Mapping[str, Any]:
    refers = column.refers or ""
    return {
        "fields": column.name,
        "reference": {"resource": refers.replace("_", "-"), "fields": keys[refers][0]},
    }
