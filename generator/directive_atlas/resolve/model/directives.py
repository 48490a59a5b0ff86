"""Directives with all their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from directive_atlas.expand import Translated
from directive_atlas.passages import Coverage, SourceText
from directive_atlas.problems import Place
from directive_atlas.resolve.model.editions import Edition
from directive_atlas.resolve.model.progress import Horizon, Target
from directive_atlas.resolve.model.tasks import Section, Task
from directive_atlas.resolve.model.texts import Background, Passage, Reference, Text
from directive_atlas.resolve.model.timing import Ending
from directive_atlas.vocabulary.actors import ParticipantRole
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.directives import ChangeStatus, DateKind, DirectiveKind, RelationKind
from directive_atlas.vocabulary.progress import Verification
from directive_atlas.vocabulary.tasks import Basis


@dataclass(frozen=True, slots=True)
class Relation:
    """What the directive ``newer`` does to the directive ``older``; with a ``status`` it is not in force."""

    kind: RelationKind
    newer: str
    older: str
    tasks: tuple[str, ...]
    part: Text | None
    date: ImpreciseDate | None
    basis: Basis
    note: Text | None
    passage: Passage | None
    status: ChangeStatus | None = None
    reference: Reference | None = None

    @property
    def inferred(self) -> bool:
        """Whether no text says so."""
        return self.basis is Basis.INFERRED


@dataclass(frozen=True, slots=True)
class OutsideRelation:
    """What a directive does to an older one that has no record here."""

    kind: RelationKind
    title: Text
    number: str | None
    url: str | None
    part: Text | None
    date: ImpreciseDate | None
    basis: Basis
    note: Text | None
    passage: Passage | None
    status: ChangeStatus | None = None
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A participant of a meeting."""

    actor: str
    role: ParticipantRole
    post: Text | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An event that times are counted from; without a date it has not happened, or the date is not known."""

    id: str
    title: Text
    each: bool
    date: ImpreciseDate | None
    reference: Reference | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class SourceNote:
    """The origin of the verbatim text."""

    language: str
    title: Text | None
    url: str | None
    retrieved: ImpreciseDate | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something attached to a document."""

    title: Text
    url: str | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Document:
    """What GB/T 9704 and the public index say of an official document beside its text."""

    approved_by: tuple[str, ...] = ()
    index_number: str | None = None
    category: Text | None = None
    copies: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    release: Text | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found out about a directive: a question of readers and its answer, with who says so."""

    question: Text
    answer: Text
    tasks: tuple[str, ...]
    verification: Verification
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive; ``date`` is the first of its dates in the order of ``DateKind``, for sorting.

    ``rules`` are the passages that state a rule for all tasks; ``translations`` tells how much of the
    record is in each language of the site. ``searched`` is the last day on which an editor looked for
    reports; ``horizon`` until when work on it can be expected, if that is known. ``editions`` are the earlier
    ones of its text, the newest first.
    """

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
    rules: tuple[Passage, ...]
    targets: tuple[Target, ...]
    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]
    place: Place
    translations: Mapping[str, Translated] = field(default_factory=dict)
    outside: tuple[OutsideRelation, ...] = ()
    searched: ImpreciseDate | None = None
    planned_to: ImpreciseDate | None = None
    series: str | None = None
    horizon: Horizon | None = None
    document: Document = field(default_factory=Document)
    editions: tuple[Edition, ...] = ()
    findings: tuple[Finding, ...] = ()
    to_decide: tuple[str, ...] = ()

    @property
    def undecided(self) -> tuple[str, ...]:
        """What the editors have not yet decided about it and its sections, apart from its tasks."""
        return (*self.to_decide, *(line for each in self.all_sections() for line in each.to_decide))

    @property
    def undecided_tasks(self) -> tuple[str, ...]:
        """The keys of the tasks about which something is not yet decided."""
        return tuple(task.key for task in self.tasks if task.undecided)

    def all_sections(self) -> Iterator[Section]:
        """Its sections at every depth, in the order of the text."""
        for section in self.sections:
            yield from section.walk()

    def walk(self) -> Iterator[Task]:
        """All tasks and measures, in the order of the text."""
        for task in self.tasks:
            yield from task.walk()
