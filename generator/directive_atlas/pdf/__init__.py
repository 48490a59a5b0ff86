"""PDF files of a built site, printed by a Chromium of this machine: nothing is fetched, no script runs."""

from directive_atlas.pdf.pages import MissingPageError, pages_of
from directive_atlas.pdf.printer import CannotPrintError, NoBrowserError, chromium, is_installed, printer

__all__ = [
    "CannotPrintError",
    "MissingPageError",
    "NoBrowserError",
    "chromium",
    "is_installed",
    "pages_of",
    "printer",
]
