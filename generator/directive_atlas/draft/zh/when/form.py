"""What a form of time is: a pattern, and how its words become a time of the record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from directive_atlas.draft.model import Certainty
from directive_atlas.passages.numbers import CHINESE_NUMBER
from directive_atlas.problems.wording import Wording


@dataclass(frozen=True, slots=True)
class Clock:
    """What the times of a text are relative to: the day of the paper, and which of its dates are known.

    ``day`` is empty where the paper has none.
    """

    day: str = ""
    dates: frozenset[str] = frozenset()

    @property
    def year(self) -> int | None:
        """The year of the paper."""
        return int(self.day[:4]) if self.day else None

    @property
    def month(self) -> int:
        """The month of the paper; January where only its year is known."""
        return int(self.day[5:7]) if len(self.day) >= 7 else 1


@dataclass(frozen=True, slots=True)
class Read:
    """A time as the record writes it, with the rule that read it."""

    written: str | Mapping[str, object]
    certainty: Certainty
    rule: Wording
    skipped: int = 0
    """How many characters of the match stand before the words that give the time."""


Reader = Callable[[re.Match[str], Clock], Read | None]


@dataclass(frozen=True, slots=True)
class Form:
    """A way of writing a time; what an earlier form reads is not read again by a later one."""

    pattern: re.Pattern[str]
    read: Reader


def form(pattern: str, read: Reader) -> Form:
    """A form by its regular expression."""
    return Form(re.compile(pattern), read)


BEFORE = r"(?:\s*(?:之前|以前|前|为止|止)(?!期|后|[一二三两]年|列|提|往|景|沿|端|述|款))"
"""What makes a date a last day."""

DASH = r"\s*(?:—{1,2}|–|-|－|~|～|至|到|―)\s*"
"""What stands between the first and the last of a range."""

YEAR = r"(?<!\d)(?P<year>20\d\d|19\d\d)\s*年"
PART = (
    r"(?:\s*(?P<month>\d{1,2})\s*月(?:份)?(?:\s*(?P<day>\d{1,2})\s*[日号])?"
    r"|\s*(?P<half>[上下])半年|\s*第?(?P<quarter>[一二三四1-4])季度)?"
)
"""The part of a year that a date may name."""

END = r"(?:\s*年?[底末]|[上中下]旬)?"
NUMBER = rf"(?P<n>\d{{1,3}}|{CHINESE_NUMBER}|半)"
