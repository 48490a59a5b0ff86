"""References: web pages and publications where a fact can be read."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ModelWrapValidatorHandler, PrivateAttr, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import Address, DateField, Id, Reading
from directive_atlas.load.marked import Mapping, Scalar, merged, without
from directive_atlas.load.record import Record, Text
from directive_atlas.vocabulary.progress import Grade


class Reference(Record):
    """A web page or publication where a fact can be read; one of grade C is named, never linked.

    ``speaker`` said it, ``publisher`` published it on ``date``; ``archived`` is an archived copy.
    """

    title: Text
    """The title of the page or publication."""
    publisher: Text | None = None
    """Who published it."""
    speaker: Text | None = None
    """Whose words it gives."""
    date: DateField | None = None
    """When it was published."""
    grade: Grade
    """Who publishes at this address."""
    url: Address | None = None
    """Its address; not allowed with grade C."""
    archived: Address | None = None
    """An archived copy of the same page, in case that one disappears."""
    note: Text | None = None
    """What a reader should know about the page."""


class CitedPage(Reference):
    """A row of ``sources.csv``: a page that is cited more than once, under an id."""

    id: Id
    """The id by which references cite the page."""
    _row: Mapping = PrivateAttr()

    @model_validator(mode="wrap")
    @classmethod
    def _remember_row(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        page = handler(data)
        page._row = data
        return page

    @property
    def cited(self) -> Mapping:
        """What a reference says that cites the page: all but the id, each value at its place in the row."""
        return without(self._row, {("id",)})  # type: ignore[return-value]  # a block without a key is one


def _cited(value: Any, info: ValidationInfo) -> Any:
    """A reference that names a page of ``sources.csv``, alone or as ``source:`` of its block."""
    name = value if isinstance(value, Scalar) else value.get("source") if isinstance(value, Mapping) else None
    if not isinstance(name, Scalar):
        return value
    pages = info.context.pages if isinstance(info.context, Reading) else {}
    if name not in pages:
        raise PydanticCustomError("E218", "", {"value": str(name), "known": ", ".join(sorted(pages))})
    return merged(value, pages[name]) if isinstance(value, Mapping) else pages[name]


ReferenceField = Annotated[Reference, BeforeValidator(_cited)]
"""A reference as a block, or as the id of a page in ``sources.csv``."""
