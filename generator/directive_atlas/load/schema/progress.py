"""Targets, and what was reported."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from directive_atlas.load.fields import ActorName, DateField, Figure, Id, Percentage, TargetName, TaskName
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.quotes import QuoteField
from directive_atlas.load.schema.references import ReferenceField
from directive_atlas.vocabulary.progress import Answer, Comparator, Connection, Status, Verification


class Baseline(Record):
    """The value of a target at the start, as one speaker gave it."""

    value: Figure
    """The value at the start."""
    comparator: Comparator = Comparator.EXACTLY
    """How the value is meant; exactly if left out."""
    date: DateField | None = None
    """The day that it is about."""
    reference: ReferenceField | None = None
    """Who said so."""
    note: Text | None = None
    """What a reader should know about the value."""


class Target(Record):
    """A value to be reached, or (without ``value``) one that is only monitored.

    ``to`` makes it a range; ``reference`` says who set it, if not the text of the directive. ``actor``
    is whose it is, if not that of everybody who has the task: it is due for that one alone.
    """

    id: Id | None = None
    """The id by which reports refer to it; used once among the targets of this directive; derived if left
    out.
    """
    actor: ActorName | None = None
    """Whose target it is; if left out, that of the whole task."""
    metric: Text
    """What is measured."""
    comparator: Comparator = Comparator.AT_LEAST
    """How the value is meant; at_least if left out."""
    value: Figure | None = None
    """The value to be reached; if left out, it is only monitored."""
    to: Figure | None = None
    """The upper end, if value is the lower end of a range."""
    unit: Text | None = None
    """The unit of the values."""
    by: DateField | None = None
    """When it is to be reached."""
    baselines: tuple[Baseline, ...] = ()
    """The values at the start; several if speakers differ."""
    reference: ReferenceField | None = None
    """Who set it, if not the text of the directive; it is then shown as a reference figure."""
    quote: QuoteField | None = None
    """The passage of the source that sets it."""
    restated_by: tuple[TaskName, ...] = ()
    """Other tasks or measures of this directive whose words say it again."""
    note: Text | None = None
    """What a reader should know about the target."""

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
    """Whose target it is; if left out, that of the directive itself."""
    metric: Text | None = None  # type: ignore[assignment]  # a baseline has that of its target
    """What is measured; may be left out in the row of a baseline."""
    baseline_of: TargetName | None = None
    """Makes the row a baseline of that target: value is required, by is its date, metric may be left out."""

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
    earlier one; ``by_then`` if the work was done by that day, and the day itself is not known. ``target``
    and ``value`` are a reading of one of the directive's targets, ``occurrence`` is that of a recurring
    task. A report may also be the addressee's ``answer``, or close the task (``closed_by``).
    """

    date: DateField
    """The day on which it was published."""
    as_of: DateField | None = None
    """The day that it is about, if that is an earlier one."""
    task: TaskName
    """The task or measure of this directive that it is about."""
    actor: ActorName | None = None
    """Whose progress it is; if left out, that of the whole task."""
    status: Status | None = None
    """What it says; if left out, the report gives only a value or facts."""
    by_then: bool = False
    """true if it was done by the day that the report is about, and on which day is not known."""
    occurrence: DateField | None = None
    """For a recurring task: the last day or the period of the occurrence that it is about."""
    percent: Percentage | None = None
    """How much is done, without the sign %."""
    expected: DateField | None = None
    """When the body expects to be done."""
    obstacle: Text | None = None
    """What stands in the way, as the body reports it."""
    next: Text | None = None
    """What the body says it will do next."""
    answer: Answer | None = None
    """The addressee's answer to the demand: accepted, in_part or declined."""
    promised: DateField | None = None
    """The last day that the addressee set itself in its answer."""
    extended_to: DateField | None = None
    """The new last day, if this report tells of an extension that was granted."""
    closed_by: ActorName | None = None
    """Who closed the task as settled, if this report tells of that."""
    context: bool = False
    """true if it is shown as context and says nothing of how the task stands, such as what somebody without a
    part in it reports.
    """
    link: Connection | None = None
    """How it is connected with the directive: names, issuer, echo or fits; if left out, that is not said."""
    target: TargetName | None = None
    """The target that it gives a value for, anywhere in this directive."""
    comparator: Comparator = Comparator.EXACTLY
    """How the value is meant: more_than for “over”; exactly if left out."""
    value: Figure | None = None
    """The value."""
    note: Text | None = None
    """What was reported."""
    verification: Verification = Verification.CLAIMED
    """How far it can be relied on; claimed if left out."""
    verified_by: Text | None = None
    """Who confirms or disputes it."""
    evidence: ReferenceField | None = None
    """Where it can be read, in CSV also as the id of a page in sources.csv; needs url or speaker."""

    @model_validator(mode="after")
    def _reports_something(self) -> Self:
        if (self.target is None) != (self.value is None):
            raise conflict("a reading needs target and value", "write both, or neither")
        told = (self.status, self.percent, self.value, self.note, self.answer, self.extended_to)
        if all(said is None for said in (*told, self.closed_by, self.expected, self.obstacle, self.next)):
            raise conflict("this entry reports nothing", "write status:, percent:, value: or note:")
        if self.by_then and self.status is not Status.DONE:
            raise conflict("by_then tells until when something was done", "write status: done")
        if self.promised and not self.answer:
            raise conflict("promised: is part of an answer", "write answer: accepted or in_part")
        if self.as_of and self.as_of.first > self.date.last:
            raise conflict("this was published before the day it is about", "exchange date: and as_of:")
        return self
