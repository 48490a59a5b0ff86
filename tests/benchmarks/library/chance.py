"""Chance from one seed, with the words that records are made of."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from tests.benchmarks.search import vocabulary as words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ranked(Generic[T]):
    """Things of which the first are named often and the last seldom, by Zipf's law."""

    things: Sequence[T]
    weights: Sequence[float]

    @classmethod
    def of(cls, things: Sequence[T], flat: float) -> Ranked[T]:
        """Ranked as they are listed; the higher ``flat``, the less the first stand out."""
        return cls(things, tuple(accumulate(1 / (rank + flat) for rank in range(len(things)))))


class Chance(random.Random):
    """Dice, and some ways of throwing them."""

    def often(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self.random() < share

    def pick(self, *lists: Sequence[str]) -> str:
        """One word of each list, joined."""
        return "".join(self.choice(words) for words in lists)

    def later(self, day: dt.date, first: int, last: int) -> dt.date:
        """A day from ``first`` to before ``last`` days after another one."""
        return day + dt.timedelta(self.randrange(first, last))

    def drawn(self, ranked: Ranked[T], number: int = 1) -> list[T]:
        """Some of the things, none twice, as they came."""
        found = self.choices(ranked.things, cum_weights=ranked.weights, k=number)
        return [thing for place, thing in enumerate(found) if thing not in found[:place]]

    def matter(self) -> tuple[str, str]:
        """What is done with what, in Chinese and English."""
        verb, thing = self.choice(words.VERBS), self.choice(words.OBJECTS)
        return verb[0] + thing[0], f"{verb[1]} the {thing[1]}"
