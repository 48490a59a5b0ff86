"""Tables that people keep in spreadsheets: read as records and reports, and written for a body to fill in."""

from directive_atlas.tables.draft import draft_of
from directive_atlas.tables.table import Table, table_in
from directive_atlas.tables.workbook import read_sheets

__all__ = ["Table", "draft_of", "read_sheets", "table_in"]
