"""Bodies and people, topics, and terms."""

from __future__ import annotations

from directive_atlas.api.v1.actors import Actor, Alias, Succession, Term, Topic
from directive_atlas.api.v1.making.values import day, page, references, said, words
from directive_atlas.interface import addresses
from directive_atlas.resolve import model


def actor(found: model.Actor) -> Actor:
    """An actor."""
    return Actor(
        id=found.id,
        name=words(found.name),
        kind=found.kind,
        page=page(addresses.actor(found.id)),
        aliases=tuple(
            Alias(name=each.name, start=day(each.start), end=day(each.end)) for each in found.aliases
        ),
        parent=found.parent,
        jurisdiction=found.jurisdiction,
        members=found.members,
        members_complete=found.members_complete,
        groups=found.groups,
        successors=tuple(map(_succession, found.successors)),
        summary=said(found.summary),
        references=references(found.references),
    )


def _succession(found: model.Succession) -> Succession:
    return Succession(actor=found.newer, date=day(found.date), part=said(found.part))


def topic(found: model.Topic) -> Topic:
    """A topic."""
    return Topic(
        id=found.id,
        name=words(found.name),
        page=page(addresses.topic(found.id)),
        parent=found.parent,
        summary=said(found.summary),
    )


def term(found: model.Term) -> Term:
    """A term."""
    return Term(
        id=found.id,
        term=words(found.term),
        page=page(addresses.term(found.id)),
        aliases=found.aliases,
        definition=words(found.definition),
        see=found.see,
        directive=found.directive,
    )
