"""Recurrence rules of RFC 5545, as far as pages can put them into words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import scalar
from directive_atlas.problems import Wording, say

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
_LONGEST = 1000
"""More than every month, day and weekday once."""
_PARTS = ("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY")


def _rule(value: Any) -> str:
    text = scalar(value).upper()
    too_long = say("it has over {limit} characters", limit=_LONGEST) if len(text) > _LONGEST else None
    why = too_long or _first_fault(text)
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
