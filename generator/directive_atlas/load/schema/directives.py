"""Directives: their dates, sources and relations."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from directive_atlas.load.fields import (
    ActorName,
    Address,
    DateField,
    DirectiveName,
    Id,
    LanguageCode,
    Line,
    Lines,
    TopicName,
    one_word_is,
)
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.actors import Participant
from directive_atlas.load.schema.duties import Reasons, Rule, Said
from directive_atlas.load.schema.findings import Finding
from directive_atlas.load.schema.horizon import Horizon
from directive_atlas.load.schema.progress import Progress, Target
from directive_atlas.load.schema.quotes import Background, QuoteField
from directive_atlas.load.schema.references import ReferenceField
from directive_atlas.load.schema.tasks import Section, Task
from directive_atlas.vocabulary.directives import ChangeStatus, DirectiveKind, RelationKind
from directive_atlas.vocabulary.tasks import Basis


class Relation(Record):
    """What this directive does to an older one, from ``date`` on (or from when it takes effect).

    ``tasks`` limits it to tasks of the older one, ``part`` to a part described in words. ``title`` names an
    older one that has no record here.
    """

    one_of = ("to", "title")

    kind: RelationKind
    """What it does to the other directive."""
    to: DirectiveName | None = None
    """The older directive."""
    title: Text | None = None
    """The title of the older directive, if it has no record here; instead of to."""
    number: Line | None = None
    """Its document number; needs title."""
    url: Address | None = None
    """Where it can be read; needs title."""
    tasks: tuple[Line, ...] = ()
    """The tasks or measures of the older directive to which the relation is limited."""
    part: Text | None = None
    """The part to which the relation is limited, if that is neither the whole nor whole tasks."""
    date: DateField | None = None
    """From when; if left out, from when this directive takes effect."""
    basis: Basis = Basis.STATED
    """How we know; stated if left out."""
    note: Text | None = None
    """The reason."""
    quote: QuoteField | None = None
    """The passage of this directive that makes the relation."""
    status: ChangeStatus | None = None
    """How far it has come, if it is not in force: it then changes nothing; needs reference, quote or url."""
    reference: ReferenceField | None = None
    """Where it can be read."""

    @property
    def called(self) -> str:
        """The id or the title of the older directive, for messages."""
        return self.to or (self.title.first if self.title else "")

    @model_validator(mode="after")
    def _is_about_one(self) -> Self:
        if self.tasks and not self.to:
            raise conflict("a title without a record has no tasks here", "write part: in place of tasks:")
        if (self.number or self.url) and not self.title:
            raise conflict("number and url belong to a title without a record", "remove them")
        return self

    @model_validator(mode="after")
    def _rests_on_a_source(self) -> Self:
        if self.status and not (self.reference or self.quote or self.url):
            raise conflict(
                "what is {status} and not in force needs its source",
                "add reference: or quote:, and say where that can be read",
                status=self.status.value,
            )
        return self

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
    """When the press reported it, if no better date is known."""
    signed: DateField | None = None
    """When it was signed."""
    published: DateField | None = None
    """When it was published."""
    held: DateField | None = None
    """When the meeting was held."""
    effective: DateField | None = None
    """From when it is in force."""
    expires: DateField | None = None
    """Until when it is in force; the last day counts."""
    planned_to: DateField | None = None
    """The end of the period that it plans for, which may differ from the end of its validity."""
    note: Text | None = None
    """How the dates are known, or what is doubtful."""

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
    """Its id, used once among the events of this directive."""
    title: Text
    """What happens."""
    each: bool = False
    """true if it happens again and again, so that each case has a time of its own; then it has no date."""
    date: DateField | None = None
    """When it happened."""
    reference: ReferenceField | None = None
    """Where it can be read that it happened."""
    note: Text | None = None
    """What a reader should know about the event."""

    @model_validator(mode="after")
    def _has_one_day(self) -> Self:
        if self.each and self.date:
            raise conflict("what happens again and again has no one date", "remove each: or date:")
        return self


class Edition(Record):
    """An earlier edition of the source: its text, word for word, in a file of its own beside it."""

    file: Line
    """A bare file name in the directive's own folder, such as source-2019.txt."""
    date: DateField
    """The day on which this edition was issued."""
    title: Text | None = None
    """What it is called, if it is not called like the present one."""
    url: Address | None = None
    """Where it was published."""
    note: Text | None = None
    """What a reader should know about it, such as by what it was amended."""


