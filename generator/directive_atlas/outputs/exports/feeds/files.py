"""All feeds, in each language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from directive_atlas.api.v1 import Records
from directive_atlas.interface import addresses
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.feeds.atom import Writer
from directive_atlas.outputs.exports.feeds.news import news
from directive_atlas.outputs.exports.selections import selected
from directive_atlas.outputs.files import File
from directive_atlas.resolve import Corpus

LATEST = 50
"""Entries in one feed: what a reader has not seen who looks once a month."""


def feed_files(made: Records, corpus: Corpus, site: Site) -> Iterator[File]:
    """The feed of everything, and those of bodies with each of their roles, directives and topics."""
    found = news(corpus, site.due_soon)
    selections = {each: places[:LATEST] for each, places in selected(found, corpus, site).items()}
    shown = sorted({place for places in selections.values() for place in places})
    for language in site.languages:
        writer = Writer(corpus, site, language)
        entries = {place: writer.entry(found[place]) for place in shown}
        for selection, places in selections.items():
            latest = found[places[0]].day if places else _newest(corpus)
            listed = [entries[place] for place in places]
            content = writer.feed(selection.path, selection.label(language), listed, latest)
            path = language.folder + addresses.feed(selection.path).path
            yield File(path, content, selection.place)


def _newest(corpus: Corpus) -> dt.date:
    """The day of the newest directive: since then a feed without news is as it is."""
    days = (directive.date.first for directive in corpus.directives.values() if directive.date)
    return max(days, default=dt.date(1970, 1, 1))
