"""Translations from the catalogues beside the records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from directive_atlas.expand.texts import with_texts
from directive_atlas.expand.titles import quoted
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.catalogue import Catalogue
from directive_atlas.load.record import Languages, Record
from directive_atlas.passages import DirectivePassages

R = TypeVar("R", bound=Record)
Named = TypeVar("Named", schema.Actor, schema.Topic, schema.Term)


@dataclass(frozen=True, slots=True)
class Translated:
    """How many texts of a record there are in one language, and what is missing.

    ``fuzzy`` are translations of a text that has changed since: they are not shown.
    """

    texts: int
    missing: int
    fuzzy: int


@dataclass
class _Translator:
    """Adds to texts what a catalogue has of them, and counts."""

    language: str
    catalogue: Catalogue
    own: DirectivePassages | None
    texts: int = 0
    missing: int = 0
    fuzzy: int = 0

    def text(self, path: str, text: Languages) -> Languages:
        self.texts += 1
        if self.language in dict(text.values):
            return text
        found = self._found(path, text.first)
        return text if found is None else text.also(self.language, found)

    def quote(self, path: str, quote: schema.Quote) -> schema.Quote:
        source = quoted(quote, self.own)
        if source is None or (quote.translation and self.language in dict(quote.translation.values)):
            return quote
        self.texts += 1
        found = self._found(path, source)
        if found is None:
            return quote
        before = dict(quote.translation.values) if quote.translation else {}
        return quote.model_copy(
            update={"translation": Languages.of({**before, self.language: found}, quote.place)}
        )

    def _found(self, path: str, source: str) -> str | None:
        entry = self.catalogue.get(path)
        if entry is None:
            self.missing += 1
            return None
        if entry.fuzzy or entry.source.split() != source.split():
            self.fuzzy += 1
            return None
        return entry.text


Counts = dict[str, Translated]
"""How much is translated, by language."""


def translated(
    record: R,
    catalogues: Mapping[str, Catalogue],
    languages: Sequence[str],
    own: DirectivePassages | None = None,
    path: str = "",
) -> tuple[R, Counts]:
    """A record with the translations that its catalogues have, and how much of it is translated.

    ``own`` are the passages of a directive: quotes are translated as the text has them.
    """
    counts: Counts = {}
    for language in languages:
        translator = _Translator(language, catalogues.get(language, {}), own)
        record = with_texts(record, translator.text, translator.quote, path)
        counts[language] = Translated(translator.texts, translator.missing, translator.fuzzy)
    return record, counts


def records_translated(records: tuple[Named, ...], raw: RawCorpus, key: str) -> tuple[Named, ...]:
    """The records of a file that holds many under a key, such as ``actors``."""
    languages = raw.settings.languages
    return tuple(
        translated(record, raw.catalogues.get(record.place.file, {}), languages, path=f"{key}/{record.id}/")[
            0
        ]
        for record in records
    )
