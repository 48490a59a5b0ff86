"""Values as people write them in YAML: short ones in a line, the keys of a record in the usual order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, get_args

import yaml

from directive_atlas.lean.spans import UneditableError, read_nodes
from directive_atlas.load import schema
from directive_atlas.load.record import Record
from directive_atlas.vocabulary.dates import ImpreciseDate

WIDTH = 110
"""A block or list longer than this is written on lines of its own."""

_ORDER = re.findall(
    r"\w+",
    "id kind label section title metric actor role rule exact at paragraph through sentence to prefix suffix"
    " comparator value unit by quote quotes issuers issuers_complete approved_by number index_number category"
    " dates series addressees copies attachments release participants events source defaults obligation"
    " obligation_word stage actors also actors_complete due timing basis reason",
)
"""The keys that come first in the blocks of a record, in their order; then those of the schema."""

_SPREAD = frozenset({"background", "events", "references", "to_decide"})
"""The lists whose entries stand on lines of their own; short ones have all of their keys on one."""

_TALL = frozenset({"sections", "tasks", "measures", "targets", "relations"})
"""The lists whose entries have a line for each key."""

_LAST = re.findall(
    r"\w+", "relations background targets measures sections tasks progress translation note to_decide"
)
"""The keys that come last."""


def rank(key: str) -> tuple[int, int]:
    """Where a key stands among those of its block."""
    if key in _ORDER:
        return 0, _ORDER.index(key)
    return (2, _LAST.index(key)) if key in _LAST else (1, 0)


def scalar(text: str, key: str = "", *, in_flow: bool = False, style: str = "") -> str:
    """A text as one scalar: without quotation marks where they are not needed and were not there."""
    if style not in {"'", '"'} and _is_plain(text, key, in_flow):
        return text
    if not text.isprintable():
        return yaml.dump(text, default_style='"', allow_unicode=True, width=10**9).rstrip("\n")
    if style == "'" or (style != '"' and ('"' in text or "\\" in text)):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_plain(text: str, key: str, in_flow: bool) -> bool:
    """Whether a text may stand without quotation marks, and is then what its key takes."""
    if text != text.strip() or not text.isprintable() or (in_flow and "?" in text):
        return False  # the parsers of PyYAML do not agree on a question mark in brackets
    try:
        node = read_nodes(f"[{text}]" if in_flow else f"a: {text}")
    except (yaml.YAMLError, UneditableError, StopIteration, IndexError):
        return False
    alone = len(node.parts) == 1 and node.parts[0].text == text and not node.parts[0].style
    return alone and (_kind(text) == "str" or (key in _bare_keys() and _kind(text) != "null"))


@cache
def _resolver() -> yaml.SafeLoader:
    return yaml.SafeLoader("")


def _kind(text: str) -> str:
    """What YAML takes a plain scalar for."""
    tag = _resolver().resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return str(tag).rpartition(":")[2]


@cache
def _bare_keys() -> frozenset[str]:
    """The keys that take a number, a date, or true and false, besides times in one line."""
    found = {"due", "timing"}
    for record in vars(schema).values():
        if isinstance(record, type) and issubclass(record, Record):
            fields = record.model_fields.items()
            found |= {info.alias or name for name, info in fields if _takes_bare(info.annotation)}
    return frozenset(found)


def _takes_bare(annotation: Any) -> bool:
    own = annotation in {int, bool, Decimal, ImpreciseDate, dt.date}
    return own or any(_takes_bare(each) for each in get_args(annotation))


def inline(value: object, key: str = "", *, in_flow: bool = False, style: str = "") -> str:
    """A value in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {inline(v, k, in_flow=True)}" for k, v in in_order(value)) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(inline(each, key, in_flow=True) for each in value) + "]"
    return scalar(str(value), key, in_flow=in_flow, style=style)


def in_order(value: Mapping[str, object]) -> list[tuple[str, object]]:
    """The keys of a block with their values, in the order of a record."""
    return sorted(value.items(), key=lambda each: rank(each[0]))


def entry(key: str, value: object, column: int = 0) -> Iterator[str]:
    """The lines of one key with its value, the first of them without the spaces of its ``column``."""
    line = f"{key}: {inline(value, key)}"
    spread = value and not isinstance(value, str) and key in _SPREAD | _TALL
    if _fits(value, line, column) and not spread:
        yield line
    else:
        yield f"{key}:"
        yield from (f"  {each}" for each in block(value, key, column + 2))


def block(value: object, key: str = "", column: int = 0) -> Iterator[str]:
    """The lines of a block of keys or of a list, from the column on in which it stands."""
    if isinstance(value, Mapping):
        for name, each in in_order(value):
            yield from entry(name, each, column)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from item(each, key, column)
    else:
        yield scalar(str(value), key)


def item(value: object, key: str = "", column: int = 0) -> Iterator[str]:
    """The lines of an entry of a list."""
    line = f"- {inline(value, key)}"
    if _fits(value, line, column) and not (isinstance(value, Mapping) and key in _TALL):
        yield line
        return
    first, *rest = block(value, key, column + 2)
    yield f"- {first}"
    yield from (f"  {each}" for each in rest)


def _fits(value: object, line: str, column: int) -> bool:
    """Whether a value may stand in a line: a text always, the others if they are short and flat."""
    if isinstance(value, str) or not value:
        return True
    return column + len(line) <= WIDTH and _depth(value) <= 2


def _depth(value: object) -> int:
    if isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        return 0
    parts = value.values() if isinstance(value, Mapping) else value
    return 1 + max(map(_depth, parts), default=0)
