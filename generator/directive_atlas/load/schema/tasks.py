"""Sections, tasks and measures."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import Id, Line, SectionName, TaskName
from directive_atlas.load.record import Text
from directive_atlas.load.schema.duties import DutyField, Said
from directive_atlas.load.schema.progress import Target
from directive_atlas.load.schema.quotes import QuoteField
from directive_atlas.vocabulary.tasks import Choice


class Quoted(Said):
    """What rests on passages; ``quote:`` is short for a list of one."""

    short_forms: ClassVar[dict[str, str]] = {**Said.short_forms, "quote": "quotes"}

    quotes: tuple[QuoteField, ...] = ()


class Measure(Quoted):
    """Something to be done: a task, or a part of one at any depth.

    Without ``id`` it is named by its label or its place, without ``title`` by its quote. ``also``
    are actors beside those that it inherits. ``actors_complete`` is false where the text's list of
    actors goes on (“and others”); ``choose`` tells whether all of the measures are asked for, one
    of them, or any.
    """

    id: Id = ""
    label: Line | None = None
    title: Text | None = None
    also: tuple[DutyField, ...] = ()
    actors_complete: bool = True
    targets: tuple[Target, ...] = ()
    deliverables: tuple[Text, ...] = ()
    measures: tuple[Measure, ...] = ()
    choose: Choice = Choice.ALL
    depends_on: tuple[TaskName, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _is_called_something(self) -> Self:
        if not (self.title or self.quotes or "quotes" in self.unusable):
            raise PydanticCustomError("E202", "", {"key": "title"})
        return self


class Task(Measure):
    """A task of a directive, in one of its sections (or in none)."""

    section: SectionName | None = None


class Section(Quoted):
    """A part of a directive that groups tasks: those that name it, and those written in it."""

    id: Id = ""
    title: Text
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
