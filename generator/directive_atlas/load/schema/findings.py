"""Findings: what the editors found out about a directive, as questions with their answers."""

from __future__ import annotations

from pydantic import Field

from directive_atlas.load.fields import TaskName
from directive_atlas.load.record import Record, Text
from directive_atlas.load.schema.references import ReferenceField
from directive_atlas.vocabulary.progress import Verification


class Finding(Record):
    """A question that readers ask of a directive, and its answer as far as it is known.

    Who says so, and when, stands in its references; without one the answer is that nothing was found.
    """

    question: Text
    """What a reader asks: whether the goal of the year was met."""
    answer: Text
    """What is known, and what is not."""
    tasks: tuple[TaskName, ...] = Field(default=())
    """The tasks or measures of this directive that it is about."""
    verification: Verification = Verification.CLAIMED
    """How far the answer can be relied on; claimed if left out."""
    references: tuple[ReferenceField, ...] = ()
    """Who says so, when and where."""
