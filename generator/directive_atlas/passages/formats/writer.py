"""Writing down shown text, block by block, with white space as a browser shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from directive_atlas.passages.blocks import CELL, Block, Shown
from directive_atlas.passages.text import Kind, Span

_SPACE = re.compile(r"[ \t\n\r\f]+")
_EAST_ASIAN = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffee\U00020000-\U0003ffff]"
_BROKEN_CHINESE = re.compile(rf"(?<={_EAST_ASIAN})[ \t\r]*\n[ \t\r]*(?={_EAST_ASIAN})")
"""A line break between characters that have no space between them."""

_RAISED = {
    "sup": str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
}
"""Plain text would run 10²⁶ together into another number."""


@dataclass(frozen=True, slots=True)
class Within:
    """What words are by the elements around them; ``raised`` is ``sup``, ``sub`` or empty."""

    kind: Kind = Kind.TEXT
    level: int = 0
    depth: int = 0
    struck: bool = False
    raised: str = ""
    in_row: bool = False
    verbatim: bool = False


@dataclass
class Writer:
    """The blocks so far, and the open one; ``marker`` waits for the first words of a list entry."""

    marker: str = ""
    _texts: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _struck: list[Span] = field(default_factory=list)
    _runs: list[tuple[str, bool]] = field(default_factory=list)
    _first: tuple[Within, tuple[int, int]] | None = None

    def words(self, words: str, within: Within, place: tuple[int, int]) -> None:
        """Go on in the open block, or begin one where there are words."""
        if self._first is None and words.strip():
            self._first = within, _behind(words[: len(words) - len(words.lstrip())], place)
            self._runs = [(self.marker, False)]
            self.marker, words = "", words.lstrip()
        if self._first:
            self._runs.append((_as_shown(words, within), within.struck))

    def cell(self) -> None:
        """Begin a cell of the open table row."""
        self._runs.append((CELL, False))

    def break_line(self, within: Within) -> None:
        """A line break ends the block, but not a table row."""
        if within.in_row:
            self._runs.append((" ", False))
        else:
            self.end_block()

    def end_block(self) -> None:
        """End the open block, if there is one with words in it."""
        if self._first:
            within, (line, column) = self._first
            text, struck = _joined(self._runs)
            start = self._length
            self._texts.append(text)
            self._length += len(text) + 1
            self._struck += (Span(start + span.start, start + span.end) for span in struck)
            span = Span(start, start + len(text))
            level = within.level if within.kind is Kind.HEADING else 0
            self._blocks.append(Block(span, line, column, within.kind, level, within.depth))
        self._first, self._runs = None, []

    def finished(self) -> Shown:
        """All blocks, each in a line of its own."""
        return Shown("\n".join(self._texts), tuple(self._blocks), tuple(self._struck))


def _behind(space: str, place: tuple[int, int]) -> tuple[int, int]:
    """The place behind white space that begins at a place."""
    line, column = place
    after = len(space) - space.rfind("\n")
    return (line + space.count("\n"), after) if "\n" in space else (line, column + len(space))


def _as_shown(words: str, within: Within) -> str:
    words = _SPACE.sub(" ", _BROKEN_CHINESE.sub("", words))
    table = _RAISED.get(within.raised, {})
    raised = table and all(ord(sign) in table for sign in words.strip())
    return words.translate(table) if raised else words


def _joined(runs: list[tuple[str, bool]]) -> tuple[str, list[Span]]:
    """The words of a block with one space between them, and what of them is struck through."""
    text, struck = "", []
    for words, is_struck in runs:
        before = text.rstrip(" ") if words == CELL else text
        added = words.lstrip(" ") if before.endswith((" ", CELL)) or not before else words
        text = before + added
        if is_struck and added.strip():
            struck.append(Span(len(before), len(text)))
    text = text.rstrip()
    return text, [Span(span.start, min(span.end, len(text))) for span in struck]
