"""Actors, topics and terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from directive_atlas.problems import Place
from directive_atlas.resolve.model.texts import Reference, Text
from directive_atlas.vocabulary.actors import ActorKind, Level
from directive_atlas.vocabulary.dates import ImpreciseDate


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an actor, and when it was in use."""

    name: str
    start: ImpreciseDate | None
    end: ImpreciseDate | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person held."""

    title: Text
    organisation: str
    start: ImpreciseDate | None
    end: ImpreciseDate | None
    seen: tuple[ImpreciseDate, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """That one body took over from another, wholly or in ``part``, from ``date`` on if that is known."""

    older: str
    newer: str
    date: ImpreciseDate | None
    part: Text | None
    reference: Reference | None

    def past(self, as_of: dt.date) -> bool:
        """Whether it had happened on a day, as far as is known: it has if its date is not."""
        return not self.date or self.date.first <= as_of


@dataclass(frozen=True, slots=True)
class Actor:
    """A body, enterprise, person or group.

    ``groups``, ``children``, ``officers``, ``offices`` and ``predecessors`` are reversed links. An office
    is set up in the bodies that are its ``seats``; of a class of bodies there is one at each of its
    ``levels``.
    """

    id: str
    name: Text
    kind: ActorKind
    aliases: tuple[Alias, ...]
    parent: str | None
    jurisdiction: str | None
    children: tuple[str, ...]
    members: tuple[str, ...]
    members_complete: bool
    groups: tuple[str, ...]
    posts: tuple[Post, ...]
    officers: tuple[str, ...]
    summary: Text | None
    references: tuple[Reference, ...]
    place: Place
    levels: tuple[Level, ...] = ()
    seats: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    functions: Mapping[str, Text] = field(default_factory=dict)
    """What its members are in it, for those of whom it is known, by their ids."""
    successors: tuple[Succession, ...] = ()
    predecessors: tuple[Succession, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject with its sub-topics."""

    id: str
    name: Text
    parent: str | None
    children: tuple[str, ...]
    summary: Text | None
    place: Place


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    id: str
    term: Text
    aliases: tuple[str, ...]
    definition: Text
    see: tuple[str, ...]
    directive: str | None
    references: tuple[Reference, ...]
    place: Place
