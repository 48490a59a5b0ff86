"""Directives: their sections, tasks and relations."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from directive_atlas.load.fields import (
    ActorId,
    Address,
    DateField,
    DirectiveId,
    Id,
    LanguageCode,
    Line,
    TopicId,
    one_word_is,
)
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.actors import Participant
from directive_atlas.load.schema.progress import Progress, Target
from directive_atlas.load.schema.quotes import Background, QuoteField
from directive_atlas.load.schema.references import Reference
from directive_atlas.load.schema.timing import Timing
from directive_atlas.vocabulary.directives import DirectiveKind, RelationKind
from directive_atlas.vocabulary.tasks import Basis, Choice, Obligation, Role


class Duty(Record):
    """An actor's role in a task; ``words`` is what the text calls the actor there.

    ``obligation`` and ``applies_to`` are given only if they differ from those of the whole task.
    """

    actor: ActorId
    role: Role = Role.RESPONSIBLE
    basis: Basis = Basis.STATED
    reason: Text | None = None
    via: ActorId | None = None
    obligation: Obligation | None = None
    applies_to: Text | None = None
    words: Line | None = None

    @model_validator(mode="after")
    def _explains_itself(self) -> Self:
        if self.basis is not Basis.STATED and not self.reason:
            raise conflict(
                f"a part that is {self.basis.value} needs its reason",
                "add reason: and say which words it rests on",
            )
        return self


DutyField = Annotated[Duty, one_word_is("actor")]


class Relation(Record):
    """What this directive does to an older one, from ``date`` on (or from when it takes effect).

    ``tasks`` limits it to tasks of the older one, ``part`` to a part described in words.
    """

    kind: RelationKind
    to: DirectiveId
    tasks: tuple[Id, ...] = ()
    part: Text | None = None
    date: DateField | None = None
    basis: Basis = Basis.STATED
    note: Text | None = None
    quote: QuoteField | None = None

    @model_validator(mode="after")
    def _explains_itself(self) -> Self:
        if self.basis is not Basis.STATED and not self.note:
            raise conflict(
                f"a relation that is {self.basis.value} needs its reason",
                "add note: and say what it rests on",
            )
        return self


class Section(Record):
    """A part of a directive that groups tasks."""

    id: Id
    title: Text
    applies_to: Text | None = None
    quotes: tuple[QuoteField, ...] = ()
    sections: tuple[Section, ...] = ()


class Measure(Record):
    """Something to be done: a task, or a part of one at any depth.

    ``actors_complete`` is false if the list of actors in the text is open (“and others”); ``choose`` says
    whether all of the measures are required, one of them, or any.
    """

    id: Id
    label: Line | None = None
    title: Text
    quotes: tuple[QuoteField, ...] = ()
    obligation: Obligation | None = None
    actors: tuple[DutyField, ...] = ()
    actors_complete: bool = True
    timing: tuple[Timing, ...] = ()
    targets: tuple[Target, ...] = ()
    deliverables: tuple[Text, ...] = ()
    measures: tuple[Measure, ...] = ()
    choose: Choice = Choice.ALL
    depends_on: tuple[Line, ...] = ()
    applies_to: Text | None = None
    topics: tuple[TopicId, ...] = ()
    note: Text | None = None


class Task(Measure):
    """A task of a directive, in one of its sections (or in none)."""

    section: Id | None = None


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
    reference: Reference | None = None
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
    """One directive; without ``source`` and ``tasks`` it is known by its metadata only."""

    id: Id
    kind: DirectiveKind
    title: Text
    issuers: tuple[ActorId, ...] = Field(min_length=1)
    issuers_complete: bool = True
    number: Line | None = None
    dates: Dates
    addressees: tuple[ActorId, ...] = ()
    participants: tuple[Participant, ...] = ()
    events: tuple[NamedEvent, ...] = ()
    source: Source | None = None
    background: tuple[Background, ...] = ()
    references: tuple[Reference, ...] = ()
    summary: Text | None = None
    applies_to: Text | None = None
    topics: tuple[TopicId, ...] = ()
    relations: tuple[Relation, ...] = ()
    targets: tuple[Target, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    progress: tuple[Progress, ...] = ()
