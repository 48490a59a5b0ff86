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
from directive_atlas.vocabulary.actors import ActorKind, ParticipantRole

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
    role: ParticipantRole = ParticipantRole.ATTENDEE
    post: Text | None = None
    organisation: ActorName | None = None


class Alias(Record):
    """Another name: short, former, translated; used between ``from`` and ``to``."""

    name: Line
    from_: DateField | None = Field(default=None, alias="from")
    to: DateField | None = None
    note: Text | None = None


AliasField = Annotated[Alias, one_word_is("name")]


class Post(Record):
    """A post that a person held; ``seen`` are the days on which a source shows it."""

    title: Text
    organisation: ActorName
    from_: DateField | None = Field(default=None, alias="from")
    to: DateField | None = None
    seen: tuple[DateField, ...] = ()


class Actor(Record):
    """A body, enterprise, person or group that can have a role in tasks.

    ``jurisdiction`` decides whose holidays its working days follow; bodies below it inherit it.
    """

    id: Id
    name: Text
    kind: ActorKind
    aliases: tuple[AliasField, ...] = ()
    parent: ActorName | None = None
    jurisdiction: Jurisdiction | None = None
    members: tuple[ActorName, ...] = ()
    members_complete: bool = True
    posts: tuple[Post, ...] = ()
    summary: Text | None = None
    references: tuple[ReferenceField, ...] = ()
