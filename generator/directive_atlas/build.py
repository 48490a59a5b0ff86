"""The table of contents of the program: from a data folder to planned files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.check import check
from directive_atlas.load import load
from directive_atlas.outputs import export
from directive_atlas.outputs.files import Output, joined
from directive_atlas.outputs.pages import render
from directive_atlas.passages import find_passages
from directive_atlas.problems import Problem, order
from directive_atlas.resolve import resolve
from directive_atlas.schedule import schedule


@dataclass(frozen=True, slots=True)
class Built:
    """All problems of a run, in order, and the output unless one of them is an error."""

    problems: tuple[Problem, ...]
    output: Output | None

    @property
    def ok(self) -> bool:
        """Whether there is something to write."""
        return self.output is not None


def build(
    data: Path,
    today: dt.date,
    *,
    as_of: dt.date | None = None,
    coverage: int | None = None,
) -> Built:
    """Load, check, schedule, resolve and render; the date comes in, nothing goes out.

    The site speaks of the day ``as_of``, else of the one in the settings, else of ``today``.
    ``coverage`` is the percentage of each source that must be read, if any is demanded.
    """
    raw, problems = load(data)
    setting = raw.settings.as_of
    day = as_of or (setting.first if setting else today)
    passages = find_passages(raw)
    problems += check(raw, passages, coverage)
    dates, found = schedule(raw, day)
    problems += found
    if any(problem.is_error for problem in problems):
        return Built(tuple(order(problems)), None)
    corpus = resolve(raw, passages, dates, day)
    pages, clashes = render(corpus)
    problems += clashes
    output = None if clashes else joined([pages, export(corpus)])
    return Built(tuple(order(problems)), output)
