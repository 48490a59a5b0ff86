"""The records that a site lacks if it wants a body of a registry."""

from __future__ import annotations

from collections.abc import Iterable

from directive_atlas.load.schema import Actor
from directive_atlas.registry.bodies import Entry, Registry
from directive_atlas.vocabulary.folding import name_key


def copies(source: Registry, entry: Entry, actors: Iterable[Actor], record_id: str) -> tuple[Actor, ...]:
    """A body as ``record_id`` and those above it that a site with these ``actors`` lacks, the topmost first.

    A parent that the site has under an id of its own is named by that.
    """
    known = tuple(actors)
    missing: list[Actor] = [entry.model_copy(update={"id": record_id})]
    for parent in source.above(entry):
        if there := present(parent, known):
            missing[-1] = missing[-1].model_copy(update={"parent": there})
            break
        missing.append(parent)
    return tuple(reversed(missing))


def present(entry: Entry, actors: Iterable[Actor]) -> str:
    """The id under which a site has a body; empty if it has not.

    It has the body if an actor has its id, or the same name in each language in which both have one.
    """
    same = (actor.id for actor in actors if actor.id == entry.id or _same_names(actor, entry))
    return next(same, "")


def _same_names(one: Actor, other: Actor) -> bool:
    names, others = dict(one.name.values), dict(other.name.values)
    shared = names.keys() & others.keys()
    return bool(shared) and all(name_key(names[code]) == name_key(others[code]) for code in shared)
