"""Where words may stand beside a point of a picture without covering anything."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_SIZE = 11
"""The size of the letters, in units of the picture; the styles have it, too."""
_NARROW, _WIDE = 0.62, 1.0
_GAP = 8


class Box(NamedTuple):
    """A rectangle from its top left to its bottom right; the picture counts from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether they cover a common part."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)

    def within(self, frame: Box) -> bool:
        """Whether it lies in a frame."""
        inside = frame.left <= self.left and self.right <= frame.right
        return inside and frame.top <= self.top and self.bottom <= frame.bottom


class Placed(NamedTuple):
    """Words at a position, and their box; ``after`` it, ``before`` it, or with it in the ``middle``."""

    side: str
    x: float
    y: float
    box: Box


_LEVELS = (4, 17, -21)
"""How far below their point the words stand: beside it, under it, or above its number."""


def beside(x: float, y: float, words: str, frame: Box, taken: Iterable[Box]) -> Placed | None:
    """The first free place around a point; nothing if there is none."""
    width, others = _width(words), list(taken)
    places = (place for level in _LEVELS for place in _at(x, round(y + level, 1), width, level == _LEVELS[0]))
    free = (place for place in places if place.box.within(frame) and not any(map(place.box.meets, others)))
    return next(free, None)


def _at(x: float, y: float, width: float, level: bool) -> Iterator[Placed]:
    """The places on one line: beside the point on its own level, over or under it on another one."""
    gap = _GAP if level else -_GAP
    lefts = {"after": x + gap, "before": x - gap - width, "middle": x - width / 2}
    anchors = {"after": x + gap, "before": x - gap, "middle": x}
    for side, left in lefts.items():
        if side != "middle" or not level:
            yield Placed(side, round(anchors[side], 1), y, Box(left, y - _SIZE + 1, left + width, y + 2))


def _width(words: str) -> float:
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in words)
    return _SIZE * (wide * _WIDE + (len(words) - wide) * _NARROW)
