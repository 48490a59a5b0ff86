"""The base of every raw record: frozen, without unknown keys, aware of its place in a file."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PlainValidator,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from directive_atlas.load.fields import Line, PlainOrLanguages
from directive_atlas.load.marked import Mapping, Marks, place_of
from directive_atlas.problems import Place

_NOWHERE = Marks(Place(""))


class Record(BaseModel):
    """A block of keys from a data file.

    Subclasses may set ``one_of``: groups of keys of which exactly one must be there.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    one_of: ClassVar[tuple[str, ...]] = ()
    _block: Mapping = PrivateAttr(default_factory=lambda: Mapping(_NOWHERE))

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(data, Mapping):
            data.model = cls
        record = handler(data)
        if isinstance(data, Mapping):
            object.__setattr__(record, "__pydantic_private__", {"_block": data})
        return record

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        if self.one_of:
            written = [key for key in self.one_of if self._written(key)]
            if len(written) != 1:
                raise conflict(
                    f"{' and '.join(written)} stand together, but exclude each other"
                    if written
                    else "nothing here says what is meant",
                    f"write exactly one of: {', '.join(self.one_of)}",
                )
        return self

    def _written(self, key: str) -> bool:
        name = next((n for n, f in type(self).model_fields.items() if f.alias == key), key)
        return getattr(self, name) not in (None, False, ())

    @property
    def place(self) -> Place:
        """Where this block begins."""
        return self._block.marks.place

    def at(self, *path: str | int) -> Place:
        """Where the value at ``path`` stands, for example ``at("topics", 2)``."""
        return place_of(self._block, path)


def conflict(why: str, fix: str) -> PydanticCustomError:
    """E209: keys that do not go together, and what to write instead."""
    return PydanticCustomError("E209", "", {"why": why, "fix": fix})


class Languages(Record):
    """One text in each language it is known in, by language code."""

    zh: Line | None = None
    en: Line | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not (self.zh or self.en):
            raise PydanticCustomError("E208", "", {})
        return self


LANGUAGES: tuple[str, ...] = tuple(Languages.model_fields)
"""The codes of the languages that texts can be written in, best known first."""


def _language(value: Any) -> str:
    if value not in LANGUAGES:
        raise PydanticCustomError("E204", "", {"value": str(value), "allowed": ", ".join(LANGUAGES)})
    return str(value)


LanguageCode = Annotated[
    str, PlainValidator(_language), WithJsonSchema({"type": "string", "enum": list(LANGUAGES)})
]
"""The code of a language that texts can be written in."""

Text = Annotated[Languages, PlainOrLanguages]
"""A text that readers see: plain, or a map of languages."""
