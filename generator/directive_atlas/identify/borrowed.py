"""Bodies of the registries that a site refers to without a record of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from directive_atlas.identify.names import Names, names_of_corpus
from directive_atlas.identify.rewrite import rewritten
from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.record import Record
from directive_atlas.problems import Place
from directive_atlas.registry import Entry, Registry, copies, registry


def with_borrowed(raw: RawCorpus) -> RawCorpus:
    """A corpus with the bodies that it names, and those above them, out of the registries of its settings.

    A site's own actors go before; a name that several bodies have is left to the site.
    """
    sources = [registry(name.value) for name in raw.settings.registries]
    if not sources:
        return raw
    actors: tuple[schema.Actor, ...] = raw.actors
    for name in _unknown(raw, names_of_corpus(raw)):
        found = list(_found(sources, name))
        if len(found) == 1:
            source, entry = found[0]
            known = {actor.id for actor in actors}
            actors += tuple(each for each in copies(source, entry, actors, entry.id) if each.id not in known)
    return replace(raw, actors=actors)


def _found(sources: Iterable[Registry], name: str) -> Iterable[tuple[Registry, Entry]]:
    for source in sources:
        own = source.entries.get(name)
        yield from ((source, entry) for entry in ((own,) if own else source.candidates(name)))


def _unknown(raw: RawCorpus, names: Names) -> dict[str, None]:
    """The names of actors that no record of the site has, in the order of the files."""
    unknown: dict[str, None] = {}

    def note(kind: str, name: str, _: Place) -> str:
        if kind == "actor" and not names.find(kind, name):
            unknown[name] = None
        return name

    records: Iterable[Record] = (
        *raw.directives,
        *raw.actors,
        *(report for reports in raw.progress.values() for report in reports),
    )
    for record in records:
        rewritten(record, note)
    return unknown
