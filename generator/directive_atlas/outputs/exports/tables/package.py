"""The description of the tables: a Frictionless data package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.tables.table import Column, Table


def described(tables: Sequence[Table], site: Site, as_of: str) -> Mapping[str, Any]:
    """The data package of some tables, whose CSV files are beside it."""
    keys = {table.name: table.key for table in tables}
    found = {
        "profile": "tabular-data-package",
        "name": "directives",
        "title": site.name.values[0][1],
        "description": site.description.values[0][1],
        "homepage": site.address,
        "created": f"{as_of}T00:00:00Z",
        "resources": [_resource(table, keys) for table in tables],
    }
    return {name: value for name, value in found.items() if value is not None}


def _resource(table: Table, keys: Mapping[str, Sequence[str]]) -> Mapping[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": table.what,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign(column, keys) for column in table.columns if column.refers],
            "missingValues": [""],
        },
    }


def _field(column: Column) -> Mapping[str, Any]:
    return {"name": column.name, "type": column.type.value, "description": column.what}


def _foreign(column: Column, keys: Mapping[str, Sequence[str]]) -> Mapping[str, Any]:
    refers = column.refers or ""
    return {
        "fields": column.name,
        "reference": {"resource": refers.replace("_", "-"), "fields": keys[refers][0]},
    }
