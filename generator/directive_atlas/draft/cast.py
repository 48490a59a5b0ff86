"""The bodies of one draft: how its record calls each, and the records that the site lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count

from pypinyin import lazy_pinyin

from directive_atlas.draft.model import Body, Draft, DraftDuty, Part
from directive_atlas.draft.naming import Known
from directive_atlas.identify.names import Names, names_of_corpus
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.fields import guessed_id, is_id
from directive_atlas.passages import Span
from directive_atlas.registry import copies
from directive_atlas.vocabulary.folding import name_key


@dataclass(frozen=True)
class Cast:
    """The bodies of one draft.

    ``copied`` are bodies of registries that the site has to have records of, those above them too;
    ``unknown`` are those that nothing knows, by the id that they are given, with the words of the text;
    ``groups`` are those of them of which each member is to do something.
    """

    raw: RawCorpus
    known: Known
    copied: tuple[schema.Actor, ...]
    unknown: Mapping[str, str]
    groups: frozenset[str] = frozenset()

    def called(self, body: Body) -> str | None:
        """How the record calls a body: as the text does where that is its name, else by id.

        Nothing where its name means several bodies: a person has to say which.
        """
        words = " ".join(body.words.split())
        if body.id is None:
            return None if self.meanings(body) else self._of_words(words)
        return words if self._meant(words) == (body.id,) else body.id

    def meanings(self, body: Body) -> Sequence[str]:
        """The ids of the several bodies that a name may mean; empty where it is clear, or unknown."""
        found = self.known.names.ids.get(body.words, ()) if body.id is None else ()
        return found if len(found) > 1 else ()

    def listed(self, value: object) -> tuple[Body, ...]:
        """The bodies of a list of the head, which may be given by their names alone."""
        return tuple(_listed(value, self.known))

    def directives(self, name: str) -> str | None:
        """The directive of the site that has a title or number, if there is one."""
        found = self._names.find("directive", name)
        return found[0] if len(found) == 1 else None

    def _of_words(self, words: str) -> str | None:
        found = self._meant(words)
        return words if len(found) == 1 else self._by_words.get(name_key(words))

    @cached_property
    def _by_words(self) -> Mapping[str, str]:
        return {name_key(words): own for own, words in self.unknown.items()}

    def _meant(self, words: str) -> tuple[str, ...]:
        """The bodies that a name in a record means on this site, after the new records were added."""
        if found := self._names.find("actor", words):
            return found
        sources = {source.name: source for source, _ in self.known.entries.values()}
        named = [sources[name.value] for name in self.raw.settings.registries if name.value in sources]
        bodies = (entry.id for source in named for entry in source.candidates(words))
        return tuple(body for body in bodies if body in self.known.entries)

    @cached_property
    def _names(self) -> Names:
        names = names_of_corpus(replace(self.raw, actors=(*self.raw.actors, *self.copied)))
        for own, words in self.unknown.items():
            names.add("actor", own, [words])
        return names


def cast_of(draft: Draft, raw: RawCorpus, known: Known) -> Cast:
    """The bodies that a draft names."""
    bodies = tuple(_bodies(draft, known))
    copied = _copied(bodies, raw, known)
    taken = {actor.id for actor in (*raw.actors, *copied)} | set(known.entries)
    unknown = dict(_unknown(bodies, known, taken))
    several = {name_key(duty.body.words) for duty in _duties(draft.parts) if duty.each}
    groups = frozenset(own for own, words in unknown.items() if name_key(words) in several)
    return Cast(raw, known, copied, unknown, groups)


_SYLLABLES = 10
"""How many syllables or words of a name make its id."""

LISTS_OF_BODIES = ("approved_by", "copies", "addressees")
"""The keys of a directive that name bodies, apart from its issuers."""


def _listed(value: object, known: Known) -> Iterator[Body]:
    for each in value if isinstance(value, Iterable) and not isinstance(value, str) else ():
        ids = known.names.ids.get(str(each), ()) if isinstance(each, str) else ()
        yield (
            each if isinstance(each, Body) else Body(str(each), ids[0] if len(ids) == 1 else None, Span(0, 0))
        )


def _bodies(draft: Draft, known: Known) -> Iterator[Body]:
    """All bodies in the order of the record, each as often as it is named."""
    yield from (*draft.head.issuers, *draft.head.recipients)
    for key in LISTS_OF_BODIES:
        yield from _listed(draft.head.block.get(key, ()), known)
    for duty in _duties(draft.parts):
        yield from (duty.body, *([duty.via] if duty.via else []))


def _duties(parts: Iterable[Part]) -> Iterator[DraftDuty]:
    for part in parts:
        yield from part.duties
        yield from _duties(part.parts)


def _copied(bodies: Iterable[Body], raw: RawCorpus, known: Known) -> tuple[schema.Actor, ...]:
    """The records of those whose registry the site does not use, and of the bodies above them."""
    used = {name.value for name in raw.settings.registries}
    actors: tuple[schema.Actor, ...] = ()
    for body in dict.fromkeys(body.id for body in bodies if body.id in known.entries):
        source, entry = known.entries[body or ""]
        there = {actor.id for actor in (*raw.actors, *actors)}
        if source.name not in used and entry.id not in there:
            actors += copies(source, entry, (*raw.actors, *actors), entry.id)
    return actors


def _unknown(bodies: Iterable[Body], known: Known, taken: Iterable[str]) -> Iterator[tuple[str, str]]:
    """An id of its own for each body that nothing knows, by the words that name it first."""
    words = [" ".join(body.words.split()) for body in bodies if _is_unknown(body, known)]
    used, named = set(taken), set[str]()
    for each in words:
        if name_key(each) not in named:
            named.add(name_key(each))
            own = next(guess for guess in _guesses(each) if guess not in used)
            used.add(own)
            yield own, each


def _is_unknown(body: Body, known: Known) -> bool:
    return body.id is None and body.words not in known.names.ids


def _latin(words: str) -> str:
    """A name in Latin letters: Chinese characters in pinyin, and no more of it than an id needs."""
    return " ".join(" ".join(lazy_pinyin(words, errors="ignore") or words.split()).split()[:_SYLLABLES])


def _guesses(words: str) -> Iterator[str]:
    """Ids for a body: from its name, a Chinese one in pinyin, else by number."""
    guess = guessed_id(_latin(words)) if any(map(str.isalpha, words)) else "body"
    if is_id(guess) and guess != "body":
        yield guess
    yield from (f"{guess[:70]}-{number}" for number in count(1 if guess == "body" else 2))
