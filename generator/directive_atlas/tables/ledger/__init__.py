"""The sheet in which a body reports on its tasks: written for it, and read back as progress."""

from directive_atlas.tables.ledger.fields import Field
from directive_atlas.tables.ledger.model import Ledger, LedgerRow
from directive_atlas.tables.ledger.reading import ReadLedger, labels_in, read_ledgers
from directive_atlas.tables.ledger.reports import (
    Imported,
    NewReport,
    Reporting,
    last_reports,
    misfits,
    reports_of,
)
from directive_atlas.tables.ledger.rows import ledger_of
from directive_atlas.tables.ledger.table import progress_with
from directive_atlas.tables.ledger.writing import as_csv, as_xlsx

__all__ = [
    "Field",
    "Imported",
    "Ledger",
    "LedgerRow",
    "NewReport",
    "ReadLedger",
    "Reporting",
    "as_csv",
    "as_xlsx",
    "labels_in",
    "last_reports",
    "ledger_of",
    "misfits",
    "progress_with",
    "read_ledgers",
    "reports_of",
]
