"""The names of bodies that a text may use: those of the site, then those of the registries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from directive_atlas.draft.bodies import Names
from directive_atlas.identify.borrowed import existed
from directive_atlas.load import RawCorpus, schema
from directive_atlas.registry import REGISTRIES, Entry, Registry, present, registry
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.folding import name_key

T = TypeVar("T")
Found = tuple[Registry, Entry]

_SHORTEST = 2
"""A name of one character would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Known:
    """The bodies that a text may name: ``names`` finds them, each by the id that it has on this site.

    ``entries`` are the bodies of registries that the site has no record of, by their ids there.
    """

    names: Names
    entries: Mapping[str, Found]


def known_bodies(raw: RawCorpus, day: ImpreciseDate | None) -> Known:
    """What bodies are called on a day; without one, all names that they ever had.

    A name that the site has itself means its own actors only. The site's registries go before the others.
    """
    names = dict(_index((name, actor.id) for actor in raw.actors for name in _names(actor)))
    entries: dict[str, Found] = {}
    there = _Present(raw.actors)
    for source in _registries(raw):
        taken = {name_key(name) for name in names}
        found = {entry: there.id_of(entry) for entry in source.entries.values() if _is_of(entry, day)}
        pairs = ((name, own or entry.id) for entry, own in found.items() for name in entry.names)
        names |= {name: ids for name, ids in _index(pairs).items() if name_key(name) not in taken}
        entries = {entry.id: (source, entry) for entry, own in found.items() if not own} | entries
    return Known(Names(dict(sorted(names.items()))), entries)


def _is_of(entry: Entry, day: ImpreciseDate | None) -> bool:
    return day is None or existed(entry, day)


def _registries(raw: RawCorpus) -> Iterator[Registry]:
    """All registries, those of the site first."""
    of_site = [name.value for name in raw.settings.registries]
    yield from map(registry, dict.fromkeys([*of_site, *REGISTRIES]))


class _Present:
    """Which actor of a site a body of a registry is; as ``registry.present``, without asking all of them."""

    def __init__(self, actors: Iterable[schema.Actor]) -> None:
        actors = tuple(actors)
        self._by_id = {actor.id: actor for actor in actors}
        self._by_name = _index((name_key(name), a) for a in actors for _, name in a.name.values)

    def id_of(self, entry: Entry) -> str:
        own = [self._by_id[entry.id]] if entry.id in self._by_id else []
        alike = chain.from_iterable(self._by_name.get(name_key(name), ()) for _, name in entry.name.values)
        return present(entry, (*own, *alike))


def _index(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """What has each name, without what is too short to be one."""
    found: dict[str, list[T]] = {}
    for name, value in pairs:
        if len(name) >= _SHORTEST and value not in found.setdefault(name, []):
            found[name].append(value)
    return {name: tuple(values) for name, values in found.items()}


def _names(actor: schema.Actor) -> Iterator[str]:
    yield from (name for _, name in actor.name.values)
    yield from (alias.name for alias in actor.aliases)
