"""The sealed graph: what the pages are made from.

Everything here is computed once, never changed, and knows nothing of Markdown or files. Records
name each other by id; ``Corpus`` finds them and holds every link both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.load.fields import ImpreciseDate
from generator.load.words import (
    ActorKind,
    Basis,
    Comparator,
    DateKind,
    DirectiveKind,
    Grade,
    Obligation,
    ParticipantRole,
    RelationKind,
    Role,
    Status,
    Verification,
)
from generator.problems import Place
from generator.review import Review
from generator.source import Coverage, SourceText, Span


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the languages it is known in, best known first."""

    values: tuple[tuple[str, str], ...]

    def best(self, language: str) -> tuple[str, str]:
        """The text in ``language``, or else in the first it has; and the language it is in."""
        return next((v for v in self.values if v[0] == language), self.values[0])[::-1]

    def others(self, language: str) -> tuple[tuple[str, str], ...]:
        """The text in every language but the one that ``best`` gives: pairs of text, language."""
        shown, its_language = self.best(language)
        return tuple((text, code) for code, text in self.values if code != its_language and text != shown)


@dataclass(frozen=True, slots=True)
class Reference:
    """A page or paper where a fact can be read; ``url`` is empty where it must not be linked."""

    title: Text
    publisher: Text | None
    speaker: Text | None
    date: ImpreciseDate | None
    grade: Grade
    url: str | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote found in the source; ``anchor`` is its lasting name on the directive's page.

    ``review`` tells whether it is still what the last reviewer saw.
    """

    anchor: str
    span: Span
    paragraph: int
    text: str
    translation: Text | None
    review: Review

    @property
    def suspect(self) -> bool:
        """Whether the source or the quote changed since the review."""
        return self.review is Review.CHANGED


@dataclass(frozen=True, slots=True)
class Background:
    """A passage that asks nothing of anybody, and why it is read so."""

    passage: Passage
    reason: Text


@dataclass(frozen=True, slots=True)
class Duty:
    """An actor's part in a task."""

    actor: str
    role: Role
    basis: Basis
    reason: Text | None
    via: str | None
    words: str | None


class TimingForm(StrEnum):
    """The forms in which a text says when."""

    BY = "by"
    PERIOD = "period"
    DURING = "during"
    ONGOING = "ongoing"
    ASAP = "asap"


@dataclass(frozen=True, slots=True)
class Timing:
    """When a task runs or is due: ``start`` to ``due``, each as precise as the text."""

    form: TimingForm
    start: ImpreciseDate | None
    due: ImpreciseDate | None
    during: Text | None
    soft: bool
    case: Text | None
    words: str | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to be reached, by a date if one is given; without a value it is only watched."""

    metric: Text
    comparator: Comparator
    value: Decimal | None
    unit: Text | None
    by: ImpreciseDate | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Report:
    """One progress report; ``task`` is the key of what it is about."""

    date: ImpreciseDate
    task: str
    actor: str | None
    status: Status | None
    percent: int | None
    note: Text | None
    verification: Verification
    evidence: Reference | None


@dataclass(frozen=True, slots=True)
class Task:
    """A task or a measure under one.

    ``key`` is ``directive/id``; ``root`` is the key of the task that it is a part of (its own
    for a task), ``depth`` counts from 0 at the task.
    """

    key: str
    id: str
    directive: str
    root: str
    depth: int
    label: str | None
    title: Text
    section: str | None
    passages: tuple[Passage, ...]
    obligation: Obligation | None
    duties: tuple[Duty, ...]
    timings: tuple[Timing, ...]
    targets: tuple[Target, ...]
    deliverables: tuple[Text, ...]
    measures: tuple[Task, ...]
    depends_on: tuple[str, ...]
    applies_to: Text | None
    topics: tuple[str, ...]
    terms: tuple[str, ...]
    reports: tuple[Report, ...]
    note: Text | None
    place: Place

    def walk(self) -> Iterator[Task]:
        """This task and everything under it, in the order of the text."""
        yield self
        for measure in self.measures:
            yield from measure.walk()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a directive with the keys of its tasks."""

    id: str
    title: Text
    passages: tuple[Passage, ...]
    sections: tuple[Section, ...]
    tasks: tuple[str, ...]

    def walk(self) -> Iterator[Section]:
        """This section and those in it."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Relation:
    """What the directive ``newer`` does to the directive ``older``."""

    kind: RelationKind
    newer: str
    older: str
    tasks: tuple[str, ...]
    basis: Basis
    note: Text | None
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part in a meeting."""

    actor: str
    role: ParticipantRole
    post: Text | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where the verbatim text comes from."""

    language: str
    title: Text | None
    url: str | None
    retrieved: ImpreciseDate | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive; ``date`` is the first that it has of the dates in ``DateKind``, for ordering."""

    id: str
    kind: DirectiveKind
    title: Text
    issuers: tuple[str, ...]
    number: str | None
    date: ImpreciseDate | None
    dates: tuple[tuple[DateKind, ImpreciseDate], ...]
    dates_note: Text | None
    addressees: tuple[str, ...]
    participants: tuple[Participant, ...]
    source: SourceText | None
    source_note: SourceNote | None
    background: tuple[Background, ...]
    coverage: Coverage | None
    references: tuple[Reference, ...]
    summary: Text | None
    topics: tuple[str, ...]
    relations: tuple[Relation, ...]
    targets: tuple[Target, ...]
    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]
    place: Place

    def all_sections(self) -> Iterator[Section]:
        """Its sections at every depth, in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def walk(self) -> Iterator[Task]:
        """All tasks and measures, in the order of the text."""
        for task in self.tasks:
            yield from task.walk()


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
class Actor:
    """A body, enterprise, person or group; ``groups`` and ``children`` are the links back."""

    id: str
    name: Text
    kind: ActorKind
    aliases: tuple[Alias, ...]
    parent: str | None
    children: tuple[str, ...]
    members: tuple[str, ...]
    members_complete: bool
    groups: tuple[str, ...]
    posts: tuple[Post, ...]
    officers: tuple[str, ...]
    summary: Text | None
    references: tuple[Reference, ...]
    place: Place


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
