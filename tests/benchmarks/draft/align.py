"""Positions in the text of the corpus to positions in the text that was drafted.

The second may be converted: without markup, with other line ends, re-wrapped. White space and the width
of punctuation do not count.
"""

from __future__ import annotations

from collections.abc import Callable

from directive_atlas.passages import Span
from directive_atlas.vocabulary.folding import fold
from rapidfuzz.distance import Levenshtein


def aligned(old: str, new: str) -> Callable[[Span], Span]:
    """A function that gives the span of the same words in ``new``; an empty one where they are missing."""
    before, after = fold(old), fold(new)
    places = _places(before.text, after.text)

    def moved(span: Span) -> Span:
        kept = places[before.index_of(span.start) : before.index_of(span.end)]
        found = [place for place in kept if place is not None]
        if not found:
            return Span(0, 0)
        return Span(after.offsets[found[0]], after.offsets[found[-1]] + 1)

    return moved


def _places(old: str, new: str) -> list[int | None]:
    """For each character of ``old`` its place in ``new``."""
    places: list[int | None] = [None] * len(old)
    for step in Levenshtein.opcodes(old, new):
        if step.tag in {"equal", "replace"}:
            for index in range(step.src_end - step.src_start):
                places[step.src_start + index] = step.dest_start + index
    return places
