"""Topics and terms."""

from __future__ import annotations

from directive_atlas.load.fields import DirectiveName, Id, Line, TermName, TopicName
from directive_atlas.load.record import Record, Text
from directive_atlas.load.schema.references import ReferenceField


class Topic(Record):
    """A subject by which tasks and directives are grouped."""

    id: Id
    """The permanent name of the topic."""
    name: Text
    """The name of the topic."""
    parent: TopicName | None = None
    """The wider subject."""
    summary: Text | None = None
    """What belongs here."""


class Term(Record):
    """A technical term, found in passages by its names and explained in the glossary."""

    id: Id
    """The permanent name of the term."""
    term: Text
    """The word."""
    aliases: tuple[Line, ...] = ()
    """Other forms of it."""
    definition: Text
    """What it means, in our own words."""
    see: tuple[TermName, ...] = ()
    """Related terms."""
    directive: DirectiveName | None = None
    """The directive that the term comes from."""
    references: tuple[ReferenceField, ...] = ()
    """Where it is explained."""
