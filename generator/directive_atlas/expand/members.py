"""Which bodies belong to a group."""

from __future__ import annotations

from collections.abc import Iterable

from directive_atlas.expand.inherit import Members
from directive_atlas.load import schema


def members_of(actors: Iterable[schema.Actor]) -> Members:
    """For each body: itself, its members and theirs."""
    direct = {actor.id: [each.actor for each in actor.members] for actor in actors}

    def members(body: str) -> frozenset[str]:
        found, waiting = set[str](), [body]
        while waiting:
            if (each := waiting.pop()) not in found:
                found.add(each)
                waiting.extend(direct.get(each, ()))
        return frozenset(found)

    return members
