"""Times with a date: by December 31, 2024, until May 2025, beginning on October 1, 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.en.when import Sentence, When, fiscal, iso
from directive_atlas.draft.model import Block, Certainty
from directive_atlas.passages import Span, dates_in
from directive_atlas.problems import say

_BY = re.compile(
    spaced(
        r"(?<![\w-])(?P<lead>by|before|prior to|(?:no|not) later than"
        r"|on or before|not after|until|beginning(?: on| in)?"
        r"|starting(?: on| in)?|commencing(?: on| in)?|effective(?: on)?|from|after|as of)"
        r"(?: the)?(?: (?:close|end) of(?: business)?(?: on| of)?(?: the)?)?"
        r"(?: (?:\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|noon"
        r"|midnight)(?: [A-Z]{2,4}| [A-Z]\w+ [Tt]ime)?(?: on)?,?)?"
        r"(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)? "
    ),
    re.IGNORECASE,
)
_END = re.compile(spaced(r"(?:through|until|to) "), re.IGNORECASE)
_GOAL = re.compile(r"(?<!\w)(?:goal|target|objective|aim)s?\b", re.IGNORECASE)
_BY_LEADS = {"by", "no later than", "not later than", "on or before", "not after"}
_FROM_LEADS = re.compile("beginning|starting|commencing|effective|from|after|as of")


def dated(read: Sentence) -> Iterator[When]:
    """By a date, before, until or from one, each once."""
    for match in _BY.finditer(read.text):
        found = date_at(read.text, match.end())
        if found is None:
            continue
        date, end = found
        block, end = _block(read.text, match, date, end)
        if block:
            words = read.text[match.start() : end]
            rule = say("a date: “{words}”", words=words)
            yield When(Span(read.start + match.start(), read.start + end), block, rule, Certainty.CERTAIN)


def date_at(text: str, place: int) -> tuple[str, int] | None:
    """The date that begins at a place, and where it ends."""
    rest = text[place : place + 60]
    if year := fiscal(rest):
        return year[0], place + year[1]
    for date in dates_in(f"by {rest}"):
        words = date.words.removeprefix("by ")
        if date.year and rest.startswith(words):
            return iso(date), place + len(words)
    return None


def _block(text: str, match: re.Match[str], date: str, end: int) -> tuple[Block | None, int]:
    """The form of a time by the word before its date, and where it ends."""
    lead = " ".join(match["lead"].lower().split())
    is_day, is_year = len(date) == len("2020-01-01"), len(date) == len("2020")
    if lead in _BY_LEADS:
        aimed = is_year and _GOAL.search(text[max(0, match.start() - 120) : match.start()])
        return (None if aimed else {"by": date}), end
    if lead in {"before", "prior to"}:
        return (None if is_year else {"before": {"by": date}}), end
    if lead == "until":
        return {"period": {"to": date}}, end
    last = _END.match(text, end + 1) if _FROM_LEADS.match(lead) else None
    until = date_at(text, last.end()) if last else None
    if until:
        return {"period": {"from": date, "to": until[0]}}, until[1]
    loose = lead in {"from", "after", "as of"}
    return ({"period": {"from": date}} if (is_day and lead != "as of") or not loose else None), end
