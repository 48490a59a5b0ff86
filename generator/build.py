"""The table of contents of the program: from a data folder to planned files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from generator.check import check
from generator.load import load
from generator.pages import Output, render
from generator.problems import Problem, order
from generator.resolve import resolve


@dataclass(frozen=True, slots=True)
class Built:
    """All problems of a run, in order, and the output unless one of them is an error."""

    problems: tuple[Problem, ...]
    output: Output | None

    @property
    def ok(self) -> bool:
        """Whether there is something to write."""
        return self.output is not None


def build(data: Path, as_of: dt.date, language: str = "zh", coverage: int | None = None) -> Built:
    """Load, check, resolve and render; the date comes in, nothing goes out.

    ``coverage`` is the percentage of each source that must be read, if any is demanded.
    """
    raw, problems = load(data)
    problems += check(raw, coverage)
    if any(problem.is_error for problem in problems):
        return Built(tuple(order(problems)), None)
    output, clashes = render(resolve(raw, as_of), language)
    problems += clashes
    return Built(tuple(order(problems)), None if clashes else output)
