"""The texts of the records that are to be translated, with the paths that name them in catalogues."""

from __future__ import annotations

from collections.abc import Collection

from directive_atlas.expand.reasons import may_be_name
from directive_atlas.expand.texts import with_texts
from directive_atlas.expand.titles import quoted, source_language, with_titles
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.record import Languages, Record
from directive_atlas.passages import DirectivePassages, Passages

Texts = dict[str, str]
"""The words of each text by its path, in the order of the record."""


def to_translate(raw: RawCorpus, passages: Passages, language: str) -> dict[str, Texts]:
    """By the file of the record, the texts that it does not have in a language itself.

    ``raw`` is identified, not expanded: a named reason is one text, wherever it stands.
    """
    found: dict[str, Texts] = {}
    for directive in raw.directives:
        titled = with_titles(directive, passages, raw.settings.languages)
        names = directive.reasons.named
        own = passages.of(directive)
        foreign = source_language(directive, own, raw.settings.languages) != language
        found[directive.place.file] = _texts(titled, language, "", own if foreign else None, names)
    for key, records in (("actors", raw.actors), ("topics", raw.topics), ("terms", raw.terms)):
        for record in records:
            texts = found.setdefault(record.place.file, {})
            texts.update(_texts(record, language, f"{key}/{record.id}/"))
    return {file: texts for file, texts in found.items() if texts}


def _texts(
    record: Record,
    language: str,
    path: str,
    own: DirectivePassages | None = None,
    names: Collection[str] = (),
) -> Texts:
    found: Texts = {}

    def text(path: str, value: Languages) -> Languages:
        named = may_be_name(path, value) and value.first in names
        if not named and language not in dict(value.values) and not path.endswith("/translation"):
            found[path] = value.first
        return value

    def quote(path: str, value: schema.Quote) -> schema.Quote:
        words = quoted(value, own) if own else None
        if words and not (value.translation and language in dict(value.translation.values)):
            found[path] = " ".join(words.split())
        return value

    with_texts(record, text, quote, path)
    return found
