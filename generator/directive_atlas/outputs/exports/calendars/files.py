"""All calendars, in each language."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.api.v1 import Records
from directive_atlas.interface import addresses
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.calendars.calendar import Writer
from directive_atlas.outputs.exports.calendars.entries import entries
from directive_atlas.outputs.exports.calendars.recorded import with_history
from directive_atlas.outputs.exports.selections import selected
from directive_atlas.outputs.files import File
from directive_atlas.resolve import Corpus


def calendar_files(made: Records, corpus: Corpus, site: Site) -> Iterator[File]:
    """The calendar of everything, and those of bodies with each of their roles, directives and topics."""
    found = with_history(entries(corpus), corpus)
    selections = selected(found, corpus, site)
    for language in site.languages:
        writer = Writer(corpus, site, language)
        drawn = [writer.drawn(entry) for entry in found]
        for selection, places in selections.items():
            content = writer.calendar(selection.label(language), [drawn[place] for place in places])
            path = language.folder + addresses.calendar(selection.path).path
            yield File(path, content, selection.place)
