"""Directives: their dates, sources and relations."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from directive_atlas.load.fields import (
    ActorName,
    Address,
    DateField,
    DirectiveName,
    Id,
    LanguageCode,
    Line,
    TopicName,
)
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.actors import Participant
from directive_atlas.load.schema.duties import Reasons, Rule, Said
from directive_atlas.load.schema.progress import Progress, Target
from directive_atlas.load.schema.quotes import Background, QuoteField
from directive_atlas.load.schema.references import ReferenceField
from directive_atlas.load.schema.tasks import Section, Task
from directive_atlas.vocabulary.directives import DirectiveKind, RelationKind
from directive_atlas.vocabulary.tasks import Basis


class Relation(Record):
    """What this directive does to an older one, from ``date`` on (or from when it takes effect).

    ``tasks`` limits it to tasks of the older one, ``part`` to a part described in words.
    """

    kind: RelationKind
    to: DirectiveName
    tasks: tuple[Line, ...] = ()
    part: Text | None = None
    date: DateField | None = None
    basis: Basis = Basis.STATED
    note: Text | None = None
    quote: QuoteField | None = None

    @model_validator(mode="after")
    def _explains_itself(self) -> Self:
        if self.basis is not Basis.STATED and not self.note:
            raise conflict(
                "a relation that is {basis} needs its reason",
                "add note: and say what it rests on",
                basis=self.basis.value,
            )
        return self


class Dates(Record):
    """The days that matter for a directive; each is optional."""

    reported: DateField | None = None
    signed: DateField | None = None
    published: DateField | None = None
    held: DateField | None = None
    effective: DateField | None = None
    expires: DateField | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.effective and self.expires and self.effective.first > self.expires.last:
            raise conflict(
                "this directive expires before it takes effect", "exchange effective: and expires:"
            )
        return self


class NamedEvent(Record):
    """An event that times are counted from; without a date it has not happened, or the date is not known.

    ``each`` marks a recurring event, so that every case has a time of its own.
    """

    id: Id
    title: Text
    each: bool = False
    date: DateField | None = None
    reference: ReferenceField | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _has_one_day(self) -> Self:
        if self.each and self.date:
            raise conflict("what happens again and again has no one date", "remove each: or date:")
        return self


class Source(Record):
    """The verbatim text, in a file in the folder of the record.

    A line is a paragraph; in a ``wrapped`` text a paragraph continues until a blank line, an entry of a
    list or a heading.
    """

    file: Line
    language: LanguageCode | None = None
    wrapped: bool = False
    title: Text | None = None
    url: Address | None = None
    retrieved: DateField | None = None
    note: Text | None = None


class Directive(Record):
    """One directive; without ``source`` and ``tasks`` it is known by its metadata only.

    ``defaults`` hold for all its sections and tasks, as do ``applies_to`` and ``topics``, unless they
    say otherwise.
    """

    id: Id
    kind: DirectiveKind
    title: Text
    issuers: tuple[ActorName, ...] = Field(min_length=1)
    issuers_complete: bool = True
    number: Line | None = None
    dates: Dates
    addressees: tuple[ActorName, ...] = ()
    participants: tuple[Participant, ...] = ()
    events: tuple[NamedEvent, ...] = ()
    source: Source | None = None
    defaults: Said = Field(default_factory=Said)
    reasons: Reasons = Field(default_factory=Reasons)
    rules: tuple[Rule, ...] = ()
    background: tuple[Background, ...] = ()
    references: tuple[ReferenceField, ...] = ()
    summary: Text | None = None
    applies_to: Text | None = None
    topics: tuple[TopicName, ...] = ()
    relations: tuple[Relation, ...] = ()
    targets: tuple[Target, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    progress: tuple[Progress, ...] = ()
