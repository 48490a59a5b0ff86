"""All feeds, in each language."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.api.v1 import Records
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.feeds.atom import Writer
from directive_atlas.outputs.exports.feeds.news import news
from directive_atlas.outputs.exports.selections import selected
from directive_atlas.outputs.files import File
from directive_atlas.resolve import Corpus

ROOT = "feeds"
"""The folder of the feeds below the folder of a language."""

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
            name, latest = selection.label(language), found[places[0]].day
            content = writer.feed(selection.path, name, [entries[place] for place in places], latest)
            yield File(f"{language.folder}{ROOT}/{selection.path}.atom", content, selection.place)
