"""The base of all models, and the values that several of them share."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from directive_atlas.review import Review
from directive_atlas.vocabulary.progress import Grade

Words = Annotated[
    dict[str, str], Field(description="A text in each language that it is known in, by its code")
]


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(_number, return_type=float, when_used="json")]
"""A value as the text gives it; in JSON a number."""


class Record(BaseModel):
    """A part of a record; what has no value is left out of its JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def model_post_init(self, _: Any) -> None:
        """Say of all fields that they are set: a set of names for each record takes a third of the room."""
        object.__setattr__(self, "__pydantic_fields_set__", _all_fields(type(self)))

    def json_bytes(self) -> bytes:
        """Its JSON, the fields in the order of the model, without spaces; always the same bytes."""
        return self.model_dump_json(exclude_defaults=True).encode() + b"\n"


@cache
def _all_fields(model: type[Record]) -> set[str]:
    return set(model.model_fields)


class Day(Record):
    """A date as precise as the text gives it: a day, month, quarter, half-year or year."""

    text: str
    """As the data have it: 2020-02-22, 2020-02, 2020-Q1, 2020-H1 or 2020."""
    first: dt.date
    """The first day that it can be."""
    last: dt.date
    """The last day that it can be; of a deadline, the last day."""


class Reference(Record):
    """Where a fact can be read, and how good a source that is."""

    title: Words
    """What it is called."""
    publisher: Words | None = None
    """Who published it."""
    speaker: Words | None = None
    """Whose words it gives."""
    date: Day | None = None
    """When it was published."""
    grade: Grade
    """How near to the fact it is."""
    url: str | None = None
    """Its address; missing where it must not be linked."""
    archived: str | None = None
    """The address of a copy in an archive."""
    note: Words | None = None
    """What else is to be known of it."""


class Quote(Record):
    """A verbatim passage of the source, and where it stands."""

    text: str
    """The words of the source."""
    translation: Words | None = None
    """What they mean in other languages; by the editors."""
    page: str
    """The passage on the directive's page, from the root of the site."""
    paragraph: int
    """The number of the paragraph that it begins in, from 1."""
    label: str | None = None
    """What the text itself calls the place, such as “4(e)”."""
    start: int
    """Where it begins in the source, in Unicode characters from 0."""
    end: int
    """Where it ends: the character after its last one."""
    review: Review
    """Whether it still is what its last reviewer saw."""
