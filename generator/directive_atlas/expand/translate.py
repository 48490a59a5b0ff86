"""Translations from the catalogues beside the records."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

from directive_atlas.expand.reasons import may_be_name
from directive_atlas.expand.texts import with_texts
from directive_atlas.expand.titles import quoted, source_language
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.catalogue import Translations
from directive_atlas.load.record import Languages
from directive_atlas.passages import DirectivePassages

Named = TypeVar("Named", schema.Actor, schema.Topic, schema.Term)


@dataclass(frozen=True, slots=True)
class Translated:
    """How many texts of a record there are in one language, and what is missing.

    ``fuzzy`` are translations of a text that has changed since: they are not shown.
    """

    texts: int
    missing: int
    fuzzy: int

    @property
    def done(self) -> int:
        """How many texts are there in the language."""
        return self.texts - self.missing - self.fuzzy


@dataclass
class _Translator:
    """Adds to texts what a catalogue has of them, and counts; ``quoted`` is the language of the source."""

    language: str
    catalogue: Translations
    own: DirectivePassages | None
    quoted: str = ""
    names: Collection[str] = ()
    texts: int = 0
    missing: int = 0
    fuzzy: int = 0

    def text(self, path: str, text: Languages) -> Languages:
        if may_be_name(path, text) and text.first in self.names:
            return text  # the reason itself is translated
        self.texts += 1
        if self.language in dict(text.values):
            return text
        found = self._found(path, text.first)
        return text if found is None else text.also(self.language, found)

    def quote(self, path: str, quote: schema.Quote) -> schema.Quote:
        source = quoted(quote, self.own)
        if (
            source is None
            or self.language == self.quoted
            or (quote.translation and self.language in dict(quote.translation.values))
        ):
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
    directive: schema.Directive, raw: RawCorpus, own: DirectivePassages | None
) -> tuple[schema.Directive, Counts]:
    """A directive with the translations beside it, and how much of it is translated.

    ``own`` are its passages: quotes are translated as the text has them.
    """
    languages = raw.settings.languages
    catalogues = raw.catalogues.get(directive.place.file, {})
    source, names = source_language(directive, own, languages), directive.reasons.named
    counts: Counts = {}
    for language in languages:
        translator = _Translator(language, catalogues.get(language, {}), own, source, names)
        directive = with_texts(directive, translator.text, translator.quote)
        counts[language] = Translated(translator.texts, translator.missing, translator.fuzzy)
    return directive, counts


def records_translated(records: tuple[Named, ...], raw: RawCorpus, key: str) -> tuple[Named, ...]:
    """The records of a file that holds many under a key, such as ``actors``, with its translations."""
    return tuple(_named(record, raw, f"{key}/{record.id}/") for record in records)


def _named(record: Named, raw: RawCorpus, path: str) -> Named:
    for language, catalogue in raw.catalogues.get(record.place.file, {}).items():
        record = with_texts(record, _Translator(language, catalogue, None).text, path=path)
    return record