class Source(Record):
    """The verbatim text, in a file in the folder of the record.

    A line is a paragraph; in a ``wrapped`` text a paragraph continues until a blank line, an entry of a
    list or a heading.
    """

    file: Line
    """A bare file name in the directive's own folder: source.txt, source.md or source.html."""
    language: LanguageCode | None = None
    """The language it is written in, such as zh or en; if left out, the script decides."""
    wrapped: bool = False
    """true if paragraphs of plain text continue over several lines."""
    title: Text | None = None
    """The heading under which it was published."""
    url: Address | None = None
    """Where it was published; no reposts."""
    retrieved: DateField | None = None
    """When it was copied from there."""
    note: Text | None = None
    """What was left out, or what is doubtful."""
    editions: tuple[Edition, ...] = ()
    """The earlier editions of this text, the oldest first; the site shows what changed since each."""


class Attachment(Record):
    """Something attached to a document, with an address or without one."""

    title: Text
    """Its title."""
    url: Address | None = None
    """Where it can be read."""
    note: Text | None = None
    """What a reader should know about it."""


class Directive(Record):
    """One directive; without ``source`` and ``tasks`` it is known by its metadata only.

    ``defaults`` hold for all its sections and tasks, as do ``applies_to`` and ``topics``, unless they
    say otherwise.
    """

    id: Id
    """The same as the name of its folder."""
    kind: DirectiveKind
    """The form of the document."""
    title: Text
    """The title of the directive."""
    issuers: tuple[ActorName, ...] = Field(min_length=1)
    """Who issued it, by id or name; the working days are those of the first one."""
    issuers_complete: bool = True
    """false if not all issuers are known; true if left out."""
    approved_by: tuple[ActorName, ...] = ()
    """With whose approval it was issued."""
    number: Line | None = None
    """Its document number."""
    index_number: Line | None = None
    """The number under which the issuer has put it into its public index."""
    category: Text | None = None
    """The subject under which the issuer has put it into its public index."""
    dates: Dates
    """The days that matter for it; {} if none is known."""
    searched: DateField | None = None
    """The last day on which an editor looked for reports and for later directives."""
    horizon: Horizon | None = None
    """Until when work on its tasks can be expected, where neither the text nor its kind tells."""
    series: Line | None = None
    """The series of meetings to which it belongs; the next meeting of it ends the time of this one."""
    addressees: tuple[ActorName, ...] = ()
    """To whom it is addressed."""
    copies: tuple[ActorName, ...] = ()
    """To whom copies were sent."""
    attachments: tuple[Annotated[Attachment, one_word_is("title")], ...] = ()
    """What is attached to it."""
    release: Text | None = None
    """Its remark on release, such as “may be made public”."""
    participants: tuple[Participant, ...] = ()
    """For a meeting: who took part."""
    events: tuple[NamedEvent, ...] = ()
    """Events that times are counted from."""
    source: Source | None = None
    """The verbatim text."""
    defaults: Said = Field(default_factory=Said)
    """What holds for all sections and tasks that do not say otherwise."""
    reasons: Reasons = Field(default_factory=Reasons)
    """Reasons and notes that recur, each under an id."""
    rules: tuple[Rule, ...] = ()
    """What the text states once for all its tasks."""
    background: tuple[Background, ...] = ()
    """Passages that require nothing of anybody."""
    references: tuple[ReferenceField, ...] = ()
    """Where it can be read."""
    summary: Text | None = None
    """What it is about, in our own words."""
    findings: tuple[Finding, ...] = ()
    """What became of it: questions that readers ask, with their answers."""
    applies_to: Text | None = None
    """The scope of the whole directive; its tasks inherit it."""
    topics: tuple[TopicName, ...] = ()
    """Its topics, by id or name; its tasks inherit them."""
    relations: tuple[Relation, ...] = ()
    """What it does to other directives."""
    targets: tuple[Target, ...] = ()
    """Targets that belong to no single task; may be in targets.csv."""
    sections: tuple[Section, ...] = ()
    """The parts of the text that group its tasks."""
    tasks: tuple[Task, ...] = ()
    """The tasks that are not written in a section."""
    progress: tuple[Progress, ...] = ()
    """Reports, if not in progress.csv; both may be used."""
    to_decide: Lines = ()
    """What a person still has to decide about the record; remove a line once it is decided."""
