"""Tasks, their measures and their actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from directive_atlas.problems import Place
from directive_atlas.resolve.model.progress import BodyStandings, Report, Standing, Target
from directive_atlas.resolve.model.texts import Passage, Text
from directive_atlas.resolve.model.timing import Ending, Timing
from directive_atlas.vocabulary.tasks import Basis, Choice, Obligation, Order, OriginKind, Role, Stage


@dataclass(frozen=True, slots=True)
class Origin:
    """What says something that a task does not say itself: a directive, a section, a task or a rule.

    ``id`` is its id in the directive (the anchor of a rule's passage), ``title`` what it is called.
    ``words`` is what the text calls the actor there, if it is about one; ``beside`` tells whether they
    stand in a sentence that the task quotes.
    """

    kind: OriginKind
    id: str
    title: Text
    words: str | None
    beside: bool


@dataclass(frozen=True, slots=True)
class ObligationWord:
    """The text's own word for an obligation; without one it binds by the form of its sentence.

    It stands in the record's passages, before them in the same sentence, or in those of a record above
    (``origin``).
    """

    word: str | None
    origin: Origin | None = None
    same_sentence: bool = False

    @property
    def own(self) -> bool:
        """Whether the record's own passages have the word."""
        return bool(self.word) and not (self.origin or self.same_sentence)


@dataclass(frozen=True, slots=True)
class Duty:
    """An actor's part in a task; ``origin`` tells where it is carried over from, if it is.

    With ``and_others`` the text's list of those with this role goes on after the actor; with ``each``
    every member of the group has the part for itself. ``chosen_by`` decides which bodies are meant.
    """

    actor: str
    role: Role
    basis: Basis
    reason: Text | None
    via: str | None
    obligation: Obligation | None
    applies_to: Text | None
    words: str | None
    origin: Origin | None = None
    obligation_word: ObligationWord | None = None
    and_others: bool = False
    each: bool = False
    chosen_by: str | None = None

    @property
    def part(self) -> tuple[object, ...]:
        """Who has which part, without how that is known."""
        return self.actor, self.role, self.via, self.applies_to, self.and_others, self.each, self.chosen_by

    @property
    def sets_day(self) -> bool:
        """Whether a day of the task is set to this very body: the text names it, and it is to do the work."""
        return self.basis is Basis.STATED and self.origin is None and self.role.owns


@dataclass(frozen=True, slots=True)
class Task:
    """A task or measure.

    ``key`` is ``directive/id``; ``root`` is the key of the task that it is a part of (its own for a
    task), ``depth`` counts from 0 at the task. ``bodies`` tells how each body stands, where that is not how
    the whole does.
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
    inherited: Mapping[str, Origin] = field(default_factory=dict)
    order: Order | None = None
    bodies: BodyStandings | None = None
    obligation_word: ObligationWord | None = None
    choices_complete: bool = True
    precondition: Text | None = None
    stage: Stage | None = None
    stage_word: str | None = None
    to_decide: tuple[str, ...] = ()

    @property
    def undecided(self) -> tuple[str, ...]:
        """What the editors have not yet decided about it and its measures."""
        return tuple(line for each in self.walk() for line in each.to_decide)

    def standing_of(self, actor: str, *, through: bool = False) -> Standing:
        """How one body stands in it; ``through`` if it has its part only as a member of a group."""
        return self.bodies.of(actor, through=through) if self.bodies else self.standing

    @property
    def binds_by(self) -> tuple[Obligation | None, str | None]:
        """The class of its obligation and the text's word for it, to compare with those of another task."""
        return self.obligation, self.obligation_word.word if self.obligation_word else None

    def shares_actors_with(self, other: Task) -> bool:
        """Whether the same bodies have the same parts in both."""
        return [duty.part for duty in self.duties] == [duty.part for duty in other.duties] != []

    @property
    def in_principle(self) -> bool:
        """Whether the deadline that its status refers to holds only in principle."""
        due = self.standing.due
        soft = any(timing.soft for timing in self.timings if timing.due == due)
        return due is not None and (soft or self.stage is Stage.IN_PRINCIPLE)

    def walk(self) -> Iterator[Task]:
        """This task and its measures at every depth, in the order of the text."""
        yield self
        for measure in self.measures:
            yield from measure.walk()

    def reported(self) -> tuple[Report, ...]:
        """The reports on it and on its measures, without context."""
        return tuple(report for part in self.walk() for report in part.reports if not report.context)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a directive with the keys of its tasks."""

    id: str
    title: Text
    applies_to: Text | None
    passages: tuple[Passage, ...]
    sections: tuple[Section, ...]
    tasks: tuple[str, ...]
    to_decide: tuple[str, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and those in it, at every depth."""
        yield self
        for section in self.sections:
            yield from section.walk()
