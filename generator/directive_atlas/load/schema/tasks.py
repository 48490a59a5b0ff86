"""Sections, tasks and measures."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import Id, Line, Lines, SectionName, TaskName
from directive_atlas.load.record import Text, conflict
from directive_atlas.load.schema.duties import DutyField, Said
from directive_atlas.load.schema.horizon import Horizon
from directive_atlas.load.schema.progress import Target
from directive_atlas.load.schema.quotes import QuoteField
from directive_atlas.vocabulary.tasks import Choice, Order, Stage


class Quoted(Said):
    """What rests on passages; ``quote:`` is short for a list of one."""

    short_forms: ClassVar[dict[str, str]] = {**Said.short_forms, "quote": "quotes"}

    quotes: tuple[QuoteField, ...] = ()
    """The passages of the source that say so."""
    obligation_word: Line | None = None
    """The text's own word for the obligation; only where it is not the one that is read from the passage."""
    to_decide: Lines = ()
    """What a person still has to decide here; remove a line once it is decided."""


class Measure(Quoted):
    """Something to be done: a task, or a part of one at any depth.

    Without ``id`` it is named by its label or its place, without ``title`` by its quote. ``also``
    are actors beside those that it inherits. ``actors_complete`` is false where the text's list of
    actors goes on (“and others”); ``choose`` tells whether all of the measures are asked for, one
    of them, or any.
    """

    id: Id = ""
    """Its id, used once among all tasks and measures of this directive; derived if left out."""
    label: Line | None = None
    """Its number in the text, such as 4(e)."""
    title: Text | None = None
    """What is to be done, short, in our own words; if left out, the first quote, or its first clauses if it
    is long.
    """
    also: tuple[DutyField, ...] = ()
    """Who has a role in it besides those that it inherits."""
    actors_complete: bool = True
    """false if the list in the text is open, “and others”; true if left out."""
    targets: tuple[Target, ...] = ()
    """Values to be reached; may be in targets.csv."""
    deliverables: tuple[Text, ...] = ()
    """What is to be handed in or made."""
    precondition: Text | None = None
    """What must be so before it has to be done; not the scope, which is applies_to."""
    stage: Stage | None = None
    """How far the text wants it to go: as a pilot, to be explored, gradually, in the main, in principle."""
    measures: tuple[Measure, ...] = ()
    """The parts of it."""
    choose: Choice = Choice.ALL
    """How many of its parts are required; all if left out."""
    order: Order | None = None
    """In which order its parts are taken, if the text says so."""
    choices_complete: bool = True
    """false if the text leaves other choices open, “or by other means”; needs choose: one or any; true if
    left out.
    """
    depends_on: tuple[TaskName, ...] = ()
    """Tasks or measures that must come first; in another directive directive/task."""
    horizon: Horizon | None = None
    """Until when work on it can be expected, where the text states no day; holds for its parts too."""
    note: Text | None = None
    """What a reader should know about our interpretation."""

    @model_validator(mode="after")
    def _is_called_something(self) -> Self:
        if not (self.title or self.quotes or "quotes" in self.unusable):
            raise PydanticCustomError("E202", "", {"key": "title"})
        return self

    @model_validator(mode="after")
    def _leaves_a_choice(self) -> Self:
        if not self.choices_complete and self.choose is Choice.ALL:
            raise conflict(
                "all of the parts are required, so there is no other choice", "write choose: one or any"
            )
        return self

    @model_validator(mode="after")
    def _has_parts_in_order(self) -> Self:
        if self.order and len(self.measures) < 2 and "measures" not in self.unusable:
            raise conflict("order is of several measures", "add measures:, or remove order:")
        return self


class Task(Measure):
    """A task of a directive, in one of its sections (or in none)."""

    section: SectionName | None = None
    """The section of this directive to which it belongs; not needed where it is written in one."""


class Section(Quoted):
    """A part of a directive that groups tasks: those that name it, and those written in it."""

    id: Id = ""
    """Its id, used once among the sections of this directive; derived if left out."""
    title: Text
    """Its heading."""
    sections: tuple[Section, ...] = ()
    """Parts of this part."""
    tasks: tuple[Task, ...] = ()
    """The tasks in it."""
