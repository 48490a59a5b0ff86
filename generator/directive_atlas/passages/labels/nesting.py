"""The labels that are open while a text is read, and what a new one lies within."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile

from directive_atlas.passages.blocks import Block
from directive_atlas.passages.labels.marks import Mark
from directive_atlas.passages.text import Kind

_BELOW_HEADINGS = 7


@dataclass(frozen=True, slots=True)
class _Open:
    """A label that what follows may lie within, with the lists around it and the level of its heading."""

    mark: Mark
    depth: int
    level: int


@dataclass
class Nesting:
    """The open labels, outermost first; of each style, the last number and what it lay within."""

    stack: list[_Open] = field(default_factory=list)
    reached: dict[str, tuple[int, list[_Open]]] = field(default_factory=dict)

    @property
    def path(self) -> tuple[str, ...]:
        """The open labels."""
        return tuple(each.mark.label for each in self.stack)

    def close_for(self, block: Block) -> None:
        """Close what a block without a label ends: lists that it is not in, headings of its level."""
        keep = [each for each in self.stack if each.depth <= block.depth]
        if block.kind is Kind.HEADING:
            keep = [each for each in keep if each.level < block.level]
        self.stack = keep

    def open(self, mark: Mark, block: Block) -> None:
        """Open a label, after closing what it does not lie within."""
        self.stack = self.stack[: self._above(mark, block.depth)]
        self.reached[mark.style] = mark.number, list(self.stack)
        level = block.level if block.kind is Kind.HEADING else _BELOW_HEADINGS
        self.stack.append(_Open(mark, block.depth, level))

    def _above(self, mark: Mark, depth: int) -> int:
        """How many of the open labels a new one lies within."""
        above = [each for each in self.stack if mark.rank is None or _rank(each.mark) < mark.rank]
        fits = [(_fit(each, mark, depth), at) for at, each in enumerate(above)]
        best, at = max(fits, default=(0, 0))
        if best:
            return at
        parent = mark.label.rpartition(".")[0]
        if parent in self.path:
            return self.path.index(parent) + 1
        number, before = self.reached.get(mark.style, (0, []))
        if number + 1 == mark.number > 1 and above[: len(before)] == before:
            return len(before)
        return len([*takewhile(lambda each: each.depth <= depth, above)])

    def fit(self, mark: Mark) -> tuple[int, int]:
        """How well a label goes here: on in an open row (the deeper the better), or it begins one."""
        for at in range(len(self.stack) - 1, -1, -1):
            if _goes_on(self.stack[at].mark, mark):
                return 3, at
        if mark.number == 1:
            return 2, 0
        number, _ = self.reached.get(mark.style, (mark.number, []))
        return (1, 0) if number < mark.number else (0, 0)


def _rank(mark: Mark) -> int:
    return 99 if mark.rank is None else mark.rank


def _fit(open_: _Open, mark: Mark, depth: int) -> int:
    """How well a label stands in the row of an open one; 0 for not at all."""
    if open_.mark.style != mark.style or open_.mark.label.count(".") != mark.label.count("."):
        return 0
    return 2 * _goes_on(open_.mark, mark) + (open_.depth == depth)


def _goes_on(last: Mark, mark: Mark) -> bool:
    return last.style == mark.style and last.number + 1 == mark.number
