"""The rows of ``review.csv``, as ``directives review --accept`` writes them."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import DateField, Line, scalar
from directive_atlas.load.record import Record, conflict
from directive_atlas.problems import say

_FINGERPRINT = r"[0-9a-f]{12}"


def _fingerprint(value: Any) -> str:
    text = scalar(value)
    if not re.fullmatch(_FINGERPRINT, text):
        kind = say("a fingerprint")
        example = say("12 of 0-9 and a-f; or remove the row and review the passage again")
        raise PydanticCustomError("E212", "", {"value": text, "kind": kind, "example": example})
    return text


Fingerprint = Annotated[
    str, PlainValidator(_fingerprint), WithJsonSchema({"type": "string", "pattern": f"^{_FINGERPRINT}$"})
]
"""Hex digits that change if a passage or the rest of its sentences changes."""


class Reviewed(Record):
    """One passage as it was reviewed: ``text`` has its whole sentences on that day."""

    passage: Line
    """The passage's anchor on the directive's page."""
    fingerprint: Fingerprint
    """Changes if the quote or the rest of its sentences changes."""
    reviewed: DateField
    """When it was reviewed."""
    by: Line | None = None
    """Who did it."""
    text: Line
    """The whole sentences as they were, so that a difference can be shown."""

    @model_validator(mode="after")
    def _on_a_day(self) -> Self:
        if not self.reviewed.is_day:
            raise conflict("a review has one day", "write year, month and day: 2020-12-31")
        return self
