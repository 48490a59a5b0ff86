"""Cases of which each run takes some and the long run the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import pytest
from _pytest.mark import ParameterSet


def one_in(step: int, cases: Iterable[object]) -> list[ParameterSet]:
    """Cases of which ``step`` are as good as one: without ``make long`` the first of so many comes."""
    return [
        pytest.param(case, marks=[pytest.mark.long] if number % step else [])
        for number, case in enumerate(cases)
    ]


def in_turns(firsts: Collection[object], seconds: Sequence[object], *, step: int = 1) -> list[ParameterSet]:
    """Every pair of two lists; without ``make long`` each of the first list, or one in ``step``, comes once.

    Those of the second list take turns, so that each of them comes, too, if the first list is as long.
    """
    return [
        pytest.param(first, second, marks=[] if (number % step, at) == (0, turn) else [pytest.mark.long])
        for number, first in enumerate(firsts)
        for turn in [number // step % len(seconds)]
        for at, second in enumerate(seconds)
    ]
