"""Figures to be reached, and what was reported."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from directive_atlas.load.fields import ActorId, DateField, Figure, Id, Percentage
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.references import Reference
from directive_atlas.vocabulary.progress import Comparator, Status, Verification


class Baseline(Record):
    """From where a figure set out, as one speaker gave it."""

    value: Figure
    comparator: Comparator = Comparator.EXACTLY
    date: DateField | None = None
    reference: Reference | None = None
    note: Text | None = None


class Target(Record):
    """A figure to be reached, or (without ``value``) one that is only watched.

    ``to`` makes it a range; ``reference`` says who set it where the directive's text does not.
    """

    id: Id | None = None
    metric: Text
    comparator: Comparator = Comparator.AT_LEAST
    value: Figure | None = None
    to: Figure | None = None
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
    """One report about a task or measure; ``actor`` is whose progress it tells.

    ``date`` is the day it was told, ``as_of`` the day of which it tells (left out where that was not
    told).
    ``target`` and ``value`` are a reading of one of the directive's figures.
    """

    date: DateField
    as_of: DateField | None = None
    task: Id
    actor: ActorId | None = None
    status: Status | None = None
    percent: Percentage | None = Field(default=None, ge=0, le=100)
    target: Id | None = None
    comparator: Comparator = Comparator.EXACTLY
    value: Figure | None = None
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
            raise conflict("this was told before the day it tells of", "exchange date: and as_of:")
        return self
