"""The records as tables: one SQLite file with a full-text index, CSV files, and their data package."""

from directive_atlas.outputs.exports.tables.files import table_files
from directive_atlas.outputs.exports.tables.parquet import can_write_parquet

__all__ = ["can_write_parquet", "table_files"]
