"""The raw records: the data format, field by field, as ``docs/guide/data-format.md`` explains it.

Terms follow GB/T 9704 (official documents), ELI and Akoma Ntoso (legislation), RACI (roles),
PROV (evidence) and the W3C Web Annotation selectors (quotes).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from generator.load.fields import (
    ActorId,
    Address,
    DateField,
    DirectiveId,
    Id,
    Line,
    TermId,
    TopicId,
    one_word_is,
)
from generator.load.record import LanguageCode, Record, Text, conflict
from generator.load.words import (
    ActorKind,
    Basis,
    Comparator,
    DirectiveKind,
    Grade,
    Obligation,
    ParticipantRole,
    RelationKind,
    Role,
    Status,
    Verification,
)


class Participant(Record):
    """Somebody who took part in a meeting, with the post held on that day."""

    actor: ActorId
    role: ParticipantRole = ParticipantRole.ATTENDEE
    post: Text | None = None
    organisation: ActorId | None = None


class Reference(Record):
    """A page or paper where a fact can be read; one of grade C is named, never linked."""

    title: Text
    publisher: Text | None = None
    speaker: Text | None = None
    date: DateField | None = None
    grade: Grade
    url: Address | None = None
    note: Text | None = None


class Alias(Record):
    """Another name: short, former, translated. ``from`` and ``to`` say when it was the name."""

    name: Line
    from_: DateField | None = Field(default=None, alias="from")
    to: DateField | None = None
    note: Text | None = None


AliasField = Annotated[Alias, one_word_is("name")]


class Post(Record):
    """A post that a person held; ``seen`` are the days on which a source shows it."""

    title: Text
    organisation: ActorId
    from_: DateField | None = Field(default=None, alias="from")
    to: DateField | None = None
    seen: tuple[DateField, ...] = ()


class Actor(Record):
    """A body, enterprise, person or group that can owe something."""

    id: Id
    name: Text
    kind: ActorKind
    aliases: tuple[AliasField, ...] = ()
    parent: ActorId | None = None
    members: tuple[ActorId, ...] = ()
    members_complete: bool = True
    posts: tuple[Post, ...] = ()
    summary: Text | None = None
    references: tuple[Reference, ...] = ()


class Topic(Record):
    """A subject under which tasks and directives are found."""

    id: Id
    name: Text
    parent: TopicId | None = None
    summary: Text | None = None


class Term(Record):
    """A word of the trade, found in passages by its names and explained in the glossary."""

    id: Id
    term: Text
    aliases: tuple[Line, ...] = ()
    definition: Text
    see: tuple[TermId, ...] = ()
    directive: DirectiveId | None = None
    references: tuple[Reference, ...] = ()


class Quote(Record):
    """A passage of the source: by its words, by its position, or by both.

    ``exact``, ``prefix`` and ``suffix`` are W3C text quote selectors; ``paragraph`` and
    ``sentence`` (to ``to``) count from 1.
    """

    exact: Line | None = None
    prefix: Line | None = None
    suffix: Line | None = None
    paragraph: int | None = Field(default=None, ge=1)
    sentence: int | None = Field(default=None, ge=1)
    to: int | None = Field(default=None, ge=1)
    translation: Text | None = None

    @model_validator(mode="after")
    def _selects(self) -> Self:
        if not self.exact and self.paragraph is None:
            raise conflict("this quote selects nothing", "write exact: or paragraph:")
        if (self.prefix or self.suffix) and not self.exact:
            raise conflict("prefix and suffix need exact", "add exact:, or remove them")
        if self.sentence is not None and self.paragraph is None:
            raise conflict("sentence needs paragraph", "add paragraph:")
        if self.to is not None and (self.sentence is None or self.to < self.sentence):
            raise conflict("to is the last sentence, after sentence", "write sentence: 2 and to: 4")
        return self


QuoteField = Annotated[Quote, one_word_is("exact")]


class Duty(Record):
    """An actor's part in a task; ``words`` is what the text calls the actor there."""

    actor: ActorId
    role: Role = Role.RESPONSIBLE
    basis: Basis = Basis.STATED
    reason: Text | None = None
    via: ActorId | None = None
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


