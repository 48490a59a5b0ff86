"""Times: when a task is due or runs."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import (
    ActorName,
    Count,
    DateField,
    EventName,
    Line,
    TaskName,
    one_word_is,
    scalar,
)
from directive_atlas.load.marked import Mapping, Scalar, block_of
from directive_atlas.load.meant import about_time
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.deadlines import EarlierDeadline, ProposedDeadline
from directive_atlas.load.schema.recurrence_rule import RuleField
from directive_atlas.load.schema.timing_text import timing_block
from directive_atlas.problems import both, either, say
from directive_atlas.vocabulary.directives import DateKind
from directive_atlas.vocabulary.zones import zone_names


def _clock(value: Any) -> str:
    text = scalar(value)
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        kind = say("a time of day")
        raise PydanticCustomError("E212", "", {"value": text, "kind": kind, "example": "12:00"})
    return text


ClockField = Annotated[
    str, PlainValidator(_clock), WithJsonSchema({"type": "string", "pattern": r"^\d\d:\d\d$"})
]
"""A time of day, 00:00 to 23:59."""


def _zone(value: Any) -> str:
    text = scalar(value)
    if text not in zone_names():
        kind, example = say("a time zone"), either(("Asia/Shanghai", "America/New_York"))
        raise PydanticCustomError("E212", "", {"value": text, "kind": kind, "example": example})
    return text


ZoneField = Annotated[str, PlainValidator(_zone), WithJsonSchema({"type": "string"})]
"""A time zone of the IANA database."""


class Anchor(Record):
    """What a time is counted from: a date of the directive, another task, or a named event."""

    one_of: ClassVar[tuple[str, ...]] = ("date", "due", "done", "event")

    date: DateKind | None = None
    """A date of this directive, which must be there."""
    due: TaskName | None = None
    """The deadline of a task or measure, which must be there; in another directive directive/task."""
    done: TaskName | None = None
    """The day on which a task or measure was reported as done; before that, the time waits."""
    event: EventName | None = None
    """An event of this directive; without a date, the time waits."""


AnchorField = Annotated[Anchor, one_word_is("date")]


_DURATIONS = ("hours", "days", "working_days", "weeks", "months", "years")


class Moment(Record):
    """A day: a date, an anchor, or a duration after an anchor, whose own day is not counted."""

    by: DateField | None = None
    """The end of this date."""
    hours: Count | None = None
    """Number of hours; counted as the whole days that they touch."""
    days: Count | None = None
    """Number of days."""
    working_days: Count | None = None
    """Number of working days of the first issuer."""
    weeks: Count | None = None
    """Number of weeks."""
    months: Count | None = None
    """Number of months."""
    years: Count | None = None
    """Number of years."""
    of: AnchorField | None = None
    """What it is counted from."""

    @model_validator(mode="after")
    def _is_one_day(self) -> Self:
        durations = [name for name in _DURATIONS if getattr(self, name)]
        if len(durations) > 1:
            raise conflict("{keys} exclude each other", "keep one of them", keys=both(durations))
        if (self.by is None) == (self.of is None):
            raise conflict("nothing here says which day this is", "write of: signed, or by: 2020-12-31")
        if self.by and durations:
            raise conflict("by is a day already", "write of: instead, or remove the duration")
        return self


class Within(Moment):
    """A duration after an anchor; unlike a moment, it must have the duration."""

    of: AnchorField
    """What it is counted from."""

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if not any(getattr(self, name) for name in _DURATIONS):
            raise conflict(
                "this time has no duration",
                "write one of: {known}; for the day itself use upon:",
                known=", ".join(_DURATIONS),
            )
        return self


def _anchor_alone(value: Any) -> Any:
    """An anchor in the place of a moment: its own day."""
    bare = isinstance(value, Mapping) and value and set(value) <= set(Anchor.one_of)
    return block_of(value, "of") if bare else value


_Written = Annotated[Moment, one_word_is("of")]
MomentField = Annotated[_Written, BeforeValidator(_anchor_alone, json_schema_input_type=Anchor | _Written)]


class Period(Record):
    """From a date, or ``after`` a moment, to a date, or ``until`` a moment; one end may be open.

    A period with ``until`` lasts until that moment and is not due then.
    """

    from_: DateField | None = Field(default=None, alias="from")
    """The first day."""
    after: MomentField | None = None
    """The first day, counted; instead of from."""
    to: DateField | None = None
    """The last day, on which the task is due."""
    until: MomentField | None = None
    """The last day, counted; instead of to."""

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if not (self.from_ or self.to or self.after or self.until):
            raise conflict("a period needs an end", "write from:, to:, or both")
        if self.from_ and self.to and self.from_.first > self.to.last:
            raise conflict("this period ends before it begins", "exchange from: and to:")
        if (self.from_ and self.after) or (self.to and self.until):
            raise conflict("an end of this period is given twice", "keep from: or after:, to: or until:")
        return self


class Recurrence(Record):
    """Recurs by a rule, from a date or ``after`` a moment, to a date or ``until`` a moment.

    A rule without days (``FREQ=YEARLY``) recurs on the day it starts on; if the start is not a day, it is
    due at the end of each year, half-year, quarter, month or week. Without a start it begins with the
    first such period after the directive. ``after`` is not itself an occurrence, ``from`` may be.
    ``at_least`` allows more occurrences.
    """

    rule: RuleField
    """A rule of RFC 5545 made of FREQ, INTERVAL, BYMONTH, BYMONTHDAY and BYDAY."""
    from_: DateField | None = Field(default=None, alias="from")
    """Since when it recurs; if left out, since the directive."""
    after: MomentField | None = None
    """Since when it recurs, counted; instead of from."""
    to: DateField | None = None
    """Until when it recurs."""
    until: MomentField | None = None
    """Until when it recurs, counted; instead of to."""
    at_least: bool = False
    """true if it may be done more often: “at least once a year”."""

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if (self.from_ and self.after) or (self.to and self.until):
            raise conflict("an end of this recurrence is given twice", "keep from: or after:, to: or until:")
        if self.from_ and self.to and self.from_.first > self.to.last:
            raise conflict("this recurrence ends before it begins", "exchange from: and to:")
        return self


_WITHOUT_AN_END = ("every", "regularly", "ongoing")
_WITH_A_DAY = ("by", "within", "earlier_of", "later_of", "before", "period")


class Timing(Record):
    """When a task is due or runs: exactly one form, with the words of the text that give it."""

    one_of: ClassVar[tuple[str, ...]] = (
        "by",
        "within",
        "earlier_of",
        "later_of",
        "before",
        "upon",
        "period",
        "during",
        "every",
        "regularly",
        "ongoing",
        "asap",
        "promptly",
        "suitable",
        "set_by",
    )

    by: DateField | None = None
    """Due at the end of this date."""
    time: ClockField | None = None
    """A time of day from "00:00" to "23:59", in quotes; only with a by that is a day."""
    zone: ZoneField | None = None
    """Its time zone by the IANA name, for example Asia/Shanghai."""
    within: Within | None = None
    """Due so long after something."""
    earlier_of: tuple[MomentField, ...] = ()
    """Due on the first of these days: “… or …, whichever is earlier”."""
    later_of: tuple[MomentField, ...] = ()
    """Due on the last of these days, once all are known."""
    before: MomentField | None = None
    """Due on the day before this one."""
    upon: AnchorField | None = None
    """To be done when this happens, without a deadline."""
    period: Period | None = None
    """From a day to a day."""
    during: Text | None = None
    """A time without dates: “during the flood season”."""
    every: Annotated[Recurrence, one_word_is("rule")] | None = None
    """Recurs by a rule."""
    regularly: bool = False
    """true: recurs, and the text gives no interval."""
    ongoing: bool = False
    """true: continues without an end."""
    asap: bool = False
    """true: as soon as possible."""
    promptly: bool = False
    """true: in good time, whenever there is something to do."""
    suitable: bool = False
    """true: at a suitable time."""
    set_by: ActorName | None = None
    """Within the time that this body sets."""
    begins: bool = False
    """true if it need only begin by then, not end; with a form that gives a day."""
    soft: bool = False
    """true if the text allows exceptions: “in principle”."""
    until: Text | None = None
    """The condition that ends what goes on or recurs: “until each body has done its part”."""
    unless: Text | None = None
    """The condition under which this time does not hold: “unless extended or waived”."""
    case: Text | None = None
    """The case to which this time applies."""
    words: Line | None = None
    """The words of the text that give the time."""
    note: Text | None = None
    """How the date follows from them."""
    earlier: tuple[EarlierDeadline, ...] = ()
    """Deadlines that this one replaces."""
    proposed: tuple[ProposedDeadline, ...] = ()
    """Changes of this deadline that are not in force; it binds until they are."""

    @model_validator(mode="after")
    def _has_a_whole_time(self) -> Self:
        if self.time and not (self.by and self.by.is_day):
            raise conflict("a time of day needs a day", "write by: with year, month and day")
        if self.until and not any(getattr(self, form) for form in _WITHOUT_AN_END):
            known = ", ".join(_WITHOUT_AN_END)
            raise conflict(
                "until needs a time that goes on", "write one of: {known}; a day goes into to:", known=known
            )
        if self.begins and not any(getattr(self, form) for form in _WITH_A_DAY):
            raise conflict(
                "begins needs a day by which it is to begin",
                "write one of: {known}",
                known=", ".join(_WITH_A_DAY),
            )
        if bool(self.time) != bool(self.zone):
            raise conflict(
                "a time of day needs its zone, and a zone its time", "write time: and zone:, or neither"
            )
        return self


def _in_one_line(value: Any) -> Any:
    """A timing written as one line of text, as the block that it is short for."""
    if not isinstance(value, Scalar):
        return value
    written = timing_block(value)
    if written is None:
        hint = about_time(value)
        raise PydanticCustomError("E217", "", {"value": str(value)} | ({"hint": hint} if hint else {}))
    return written


TimingField = Annotated[Timing, BeforeValidator(_in_one_line, json_schema_input_type=str | int | Timing)]
"""A timing as a block, or as one line where that has one meaning only."""
