"""What a record cannot have is taken out, and told in words that a person understands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from directive_atlas.draft.mending import mended
from directive_atlas.draft.trying import Trial
from directive_atlas.problems import Place, Problem, problem

RECORD = """\
tasks:
  - title: Close it
    due: {within: {working_days: 10, of: signed}, words: within ten working days}
"""


@dataclass(frozen=True)
class _Refusing:
    """A trial that refuses whatever stands at a place, as long as some words are in the text."""

    words: str
    line: int
    column: int

    def problems(self, text: str) -> list[Problem]:
        return [problem("E302", Place("a.yml", self.line, self.column), what="task", id="b")] * (
            self.words in text
        )


def _mended(record: str, words: str, line: int, column: int) -> str:
    trial: Any = _Refusing(words, line, column)
    return mended(record, cast(Trial, trial), str)


def test_a_time_is_told_by_the_words_that_it_came_from() -> None:
    question = _mended(RECORD, "working_days", 3, 10).splitlines()[-1]
    assert "due:" not in _mended(RECORD, "working_days", 3, 10)
    assert question.endswith(': within ten working days"')


def test_what_came_from_no_words_is_told_as_it_stood() -> None:
    record = RECORD.replace(", words: within ten working days", "")
    assert "{within: {working_days: 10, of: signed}}" in _mended(record, "    due:", 3, 10)
