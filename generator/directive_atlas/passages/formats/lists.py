"""The numbers that a browser puts before the entries of an ordered list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from justhtml import NodeType

from directive_atlas.passages.formats.dom import attributes, children
from directive_atlas.vocabulary.numerals import to_chinese, to_letters, to_roman

_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_FORMS: dict[str, Callable[[int], str]] = {
    "lower-alpha": lambda number: f"{to_letters(number)}. ",
    "lower-latin": lambda number: f"{to_letters(number)}. ",
    "upper-alpha": lambda number: f"{to_letters(number).upper()}. ",
    "upper-latin": lambda number: f"{to_letters(number).upper()}. ",
    "lower-roman": lambda number: f"{to_roman(number)}. ",
    "upper-roman": lambda number: f"{to_roman(number).upper()}. ",
    "cjk-ideographic": lambda number: f"{to_chinese(number)}、",
    "simp-chinese-informal": lambda number: f"{to_chinese(number)}、",
    "none": lambda number: "",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")


def markers(ordered: NodeType) -> dict[int, str]:
    """The marker of each entry of an ``ol``, by the identity of its element."""
    entries = [child for child in children(ordered) if child.name == "li"]
    own = attributes(ordered)
    write = _FORMS.get(_form(own), _decimal)
    return {
        id(entry): write(number) if number > 0 else _decimal(number)
        for entry, number in _numbered(entries, own)
    }


def _decimal(number: int) -> str:
    return f"{number}. "


def _form(own: dict[str, str]) -> str:
    style = _STYLE.search(own.get("style", ""))
    return style[1] if style else _TYPES.get(own.get("type", ""), "decimal")


def _numbered(entries: list[NodeType], own: dict[str, str]) -> Iterator[tuple[NodeType, int]]:
    step = -1 if "reversed" in own else 1
    number = _whole(own.get("start", ""), len(entries) if step < 0 else 1)
    for entry in entries:
        number = _whole(attributes(entry).get("value", ""), number)
        yield entry, number
        number += step


def _whole(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"\s*[+-]?[0-9]{1,9}\s*", text) else otherwise
