"""Brackets in a text: which closes which."""

from __future__ import annotations

from collections.abc import Iterator

from directive_atlas.passages import Span

_PAIRS = {"（": "）", "(": ")", "【": "】", "［": "］", "[": "]", "〔": "〕", "《": "》", "“": "”"}
_SAME = str.maketrans("()[]", "（）［］")


def brackets(text: str, span: Span, opening: str) -> Iterator[Span]:
    """The outermost pairs that begin with one of some signs, in order, with their signs.

    A sign that is never closed begins none; half and full width count as the same.
    """
    wanted = opening.translate(_SAME)
    depth = start = 0
    sign = ""
    for index in range(span.start, span.end):
        char = text[index].translate(_SAME)
        if not depth and char in wanted and char in _PAIRS:
            depth, start, sign = 1, index, char
        elif depth and char == sign:
            depth += 1
        elif depth and char == _PAIRS[sign]:
            depth -= 1
            if not depth:
                yield Span(start, index + 1)
