"""The field types of the data format: text in several languages, imprecise dates, ids, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from decimal import Decimal
from sys import intern
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from directive_atlas.load.marked import Mapping, Scalar, block_of, in_order, list_of
from directive_atlas.load.meant import about_date
from directive_atlas.load.pasted import guessed_number, usual_date, usual_number
from directive_atlas.problems import say
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date
from directive_atlas.vocabulary.languages import CODE, is_language, languages_of

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The form of a record's id."""

_YAML_KINDS = {
    "int": say("a number"),
    "float": say("a number"),
    "bool": say("true or false"),
    "timestamp": say("a date"),
}


def _line(value: Any) -> str:
    """Text as it was written, without spaces around it; one that recurs is the same object.

    Raises:
        PydanticCustomError: E203, E206 or E208 (a block or list, a bare date or number, nothing).

    """
    if not isinstance(value, str):
        raise PydanticCustomError("E203", "", {"why": say("text belongs here, not a list or a block")})
    kind = _YAML_KINDS.get(getattr(value, "yaml_kind", "str"))
    if kind:
        raise PydanticCustomError("E206", "", {"value": str(value), "kind": kind})
    if not value.strip():
        raise PydanticCustomError("E208", "", {})
    return intern(str(value).strip())


Line = Annotated[str, PlainValidator(_line), WithJsonSchema({"type": "string", "minLength": 1})]
"""A text in one language, not empty."""

Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(
        lambda v: list_of(v) if isinstance(v, Scalar) else v, json_schema_input_type=Line | tuple[Line, ...]
    ),
]
"""Lines, each a text in one language; one alone needs no list."""


def is_id(text: str) -> bool:
    """Whether a text can be the id of a record, and so its address."""
    return bool(ID.fullmatch(text)) and text != "index" and len(text) <= 80


def _identifier(value: Any) -> str:
    text = scalar(value)
    if not is_id(text):
        raise PydanticCustomError("E207", "", {"value": text, "guess": guessed_id(text)})
    return text


def guessed_id(text: str) -> str:
    """What could be the id in place of a text that cannot be one; of several for a list of texts."""
    parts = re.split("[，、]", text)
    guesses = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-")[:80] for part in parts]
    return ", ".join("overview" if guess in {"", "index"} else guess for guess in guesses)


def scalar(value: Any) -> str:
    """One value as it was written, without spaces around it.

    Raises:
        PydanticCustomError: E203 (a list or a block).

    """
    if isinstance(value, str):
        return intern(str(value).strip())
    raise PydanticCustomError("E203", "", {"why": say("one value belongs here, not a list or a block")})


Id = Annotated[
    str,
    PlainValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": f"^{ID.pattern}$", "maxLength": 80}),
]
"""The permanent name of a record: small letters, digits, single hyphens. Addresses are made from it."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field that names another record: by its id, a name, an alias or a number."""

    kind: str


ActorName = Annotated[Line, RefersTo("actor")]
TopicName = Annotated[Line, RefersTo("topic")]
TermName = Annotated[Line, RefersTo("term")]
DirectiveName = Annotated[Line, RefersTo("directive")]
EventName = Annotated[Line, RefersTo("event")]
TargetName = Annotated[Line, RefersTo("target")]
SectionName = Annotated[Line, RefersTo("section")]
TaskName = Annotated[Line, RefersTo("task")]
"""A task of the same directive by its id or label, one of another as ``directive/id``."""


def read_address(value: Any) -> str:
    """A web address as it was written.

    Raises:
        PydanticCustomError: E210 (not http or https, with a user, or with characters that no address has).

    """
    text = scalar(value)
    try:
        parts = urlsplit(text)
        usual = parts.hostname and "@" not in parts.netloc and parts.port != 0  # a port too high is an error
        ok = parts.scheme in {"http", "https"} and usual and text.isprintable()
    except ValueError:
        ok = False
    if not ok or " " in text:
        raise PydanticCustomError("E210", "", {"value": text})
    return text


