"""The records as tables: one SQLite file with a full-text index, CSV files, and their data package."""

from directive_atlas.outputs.exports.tables.files import table_files

__all__ = ["table_files"]
