"""The base of every raw record: frozen, without unknown keys, aware of its place in a file."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from directive_atlas.load.cells import Cells
from directive_atlas.load.fields import Line, PlainOrLanguages, languages_in
from directive_atlas.load.marked import Mapping, Marks, Scalar, place_of, without
from directive_atlas.problems import Place, both, say
from directive_atlas.vocabulary.languages import is_language

_NOWHERE = Marks(Place(""))


@cache
def _one_for_all(names: frozenset[str]) -> set[str]:
    """The names of the fields that are written: few combinations, and a set for each record takes room."""
    return set(names)


class Record(BaseModel):
    """A block of keys from a data file.

    Subclasses may set ``one_of``: groups of keys of which exactly one must be there; and
    ``short_forms``: keys that hold one entry, or the list, of another key. The docstring below a field
    describes it in the JSON Schemas; it is a message of the interface.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
    one_of: ClassVar[tuple[str, ...]] = ()
    short_forms: ClassVar[dict[str, str]] = {}
    _block: Mapping | Cells = PrivateAttr(default_factory=lambda: Mapping(_NOWHERE))

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(data, Mapping):
            data.model = cls
            cls.long_form(data)
        record = handler(data)
        own = record.__pydantic_fields_set__
        object.__setattr__(record, "__pydantic_fields_set__", _one_for_all(frozenset(own)))
        if isinstance(data, Mapping):
            object.__setattr__(record, "__pydantic_private__", {"_block": data})
        return record

    @classmethod
    def long_form(cls, block: Mapping) -> None:
        """Write what a block says in short as what it is short for."""
        for short, long in cls.short_forms.items():
            if short in block and long in block:
                raise conflict(
                    "{short} and {long} stand together", "write all under {long}:", short=short, long=long
                )
            block.lengthen(short, long)

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        if self.one_of:
            written = [key for key in self.one_of if self._written(key)]
            if len(written) != 1:
                raise _not_one(written, self.one_of)
        return self

    def _written(self, key: str) -> bool:
        return getattr(self, _field_of(type(self), key)) not in (None, False, ())

    @property
    def place(self) -> Place:
        """Where this block begins; not by ``_block``, which pydantic looks up slowly."""
        private = self.__pydantic_private__
        block = private["_block"] if private else None
        if isinstance(block, Cells):
            return block.place
        return block.marks.place if block is not None else _NOWHERE.place

    @property
    def _read(self) -> Mapping:
        """The block that it was read from; of a row of a table only the places."""
        return self._block.block() if isinstance(self._block, Cells) else self._block

    def keep_places(self, block: Mapping, cells: Cells) -> None:
        """Of the block that this was read from, and of the blocks inside it, keep only where all is.

        One that is not as it is in the file stays: a part was refused, or was short for something else.
        """
        private = self.__pydantic_private__
        if not private or not _is_as_read(private["_block"], block):
            return
        private["_block"] = cells
        for key, inner in block.items():
            value = getattr(self, _field_of(type(self), key)) if isinstance(inner, Mapping) else None
            if isinstance(value, Record):
                value.keep_places(inner, cells.inside(key))

    def refused(self, key: str) -> bool:
        """Whether the file has a value under ``key`` that was refused: it is not missing."""
        return key in self._read.marks.keys and key not in self._read

    def at(self, *path: str | int) -> Place:
        """The place of the value at ``path``, for example ``at("topics", 2)``."""
        return place_of(self._read, path)

    def has(self, key: str) -> bool:
        """Whether the file has this key in this block."""
        return key in self._read

    @property
    def unusable(self) -> frozenset[str]:
        """The keys that were written, but whose values were refused."""
        return self._read.marks.unusable

    def block_without(self, key: str) -> Mapping:
        """What was written of this record, but for one key; for records that are short for another."""
        return without(self._read, {(key,)})  # type: ignore[return-value]  # a block without a key is one


def _is_as_read(own: Mapping | Cells, block: Mapping) -> bool:
    """Whether the block of a record is one of the file, with all its keys, or a copy in another order."""
    return isinstance(own, Mapping) and own.marks is block.marks and own.keys() == block.marks.values.keys()


@cache
def _field_of(model: type[Record], key: str) -> str:
    """The field that is written as a key."""
    return next((name for name, info in model.model_fields.items() if info.alias == key), key)


def conflict(why: str, fix: str, /, **words: object) -> PydanticCustomError:
    """E209: keys that do not go together, and what to write instead; ``words`` fill both templates."""
    return PydanticCustomError("E209", "", {"why": say(why, **words), "fix": say(fix, **words)})


def _not_one(written: list[str], one_of: tuple[str, ...]) -> PydanticCustomError:
    known = ", ".join(one_of)
    if not written:
        return conflict("nothing here says what is meant", "write exactly one of: {known}", known=known)
    return conflict(
        "{keys} exclude each other", "write exactly one of: {known}", keys=both(written), known=known
    )


class Languages(Record):
    """One text in several languages, by language code; those of the site come first."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Line]

    @model_validator(mode="before")
    @classmethod
    def _languages_only(cls, data: Any, info: ValidationInfo) -> Any:
        if not isinstance(data, Mapping):
            return data
        if not data:
            raise PydanticCustomError("E208", "", {})
        known = ", ".join(languages_in(info))
        wrong = [key for key in data if not is_language(key)]
        errors = [PydanticCustomError("E201", "", {"key": key, "known": known}) for key in wrong]
        if errors:
            raise ValidationError.from_exception_data(
                cls.__name__,
                [
                    InitErrorDetails(type=error, loc=(key,), input=key)
                    for key, error in zip(wrong, errors, strict=True)
                ],
            )
        return data

    @classmethod
    def of(cls, texts: MappingType[str, str], place: Place) -> Self:
        """A text from pairs of language code and words; ``place`` is where it stands for in the files."""
        block = Mapping(Marks(place))
        for code, words in texts.items():
            block.set(code, Scalar(words, place), place, place)
        return cls.model_validate(block)

    def also(self, code: str, words: str) -> Self:
        """The same text, in one more language."""
        return self.of({**dict(self.values), code: words}, self.place)

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """Pairs of language code and text."""
        return tuple(self.__pydantic_extra__.items())

    @property
    def first(self) -> str:
        """The text in the best of its languages, for messages."""
        return self.values[0][1]


Text = Annotated[Languages, PlainOrLanguages]
"""A text that readers see: plain, or a map of languages."""
