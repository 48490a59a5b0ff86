"""Which tasks and measures of a record are which annotated items."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from directive_atlas.passages import Span

from tests.benchmarks.draft.record import Part

A = TypeVar("A")
B = TypeVar("B")

_ENOUGH = 0.5
"""The least share of common words, of all words of an item and a task, for the two to be the same."""

_CORE = 0.25
"""The least share of an item that a task within it quotes, to be what the item demands after reasons."""

_INSIDE = 0.9
"""The share of a task's words that lie in an item, for it to be a part of that item."""

_NUMBER = r"\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3}|[①-⑳]"
_LABEL = re.compile(
    r"(?:[\s*#\-•>]"
    rf"|(?:Sec(?:tion|\.)?\s*)?[(（]?(?:{_NUMBER})[)）.．、:：]"
    r"|[一二三四五六七八九十]{1,3}[是要])*"
)
"""What may stand before the first words of an item, and need not be quoted."""


@dataclass(frozen=True, slots=True)
class Item:
    """An annotated item; ``span`` counts characters of the drafted text."""

    number: int
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Matched:
    """The item of each task and measure that belongs to one, by the position of both in their lists.

    ``pairs`` are those that are the same, ``inside`` the others that lie in an item.
    """

    pairs: dict[int, int]
    inside: dict[int, int]

    def item_of(self, part: int) -> int | None:
        """The item to which a part belongs."""
        return self.pairs.get(part, self.inside.get(part))


def match_items(items: Sequence[Item], parts: Sequence[Part], text: str) -> Matched:
    """One to one, the best first; what is left over and lies in an item is a part of it."""
    pairs = pair(parts, items, lambda part, item: _likeness(part, item, text))
    inside = {
        index: holder
        for index, part in enumerate(parts)
        if index not in pairs and (holder := _holder(part, items)) is not None
    }
    return Matched(pairs, inside)


def pair(left: Sequence[A], right: Sequence[B], likeness: Callable[[A, B], float]) -> dict[int, int]:
    """Pairs of positions, one to one, the most alike first; 0 means that two are not the same."""
    scored = (
        (-score, i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (score := likeness(one, other)) > 0
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _likeness(part: Part, item: Item, text: str) -> float:
    common = _common(part.spans, item.span)
    if not common:
        return 0
    length = _length(part.spans)
    share = common / (length + _length((item.span,)) - common)
    if share >= _ENOUGH:
        return 1 + share
    first, last = sorted((part.start, item.span.start))
    is_core = share >= _CORE and common >= _INSIDE * length
    return share if is_core or _LABEL.fullmatch(text, first, last) else 0


def _holder(part: Part, items: Iterable[Item]) -> int | None:
    """The item in which a part begins and its first passage lies, the shortest if there are several."""
    first = part.spans[:1]
    length = _length(first)
    holders = [
        (_length((item.span,)), index)
        for index, item in enumerate(items)
        if length and _common(first, item.span) >= _INSIDE * length
    ]
    return min(holders)[1] if holders else None


def _common(spans: Iterable[Span], other: Span) -> int:
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for span in spans)


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)
