"""Targets, and what was reported."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from directive_atlas.load.fields import ActorName, DateField, Figure, Id, Percentage, TargetName, TaskName
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.references import ReferenceField
from directive_atlas.vocabulary.progress import Comparator, Status, Verification


class Baseline(Record):
    """The value of a target at the start, as one speaker gave it."""

    value: Figure
    comparator: Comparator = Comparator.EXACTLY
    date: DateField | None = None
    reference: ReferenceField | None = None
    note: Text | None = None


class Target(Record):
    """A value to be reached, or (without ``value``) one that is only monitored.

    ``to`` makes it a range; ``reference`` says who set it, if not the text of the directive. ``actor``
    is whose it is, if not that of everybody who has the task: it is due for that one alone.
    """

    id: Id | None = None
    actor: ActorName | None = None
    metric: Text
    comparator: Comparator = Comparator.AT_LEAST
    value: Figure | None = None
    to: Figure | None = None
    unit: Text | None = None
    by: DateField | None = None
    baselines: tuple[Baseline, ...] = ()
    reference: ReferenceField | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _runs_upward(self) -> Self:
        if self.to is not None and (self.value is None or self.to <= self.value):
            raise conflict("to is the upper end of a range", "write value: 1 and to: 3")
        return self


class TargetRow(Target):
    """A row of ``targets.csv``: a figure of a task (of the directive itself, without one).

    ``baseline_of`` makes it the baseline of the target of that id; ``by`` is then its date.
    """

    task: TaskName | None = None
    metric: Text | None = None  # type: ignore[assignment]  # a baseline has that of its target
    baseline_of: TargetName | None = None

    @model_validator(mode="after")
    def _says_what_it_is(self) -> Self:
        if not (self.metric or self.baseline_of):
            raise conflict("this row has no metric", "fill in metric, or baseline_of")
        if self.baseline_of and self.value is None:
            raise conflict("a baseline needs its value", "fill in value")
        return self


class Progress(Record):
    """One report about a task or measure; ``actor`` is whose progress it is.

    ``date`` is the day on which it was published, ``as_of`` the day that it is about, if that is an
    earlier one. ``target`` and ``value`` are a reading of one of the directive's targets.
    """

    date: DateField
    as_of: DateField | None = None
    task: TaskName
    actor: ActorName | None = None
    status: Status | None = None
    percent: Percentage | None = None
    target: TargetName | None = None
    comparator: Comparator = Comparator.EXACTLY
    value: Figure | None = None
    note: Text | None = None
    verification: Verification = Verification.CLAIMED
    verified_by: Text | None = None
    evidence: ReferenceField | None = None

    @model_validator(mode="after")
    def _reports_something(self) -> Self:
        if (self.target is None) != (self.value is None):
            raise conflict("a reading needs target and value", "write both, or neither")
        if self.status is None and self.percent is None and self.value is None and self.note is None:
            raise conflict("this entry reports nothing", "write status:, percent:, value: or note:")
        if self.as_of and self.as_of.first > self.date.last:
            raise conflict("this was published before the day it is about", "exchange date: and as_of:")
        return self
