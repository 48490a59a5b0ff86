"""The base of every raw record: frozen, without unknown keys, aware of its place in a file."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationInfo,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from directive_atlas.load.fields import Line, PlainOrLanguages, languages_in
from directive_atlas.load.marked import Mapping, Marks, Scalar
from directive_atlas.load.places import NOWHERE, Places
from directive_atlas.problems import Place, both, say
from directive_atlas.vocabulary.languages import is_language


@cache
def _one_for_all(names: frozenset[str]) -> set[str]:
    """The names of the fields that are written: few combinations, and a set for each record takes room."""
    return set(names)


@cache
def _blank(model: type[Record]) -> dict[str, Any]:
    """The fields of a class before they are filled: copies share the table of their names.

    Python does so for what has its attributes set one by one, which pydantic does not; and that table is two
    thirds of a dictionary.
    """
    blank = model.__new__(model)
    for name in model.model_fields:
        object.__setattr__(blank, name, None)
    return blank.__dict__


class Record(BaseModel):
    """A block of keys from a data file.

    Subclasses may set ``one_of``: groups of keys of which exactly one must be there; and
    ``short_forms``: keys that hold one entry, or the list, of another key. The docstring below a field
    describes it in the JSON Schemas; it is a message of the interface.
    """

    __slots__ = ("_own_places",)
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
    one_of: ClassVar[tuple[str, ...]] = ()
    short_forms: ClassVar[dict[str, str]] = {}

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(data, Mapping):
            data.model = cls
            cls.long_form(data)
        record = handler(data)
        _settle(record, Places.of(data) if isinstance(data, Mapping) else record._places)
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
    def _places(self) -> Places:
        return getattr(self, "_own_places", NOWHERE)  # a record that was made by hand has none

    @property
    def place(self) -> Place:
        """Where this block begins."""
        return self._places.place

    def at(self, key: str, entry: int | None = None) -> Place:
        """The place of the value of a key, or of an entry of its list, for example ``at("topics", 2)``."""
        return self._places.at(key, entry)

    def has(self, key: str) -> bool:
        """Whether the file has this key in this block."""
        return key in self._places.form.names

    def refused(self, key: str) -> bool:
        """Whether the file has a value under ``key`` that was refused: it is not missing."""
        return key in self._places.form.refused

    @property
    def unusable(self) -> frozenset[str]:
        """The keys that were written, but whose values were refused."""
        return self._places.form.unusable

    def model_copy(self, *, update: MappingType[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy, at the same place, with some of its fields changed."""
        copy = super().model_copy(update=update, deep=deep)
        _settle(copy, self._places)
        return copy

    def __getstate__(self) -> dict[Any, Any]:
        """What another process makes it of again."""
        return {**super().__getstate__(), "_own_places": self._places}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """The same record, in another process."""
        super().__setstate__(state)
        _settle(self, state["_own_places"])


def _settle(record: Record, places: Places) -> None:
    """Let a record know where it is, and share the names of its fields with those that are like it."""
    object.__setattr__(record, "_own_places", places)
    fields = _blank(type(record)).copy()
    fields.update(record.__dict__)
    object.__setattr__(record, "__dict__", fields)
    written = _one_for_all(frozenset(record.__pydantic_fields_set__))
    object.__setattr__(record, "__pydantic_fields_set__", written)


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
