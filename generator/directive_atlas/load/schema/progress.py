"""Targets, and what was reported."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from directive_atlas.load.fields import ActorId, DateField, Id
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.references import Reference
from directive_atlas.vocabulary.progress import Comparator, Status, Verification


class Baseline(Record):
    """The value of a target at the start, as one speaker gave it."""

    value: Decimal
    comparator: Comparator = Comparator.EXACTLY
    date: DateField | None = None
    reference: Reference | None = None
    note: Text | None = None


class Target(Record):
    """A value to be reached, or (without ``value``) one that is only monitored.

    ``to`` makes it a range; ``reference`` says who set it, if not the text of the directive.
    """

    id: Id | None = None
    metric: Text
    comparator: Comparator = Comparator.AT_LEAST
    value: Decimal | None = None
    to: Decimal | None = None
    unit: Text | None = None
    by: DateField | None = None
    baselines: tuple[Baseline, ...] = ()
    reference: Reference | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _runs_upward(self) -> Self:
        if self.to is not None and (self.value is None or self.to <= self.value):
            raise conflict("to is the upper end of a range", "write value: 1 and to: 3")
        return self


class Progress(Record):
    """One report about a task or measure; ``actor`` is whose progress it is.

    ``date`` is the day on which it was published, ``as_of`` the day that it is about, if that is an
    earlier one. ``target`` and ``value`` are a reading of one of the directive's targets.
    """

    date: DateField
    as_of: DateField | None = None
    task: Id
    actor: ActorId | None = None
    status: Status | None = None
    percent: int | None = Field(default=None, ge=0, le=100)
    target: Id | None = None
    comparator: Comparator = Comparator.EXACTLY
    value: Decimal | None = None
    note: Text | None = None
    verification: Verification = Verification.CLAIMED
    verified_by: Text | None = None
    evidence: Reference | None = None

    @model_validator(mode="after")
    def _reports_something(self) -> Self:
        if (self.target is None) != (self.value is None):
            raise conflict("a reading needs target and value", "write both, or neither")
        if self.status is None and self.percent is None and self.value is None and self.note is None:
            raise conflict("this entry reports nothing", "write status:, percent:, value: or note:")
        if self.as_of and self.as_of.first > self.date.last:
            raise conflict("this was published before the day it is about", "exchange date: and as_of:")
        return self
