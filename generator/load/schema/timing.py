"""When a task is due or runs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Self
from zoneinfo import available_timezones

from dateutil.rrule import rrulestr
from pydantic import Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from generator.load.fields import DateField, DirectiveId, Id, Line, one_word_is, scalar
from generator.load.record import Record, Text, conflict
from generator.load.schema.references import Reference
from generator.load.words import DateKind

_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_PARTS = ("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY")


def _rule(value: Any) -> str:
    text = scalar(value).upper()
    why = next(_faults(text), None)
    if why:
        raise PydanticCustomError("E211", "", {"value": text, "why": why})
    return text


def _faults(text: str) -> Iterator[str]:
    """Why a text is no recurrence rule that this site can tell in words."""
    parts = dict(part.partition("=")[::2] for part in text.split(";"))
    unknown = [name for name in parts if name not in _PARTS]
    if unknown:
        yield f"{unknown[0] or 'an empty part'} is not among {', '.join(_PARTS)}"
    if parts.get("FREQ") not in _FREQUENCIES:
        yield f"FREQ must be one of {', '.join(_FREQUENCIES)}"
    if parts.get("INTERVAL") == "0":
        yield "INTERVAL must be 1 or more"
    try:
        rule = rrulestr(text, dtstart=dt.datetime(2000, 1, 1))
        # The calendar repeats its leap years and weekdays after 28 years.
        if "INTERVAL" not in parts and not rule.between(dt.datetime(1999, 1, 1), dt.datetime(2029, 1, 1)):
            yield "it never happens"
    except (ValueError, IndexError, KeyError, TypeError, OverflowError) as error:
        yield str(error)


RuleField = Annotated[str, PlainValidator(_rule), WithJsonSchema({"type": "string", "pattern": "FREQ="})]
"""A recurrence rule of RFC 5545, without its start and end."""


def _clock(value: Any) -> str:
    text = scalar(value)
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        raise PydanticCustomError("E212", "", {"value": text, "kind": "a time of day", "example": "12:00"})
    return text


ClockField = Annotated[
    str, PlainValidator(_clock), WithJsonSchema({"type": "string", "pattern": r"^\d\d:\d\d$"})
]
"""A time of day, 00:00 to 23:59."""


def _zone(value: Any) -> str:
    text = scalar(value)
    if text not in available_timezones():
        example = "Asia/Shanghai or America/New_York"
        raise PydanticCustomError("E212", "", {"value": text, "kind": "a time zone", "example": example})
    return text


ZoneField = Annotated[str, PlainValidator(_zone), WithJsonSchema({"type": "string"})]
"""A time zone of the IANA database."""


class Anchor(Record):
    """From what a time is counted: a date of the directive, another task, or a named event."""

    one_of: ClassVar[tuple[str, ...]] = ("date", "due", "done", "event")

    date: DateKind | None = None
    due: Line | None = None
    done: Line | None = None
    event: Id | None = None


AnchorField = Annotated[Anchor, one_word_is("date")]


class Within(Record):
    """So long after an anchor; the day of the anchor itself is not counted."""

    one_of: ClassVar[tuple[str, ...]] = ("days", "working_days", "weeks", "months", "years")

    days: int | None = Field(default=None, ge=1)
    working_days: int | None = Field(default=None, ge=1)
    weeks: int | None = Field(default=None, ge=1)
    months: int | None = Field(default=None, ge=1)
    years: int | None = Field(default=None, ge=1)
    of: AnchorField


class Period(Record):
    """From a date to a date; one end may be open."""

    from_: DateField | None = Field(default=None, alias="from")
    to: DateField | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if not (self.from_ or self.to):
            raise conflict("a period needs an end", "write from:, to:, or both")
        if self.from_ and self.to and self.from_.first > self.to.last:
            raise conflict("this period ends before it begins", "exchange from: and to:")
        return self


class Recurrence(Record):
    """Again and again by a rule: from a date or ``after`` a time has passed, to a date or for good.

    Without a start it begins with the directive.
    """

    rule: RuleField
    from_: DateField | None = Field(default=None, alias="from")
    after: Within | None = None
    to: DateField | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.from_ and self.after:
            raise conflict("from and after both tell the start", "keep one of the two")
        if self.from_ and self.to and self.from_.first > self.to.last:
            raise conflict("this recurrence ends before it begins", "exchange from: and to:")
        return self


class Slip(Record):
    """An earlier deadline that was given up, and what changed it."""

    by: DateField
    changed: DateField | None = None
    directive: DirectiveId | None = None
    reference: Reference | None = None
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

    one_of: ClassVar[tuple[str, ...]] = ("by", "within", "period", "during", "every", "ongoing", "asap")

    by: DateField | None = None
    time: ClockField | None = None
    zone: ZoneField | None = None
    within: Within | None = None
    period: Period | None = None
    during: Text | None = None
    every: Annotated[Recurrence, one_word_is("rule")] | None = None
    ongoing: bool = False
    asap: bool = False
    soft: bool = False
    case: Text | None = None
    words: Line | None = None
    note: Text | None = None
    earlier: tuple[Slip, ...] = ()

    @model_validator(mode="after")
    def _has_a_whole_time(self) -> Self:
        if self.time and not (self.by and self.by.is_day):
            raise conflict("a time of day needs a day", "write by: with year, month and day")
        if bool(self.time) != bool(self.zone):
            raise conflict("a time of day and its zone stand together", "write time: and zone:, or neither")
        return self
