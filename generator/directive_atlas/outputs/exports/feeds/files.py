"""All feeds, in each language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from directive_atlas.api.v1 import Records
from directive_atlas.interface import addresses
from directive_atlas.interface.addresses import ALL, SECTIONS
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.feeds.atom import Writer
from directive_atlas.outputs.exports.feeds.changes import ChangeWriter
from directive_atlas.outputs.exports.feeds.news import news
from directive_atlas.outputs.exports.selections import changed, removed, selected
from directive_atlas.outputs.files import File
from directive_atlas.resolve import Corpus

LATEST = 50
"""Entries in one feed: what a reader has not seen who looks once a month."""


def feed_files(made: Records, corpus: Corpus, site: Site) -> Iterator[File]:
    """The feeds of everything, of bodies, directives and topics: of news, and of recorded changes."""
    yield from _news(corpus, site)
    yield from _changes(corpus, site)


def _news(corpus: Corpus, site: Site) -> Iterator[File]:
    """Reports and dates ahead; of bodies, those of each of their roles too; of what is gone, that it is."""
    found = news(corpus, site.due_soon)
    selections = {each: places[:LATEST] for each, places in selected(found, corpus, site).items()}
    shown = sorted({place for places in selections.values() for place in places})
    for language in site.languages:
        writer = Writer(corpus, site, language)
        entries = {place: writer.entry(found[place]) for place in shown}
        for selection, places in selections.items():
            latest = found[places[0]].day if places else _newest(corpus)
            listed = [entries[place] for place in places]
            if gone := removed(selection, corpus):
                listed, latest = [ChangeWriter(writer).entry(gone.last)], gone.last.date
            content = writer.feed(selection.path, selection.label(language), listed, latest)
            path = language.folder + addresses.feed(selection.path).path
            yield File(path, content, selection.place)


def _changes(corpus: Corpus, site: Site) -> Iterator[File]:
    """Recorded changes; on a site that records none there is the one feed of all."""
    found = corpus.history.recorded
    selections = {each: places[:LATEST] for each, places in changed(found, corpus, site).items()}
    if not found:
        selections = {each: places for each, places in selections.items() if each.path == ALL}
    shown = sorted({place for places in selections.values() for place in places})
    for language in site.languages:
        writer = Writer(corpus, site, language)
        entries = {place: ChangeWriter(writer).entry(found[place]) for place in shown}
        for selection, places in selections.items():
            name = f"{selection.label(language)} · {language.gettext(SECTIONS['changes'])}"
            latest = found[places[0]].date if places else _newest(corpus)
            path = f"changes/{selection.path}"
            content = writer.feed(path, name, [entries[place] for place in places], latest)
            yield File(language.folder + addresses.feed(path).path, content, selection.place)


def _newest(corpus: Corpus) -> dt.date:
    """The day of the newest directive: since then a feed without news is as it is."""
    days = (directive.date.first for directive in corpus.directives.values() if directive.date)
    return max(days, default=dt.date(1970, 1, 1))
