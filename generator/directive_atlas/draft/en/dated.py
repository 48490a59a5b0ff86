"""Times with a date: by December 31, 2024, until May 2025, beginning on October 1, 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.en.when import Sentence, When, fiscal, iso
from directive_atlas.draft.model import Block, Certainty
from directive_atlas.passages import Span, dates_in
from directive_atlas.problems import say

_CLOCK = (
    r"(?P<clock>(?:\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|noon"
    r"|midnight)(?: [A-Z]{2,4}(?![a-z])| (?:[A-Z]\w+ ){1,3}?[Tt]ime)?(?: on)?,?)"
)
_WEEKDAY = r"(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)?"
_BY = re.compile(
    spaced(
        r"(?<![\w-])(?P<lead>by|before|prior to|(?:no|not) later than"
        r"|on or before|not after|until|beginning(?: on| in)?"
        r"|starting(?: on| in)?|commencing(?: on| in)?|effective(?: on)?|from|after|as of)"
        r"(?: the)?(?: (?:close|end) of(?: business)?(?: on| of)?(?: the)?)?"
        rf"(?: {_CLOCK})?{_WEEKDAY} "
    ),
    re.IGNORECASE,
)
_BARE = re.compile(spaced(rf"\W*{_CLOCK}{_WEEKDAY} "), re.IGNORECASE)
"""How a line begins that is only a day with its time of day: “Noon EST on Friday, March 5, 2031:”."""
_END = re.compile(spaced(r"(?:through|until|to) "), re.IGNORECASE)
_GOAL = re.compile(r"(?<!\w)(?:goal|target|objective|aim)s?\b", re.IGNORECASE)
_BY_LEADS = {"by", "no later than", "not later than", "on or before", "not after"}
_FROM_LEADS = re.compile("beginning|starting|commencing|effective|from|after|as of")


def dated(read: Sentence) -> Iterator[When]:
    """By a date, before, until or from one, each once."""
    for match in _BY.finditer(read.text):
        found = date_at(read.text, match.end())
        if found is None or _is_origin(read.text, match):
            continue
        date, end = found
        block, end = _block(read.text, match, date, end)
        if block:
            words = read.text[match.start() : end]
            rule = say("a date: “{words}”", words=words)
            yield When(Span(read.start + match.start(), read.start + end), block, rule, Certainty.CERTAIN)


def due_line(text: str, span: Span) -> When | None:
    """The last day that a line before a colon is, without a word such as “by”."""
    match = _BARE.match(text, span.start, span.end)
    found = date_at(text, match.end()) if match else None
    if match is None or found is None or text[found[1] : span.end].strip(" *_:"):
        return None
    where = Span(span.start, found[1])
    rule = say("a date: “{words}”", words=text[where.start : where.end])
    return When(where, {"by": found[0]}, rule, Certainty.LIKELY)


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


_ISSUED = re.compile(
    spaced(
        r"(?<!\w)(?:updates?|patch(?:es)?|reports?|guidance|notices?|letters?|memorand(?:um|a)|data|results"
        r"|figures|versions?|releases?|alerts?|advisor(?:y|ies)|circulars?|directives?|plans?|lists?) $"
    ),
    re.IGNORECASE,
)


def _is_origin(text: str, match: re.Match[str]) -> bool:
    """Whether a date only says of when something is: “deploy the updates from May 2, 2031”."""
    before = text[max(0, match.start() - 20) : match.start()]
    return match["lead"].lower() in {"from", "as of"} and bool(_ISSUED.search(before))


def _block(text: str, match: re.Match[str], date: str, end: int) -> tuple[Block | None, int]:
    """The form of a time by the word before its date, and where it ends."""
    lead = " ".join(match["lead"].lower().split())
    is_day, is_year = len(date) == len("2020-01-01"), len(date) == len("2020")
    if lead in _BY_LEADS:
        aimed = is_year and _GOAL.search(text[max(0, match.start() - 120) : match.start()])
        return (None if aimed else {"by": date}), end
    if lead in {"before", "prior to"} and match["clock"]:  # there are still hours left on the day itself
        return {"by": date}, end
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
