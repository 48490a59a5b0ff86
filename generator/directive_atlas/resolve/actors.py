"""Actors, with every link between them in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.load import schema
from directive_atlas.resolve import values
from directive_atlas.resolve.model import Actor, Succession

Reversed = Mapping[str, tuple[str, ...]]
"""From an actor's id to the ids of those that refer to it."""


@dataclass(frozen=True, slots=True)
class _Links:
    """What refers to each actor."""

    children: Reversed
    groups: Reversed
    officers: Reversed
    offices: Reversed
    predecessors: Mapping[str, tuple[Succession, ...]]


def actors_of(raw: Iterable[schema.Actor]) -> dict[str, Actor]:
    """All actors by id, in the order of the files."""
    raw = tuple(raw)
    links = _Links(
        children=_reversed((actor.parent, actor.id) for actor in raw if actor.parent),
        groups=_reversed((member.actor, actor.id) for actor in raw for member in actor.members),
        officers=_reversed((post.organisation, actor.id) for actor in raw for post in actor.posts),
        offices=_reversed((seat, actor.id) for actor in raw for seat in actor.seats),
        predecessors=_predecessors(raw),
    )
    return {actor.id: _actor(actor, links) for actor in raw}


def _reversed(pairs: Iterable[tuple[str, str]]) -> Reversed:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for target, source in pairs:
        found[target][source] = None
    return {target: tuple(sources) for target, sources in found.items()}


def _predecessors(raw: Iterable[schema.Actor]) -> dict[str, tuple[Succession, ...]]:
    found: dict[str, tuple[Succession, ...]] = {}
    for succession in (each for actor in raw for each in _successors(actor)):
        found[succession.newer] = (*found.get(succession.newer, ()), succession)
    return found


def _successors(raw: schema.Actor) -> Iterator[Succession]:
    return (values.succession(each, raw.id) for each in raw.succeeded_by)


def _actor(raw: schema.Actor, links: _Links) -> Actor:
    return Actor(
        id=raw.id,
        name=values.text(raw.name),
        kind=raw.kind,
        aliases=tuple(values.alias(a) for a in raw.aliases),
        parent=raw.parent,
        jurisdiction=raw.jurisdiction,
        children=links.children.get(raw.id, ()),
        members=tuple(member.actor for member in raw.members),
        members_complete=raw.members_complete,
        groups=links.groups.get(raw.id, ()),
        posts=tuple(values.post(p) for p in raw.posts),
        officers=links.officers.get(raw.id, ()),
        summary=values.maybe_text(raw.summary),
        references=tuple(values.reference(r) for r in raw.references),
        place=raw.place,
        levels=raw.levels,
        seats=raw.seats,
        offices=links.offices.get(raw.id, ()),
        functions={m.actor: values.text(m.function) for m in raw.members if m.function},
        successors=tuple(_successors(raw)),
        predecessors=links.predecessors.get(raw.id, ()),
    )
