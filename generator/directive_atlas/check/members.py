"""Does what is said of each member of a group stand with a group?"""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.load import RawCorpus, schema
from directive_atlas.load.walk import records_in
from directive_atlas.problems import Place, Problem, problem
from directive_atlas.vocabulary.actors import ActorKind


def without_members(raw: RawCorpus) -> Iterator[Problem]:
    """W309: each member does it for itself, but the actor is one body. What is inherited is told once."""
    single = {actor.id for actor in raw.actors if not _are_several(actor)}
    found: dict[Place, str] = {
        duty.at("each"): duty.actor
        for directive in raw.directives
        for duty in records_in(directive, schema.Duty)
        if duty.each and duty.actor in single
    }
    return (problem("W309", place, actor=actor) for place, actor in found.items())


def _are_several(actor: schema.Actor) -> bool:
    """Whether an actor is a group, or a class of bodies."""
    return bool(actor.members or actor.levels or actor.kind is ActorKind.GROUP)
