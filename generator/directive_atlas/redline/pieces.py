"""Two sentences, word by word: what stayed, went and came; a Chinese character counts as a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from directive_atlas.redline.model import Piece

_WORD = re.compile(r"[^\W\d_⺀-鿿]+|\d+|\s+|.", re.DOTALL)
_MOST = 1_000_000
"""How many pairs of words are compared; longer sentences are shown as replaced."""


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The words of two sentences in one row; what went stands before what came in its place."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) * len(after) > _MOST:
        return Piece(old, gone=True), Piece(new, come=True)
    return tuple(_told(before, after))


def _told(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        gone, come = "".join(before[start:end]), "".join(after[new_start:new_end])
        if tag == "equal":
            yield Piece(come)
            continue
        yield from [Piece(gone, gone=True)] if gone else []
        yield from [Piece(come, come=True)] if come else []
