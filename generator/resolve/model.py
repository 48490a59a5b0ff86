"""The sealed graph: what the pages are made from.

Everything here is computed once, never changed, and knows nothing of Markdown or files. Records
name each other by id; ``Corpus`` finds them and holds every link both ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.load.fields import ImpreciseDate
from generator.load.words import (
    ActorKind,
    Basis,
    Choice,
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
from generator.schedule import Count, Cycle
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
    archived: str | None
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
    obligation: Obligation | None
    applies_to: Text | None
    words: str | None


class TimingForm(StrEnum):
    """The forms in which a text says when."""

    BY = "by"
    WITHIN = "within"
    EARLIER_OF = "earlier_of"
    LATER_OF = "later_of"
    BEFORE = "before"
    UPON = "upon"
    PERIOD = "period"
    DURING = "during"
    EVERY = "every"
    REGULARLY = "regularly"
    ONGOING = "ongoing"
    ASAP = "asap"


class Timeliness(StrEnum):
    """How a task stands to its time on the day the site speaks of, most pressing first."""

    OVERDUE = "overdue"
    UNREPORTED = "unreported"
    DUE_SOON = "due_soon"
    AHEAD = "ahead"
    WAITING = "waiting"
    PER_CASE = "per_case"
    OPEN = "open"
    LATE = "late"
    ON_TIME = "on_time"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Slip:
    """An earlier deadline, when it was given up, and what changed it."""

    by: ImpreciseDate
    changed: ImpreciseDate | None
    directive: str | None
    reference: Reference | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Timing:
    """When a task runs or is due, with how that was found.

    ``time`` is a time of day in the IANA ``zone``; ``due`` is the last day, for a recurrence the
    one that counts on the day the site speaks of. ``days`` count from that day to ``due``.
    """

    form: TimingForm
    start: ImpreciseDate | None
    due: ImpreciseDate | None
    time: str | None
    zone: str | None
    first: Count | None
    last: tuple[Count, ...]
    cycle: Cycle | None
    during: Text | None
    soft: bool
    at_least: bool
    case: Text | None
    words: str | None
    note: Text | None
    earlier: tuple[Slip, ...]
    timeliness: Timeliness
    days: int | None


@dataclass(frozen=True, slots=True)
class Baseline:
    """From where a figure set out."""

    value: Decimal
    comparator: Comparator
    date: ImpreciseDate | None
    reference: Reference | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to be reached (a range with ``to``); without a value it is only watched.

    ``readings`` are the reports that give it a value, oldest first, each on its own: they are never
    added up or averaged.
    """

    id: str | None
    metric: Text
    comparator: Comparator
    value: Decimal | None
    to: Decimal | None
    unit: Text | None
    by: ImpreciseDate | None
    baselines: tuple[Baseline, ...]
    reference: Reference | None
    note: Text | None
    readings: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One progress report; ``task`` is the key of what it is about.

    It was told on ``date`` and tells of ``as_of`` (the same day where that is empty); ``target``
    and ``value`` are its reading of a figure.
    """

    date: ImpreciseDate
    as_of: ImpreciseDate | None
    task: str
    actor: str | None
    status: Status | None
    percent: int | None
    target: str | None
    comparator: Comparator
    value: Decimal | None
    note: Text | None
    verification: Verification
    verified_by: Text | None
    evidence: Reference | None


class State(StrEnum):
    """What the reports known on the day the site speaks of say about a whole task."""

    NO_REPORT = "no_report"
    PARTS_ONLY = "parts_only"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a task stands: what was reported of it as a whole, and how that stands to its time.

    ``report`` is the one that decides; ``completed`` the day on which the task was done; ``due``
    the deadline that ``timeliness`` speaks of, ``days`` how far off it is (negative when past).
    ``later`` counts the reports told after the day the site speaks of, which are left out;
    ``parts`` is the most pressing timeliness among the measures.
    """

    state: State
    report: Report | None
    completed: ImpreciseDate | None
    timeliness: Timeliness
    due: ImpreciseDate | None
    days: int | None
    later: int
    parts: Timeliness | None


class EndingKind(StrEnum):
    """How a directive, or a part of one, goes out of force."""

    EXPIRED = "expired"
    REPEALED = "repealed"
    SUPERSEDED = "superseded"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a directive or of some of its tasks, by another directive or by its own date.

    ``past`` tells whether it has come by the day the site speaks of; ``part`` names what ends where
    that is neither the whole nor whole tasks.
    """

    kind: EndingKind
    date: ImpreciseDate | None
    by: str | None
    part: Text | None
    past: bool


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
    duties_complete: bool
    timings: tuple[Timing, ...]
    targets: tuple[Target, ...]
    deliverables: tuple[Text, ...]
    measures: tuple[Task, ...]
    choose: Choice
    depends_on: tuple[str, ...]
    applies_to: Text | None
    topics: tuple[str, ...]
    terms: tuple[str, ...]
    reports: tuple[Report, ...]
    standing: Standing
    endings: tuple[Ending, ...]
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
    applies_to: Text | None
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
    part: Text | None
    date: ImpreciseDate | None
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
class NamedEvent:
    """Something that times are counted from; without a date it has not happened, or nobody knows."""

    id: str
    title: Text
    each: bool
    date: ImpreciseDate | None
    reference: Reference | None
    note: Text | None


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
    issuers_complete: bool
    number: str | None
    date: ImpreciseDate | None
    dates: tuple[tuple[DateKind, ImpreciseDate], ...]
    dates_note: Text | None
    addressees: tuple[str, ...]
    participants: tuple[Participant, ...]
    events: Mapping[str, NamedEvent]
    endings: tuple[Ending, ...]
    source: SourceText | None
    source_note: SourceNote | None
    background: tuple[Background, ...]
    coverage: Coverage | None
    references: tuple[Reference, ...]
    summary: Text | None
    applies_to: Text | None
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
