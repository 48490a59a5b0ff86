"""Figures to reach, what was reported, and how a task stands."""

from __future__ import annotations

from directive_atlas.api.v1.base import Day, Number, Record, Reference, Words
from directive_atlas.vocabulary.progress import (
    Answer,
    Comparator,
    Connection,
    DeadlineStatus,
    ReportedStatus,
    Status,
    Verification,
)


class Reading(Record):
    """A value that was reported, or that there was at the start; values are never added up."""

    date: Day | None = None
    """The day that it is about."""
    actor: str | None = None
    """Whose value it is; missing for the value of all."""
    comparator: Comparator
    """Whether it is the value, or more or less than it."""
    value: Number
    """The value."""
    verification: Verification | None = None
    """How far it can be relied on."""
    reference: Reference | None = None
    """Where it can be read."""


class Target(Record):
    """A figure to reach; without a value it is only monitored."""

    id: str | None = None
    """Its id within the task."""
    actor: str | None = None
    """The body that is to reach it; missing if it is everybody's who has the task."""
    metric: Words
    """What is counted."""
    comparator: Comparator
    """Whether the value is to be reached, kept below, or met."""
    value: Number | None = None
    """The value, or the lower end of a range."""
    to: Number | None = None
    """The upper end of a range."""
    unit: Words | None = None
    """The unit."""
    by: Day | None = None
    """The last day for it."""
    of_text: bool = True
    """Whether the text itself sets it; if not, it was set elsewhere."""
    reference: Reference | None = None
    """Where it is set, if not in the text."""
    baselines: tuple[Reading, ...] = ()
    """The values at the start."""
    readings: tuple[Reading, ...] = ()
    """The reported values, oldest first."""
    note: Words | None = None
    """What else is to be known of it."""


class Report(Record):
    """One progress report: who said what, when, and on what evidence."""

    date: Day
    """When it was published."""
    as_of: Day | None = None
    """The day that it is about, if that is another one."""
    actor: str | None = None
    """The body whose progress it is; missing for the whole task."""
    status: Status | None = None
    """The status that it gives."""
    percent: int | None = None
    """How much of the work is done, by its own account."""
    target: str | None = None
    """The figure of which it gives a reading."""
    value: Number | None = None
    """That reading."""
    note: Words | None = None
    """What it says, in the editors' words."""
    verification: Verification
    """How far it can be relied on."""
    verified_by: Words | None = None
    """Who confirmed it."""
    evidence: Reference | None = None
    """Where it can be read."""
    by_then: bool = False
    """Whether it tells only that something was done by that day."""
    occurrence: Day | None = None
    """The occurrence of a recurring task that it is about."""
    expected: Day | None = None
    """When the body expects to be done."""
    obstacle: Words | None = None
    """What is in the way."""
    next: Words | None = None
    """What is to be done next."""
    answer: Answer | None = None
    """How the body answers the directive."""
    promised: Day | None = None
    """The day that it promises."""
    extended_to: Day | None = None
    """The day to which it was given more time."""
    closed_by: str | None = None
    """The body that closed the task."""
    link: Connection | None = None
    """How it is linked to the directive."""
    context: bool = False
    """Whether it is of a time before the directive, and says nothing of how its tasks stand."""


class Standing(Record):
    """How a task, or a body's part in it, stands on the reference date.

    Two things that need not agree: the time for it, and what was reported. That nothing was reported
    does not say that nothing was done.
    """

    timeliness: DeadlineStatus
    """How it stands in time."""
    state: ReportedStatus
    """What was reported of it."""
    due: Day | None = None
    """The deadline to which the timeliness refers."""
    horizon: Day | None = None
    """Until when work could be expected, where the text has no day and that decided."""
    continued_by: str | None = None
    """The directive that carries on the work."""


class BodyStanding(Standing):
    """How one body stands in a task of several, by its own reports."""

    body: str
    """The body."""
