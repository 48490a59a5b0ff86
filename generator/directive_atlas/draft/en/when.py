"""A time as it was found in a sentence, and dates in the form of a record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.model import Block, Certainty, DraftTime, Why
from directive_atlas.passages import NamedDate, Span
from directive_atlas.problems import Wording

_NO_BLOCK: Block = {}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as its times are read: ``start`` is its place, ``own`` the kind of date of the paper.

    ``conditional`` tells that it speaks of a case, so that what it counts need not begin with the paper.
    """

    text: str
    start: int
    own: str
    conditional: bool


_EVENT = {"event": ""}
_LONGEST = 120
"""How long the name of an event may be."""


def with_event(block: Block, words: str) -> dict[str, object]:
    """A block in which an event without a name is called by the words of the text."""
    found: dict[str, object] = {}
    for key, value in block.items():
        if isinstance(value, Mapping):
            found[key] = {"event": words} if dict(value) == _EVENT else with_event(value, words)
        elif isinstance(value, list):
            found[key] = [with_event(each, words) for each in value]
        else:
            found[key] = value
    return found


def event_words(text: str, span: Span) -> str:
    """What an event is called: its words in the text, without the end of very long ones."""
    words = " ".join(text[span.start : span.end].split()).removeprefix("the ")
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0]


@dataclass(frozen=True, slots=True)
class When:
    """A time at its place; ``event`` are the words for what it is counted from, if that is no own date."""

    span: Span
    written: str | Block
    rule: Wording
    sure: Certainty
    event: Span | None = None
    is_after: bool = False
    """Whether it begins with what happens, as behind “following” and “after”."""

    def draft(self, text: str) -> DraftTime:
        """The time as a draft has it."""
        words = " ".join(text[self.span.start : self.span.end].split())
        written = with_event(self.block, event_words(text, self.event)) if self.event else self.written
        return DraftTime(written, words, Why(self.rule, self.sure, self.span))

    @property
    def block(self) -> Block:
        """Its keys; none where it is one line."""
        return self.written if isinstance(self.written, Mapping) else _NO_BLOCK


def iso(date: NamedDate) -> str:
    """A date with a year as a record writes it: 2020-03-31, 2020-03, 2020-Q1, 2020-H1, 2020."""
    first, last = date.months or (1, 12)
    if date.months is None:
        return f"{date.year}"
    if date.day:
        return f"{date.year}-{first:02}-{date.day:02}"
    if first == last:
        return f"{date.year}-{first:02}"
    return f"{date.year}-H{last // 6}" if last - first > 2 else f"{date.year}-Q{last // 3}"


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_FISCAL = re.compile(
    spaced(
        r"(?:(?:the )?(?:end of )?(?:the )?(?:Q(?P<q>[1-4])|(?P<quarter>first"
        r"|second|third|fourth) quarter) (?:of )?)?(?:the )?"
        r"(?P<kind>fiscal year|FY|calendar year|CY) ?(?:20)?(?P<year>\d\d)(?!\d)"
    ),
    re.IGNORECASE,
)


def fiscal(rest: str) -> tuple[str, int] | None:
    """The end of a fiscal or calendar year, or of a quarter of one, and its length in the text.

    The fiscal year of the United States ends on 30 September of the year that it is called by.
    """
    match = _FISCAL.match(rest)
    if match is None:
        return None
    year, quarter = 2000 + int(match["year"]), _QUARTERS.get((match["q"] or match["quarter"] or "").lower())
    if match["kind"].lower().startswith("c"):
        return (f"{year}-Q{quarter}" if quarter else f"{year}"), match.end()
    ends = {
        1: f"{year - 1}-12-31",
        2: f"{year}-03-31",
        3: f"{year}-06-30",
        4: f"{year}-09-30",
        None: f"{year}-09-30",
    }
    return ends[quarter], match.end()
