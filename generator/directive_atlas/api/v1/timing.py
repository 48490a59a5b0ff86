"""When a task is due."""

from __future__ import annotations

from directive_atlas.api.v1.base import Day, Record, Reference, Words
from directive_atlas.vocabulary.tasks import PendingChange, TimingForm


class Change(Record):
    """A deadline before it was changed, or (with ``status``) a change that is not in force."""

    by: Day | None = None
    """The last day that it sets or set."""
    within: Words | None = None
    """The time in words, where it is no date."""
    status: PendingChange | None = None
    """How far it has come; missing for what was superseded."""
    date: Day | None = None
    """When it was changed, or proposed."""
    directive: str | None = None
    """The directive that changes it."""
    reference: Reference | None = None
    """Where that can be read."""
    note: Words | None = None
    """What else is to be known of it."""


class Timing(Record):
    """One statement of the text about when; the text may make several."""

    form: TimingForm
    """How the text says it."""
    start: Day | None = None
    """The first day."""
    due: Day | None = None
    """The last day; of a recurrence, of the occurrence that counts on the reference date."""
    latest: Day | None = None
    """The last day at the latest, while the day itself waits for another task."""
    time: str | None = None
    """The time of day, in the zone."""
    zone: str | None = None
    """The IANA time zone of the time."""
    words: str | None = None
    """The text's own words."""
    recurrence: str | None = None
    """The rule of a recurrence (RFC 5545)."""
    counted_from: str | None = None
    """What a counted day is counted from: a kind of date, a task, an event."""
    amount: int | None = None
    """How many units after that."""
    unit: str | None = None
    """The unit that is counted in."""
    during: Words | None = None
    """A time in words during which it holds."""
    set_by: str | None = None
    """The body that sets the time."""
    begins: bool = False
    """Whether only the beginning is due by then."""
    soft: bool = False
    """Whether the day holds only in principle."""
    at_least: bool = False
    """Whether it may be later."""
    until: Words | None = None
    """The condition that ends it."""
    unless: Words | None = None
    """The condition under which it does not hold."""
    case: Words | None = None
    """The case for which it holds."""
    note: Words | None = None
    """What else is to be known of it."""
    earlier: tuple[Change, ...] = ()
    """The deadlines before it was changed, as they were."""
    proposed: tuple[Change, ...] = ()
    """Changes that are not in force: the deadline above is the one that binds."""
