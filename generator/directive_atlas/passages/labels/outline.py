"""Which label lies within which: styles nest in the order in which they first appear, as in legal texts.

An ambiguous label, (i) after (h), is read by what goes on: (j) follows, or (ii).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from directive_atlas.passages.blocks import Block
from directive_atlas.passages.labels.marks import Mark, readings
from directive_atlas.passages.labels.nesting import Nesting
from directive_atlas.passages.text import Kind

_RUN_IN = re.compile(r"[.:。：]\s*(?=[(（](?P<first>[aA1])[)）]\s)")
"""Behind its title a section may begin its first part: “Sec. 4. Reports. (a) The Secretary …”."""
_SECOND = {"a": "b", "A": "B", "1": "2"}
_TITLE = 300
"""How many characters such a title may have."""


def outline(text: str, blocks: Sequence[Block]) -> Iterator[tuple[tuple[str, ...], int]]:
    """For each block the labels it lies within, and how many of the last stand at its beginning."""
    heads = [_heads(text, block) for block in blocks]
    nesting = Nesting()
    for at, block in enumerate(blocks):
        if block.kind is Kind.FOOTNOTE:
            yield _footnote(text, block)
        else:
            own = _opened(nesting, block, heads, at)
            yield nesting.path, own


def _opened(nesting: Nesting, block: Block, heads: list[list[list[Mark]]], at: int) -> int:
    """Open the labels of a block, or close what it ends; how many of the open ones are its own."""
    first = len(nesting.path)
    opened = False
    for index, found in enumerate(heads[at]):
        following = chain(heads[at][index + 1 :], chain.from_iterable(islice(heads, at + 1, None)))
        mark = _chosen(nesting, found, block, following)
        if mark is None:
            break
        nesting.open(mark, block)
        above = len(nesting.path) - 1
        first, opened = min(first, above) if opened else above, True
    if not opened:
        nesting.close_for(block)
    return len(nesting.path) - first if opened else 0


def _footnote(text: str, block: Block) -> tuple[tuple[str, ...], int]:
    """A footnote lies within nothing."""
    words = text[block.span.start : block.span.end]
    label = words[: words.find("]") + 1] if words.startswith("[") else ""
    return ((label,), 1) if label else ((), 0)


def _heads(text: str, block: Block) -> list[list[Mark]]:
    """The labels at the beginning of a block, each with its readings."""
    found: list[list[Mark]] = []
    start, end = block.span.start, block.span.end
    while marks := readings(text, start, end, in_heading=block.kind is Kind.HEADING and not found):
        found.append(marks)
        start = marks[0].end
    if (found and found[-1][0].label.isalnum()) or (len(found) == 1 and "." in found[0][0].label):
        found += _run_in(text, start, end)
    return found


def _run_in(text: str, start: int, end: int) -> Iterator[list[Mark]]:
    """The label of a first part behind a title, unless the second part stands in the same block."""
    match = _RUN_IN.search(text, start, min(end, start + _TITLE))
    second = rf"[,;:.，；：。]\s*(?:and\s|or\s)?\s*[(（]{_SECOND[match['first']]}[)）]\s" if match else ""
    if match and not re.search(second, text[match.end() : end]):
        first = [mark for mark in readings(text, match.end(), end) if mark.number == 1]
        yield from [first] if first else []


def _chosen(
    nesting: Nesting, found: list[Mark], block: Block, following: Iterator[list[Mark]]
) -> Mark | None:
    """The reading that fits best; nothing where none fits and the label may be none."""
    best = sorted(found, key=nesting.fit, reverse=True)
    mark = best[0]
    if len(best) > 1 and best[1].number == 1 and nesting.fit(mark)[0] == 3:
        mark = _by_what_follows(best, following)
    known = mark.certain or block.kind in {Kind.ENTRY, Kind.HEADING} or nesting.fit(mark)[0]
    return mark if known else None


def _by_what_follows(found: list[Mark], following: Iterator[list[Mark]]) -> Mark:
    """Of a reading that goes on and one that begins, the one that the next label goes on with."""
    for marks in following:
        for mark in found:
            if any(each.style == mark.style and each.number == mark.number + 1 for each in marks):
                return mark
        if any(each.rank is not None for each in marks):
            break
    return found[0]
