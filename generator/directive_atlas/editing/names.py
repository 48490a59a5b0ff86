"""What bodies, topics and directives are called, for fields that suggest them while somebody types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pypinyin import Style, lazy_pinyin

from directive_atlas.identify.names import Names, names_of_corpus
from directive_atlas.load import RawCorpus, schema
from directive_atlas.registry import registry
from directive_atlas.vocabulary.folding import caseless
from directive_atlas.vocabulary.languages import languages_of


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that may be typed: ``written`` goes into the record, ``of`` is the record's own name.

    ``sound`` is the name in pinyin and by its initials; empty for names in Latin letters.
    """

    name: str
    written: str
    of: str
    sound: str


def bodies(raw: RawCorpus) -> Iterator[Suggestion]:
    """The actors of a site by all of their names, then the bodies of the registries that it refers to."""
    known = names_of_corpus(raw)
    for actor in raw.actors:
        names = [*_texts(actor.name), *(alias.name for alias in actor.aliases)]
        yield from _suggestions(names, actor.id, known, "actor")
    own = {actor.id for actor in raw.actors}
    for source in raw.settings.registries:
        entries = registry(source.value)
        for entry in entries.entries.values():
            if entry.id not in own:
                for name in dict.fromkeys(entry.names):
                    alone = len(entries.candidates(name)) == 1 and not known.find("actor", name)
                    yield Suggestion(name, name if alone else entry.id, entry.names[0], sound(name))


def topics(raw: RawCorpus) -> Iterator[Suggestion]:
    """The topics of a site by their names."""
    known = names_of_corpus(raw)
    for topic in raw.topics:
        yield from _suggestions(_texts(topic.name), topic.id, known, "topic")


def directives(raw: RawCorpus) -> Iterator[Suggestion]:
    """The directives of a site by id; a title is looked for, but the id written."""
    for directive in raw.directives:
        for name in dict.fromkeys(
            [directive.id, *filter(None, [directive.number]), *_texts(directive.title)]
        ):
            yield Suggestion(name, directive.id, directive.title.first, sound(name))


def _suggestions(names: Iterable[str], record: str, known: Names, kind: str) -> Iterator[Suggestion]:
    names = list(dict.fromkeys([*names, record]))
    for name in names:
        alone = known.find(kind, name) == (record,)
        yield Suggestion(name, name if alone else record, names[0], sound(name))


def _texts(text: schema.Languages) -> list[str]:
    return [words for _, words in text.values]


@cache
def sound(name: str) -> str:
    """A Chinese name as it may be typed: its pinyin, and the initials of it."""
    if "zh" not in languages_of(name, ("zh", "en")):
        return ""
    whole = "".join(lazy_pinyin(name))
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
    return caseless(f"{whole} {initials}")
