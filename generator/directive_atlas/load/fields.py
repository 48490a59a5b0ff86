"""The field types of the data format: text in several languages, imprecise dates, ids, addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from directive_atlas.load.marked import Scalar, block_of
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date
from directive_atlas.vocabulary.folding import is_chinese

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YAML_KINDS = {
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "timestamp": "a date",
}


def _line(value: Any) -> str:
    """Text as people wrote it, without the spaces around it.

    Raises:
        PydanticCustomError: E203, E206 or E208 (a block or list, a bare date or number, nothing).

    """
    if not isinstance(value, str):
        raise PydanticCustomError("E203", "", {"why": "text belongs here, not a list or a block"})
    kind = _YAML_KINDS.get(getattr(value, "yaml_kind", "str"))
    if kind:
        raise PydanticCustomError("E206", "", {"value": str(value), "kind": kind})
    if not value.strip():
        raise PydanticCustomError("E208", "", {})
    return str(value).strip()


Line = Annotated[str, PlainValidator(_line), WithJsonSchema({"type": "string", "minLength": 1})]
"""A text in one language, not empty."""


def _identifier(value: Any) -> str:
    text = scalar(value)
    if not _ID.fullmatch(text) or text == "index" or len(text) > 80:
        guess = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:80]
        guess = "overview" if guess in {"", "index"} else guess
        raise PydanticCustomError("E207", "", {"value": text, "guess": guess})
    return text


def scalar(value: Any) -> str:
    """One value as it was written, without the spaces around it.

    Raises:
        PydanticCustomError: E203 (a list or a block).

    """
    if isinstance(value, str):
        return str(value).strip()
    raise PydanticCustomError("E203", "", {"why": "one value belongs here, not a list or a block"})


Id = Annotated[
    str,
    PlainValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$", "maxLength": 80}),
]
"""A record's lasting name: small letters, digits, single hyphens. Addresses are made of it."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field whose value is the id of another record."""

    kind: str


ActorId = Annotated[Id, RefersTo("actor")]
TopicId = Annotated[Id, RefersTo("topic")]
TermId = Annotated[Id, RefersTo("term")]
DirectiveId = Annotated[Id, RefersTo("directive")]


def _address(value: Any) -> str:
    text = scalar(value)
    try:
        parts = urlsplit(text)
        ok = parts.scheme in {"http", "https"} and parts.hostname and text.isprintable()
    except ValueError:
        ok = False
    if not ok or " " in text:
        raise PydanticCustomError("E210", "", {"value": text})
    return text


Address = Annotated[
    str,
    PlainValidator(_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
"""A web address that may be linked: https or http, nothing that runs."""


def _date(value: Any) -> ImpreciseDate:
    text = scalar(value)
    try:
        return parse_date(text)
    except ValueError:
        raise PydanticCustomError("E205", "", {"value": text}) from None


DateField = Annotated[
    ImpreciseDate,
    PlainValidator(_date),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^\d{4}(-\d\d(-\d\d)?|-Q[1-4]|-H[12])?$",
            "description": "2020-02-22, 2020-02, 2020-Q1, 2020-H1 or 2020",
        }
    ),
]
"""A date of any precision."""


def spread_text(value: Any) -> Any:
    """A plain text becomes ``{zh: …}`` or ``{en: …}``; ``5G`` and ``%`` are the same in both."""
    if isinstance(value, Scalar):
        _line(value)
        return block_of(value, *_languages_of(value))
    if isinstance(value, list):
        raise PydanticCustomError("E203", "", {"why": "text belongs here, not a list"})
    return value


PlainOrLanguages = BeforeValidator(spread_text)
"""Lets a text be written plain where it is in one language only."""


def _languages_of(text: str) -> tuple[str, ...]:
    """Chinese with a Han character, English with a written word, otherwise either."""
    if is_chinese(text):
        return ("zh",)
    return ("en",) if re.search(r"[a-z]{2}", text) else ("zh", "en")


def one_word_is(key: str) -> BeforeValidator:
    """Lets a block be written as one word, which is then the value of ``key``."""
    return BeforeValidator(lambda v: block_of(v, key) if isinstance(v, Scalar) else v)
