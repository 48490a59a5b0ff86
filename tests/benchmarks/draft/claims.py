"""What both the annotation and the record say of an item, what is missing, and what is too much."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from tests.benchmarks.draft.match import pair

V = TypeVar("V")
W = TypeVar("W")


@dataclass(frozen=True, slots=True)
class Claim(Generic[V]):
    """Something said of an item; ``words`` tell people what.

    ``item`` is the number of the annotated item, below 0 where only the record has it, and 0 for what is
    said of the whole text.
    """

    item: int
    start: int
    words: str
    value: V


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that only the annotation says (``missed``), or only the record."""

    missed: bool
    start: int
    words: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How many both say, and what only one of them says."""

    hits: int = 0
    slips: tuple[Slip, ...] = ()

    def __add__(self, other: Compared) -> Compared:
        """Both together."""
        return Compared(self.hits + other.hits, self.slips + other.slips)

    @property
    def annotated(self) -> int:
        """How many the annotation has."""
        return self.hits + sum(slip.missed for slip in self.slips)

    @property
    def precision(self) -> float:
        """The share of what the record says that is annotated; 1 where it says nothing."""
        return _share(self.hits, len(self.slips) + 2 * self.hits - self.annotated)

    @property
    def recall(self) -> float:
        """The share of what is annotated that the record says; 1 where nothing is."""
        return _share(self.hits, self.annotated)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _share(hits: int, all_of_them: int) -> float:
    return hits / all_of_them if all_of_them else 1.0


def agree(gold: Iterable[Claim[V]], drafted: Iterable[Claim[W]], same: Callable[[W, V], float]) -> Compared:
    """Pairs of claims about the same item, one to one; ``same`` is 0 where two claims differ."""
    ours, theirs = list(gold), list(drafted)

    def likeness(one: Claim[W], other: Claim[V]) -> float:
        return same(one.value, other.value) if one.item == other.item else 0

    pairs = pair(theirs, ours, likeness)
    found = set(pairs.values())
    missed = (Slip(True, each.start, each.words) for i, each in enumerate(ours) if i not in found)
    extra = (Slip(False, each.start, each.words) for i, each in enumerate(theirs) if i not in pairs)
    return Compared(len(found), (*missed, *extra))


def once(claims: Iterable[Claim[V]], key: Callable[[V], object]) -> list[Claim[V]]:
    """Each claim once for an item: those with the same ``key`` say the same."""
    return list({(claim.item, key(claim.value)): claim for claim in claims}.values())
