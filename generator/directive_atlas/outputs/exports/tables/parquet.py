"""A table as Parquet, for those who have the optional package pyarrow."""

from __future__ import annotations

import io
from typing import Any

from directive_atlas.outputs.exports.tables.table import Column, Table, Type


def as_parquet(table: Table) -> bytes:
    """The file, with type and meaning of each column; one release of pyarrow always writes the same bytes."""
    import pyarrow as arrow
    from pyarrow import parquet

    schema = arrow.schema([_field(column, arrow) for column in table.columns])
    columns = list(zip(*table.rows, strict=True)) or [() for _ in table.columns]
    arrays = [arrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    content = io.BytesIO()
    parquet.write_table(arrow.Table.from_arrays(arrays, schema=schema), content, compression="zstd")
    return content.getvalue()


def _field(column: Column, arrow: Any) -> Any:
    types = {
        Type.STRING: arrow.string(),
        Type.INTEGER: arrow.int64(),
        Type.NUMBER: arrow.float64(),
        Type.BOOLEAN: arrow.bool_(),
        Type.DATE: arrow.date32(),
    }
    return arrow.field(column.name, types[column.type], metadata={"description": column.what})
