"""Recorded changes as entries of feeds, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.changes.words import Sentences
from directive_atlas.interface import addresses
from directive_atlas.outputs.exports.feeds.atom import Writer, add, drawn, element, moment
from directive_atlas.resolve.model.changes import Recorded


@dataclass(frozen=True, slots=True)
class ChangeWriter:
    """Writes recorded changes in the language of ``writer``."""

    writer: Writer

    def entry(self, recorded: Recorded) -> bytes:
        """A change as XML, made once for all feeds that it is in."""
        language, change = self.writer.language, recorded.change
        entry = element("entry")
        add(entry, "id", f"{self.writer.root}:change-{recorded.id}")
        add(entry, "title", Sentences(language).record(change))
        add(entry, "updated", moment(recorded.date))
        add(entry, "published", moment(recorded.date))
        if address := self._address(recorded):
            add(entry, "link", rel="alternate", type="text/html", href=address)
        add(entry, "category", term=change.what.value, label=language.gettext(change.what.label))
        add(entry, "content", "\n".join(self._lines(recorded)), type="text")
        return drawn(entry)

    def _lines(self, recorded: Recorded) -> Iterator[str]:
        sentences = Sentences(self.writer.language)
        yield from map(sentences.field, recorded.change.fields)
        if recorded.reason:
            yield sentences.value(recorded.reason)

    def _address(self, recorded: Recorded) -> str | None:
        """The page of the record, or the one that says what became of it."""
        corpus, change = self.writer.corpus, recorded.change
        there = corpus.has(change.identity) or change.identity in corpus.history.gone
        if not (there and self.writer.site.address):
            return None
        found = addresses.of_record(change.kind, change.id, change.root)
        folder = self.writer.language.folder
        return f"{self.writer.site.address.rstrip('/')}/{folder}{found.href('index.md')}"
