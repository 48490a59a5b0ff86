"""Which bodies belong to a group."""

from __future__ import annotations

from collections.abc import Iterable

from directive_atlas.expand.inherit import Members
from directive_atlas.load import schema
from directive_atlas.load.walk import all_below


def members_of(actors: Iterable[schema.Actor]) -> Members:
    """For each body: itself, its members and theirs."""
    direct = {actor.id: [each.actor for each in actor.members] for actor in actors}

    def members(body: str) -> frozenset[str]:
        return frozenset((body, *all_below(body, lambda each: direct.get(each, ()))))

    return members
