"""Problems that repeat without end: of each kind the first ones, and how many more there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from directive_atlas.problems.model import Problem
from directive_atlas.problems.wording import say

MOST = 100
"""How many problems of one code are told one by one."""


def summed_up(problems: Iterable[Problem], most: int = MOST) -> Iterator[Problem]:
    """Up to ``most`` problems of each code; the next one stands for all others of its code."""
    problems = list(problems)
    left, seen = Counter(each.kind.code for each in problems), Counter[str]()
    for each in problems:
        code = each.kind.code
        seen[code] += 1
        if seen[code] <= most or left[code] == most + 1:
            yield each
        elif seen[code] == most + 1:
            count = left[code] - most
            what = say(
                "{count} more problems have the code {code}, the next one here", count=count, code=code
            )
            yield replace(each, what=what, instead=say("correct those that are told, and run again"))
