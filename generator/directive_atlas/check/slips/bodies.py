"""Does a higher body carry out what a lower one ordered?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from directive_atlas.load import RawCorpus, schema
from directive_atlas.problems import Problem, problem
from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.directives import RelationKind

_CARRIES_OUT = {RelationKind.IMPLEMENTS, RelationKind.FOLLOWS_UP}


_WITHIN = {ActorKind.OFFICE, ActorKind.DEPARTMENT}
"""Kinds of body that act for the one above them."""


def bodies_below(raw: RawCorpus) -> Iterator[Problem]:
    """W439: a directive implements or follows up one of a body that stands below one of its issuers.

    A part of a body, or an organ of the same kind (a committee and its standing committee), is not below.
    """
    actors = {actor.id: actor for actor in raw.actors}
    issuers = {directive.id: directive.issuers for directive in raw.directives}
    for directive in raw.directives:
        for relation in directive.relations:
            lower = issuers.get(relation.to or "", ())
            above = [next(_higher(body, directive.issuers, actors), None) for body in lower]
            if relation.kind in _CARRIES_OUT and above and None not in above:
                kind, place = relation.kind.value, relation.at("kind")
                yield problem("W439", place, kind=kind, lower=lower[0], higher=above[0])


def _higher(body: str, issuers: tuple[str, ...], actors: Mapping[str, schema.Actor]) -> Iterator[str]:
    """Those of the issuers that stand above a body; a chain that goes round is another problem."""
    own = actors.get(body)
    if own is None or own.kind in _WITHIN:
        return
    seen, above = {own.id}, actors.get(own.parent or "")
    while above and above.id not in seen:
        seen.add(above.id)
        if above.id in issuers and above.kind is not own.kind:
            yield above.id
        above = actors.get(above.parent or "")
