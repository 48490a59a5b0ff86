"""The records as the tables that people keep: division of work, ledger, dispositions, recommendations."""

from directive_atlas.outputs.exports.sheets.files import sheet_files

__all__ = ["sheet_files"]
