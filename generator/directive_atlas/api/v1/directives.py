"""Directives: the documents and meetings that ask for something."""

from __future__ import annotations

from pydantic import Field

from directive_atlas.api.v1.base import Day, Quote, Record, Reference, Words
from directive_atlas.api.v1.progress import Target
from directive_atlas.vocabulary.directives import (
    ChangeStatus,
    DateKind,
    DirectiveKind,
    EndingKind,
    PaperStatus,
    RelationKind,
)
from directive_atlas.vocabulary.progress import Verification
from directive_atlas.vocabulary.tasks import Basis


class Relation(Record):
    """What a directive does to an older one."""

    kind: RelationKind
    """What it does."""
    directive: str | None = None
    """The older one, if it has a record here."""
    title: Words | None = None
    """Its title, if not."""
    number: str | None = None
    """Its number, if it has no record here."""
    url: str | None = None
    """Its address, if it has no record here."""
    tasks: tuple[str, ...] = ()
    """The tasks of the older one that this is about; none for the whole."""
    part: Words | None = None
    """The part that it is about, in words."""
    date: Day | None = None
    """From when on."""
    basis: Basis
    """How that is known."""
    status: ChangeStatus | None = None
    """How far it has come, if it is not in force."""
    quote: Quote | None = None
    """Where the text says so."""
    note: Words | None = None
    """What else is to be known of it."""


class Ending(Record):
    """The end of a directive or of a part of it."""

    kind: EndingKind
    """What ends it."""
    date: Day | None = None
    """When."""
    by: str | None = None
    """The directive that ends it."""
    part: Words | None = None
    """What ends, if not the whole."""
    past: bool = False
    """Whether it has taken effect by the reference date."""


class Paper(Record):
    """How a document stands on the reference date."""

    status: PaperStatus
    """In force, ended, or that no end is recorded here."""
    date: Day | None = None
    """Since or until when."""
    by: tuple[str, ...] = ()
    """The directives that brought that about."""


class Finding(Record):
    """A question that readers have of a directive, and what was found out."""

    question: Words
    """The question."""
    answer: Words
    """The answer."""
    tasks: tuple[str, ...] = ()
    """The tasks that it rests on."""
    verification: Verification
    """How far it can be relied on."""
    references: tuple[Reference, ...] = ()
    """Where it can be read."""


class Section(Record):
    """A part of a directive."""

    id: str
    """Its id in the directive."""
    title: Words
    """Its heading."""
    tasks: tuple[str, ...] = ()
    """The keys of its tasks."""
    sections: tuple[Section, ...] = ()
    """The parts of it."""


class Directive(Record):
    """A document or meeting that asks for something; its tasks have files of their own."""

    id: str
    """Its name in the corpus."""
    kind: DirectiveKind
    """What kind of document or meeting."""
    page: str
    """Its page, from the root of the site."""
    title: Words
    """Its title."""
    number: str | None = None
    """The number that it was issued under."""
    issuers: tuple[str, ...] = ()
    """The bodies that issued it."""
    issuers_complete: bool = True
    """Whether these are all."""
    date: Day | None = None
    """The first of its dates."""
    dates: dict[DateKind, Day] = Field(default_factory=dict)
    """Its dates, by what happened then."""
    addressees: tuple[str, ...] = ()
    """To whom it is addressed."""
    participants: tuple[str, ...] = ()
    """Who took part in the meeting."""
    status: Paper | None = None
    """How the document stands; a meeting is not in force."""
    endings: tuple[Ending, ...] = ()
    """What ends it, or parts of it."""
    language: str | None = None
    """The language of its source text."""
    source_url: str | None = None
    """Where the source text was taken from."""
    read: int | None = None
    """How much of the source text the record accounts for, in percent, rounded down."""
    summary: Words | None = None
    """What it is about."""
    applies_to: Words | None = None
    """To what it applies."""
    topics: tuple[str, ...] = ()
    """Its topics."""
    relations: tuple[Relation, ...] = ()
    """What it does to older ones."""
    targets: tuple[Target, ...] = ()
    """Figures that belong to no single task."""
    findings: tuple[Finding, ...] = ()
    """What was found out about it."""
    references: tuple[Reference, ...] = ()
    """Where more can be read."""
    sections: tuple[Section, ...] = ()
    """Its parts."""
    tasks: tuple[str, ...] = ()
    """The keys of its tasks, in the order of the text."""
    searched: Day | None = None
    """The last day on which an editor looked for reports."""
