"""The records in the forms of other programs: one module, or one folder, for each form."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from directive_atlas.api.v1 import Records, records
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.api import api_files
from directive_atlas.outputs.exports.calendars import calendar_files
from directive_atlas.outputs.exports.feeds import feed_files
from directive_atlas.outputs.exports.poam import poam_files
from directive_atlas.outputs.exports.printed import print_files
from directive_atlas.outputs.exports.sheets import sheet_files
from directive_atlas.outputs.exports.tables import table_files
from directive_atlas.outputs.exports.texts import text_files
from directive_atlas.outputs.files import File
from directive_atlas.resolve import Corpus

FORMS: tuple[Callable[[Records, Corpus, Site], Iterator[File]], ...] = (
    api_files,
    table_files,
    calendar_files,
    feed_files,
    text_files,
    sheet_files,
    poam_files,
    print_files,
)
"""Every form; a new one needs its place here and nothing else."""


def export_files(corpus: Corpus, site: Site) -> Iterator[File]:
    """The files of all forms; the records are put into the words of version 1 once for all of them."""
    made = records(corpus)
    for form in FORMS:
        yield from form(made, corpus, site)


__all__ = ["FORMS", "export_files"]
