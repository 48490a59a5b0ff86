"""Lines to paragraphs: where one ends is seen by the ends of lines, indents, spaces and sizes."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from directive_atlas.intake.pdf.lines import Line
from directive_atlas.intake.wrapping import LABEL

_ENDS = re.compile(r"(?:[.。!！?？;；:：]|[;；,，] (?:and|or))['\"”’)）」』]*\s*\Z")
_LARGER = 1.15
"""Text so many times as large as most of the text is a heading."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How most lines of a document stand: their size, the distance from one to the next.

    ``edges`` are the left and the right one of each column.
    """

    height: float
    pitch: float
    edges: Mapping[int, tuple[float, float]]


def layout_of(lines: Sequence[Line]) -> Layout:
    """The layout that most of the text has, weighed by its characters."""
    height = _most([(round(line.height, 1), len(line.words)) for line in lines])
    body = [line for line in lines if abs(line.height - height) < 0.1 * height] or list(lines)
    pitches = [
        one.bottom - other.bottom
        for one, other in pairwise(body)
        if one.page == other.page and 0 < one.bottom - other.bottom < 4 * height
    ]
    by_column: dict[int, list[Line]] = {}
    for line in lines:
        by_column.setdefault(line.column, []).append(line)
    edges = {column: _edges(each, height) for column, each in by_column.items()}
    return Layout(height, statistics.median(pitches) if pitches else 1.5 * height, edges)


def _most(weighed: Sequence[tuple[float, int]]) -> float:
    weights = Counter[float]()
    for value, weight in weighed:
        weights[value] += weight
    return max(sorted(weights), key=lambda value: weights[value])


def _edges(lines: Sequence[Line], height: float) -> tuple[float, float]:
    """The edges of a column: the leftmost that many lines have, and the rightmost but for a few."""
    body = [line for line in lines if abs(line.height - height) < 0.1 * height] or list(lines)
    lefts = Counter(round(line.left) for line in body)
    left = min(value for value, count in lefts.items() if count >= 0.05 * len(body))
    rights = sorted(line.right for line in body)
    return left, rights[round(0.98 * (len(rights) - 1))]


def is_heading(lines: Sequence[Line], layout: Layout) -> bool:
    """Whether lines are larger than the text, and few."""
    return len(lines) < 5 and all(line.height > _LARGER * layout.height for line in lines)


def paragraphs(lines: Sequence[Line], layout: Layout) -> Iterator[list[Line]]:
    """The lines of each paragraph, over the ends of pages too."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, layout):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[Line], line: Line, layout: Layout) -> bool:
    before = group[-1]
    if abs(line.height - before.height) > 0.15 * max(line.height, before.height):
        return False
    centred = _is_centred(before, layout) and _is_centred(line, layout)
    if centred and line.height > _LARGER * layout.height:
        return before.page == line.page
    if centred or _is_apart(before, line, layout):
        return False
    if _is_short(before, line, layout) or _is_indented(group, line, layout):
        return False
    return not (LABEL.match(line.words) and _ENDS.search(before.words))


def _is_centred(line: Line, layout: Layout) -> bool:
    left, right = layout.edges[line.column]
    left, right = line.left - left, right - line.right
    return min(left, right) > 2 * layout.height and abs(left - right) < 2.5 * layout.height


def _is_apart(before: Line, line: Line, layout: Layout) -> bool:
    """Whether more than the usual space is between two lines of a page."""
    usual = layout.pitch * max(1.0, line.height / layout.height)
    return before.page == line.page and before.bottom - line.bottom > 1.35 * usual


def _is_short(before: Line, line: Line, layout: Layout) -> bool:
    """Whether the next word would have had room in the line before."""
    first = line.cells[0].head - line.left
    return before.right + first + 0.3 * line.height < layout.edges[before.column][1]


def _is_indented(group: Sequence[Line], line: Line, layout: Layout) -> bool:
    """Whether a line begins further right than the lines of the paragraph do."""
    usual = group[-1].left if len(group) > 1 else min(group[0].left, layout.edges[line.column][0])
    return line.left > usual + 1.2 * line.height and line.left > group[0].left - 0.5 * line.height
