"""Deadlines beside the one that binds: those it has replaced, and changes that are not in force yet."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from directive_atlas.load.fields import DateField, DirectiveName
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.references import ReferenceField
from directive_atlas.vocabulary.tasks import PendingChange


class EarlierDeadline(Record):
    """A superseded deadline, and what changed it."""

    by: DateField
    """The superseded deadline."""
    changed: DateField | None = None
    """When it was changed."""
    directive: DirectiveName | None = None
    """The directive that changed it."""
    reference: ReferenceField | None = None
    """Where the change can be read."""
    note: Text | None = None
    """How we know of the change."""

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if not (self.directive or self.reference or self.note):
            raise conflict(
                "an earlier deadline needs the source of its change", "add directive:, reference: or note:"
            )
        return self


class ProposedDeadline(Record):
    """A change of a deadline that is proposed, or adopted but not in force: the old day still binds."""

    one_of: ClassVar[tuple[str, ...]] = ("by", "within")

    by: DateField | None = None
    """The deadline that it would set."""
    within: Text | None = None
    """The time that it would set, in words, where that is no date: “90 days after publication”."""
    status: PendingChange
    """How far the change has come."""
    date: DateField | None = None
    """When it was proposed or adopted."""
    directive: DirectiveName | None = None
    """The directive that proposes or adopts it, if that has a record."""
    reference: ReferenceField | None = None
    """Where the change can be read."""
    note: Text | None = None
    """What a reader should know about the change."""

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        written = {"directive", "reference"} & self.unusable
        if not (self.directive or self.reference or written):
            raise conflict("a proposed change of a deadline needs its source", "add reference: or directive:")
        return self
