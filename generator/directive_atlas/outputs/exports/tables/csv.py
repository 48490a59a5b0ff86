"""A table as CSV in UTF-8, as RFC 4180 has it."""

from __future__ import annotations

import csv
import datetime as dt
import io

from directive_atlas.outputs.exports.tables.table import Table, Value


def as_csv(table: Table) -> bytes:
    """The file: a heading, then the rows; values as they are, for programs.

    What people open in a spreadsheet program are the XLSX files, in which no cell is a formula.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_written(value) for value in row] for row in table.rows)
    return written.getvalue().encode()


def _written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, dt.date) else str(value)