class Timing(Record):
    """When a task is due or runs: exactly one form, with the words of the text that give it."""

    one_of: ClassVar[tuple[str, ...]] = ("by", "period", "during", "ongoing", "asap")

    by: DateField | None = None
    period: Period | None = None
    during: Text | None = None
    ongoing: bool = False
    asap: bool = False
    soft: bool = False
    case: Text | None = None
    words: Line | None = None
    note: Text | None = None


class Period(Record):
    """From a date to a date; one end may be open."""

    from_: DateField | None = Field(default=None, alias="from")
    to: DateField | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if not (self.from_ or self.to):
            raise conflict("a period needs an end", "write from:, to:, or both")
        if self.from_ and self.to and self.from_.first > self.to.last:
            raise conflict("this period ends before it begins", "exchange from: and to:")
        return self


class Target(Record):
    """A figure to be reached."""

    metric: Text
    comparator: Comparator = Comparator.AT_LEAST
    value: Decimal
    unit: Text | None = None
    by: DateField | None = None
    note: Text | None = None


class Relation(Record):
    """What this directive does to an older one; ``tasks`` narrow it to parts of that one."""

    kind: RelationKind
    to: DirectiveId
    tasks: tuple[Id, ...] = ()
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
    quotes: tuple[QuoteField, ...] = ()
    sections: tuple[Section, ...] = ()


class Measure(Record):
    """Something to be done: a task, or a part of one at any depth."""

    id: Id
    label: Line | None = None
    title: Text
    quotes: tuple[QuoteField, ...] = ()
    obligation: Obligation | None = None
    actors: tuple[DutyField, ...] = ()
    timing: tuple[Timing, ...] = ()
    targets: tuple[Target, ...] = ()
    deliverables: tuple[Text, ...] = ()
    measures: tuple[Measure, ...] = ()
    depends_on: tuple[Line, ...] = ()
    applies_to: Text | None = None
    topics: tuple[TopicId, ...] = ()
    note: Text | None = None


class Task(Measure):
    """A task of a directive, in one of its sections (or in none)."""

    section: Id | None = None


class Progress(Record):
    """One report about a task or measure on one day; ``actor`` is whose progress it tells."""

    date: DateField
    task: Id
    actor: ActorId | None = None
    status: Status
    percent: int | None = Field(default=None, ge=0, le=100)
    note: Text | None = None
    verification: Verification = Verification.CLAIMED
    evidence: Reference | None = None


class Dates(Record):
    """The days that matter for a directive; each is optional."""

    signed: DateField | None = None
    published: DateField | None = None
    held: DateField | None = None
    effective: DateField | None = None
    expires: DateField | None = None
    note: Text | None = None


class Source(Record):
    """The verbatim text, in a file beside the record."""

    file: Line
    language: LanguageCode = "zh"
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
    number: Line | None = None
    dates: Dates
    addressees: tuple[ActorId, ...] = ()
    participants: tuple[Participant, ...] = ()
    source: Source | None = None
    references: tuple[Reference, ...] = ()
    summary: Text | None = None
    topics: tuple[TopicId, ...] = ()
    relations: tuple[Relation, ...] = ()
    targets: tuple[Target, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    progress: tuple[Progress, ...] = ()


class ActorsFile(Record):
    """``data/actors.yml``."""

    actors: tuple[Actor, ...]


class TopicsFile(Record):
    """``data/topics.yml``."""

    topics: tuple[Topic, ...]


class GlossaryFile(Record):
    """``data/glossary.yml``."""

    terms: tuple[Term, ...]


class ProgressFile(Record):
    """``progress.csv`` beside a directive: one report a row."""

    progress: tuple[Progress, ...]
