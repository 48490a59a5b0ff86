"""Times that are counted: within 30 days of the date of this order, no later than two weeks after receipt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.en.when import Sentence, When
from directive_atlas.draft.model import Block, Certainty
from directive_atlas.passages import Span
from directive_atlas.passages.numbers import ENGLISH_NUMBER, read_number
from directive_atlas.problems import say

_UNIT = (
    r"(?:(?:calendar|consecutive|full|(?P<working>business|working"
    r"|work))[ -])?(?P<unit>hour|day|week|month|year)s?"
)
_STOP = (
    r"(?=[,;:—–)]|\.(?!\d)|\s+(?:shall|must|will|should|may)\b"
    r"|\s+and,?\s+(?:at\s+least|annually|every|quarterly|monthly|weekly|on\s+an?|within|updated|periodically"
    r"|thereafter|no\s+later)\b|\s+or\s+(?:\d|by\b|within\b|no\s+later)|$)"
)
_COUNTED = re.compile(
    spaced(
        r"(?<![\w-])(?:(?P<lead>within(?: the (?:first|next))?(?: a period of)?"
        r"|(?:no|not) (?:later|more) than|by|at"
        r"|after|in no more than|(?:starting|beginning|commencing)(?: (?:no|not) later than)?) )?"
        rf"(?P<number>\d{{1,4}}|{ENGLISH_NUMBER})(?: ?\(\d{{1,4}}\))?[ -]{_UNIT}(?![\w-])"
        r"(?: (?:of|after|from|following|subsequent to|since|upon)"
        r" (?P<anchor>[^,;:—–()]{1,200}?(?:\([^() ]{1,5}\)[^,;:—–()]{0,60}?){0,5})"
        rf"{_STOP})?"
    ),
    re.IGNORECASE,
)
_PAPER = (
    r"(?:order|memorandum|directive|circular|policy|guidance|document|notice"
    r"|instruction|letter|bulletin|supplement"
    r"|proclamation|plan|regulation|strategy|section)"
)
_GOES_ON = (
    r"(?=$|[.,;]| (?:through|via|to|by|in|for|on|and|or|with|at|using|as|unless|until|that|which)(?!\w))"
)
_OWN = re.compile(
    spaced(
        r"^(?:(?:the )?(?:(?:date|day) (?:of|on which|that|when) )?(?:the )?"
        r"(?:(?:issuance|publication|release|signing|signature|issue|receipt|date)(?: date)?(?: of)? ?)?"
        rf"(?:this (?:[A-Z]?\w+ ){{0,3}}{_PAPER}(?: (?:is|was) (?:issued|signed|published"
        rf"|released))?|hereof)(?=$|[\s.,;])"
        r"|(?:(?:its |the )?(?:date of )?(?:issuance|signing)|(?:its"
        r"|the) (?:publication|release)|the date of signature"
        rf"|today){_GOES_ON})"
    ),
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    spaced(
        r"^(?:the )?effective date(?: of this .*)?$|^this [\w ]{1,60} (?:takes"
        r"|taking) effect$"
    ),
    re.IGNORECASE,
)
_NOT_A_TIME = re.compile(r"(?:every|each|per|last|past|preceding|previous|once in)\s*$", re.IGNORECASE)
_JOINS = re.compile(r"(?:^|\b(?:or|and|to|occur|take place|due|be))\s*$", re.IGNORECASE)
_OPENS = re.compile(
    r"^\W*(?:\w{1,4}[.)]\s*)?$|\b(?:shall|must|will|should|and|then"
    r"|to)\s*,?\s*$|^[^,]{0,80},\s*$",
    re.IGNORECASE,
)
"""Where a time without an anchor counts from the paper itself: at the beginning, or behind a binding word."""


def own_date(anchor: str, own: str) -> str | None:
    """The kind of date of the paper itself that some words name, if they name one."""
    if _EFFECTIVE.match(anchor):
        return "effective"
    return own if _OWN.match(anchor) else None


def _end(match: re.Match[str]) -> int:
    """Where the words of a time end: with the date of the paper, whatever goes on behind it."""
    own = _OWN.match(match["anchor"]) if match["anchor"] else None
    return match.start("anchor") + own.end() if own else match.end()


def counted(read: Sentence) -> Iterator[When]:
    """So long after something; without a word of time before it, only if it says after what."""
    for match in _COUNTED.finditer(read.text):
        number = read_number(match["number"])
        if number and _is_time(read.text, match):
            working = match["working"] and match["unit"].lower() == "day"
            unit = "working_days" if working else f"{match['unit'].lower()}s"
            yield _moment(read, match, {unit: number})


def _is_time(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 16) : match.start()]
    if _NOT_A_TIME.search(before):
        return False
    if match["lead"] is None:
        return bool(match["anchor"]) and bool(_JOINS.search(before) or match.start() < 4)
    bare = match["lead"].lower() in {"by", "at", "after", "starting", "beginning", "commencing"}
    return bool(match["anchor"]) or not bare


_CASE = re.compile(r"(?<!\w)(?:if|when|whenever|once|where)\s+(?P<case>[^,;:.]{4,110})", re.IGNORECASE)


def _case(read: Sentence) -> Span:
    """The words for what a time without an anchor counts from: the case of its sentence, or its beginning."""
    match = _CASE.search(read.text[:400])
    if match:
        return Span(read.start + match.start("case"), read.start + match.end("case"))
    begins = re.match(r"[^,;:]{1,100}", read.text)
    return Span(read.start, read.start + (begins.end() if begins else 1))


def _moment(read: Sentence, match: re.Match[str], amount: dict[str, int]) -> When:
    lead = (match["lead"] or "").lower()
    anchor = (match["anchor"] or "").strip()
    where = Span(read.start + match.start(), read.start + _end(match))
    named = Span(read.start + match.start("anchor"), read.start + match.start("anchor") + len(anchor))
    opens = _OPENS.search(read.text[max(0, match.start() - 120) : match.start()])
    date = own_date(anchor, read.own) if anchor else read.own if opens and not read.conditional else None
    moment: dict[str, object] = {**amount, "of": date or {"event": ""}}
    begins = lead.startswith(("after", "starting", "beginning", "commencing"))
    block: Block = {"period": {"after": moment}} if begins else {"within": moment}
    rule = say("so long after something: “{words}”", words=read.text[match.start() : _end(match)])
    sure = Certainty.CERTAIN if anchor else Certainty.POSSIBLE
    return When(where, block, rule, sure, None if date else named if anchor else _case(read))
