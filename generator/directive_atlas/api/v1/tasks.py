"""Tasks with their measures, and who has what part in them."""

from __future__ import annotations

from pydantic import Field

from directive_atlas.api.v1.base import Quote, Record, Words
from directive_atlas.api.v1.progress import BodyStanding, Report, Standing, Target
from directive_atlas.api.v1.timing import Timing
from directive_atlas.vocabulary.tasks import Basis, Choice, Obligation, Order, OriginKind, Role, Stage


class Origin(Record):
    """What says something that the task does not say itself."""

    kind: OriginKind
    """What kind of record."""
    id: str
    """Its id within the directive."""


class Duty(Record):
    """A body's part in a task."""

    actor: str
    """The body."""
    role: Role
    """Its part."""
    basis: Basis
    """How that is known."""
    words: str | None = None
    """What the text calls the body."""
    reason: Words | None = None
    """Why the editors infer it."""
    via: str | None = None
    """Through whom it acts."""
    obligation: Obligation | None = None
    """How binding its part is, where that is not how the task is."""
    applies_to: Words | None = None
    """For what part of the task."""
    origin: Origin | None = None
    """Where it is carried over from."""
    each: bool = False
    """Whether every member of the group has it for itself."""
    and_others: bool = False
    """Whether the text's list goes on after it."""
    chosen_by: str | None = None
    """Who decides which bodies are meant."""


class Task(Record):
    """A task or a measure of one: what is to be done, by whom, by when, and how it stands."""

    key: str
    """Its name in the corpus: the id of the directive, a slash, its own id."""
    id: str
    """Its id in the directive."""
    directive: str
    """The directive."""
    root: str
    """The key of the task that it is a part of; its own key for a task."""
    page: str
    """Its page, from the root of the site."""
    label: str | None = None
    """Its number in the text."""
    title: Words
    """What is to be done, in short."""
    section: str | None = None
    """The section that it stands in."""
    quotes: tuple[Quote, ...] = ()
    """The passages that say so."""
    obligation: Obligation | None = None
    """How binding it is."""
    obligation_word: str | None = None
    """The text's word for that."""
    stage: Stage | None = None
    """How far the text wants it to go."""
    duties: tuple[Duty, ...] = ()
    """Who has what part in it."""
    duties_complete: bool = True
    """Whether the text names all who have one."""
    timings: tuple[Timing, ...] = ()
    """When it is due."""
    targets: tuple[Target, ...] = ()
    """The figures to reach."""
    deliverables: tuple[Words, ...] = ()
    """What is to be delivered."""
    applies_to: Words | None = None
    """To what it applies."""
    precondition: Words | None = None
    """Under which condition."""
    depends_on: tuple[str, ...] = ()
    """The tasks that come before it."""
    topics: tuple[str, ...] = ()
    """Its topics."""
    terms: tuple[str, ...] = ()
    """The terms that it uses."""
    choose: Choice
    """How many of its measures are required."""
    order: Order | None = None
    """In which order they are taken."""
    reports: tuple[Report, ...] = ()
    """What was reported, oldest first."""
    standing: Standing
    """How it stands as a whole."""
    bodies: tuple[BodyStanding, ...] = ()
    """How the bodies that reported stand, where that is not how the whole does."""
    ends: tuple[str, ...] = ()
    """The directives that end it."""
    note: Words | None = None
    """What else is to be known of it."""
    inherited: dict[str, Origin] = Field(default_factory=dict)
    """What it does not say itself: the field, and what says it."""
    measures: tuple[Task, ...] = ()
    """Its parts, in the order of the text."""
