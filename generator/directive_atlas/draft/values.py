"""Values of a draft as those of a record: texts, lists and blocks; and whether the format takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from directive_atlas.load import schema
from directive_atlas.load.fields import Reading
from directive_atlas.load.marked import Mapping as Marked
from directive_atlas.load.marked import Marks, Scalar, Sequence, Value
from directive_atlas.load.record import Record
from directive_atlas.load.schema.timing_text import timing_block
from directive_atlas.load.validate import validate
from directive_atlas.problems import Place

Written = Any
"""A text, a list or a block of keys, as ``lean`` writes them: numbers, dates, true and false are texts."""

_NOWHERE = Place("")


def written(value: object) -> Written:
    """A value of a draft as the text, list or block that the record has."""
    if isinstance(value, Mapping):
        return {str(key): written(each) for key, each in value.items()}
    if isinstance(value, str):
        return value.value if isinstance(value, Enum) else str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return format(Decimal(str(value)), "f")
    if isinstance(value, Iterable):
        return [written(each) for each in value]
    return str(value)


def marked(value: Written) -> Value:
    """A value as it is read from a file, but without a place."""
    if isinstance(value, dict):
        block = Marked(Marks(_NOWHERE))
        for key, each in value.items():
            block.set(key, marked(each), _NOWHERE, _NOWHERE)
        return block
    if isinstance(value, list):
        entries = Sequence(Marks(_NOWHERE))
        for each in value:
            entries.add(marked(each), _NOWHERE)
        return entries
    return Scalar(value, _NOWHERE)


def fits(model: type[Record], value: Written) -> bool:
    """Whether a block is a whole record of a class."""
    _, problems = validate(model, marked(value), "", Reading(("zh", "en")))
    return not problems


def is_time(value: Written) -> bool:
    """Whether a line or a block is a time."""
    return time_block(value) is not None and fits(schema.Timing, time_block(value))


def time_block(value: Written) -> Written | None:
    """A time as a block of keys; nothing for a line that has no form."""
    if not isinstance(value, str):
        return value
    block = timing_block(Scalar(value, _NOWHERE))
    return written(block) if block is not None else None


def named(value: Written, key: str) -> Iterator[str]:
    """What a block has under a key at any depth: the events, or the dates, that a time is counted from."""
    for name, each in value.items() if isinstance(value, dict) else enumerate(value):
        if name == key and isinstance(each, str):
            yield each
        elif isinstance(each, dict | list):
            yield from named(each, key)


def with_reasons_as(value: Written, texts: Mapping[str, str]) -> Any:
    """A block with other texts for its reasons: names for the texts, or the texts for their names."""
    if isinstance(value, list):
        return [with_reasons_as(each, texts) for each in value]
    if not isinstance(value, dict):
        return value
    reason = value.get("reason")
    said = {"reason": texts.get(reason, reason)} if isinstance(reason, str) else {}
    return {key: with_reasons_as(each, texts) for key, each in value.items()} | said
