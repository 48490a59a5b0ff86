"""Topics and terms."""

from __future__ import annotations

from directive_atlas.load.fields import DirectiveName, Id, Line, TermName, TopicName
from directive_atlas.load.record import Record, Text
from directive_atlas.load.schema.references import ReferenceField


class Topic(Record):
    """A subject by which tasks and directives are grouped."""

    id: Id
    name: Text
    parent: TopicName | None = None
    summary: Text | None = None


class Term(Record):
    """A technical term, found in passages by its names and explained in the glossary."""

    id: Id
    term: Text
    aliases: tuple[Line, ...] = ()
    definition: Text
    see: tuple[TermName, ...] = ()
    directive: DirectiveName | None = None
    references: tuple[ReferenceField, ...] = ()