Address = Annotated[
    str,
    PlainValidator(read_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
"""A web address that may be linked: http or https only, so that it runs no code."""


def _date(value: Any) -> ImpreciseDate:
    text = scalar(value)
    try:
        return parse_date(usual_date(text))
    except ValueError:
        hint = about_date(text)
        words = {"value": text} | ({"hint": hint} if hint else {})
        raise PydanticCustomError("E205", "", words) from None


DateField = Annotated[
    ImpreciseDate,
    PlainValidator(_date),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^\d{4}(-\d\d(-\d\d)?|-Q[1-4]|-H[12]|[-/.]\d\d?([-/.]\d\d?)?|年.*)?$",
            "examples": ["2020-02-22", "2020-02", "2020-Q1", "2020-H1", "2020"],
        }
    ),
]
"""A date of any precision."""


_LONGEST_NUMBER = 60


def _number(value: Any) -> Any:
    """The digits of a number; what is none at all is left to the schema.

    Raises:
        PydanticCustomError: E203 (too long), E216 (a number with more than a number around it).

    """
    if not isinstance(value, Scalar):
        return value
    if len(value) > _LONGEST_NUMBER:
        why = say("a number has at most {limit} digits", limit=_LONGEST_NUMBER)
        raise PydanticCustomError("E203", "", {"why": why})
    text = usual_number(value)
    guess = guessed_number(value)
    if guess is not None and not re.fullmatch(r"[+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?", text):
        raise PydanticCustomError("E216", "", {"value": str(value).strip(), "guess": guess})
    return text


def _percentage(value: Any) -> Any:
    """A number that may have its sign: 80%."""
    if isinstance(value, Scalar):
        value = Scalar(re.sub(r"\s*[%％]\s*$", "", value), value.place)
    return _number(value)


Whole = Annotated[int, Field(ge=0), BeforeValidator(_number)]
"""A whole number from 0 on; 1万 and full-width digits are read as well."""

Figure = Annotated[Decimal, BeforeValidator(_number)]
"""A number with or without decimals; 1.5万 and full-width digits are read as well."""

Count = Annotated[int, Field(ge=1), BeforeValidator(_number)]
"""A whole number from 1 on, written likewise."""

Percentage = Annotated[int, Field(ge=0, le=100), BeforeValidator(_percentage)]
"""A whole number of hundredths, with or without its sign."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reading of a record must know beside it.

    ``languages`` are those of the site, the first one first; ``pages`` the rows of ``sources.csv`` by id.
    """

    languages: tuple[str, ...]
    pages: MappingType[str, Mapping] = field(default_factory=dict)


def spread_text(value: Any, info: ValidationInfo) -> Any:
    """Turn a plain text into a block by its language, and sort a block by the site's languages."""
    site = languages_in(info)
    if isinstance(value, Scalar):
        _line(value)
        return block_of(value, *languages_of(value, site))
    if isinstance(value, list):
        raise PydanticCustomError("E203", "", {"why": say("text belongs here, not a list")})
    return in_order(value, site) if isinstance(value, Mapping) else value


def languages_in(info: ValidationInfo) -> tuple[str, ...]:
    """The languages of the site for which a record is read; English if there is no context."""
    return info.context.languages if isinstance(info.context, Reading) else ("en",)


PlainOrLanguages = BeforeValidator(spread_text)
"""Lets a text be plain if it is in one language only."""


def _language(value: Any) -> str:
    text = scalar(value)
    if not is_language(text):
        raise PydanticCustomError("E213", "", {"value": text})
    return text


LanguageCode = Annotated[
    str, PlainValidator(_language), WithJsonSchema({"type": "string", "pattern": f"^{CODE.pattern}$"})
]
"""The code of a language: ``zh``, ``en``."""


def one_word_is(key: str) -> BeforeValidator:
    """Lets a block be written as one word, which is then the value of ``key``."""
    return BeforeValidator(lambda v: block_of(v, key) if isinstance(v, Scalar) else v)
