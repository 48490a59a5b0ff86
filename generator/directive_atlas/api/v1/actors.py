"""Bodies and people, topics, and terms."""

from __future__ import annotations

from directive_atlas.api.v1.base import Day, Record, Reference, Words
from directive_atlas.vocabulary.actors import ActorKind


class Alias(Record):
    """Another name of an actor."""

    name: str
    """The name."""
    start: Day | None = None
    """Since when."""
    end: Day | None = None
    """Until when."""


class Succession(Record):
    """A body that took over from another."""

    actor: str
    """The body that took over."""
    date: Day | None = None
    """When; missing if that is not known."""
    part: Words | None = None
    """What it took over, if not all."""


class Actor(Record):
    """A body, enterprise, person or group."""

    id: str
    """Its name in the corpus."""
    name: Words
    """Its name."""
    kind: ActorKind
    """What kind of actor."""
    page: str
    """Its page, from the root of the site."""
    aliases: tuple[Alias, ...] = ()
    """Its other names."""
    parent: str | None = None
    """The body that it belongs to."""
    jurisdiction: str | None = None
    """Where it is, as an ISO 3166 code."""
    members: tuple[str, ...] = ()
    """Of a group, its members."""
    members_complete: bool = True
    """Whether these are all."""
    groups: tuple[str, ...] = ()
    """The groups that it is a member of."""
    successors: tuple[Succession, ...] = ()
    """Who took over from it."""
    summary: Words | None = None
    """What it is."""
    references: tuple[Reference, ...] = ()
    """Where that can be read."""


class Topic(Record):
    """A subject."""

    id: str
    """Its name in the corpus."""
    name: Words
    """What it is called."""
    page: str
    """Its page, from the root of the site."""
    parent: str | None = None
    """The wider subject."""
    summary: Words | None = None
    """What it is about."""


class Term(Record):
    """A term of the texts."""

    id: str
    """Its name in the corpus."""
    term: Words
    """The term."""
    page: str
    """Its entry, from the root of the site."""
    aliases: tuple[str, ...] = ()
    """Other forms of it."""
    definition: Words
    """What it means."""
    see: tuple[str, ...] = ()
    """Other terms to see."""
    directive: str | None = None
    """The directive that defines it."""
