"""Times: when a task is due or runs."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import (
    Count,
    DateField,
    DirectiveName,
    EventName,
    Line,
    TaskName,
    one_word_is,
    scalar,
)
from directive_atlas.load.marked import Mapping, Scalar, block_of
from directive_atlas.load.record import Record, Text, conflict
from directive_atlas.load.schema.references import ReferenceField
from directive_atlas.load.schema.timing_text import timing_block
from directive_atlas.problems import Wording, both, either, say
from directive_atlas.vocabulary.directives import DateKind
from directive_atlas.vocabulary.zones import zone_names

_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_ALLOWED = {
    "INTERVAL": r"[1-9]\d{0,2}",
    "BYMONTH": r"(?:[1-9]|1[0-2])",
    "BYMONTHDAY": r"-?(?:[1-9]|[12]\d|3[01])",
    "BYDAY": r"(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)",
}
_MEANING = {
    "INTERVAL": say("a number from 1 to 999"),
    "BYMONTH": say("months from 1 to 12"),
    "BYMONTHDAY": say("days from 1 to 31, or -1 to -31 from the end"),
    "BYDAY": say("weekdays MO to SU, with a number such as 2FR or -1MO"),
}
_PARTS = ("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY")


def _rule(value: Any) -> str:
    text = scalar(value).upper()
    why = _first_fault(text)
    if why:
        raise PydanticCustomError("E211", "", {"value": text, "why": why})
    return text


@lru_cache(maxsize=1024)
def _first_fault(text: str) -> Wording | None:
    return next(_faults(text), None)


def _faults(text: str) -> Iterator[Wording]:
    """Why a text is not a recurrence rule that pages can put into words."""
    names = [part.partition("=")[0] for part in text.split(";")]
    parts = dict(part.partition("=")[::2] for part in text.split(";"))
    for name in names:
        if name not in _PARTS:
            yield say(
                "{name} is not among {known}", name=name or say("an empty part"), known=", ".join(_PARTS)
            )
        if names.count(name) > 1:
            yield say("{name} occurs twice", name=name)
    if parts.get("FREQ") not in _FREQUENCIES:
        yield say("FREQ must be one of {known}", known=", ".join(_FREQUENCIES))
    for name, allowed in _ALLOWED.items():
        if name in parts and not re.fullmatch(f"{allowed}(,{allowed})*", parts[name], re.ASCII):
            yield say("{name} must be {meaning}", name=name, meaning=_MEANING[name])
    yield from _misunderstood(parts)
    if parts.get("FREQ") in ("WEEKLY", "DAILY") and re.search(r"\d", parts.get("BYDAY", "")):
        yield say("numbers of weekdays go with YEARLY and MONTHLY")
    yield from _never(parts)


def _misunderstood(parts: dict[str, str]) -> Iterator[Wording]:
    """What RFC 5545 allows, but gives another meaning than readers would expect."""
    frequency = parts.get("FREQ")
    if "BYDAY" in parts and "BYMONTHDAY" in parts:
        yield say("BYDAY and BYMONTHDAY exclude each other")
    if frequency == "YEARLY" and "BYMONTH" not in parts and {"BYDAY", "BYMONTHDAY"} & parts.keys():
        yield say("a yearly rule with days needs BYMONTH")
    if frequency in ("MONTHLY", "WEEKLY", "DAILY") and "BYMONTH" in parts:
        yield say("BYMONTH goes with FREQ=YEARLY")
    if frequency in ("WEEKLY", "DAILY") and "BYMONTHDAY" in parts:
        yield say("BYMONTHDAY goes with YEARLY and MONTHLY")


def _never(parts: dict[str, str]) -> Iterator[Wording]:
    """Why a rule gives no day: none of its months has one of its days."""
    days = [abs(int(day)) for day in parts.get("BYMONTHDAY", "1").split(",")]
    months = [int(month) for month in parts.get("BYMONTH", "1").split(",")]
    if min(days) > max(monthrange(2000, month)[1] for month in months):
        yield say("it never happens")


RuleField = Annotated[str, PlainValidator(_rule), WithJsonSchema({"type": "string", "pattern": "FREQ="})]
"""A recurrence rule of RFC 5545, without its start and end."""


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
    due: TaskName | None = None
    done: TaskName | None = None
    event: EventName | None = None


AnchorField = Annotated[Anchor, one_word_is("date")]


_DURATIONS = ("hours", "days", "working_days", "weeks", "months", "years")


class Moment(Record):
    """A day: a date, an anchor, or a duration after an anchor, whose own day is not counted."""

    by: DateField | None = None
    hours: Count | None = None
    days: Count | None = None
    working_days: Count | None = None
    weeks: Count | None = None
    months: Count | None = None
    years: Count | None = None
    of: AnchorField | None = None

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
    after: MomentField | None = None
    to: DateField | None = None
    until: MomentField | None = None

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
    from_: DateField | None = Field(default=None, alias="from")
    after: MomentField | None = None
    to: DateField | None = None
    until: MomentField | None = None
    at_least: bool = False

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if (self.from_ and self.after) or (self.to and self.until):
            raise conflict("an end of this recurrence is given twice", "keep from: or after:, to: or until:")
        if self.from_ and self.to and self.from_.first > self.to.last:
            raise conflict("this recurrence ends before it begins", "exchange from: and to:")
        return self


class EarlierDeadline(Record):
    """A superseded deadline, and what changed it."""

    by: DateField
    changed: DateField | None = None
    directive: DirectiveName | None = None
    reference: ReferenceField | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if not (self.directive or self.reference or self.note):
            raise conflict(
                "an earlier deadline needs the source of its change", "add directive:, reference: or note:"
            )
        return self


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
    )

    by: DateField | None = None
    time: ClockField | None = None
    zone: ZoneField | None = None
    within: Within | None = None
    earlier_of: tuple[MomentField, ...] = ()
    later_of: tuple[MomentField, ...] = ()
    before: MomentField | None = None
    upon: AnchorField | None = None
    period: Period | None = None
    during: Text | None = None
    every: Annotated[Recurrence, one_word_is("rule")] | None = None
    regularly: bool = False
    ongoing: bool = False
    asap: bool = False
    soft: bool = False
    case: Text | None = None
    words: Line | None = None
    note: Text | None = None
    earlier: tuple[EarlierDeadline, ...] = ()

    @model_validator(mode="after")
    def _has_a_whole_time(self) -> Self:
        if self.time and not (self.by and self.by.is_day):
            raise conflict("a time of day needs a day", "write by: with year, month and day")
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
        raise PydanticCustomError("E217", "", {"value": str(value)})
    return written


TimingField = Annotated[Timing, BeforeValidator(_in_one_line, json_schema_input_type=str | int | Timing)]
"""A timing as a block, or as one line where that has one meaning only."""
