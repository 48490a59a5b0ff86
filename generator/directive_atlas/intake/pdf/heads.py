"""Running heads and page numbers: what stands at the same place of many pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from directive_atlas.intake.pdf.lines import Line

_NUMBER = re.compile(
    r"[-—–─·•\s]*(?:(?:Page|第)\s*)?(?:\d{1,4}|[ivxl]{1,6})\s*页?"
    r"(?:\s*(?:of|/|／|，?\s*共)\s*\d{1,4}\s*页?)?[-—–─·•\s]*",
    re.I,
)
_SURE = re.compile(r"[-—–─]\s*\d+\s*[-—–─]|Page\s+\d+.*|第\s*\d+\s*页.*", re.I)
_EDGE = 3
"""So many lines at the head and at the foot of a page may be running ones."""

_ZONE = 0.12
"""The share of the height of a page in which they stand."""


def without_heads(
    pages: Sequence[list[Line]], heights: Sequence[float]
) -> tuple[list[list[Line]], list[str]]:
    """The lines of each page without running heads and page numbers; what was removed."""
    edges = [list(_edge(lines, height)) for lines, height in zip(pages, heights, strict=True)]
    seen = Counter(key for each in edges for key in {_key(line) for line in each})
    needed = max(2, round(0.3 * len(pages)))
    removed: list[str] = []
    kept = []
    for lines, edge in zip(pages, edges, strict=True):
        running = [line for line in edge if _is_running(line, seen[_key(line)], needed)]
        removed += (line.words for line in running)
        kept.append(_counted([line for line in lines if line not in running]))
    return kept, removed


def _counted(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page with their columns counted again: a running head was none."""
    columns = sorted({line.column for line in lines})
    numbers = {column: at if len(columns) > 1 else 0 for at, column in enumerate(columns, 1)}
    return [replace(line, column=numbers[line.column]) for line in lines]


def _edge(lines: Sequence[Line], height: float) -> Iterator[Line]:
    ordered = sorted(lines, key=lambda line: -line.top)
    for line in ordered[:_EDGE]:
        if line.bottom > (1 - _ZONE) * height:
            yield line
    for line in ordered[_EDGE:][-_EDGE:]:
        if line.top < _ZONE * height:
            yield line


def _key(line: Line) -> tuple[str, int]:
    """What is the same on each page: the words without figures, and about the same height."""
    return re.sub(r"\s+", "", re.sub(r"\d+", "#", line.words)), round(line.bottom / 12)


def _is_running(line: Line, pages: int, needed: int) -> bool:
    if _SURE.fullmatch(line.words.strip()):
        return True
    return pages >= (2 if _NUMBER.fullmatch(line.words) else needed)
