"""What a sentence wants done again and again: annually, each quarter, every 30 days thereafter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from directive_atlas.draft.en.counted import counted
from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.en.when import Sentence, When
from directive_atlas.draft.model import Certainty
from directive_atlas.passages import Span, dates_in
from directive_atlas.passages.numbers import ENGLISH_NUMBER, read_number
from directive_atlas.problems import say

_YEARLY, _HALF, _QUARTERLY, _MONTHLY = (
    "FREQ=YEARLY",
    "FREQ=MONTHLY;INTERVAL=6",
    "FREQ=MONTHLY;INTERVAL=3",
    "FREQ=MONTHLY",
)
_WEEKLY, _DAILY, _FORTNIGHT = "FREQ=WEEKLY", "FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2"
_ADVERBS = {
    "annually": _YEARLY,
    "yearly": _YEARLY,
    "annual": _YEARLY,
    "semiannually": _HALF,
    "semi-annually": _HALF,
    "biannually": _HALF,
    "bi-annually": _HALF,
    "semiannual": _HALF,
    "semi-annual": _HALF,
    "biannual": _HALF,
    "half-yearly": _HALF,
    "quarterly": _QUARTERLY,
    "monthly": _MONTHLY,
    "bimonthly": "FREQ=MONTHLY;INTERVAL=2",
    "weekly": _WEEKLY,
    "biweekly": _FORTNIGHT,
    "bi-weekly": _FORTNIGHT,
    "fortnightly": _FORTNIGHT,
    "daily": _DAILY,
    "biennially": "FREQ=YEARLY;INTERVAL=2",
    "biennial": "FREQ=YEARLY;INTERVAL=2",
    "triennially": "FREQ=YEARLY;INTERVAL=3",
}
_UNITS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_LONGEST = "|".join(sorted(_ADVERBS, key=len, reverse=True))
_NOUN = (
    r"(?:[\w-]+ |“[^”]{2,60}” |\"[^\"]{2,60}\" ){0,2}?(?:reports?|updates?|reviews?|assessments?|meetings?"
    r"|summary|summaries|briefings?|certifications?|inventory|inventories"
    r"|surveys?|evaluations?|exercises?|audits?|status|statements?|training"
    r"|plans?|progress|data(?: calls?)?|lists?|figures|statistics|submissions?|metrics)(?![\w-])"
)
_DOES = re.compile(
    spaced(
        r"(?<![\w-])(?:submit|provide|publish|issue|conduct|prepare|produce"
        r"|convene|hold|participate in|perform|deliver|release|make|undertake"
        r"|complete|file|send"
        r"|submitting|providing|publishing|conducting|develop|compile|carry out"
        r"|give|present|undergo|update|require)(?: [\w’'-]+){0,6}? (?:an?|the"
        r"|its|their|[a-z]+ )?$"
    ),
    re.IGNORECASE,
)
_FORMS = re.compile(
    spaced(
        r"(?<![\w-])(?P<least>(?:at least|no less (?:often|frequently) than"
        r"|not less than|at a minimum,?) )?(?:(?P<often>once|one time|twice"
        r"|two times|four times) )?"
        rf"(?:(?:every|each|per|a|an|in each|within every"
        rf"|during each) (?P<other>other )?(?:(?P<number>\d{{1,3}}"
        rf"|{ENGLISH_NUMBER}) )?(?:(?:calendar|fiscal|business|working"
        rf"|consecutive|given) )?"
        r"(?P<unit>day|week|month|quarter|year|fortnight|half-year)s?(?![\w-])"
        rf"|on an? (?:at least )?(?P<basis>{_LONGEST}) basis"
        rf"|(?P<adverb>{_LONGEST})(?![\w-])(?P<noun> {_NOUN})?)"
    ),
    re.IGNORECASE,
)
_YEAR_END = re.compile(spaced(r"(?:end|close|conclusion) of (?:each|every|the) fiscal year"), re.IGNORECASE)
_YEARLY_DAY = re.compile(
    spaced(
        r"(?i:by|no later than|not later than|on or before|before"
        r"|on) (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd"
        r"|th)?)(?= (?:of )?(?:each|every) (?:calendar |fiscal )?year"
        r"|,? annually| every year)"
    )
)
_UNTIL = re.compile(r"(?<![\w-])until\s+(?P<words>[^,;.:]{4,160})", re.IGNORECASE)


def recurrences(read: Sentence) -> Iterator[When]:
    """The recurrences in a sentence; “thereafter” counts from the time that is counted before it."""
    fixed = _fixed(read.text)
    within = [when for when in counted(read) if "within" in when.block and not when.event]
    for match in _FORMS.finditer(read.text):
        rule = _rule(match)
        if rule is not None and _is_meant(read.text, match):
            where = Span(read.start + match.start(), read.start + match.end())
            written = _written(read, match, fixed if rule == _YEARLY and fixed else rule, within)
            sure = Certainty.LIKELY if match["noun"] else Certainty.CERTAIN
            yield When(where, written, say("again and again: “{words}”", words=match[0].strip()), sure)


def _written(read: Sentence, match: re.Match[str], rule: str, within: Sequence[When]) -> dict[str, object]:
    """The block of a recurrence, with its start and the condition that ends it, if they are said."""
    every: dict[str, object] = {"rule": rule}
    rest = read.text[match.end() : match.end() + 200]
    before = [when for when in within if when.span.start - read.start < match.start()]
    if before and re.match(r",?\s*thereafter", rest):
        every["after"] = before[-1].block["within"]
    if match["least"]:
        every["at_least"] = True
    until = _UNTIL.match(rest.lstrip(" ,").removeprefix("thereafter").lstrip(" ,"))
    return {"every": every, **({"until": until["words"].strip()} if until else {})}


def _rule(match: re.Match[str]) -> str | None:
    word = (match["basis"] or match["adverb"] or "").lower()
    if word:
        return _ADVERBS[word]
    unit = match["unit"].lower()
    number = 2 if match["other"] else read_number(match["number"]) if match["number"] else 1
    often = (match["often"] or "").lower()
    if unit in {"quarter", "fortnight", "half-year"}:
        return {"quarter": _QUARTERLY, "fortnight": _FORTNIGHT, "half-year": _HALF}[unit]
    if unit == "year" and often in {"twice", "two times", "four times"}:
        return _QUARTERLY if often == "four times" else _HALF
    interval = f";INTERVAL={number}" if number and number > 1 else ""
    return f"FREQ={_UNITS[unit]}{interval}" if number else None


_LEADS_ON = re.compile(
    r"(?:thereafter|to|by|through|and|on|until|for|with|in|at|via|or|review"
    r"|report|update|submit|assess)\b",
    re.IGNORECASE,
)
"""What may stand behind an adverb that is also an adjective, where it is the adverb: “report weekly to”."""

_EITHER = {"weekly", "daily", "monthly", "quarterly", "yearly"}


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether it tells when: “submit an annual report”, but not “the annual budget”."""
    word = (match["adverb"] or "").lower()
    if word and (match["noun"] or not word.endswith("ly")):
        return bool(match["noun"] and _DOES.search(text[max(0, match.start() - 90) : match.start()]))
    if word:
        behind = text[match.end() : match.end() + 40].lstrip(' “"')
        return word not in _EITHER or not behind[:1].isalpha() or bool(_LEADS_ON.match(behind))
    said = match[0].lower().split()
    if said[0] in {"a", "an", "per"}:  # “a year” is a time only behind “once”
        return False
    return not (said[0] == "each" and re.match(r"\s+of\b", text[match.end() : match.end() + 10]))


def _fixed(text: str) -> str:
    """The day of each year on which it falls, if one is named."""
    if _YEAR_END.search(text):
        return "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30"
    match = _YEARLY_DAY.search(text)
    date = next(dates_in(match["day"]), None) if match else None
    if date and date.months and date.day:
        return f"FREQ=YEARLY;BYMONTH={date.months[0]};BYMONTHDAY={date.day}"
    return ""
