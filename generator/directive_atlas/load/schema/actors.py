"""Actors: bodies, enterprises, people and groups."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import ActorName, DateField, Id, Line, one_word_is, scalar
from directive_atlas.load.record import Record, Text
from directive_atlas.load.schema.references import ReferenceField
from directive_atlas.problems import say
from directive_atlas.vocabulary.actors import ActorKind, Level, ParticipantRole

_JURISDICTION = r"[A-Z]{2}(-[A-Z0-9]{1,3})?"


def _jurisdiction(value: Any) -> str:
    text = scalar(value)
    if not re.fullmatch(_JURISDICTION, text):
        why = say(
            "“{code}” is not a country code; write CN or US, with a part of the country US-NY", code=text
        )
        raise PydanticCustomError("E203", "", {"why": why})
    return text


Jurisdiction = Annotated[
    str, PlainValidator(_jurisdiction), WithJsonSchema({"type": "string", "pattern": f"^{_JURISDICTION}$"})
]
"""A country by ISO 3166-1, or a part of one by ISO 3166-2: whose holidays count."""


class Participant(Record):
    """A participant of a meeting, with the post held on that day."""

    actor: ActorName
    """Who took part."""
    role: ParticipantRole = ParticipantRole.ATTENDEE
    """What the person did there; attendee if left out."""
    post: Text | None = None
    """The post held on that day."""
    organisation: ActorName | None = None
    """The body where the post is."""


class Alias(Record):
    """Another name: short, former, translated; used between ``from`` and ``to``."""

    name: Line
    """The other name of the actor."""
    from_: DateField | None = Field(default=None, alias="from")
    """Since when it was the name."""
    to: DateField | None = None
    """Until when it was the name."""
    note: Text | None = None
    """What a reader should know about the name."""


AliasField = Annotated[Alias, one_word_is("name")]


class Post(Record):
    """A post that a person held; ``seen`` are the days on which a source shows it."""

    title: Text
    """The post."""
    organisation: ActorName
    """Where the post is."""
    from_: DateField | None = Field(default=None, alias="from")
    """Since when, if known."""
    to: DateField | None = None
    """Until when, if known."""
    seen: tuple[DateField, ...] = ()
    """Days on which a source shows the person in this post."""


class Member(Record):
    """A member of a group, with its function in it: head, deputy head."""

    actor: ActorName
    """Who is a member."""
    function: Text | None = None
    """Its function in the group."""


MemberField = Annotated[Member, one_word_is("actor")]


class Succession(Record):
    """A body that took over from this one, wholly or in ``part``: a merger, a split or a new name."""

    actor: ActorName
    """Who took over."""
    date: DateField | None = None
    """From when, if known."""
    part: Text | None = None
    """What went over, in words, if only a part did."""
    reference: ReferenceField | None = None
    """Where this can be read."""


SuccessionField = Annotated[Succession, one_word_is("actor")]


class Actor(Record):
    """A body, enterprise, person or group that can have a role in tasks.

    ``jurisdiction`` decides whose holidays its working days follow; bodies below it inherit it.
    """

    id: Id
    """The permanent name of the actor."""
    name: Text
    """The name as it is shown."""
    kind: ActorKind
    """The kind of body."""
    aliases: tuple[AliasField, ...] = ()
    """Other names: short, former, translated."""
    parent: ActorName | None = None
    """The body that it is a part of; a person has posts instead."""
    jurisdiction: Jurisdiction | None = None
    """Whose holidays decide its working days: CN, US, or a part of a country such as US-NY (ISO 3166).
    Bodies below it inherit it.
    """
    members: tuple[MemberField, ...] = ()
    """For a group: its members."""
    members_complete: bool = True
    """false if members are known to be missing; true if left out."""
    succeeded_by: tuple[SuccessionField, ...] = ()
    """The bodies that took over from it; several after a split."""
    levels: tuple[Level, ...] = ()
    """For a class of bodies: the levels of government at each of which there is one."""
    seats: tuple[ActorName, ...] = ()
    """For an office: the bodies in which it is set up."""
    posts: tuple[Post, ...] = ()
    """For a person: the posts held."""
    summary: Text | None = None
    """A sentence or two."""
    references: tuple[ReferenceField, ...] = ()
    """Where the facts can be read."""
