"""When a sentence wants something done: days, counted days, recurrences, and words such as promptly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.draft.en.phrases import any_of, spaced
from directive_atlas.draft.en.recurrences import recurrences
from directive_atlas.draft.en.when import When, fiscal, iso
from directive_atlas.draft.model import Block, Certainty
from directive_atlas.passages import Span, dates_in
from directive_atlas.passages.numbers import ENGLISH_NUMBER, read_number
from directive_atlas.problems import say

_NUMBER = rf"(?:\d{{1,4}}|{ENGLISH_NUMBER})"
_UNIT = (
    r"(?:(?:calendar|consecutive|full|(?P<working>business|working"
    r"|work))[ -])?(?P<unit>hour|day|week|month|year)s?"
)
_PREPOSITION = r"(?:of|after|from|following|subsequent to|since|upon)"
_STOP = (
    r"(?=[,;:—–)]|\.(?!\d)|\s+(?:shall|must|will|should|may)\b"
    r"|\s+and,?\s+(?:at\s+least|annually|every|quarterly|monthly|weekly"
    r"|on\s+an?|within|updated|periodically|thereafter|no\s+later)\b"
    r"|\s+or\s+\d|$)"
)
_COUNTED = re.compile(
    spaced(
        rf"(?<![\w-])(?:(?P<lead>within(?: the (?:first|next))?(?: a period of)?"
        rf"|(?:no|not) (?:later|more) than|by|at|after|in no more than|starting"
        rf"|beginning) )?"
        rf"(?P<number>{_NUMBER})(?: ?\(\d{{1,4}}\))?[ -]{_UNIT}(?![\w-])"
        rf"(?: {_PREPOSITION} (?P<anchor>[^,;:—–()]{{1,200}}?"
        rf"(?:\([^() ]{{1,5}}\)[^,;:—–()]{{0,60}}?){{0,5}}){_STOP})?"
    ),
    re.IGNORECASE,
)
_PAPER = (
    r"(?:order|memorandum|directive|circular|policy|guidance|document|notice"
    r"|instruction|letter|bulletin|supplement|proclamation|plan|regulation"
    r"|strategy|section)"
)
_OWN = re.compile(
    spaced(
        rf"^(?:the )?(?:(?:date|day) (?:of|on which|that"
        rf"|when) )?(?:the )?(?:(?:issuance|publication|release|signing|signature"
        rf"|issue|receipt|date) ?(?:date)? ?(?:of )?)?"
        rf"(?:this (?:[A-Z]?\w+ ){{0,3}}{_PAPER}(?: (?:is|was) (?:issued|signed"
        rf"|published|released))?|hereof)?$"
        r"|^(?:its|the) (?:issuance|publication|release|date of issuance"
        r"|signing)$|^the date of signature$|^today$"
    ),
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    spaced(r"^(?:the )?effective date(?: of this .*)?$|^this [\w ]+ (?:takes|taking) effect$"), re.IGNORECASE
)
_BY = re.compile(
    spaced(
        r"(?<![\w-])(?P<lead>by|before|prior to|(?:no|not) later than"
        r"|on or before|not after|until|through|beginning(?: on| in)?"
        r"|starting(?: on| in)?"
        r"|commencing(?: on| in)?|effective(?: on)?|from|after|as of|during|in|for|throughout)"
        r"(?: the)?(?: (?:close|end) of(?: business)?(?: on"
        r"| of)?(?: the)?)?(?: \d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?"
        r"|noon)?(?: [A-Z]{2,4})?(?: on)?,?)?"
        r"(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)? "
    ),
    re.IGNORECASE,
)
_WORDS = (
    (
        "asap",
        any_of(
            "as soon as (?:is )?(?:practicable|possible|feasible|practical)",
            "as quickly as possible",
            "immediately(?! (?:preced|avail|adjac|prior))",
            "without delay",
            "at the earliest (?:possible|practicable)?(?: (?:date|opportunity|time))?",
        ),
    ),
    (
        "promptly",
        any_of(
            "promptly",
            "(?:as )?expeditiously(?: as possible)?",
            "in a timely (?:manner|fashion|way)",
            "(?:with|provide) timely",
            "swiftly",
            "without undue delay",
        ),
    ),
    (
        {"regularly": True},
        any_of(
            "periodically",
            "regularly",
            "on a (?:regular|periodic|recurring|routine) basis",
            "from time to time",
            "at regular intervals",
            "routinely",
        ),
    ),
    (
        "ongoing",
        any_of(
            "on an ongoing basis",
            "on a (?:continuous|continuing|continual|rolling) basis",
            "continuously",
            "continually",
            "at all times",
        ),
    ),
    ("at a suitable time", any_of("at an appropriate time", "at the appropriate time", "in due course")),
)
_DEED = (
    r"(?:the )?(?:\w+ )?(?:completion|receipt|issuance|publication"
    r"|submission|development|approval|establishment|request|release"
    r"|notification"
    r"|discovery|identification|determination|enactment|conclusion|adoption"
    r"|designation|confirmation|detection|finalization|implementation"
    r"|appointment|adjudication|learning|discovering|receiving|completing|issuing|submitting|carrying|taking"
    r"|making|launching|publishing|award|signing|entering)"
)
_END = r"(?=[,;:.)—]|$| (?:shall|must|will|should)(?!\w)| and (?:shall|must|will)(?!\w))"
_UPON = re.compile(
    spaced(
        rf"(?<![\w-])(?:(?P<lead>upon|following|after|once|prior to"
        rf"|before) (?P<anchor>(?:{_DEED}|\w+ing|(?:an?|any|each|its"
        rf"|their) \w+)(?![\w-])[^,;:.—()]{{0,160}}?)"
        rf"|(?P<upon>upon|prior to"
        rf"|(?:if and )?when) (?P<what>[^,;:.—()]{{3,120}}?)|(?P<asked>as|when"
        rf"|if and when) (?P<case>requested by [^,;:.—()]{{3,80}}?|requested"
        rf"|changes are made)){_END}"
    ),
    re.IGNORECASE,
)
_WHICHEVER = re.compile(
    spaced(r"whichever (?:is|comes|occurs)? ?(?:the )?(?P<order>later|last|earlier|first|sooner)"),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence as its times are read: ``start`` is its place, ``own`` the date by which the paper goes."""

    text: str
    start: int
    own: str
    conditional: bool


def times_in(text: str, span: Span, own: str) -> list[When]:
    """The times in a part of a flat text, in order; ``own`` is the kind of date of the paper itself."""
    piece = text[span.start : span.end]
    read = _Read(
        piece,
        span.start,
        own,
        bool(re.search(r"(?<!\w)(?:if|when|whenever|once|where)\s", piece[:400], re.IGNORECASE)),
    )
    found: list[When] = []
    for reader in (_recurring, _counted, _dated, _upon, _worded):
        found += [when for when in reader(read) if not _overlaps(when, found)]
    return _joined(piece, sorted(found, key=lambda when: when.span))


def _overlaps(when: When, others: Sequence[When]) -> bool:
    return any(when.span.start < each.span.end and each.span.start < when.span.end for each in others)


def _recurring(read: _Read) -> Iterator[When]:
    moments = [when for when in _counted(read) if "within" in when.block]
    yield from recurrences(read.text, read.start, moments)


def _counted(read: _Read) -> Iterator[When]:
    """Within so long of something; without a word of time before it, only if it says after what."""
    for match in _COUNTED.finditer(read.text):
        lead, anchor = (match["lead"] or "").lower(), (match["anchor"] or "").strip()
        number = read_number(match["number"])
        if (
            not number
            or (not lead and not anchor)
            or (not anchor and lead in {"by", "at", "after", "starting", "beginning"})
        ):
            continue
        if re.search(
            r"(?:every|each|per|last|past|preceding|previous|least once in)\s*$",
            read.text[: match.start()][-14:],
        ):
            continue
        if (
            not lead
            and not re.search(r"(?:or|and|to|occur|take place|due|be)\s*$", read.text[: match.start()][-12:])
            and match.start() > 3
        ):
            continue
        unit = (
            "working_days"
            if match["working"] and match["unit"].lower() == "day"
            else f"{match['unit'].lower()}s"
        )
        yield _moment(read, match, {unit: number}, lead)


def _moment(read: _Read, match: re.Match[str], amount: dict[str, int], lead: str) -> When:
    anchor = (match["anchor"] or "").strip()
    where = Span(read.start + match.start(), read.start + match.end())
    form = "period" if lead == "after" else "within"
    named = (
        Span(read.start + match.start("anchor"), read.start + match.start("anchor") + len(anchor))
        if anchor
        else None
    )
    date = _own_date(anchor, read.own) if anchor else None if read.conditional else read.own
    sure = Certainty.CERTAIN if anchor else Certainty.POSSIBLE
    moment: dict[str, object] = {**amount, "of": date or {"event": ""}}
    block: Block = {"period": {"after": moment}} if form == "period" else {"within": moment}
    rule = say("so long after something: “{words}”", words=match[0])
    return When(where, block, rule, sure, None if date else named or where)


def _own_date(anchor: str, own: str) -> str | None:
    if _EFFECTIVE.match(anchor):
        return "effective"
    return own if _OWN.match(anchor) else None


_KEEPS = {
    "by": "by",
    "on or before": "by",
    "not after": "by",
    "before": "before",
    "prior to": "before",
    "until": "to",
    "through": "to",
}


def _dated(read: _Read) -> Iterator[When]:
    """By a date, until one, from one."""
    for match in _BY.finditer(read.text):
        rest = read.text[match.end() : match.end() + 60]
        date = fiscal(rest) or next(
            ((iso(d), len(d.words)) for d in dates_in(f"by {rest}") if _at_start(d.words, rest) and d.year),
            None,
        )
        lead = " ".join(match["lead"].lower().split())
        if date and (block := _date_block(lead, date[0])):
            where = Span(read.start + match.start(), read.start + match.end() + date[1])
            yield When(
                where,
                block,
                say("a date: “{words}”", words=read.text[match.start() : match.end() + date[1]]),
                Certainty.CERTAIN,
            )


def _at_start(words: str, rest: str) -> bool:
    return rest.startswith(words) or (words.startswith("by ") and rest.startswith(words[3:]))


def _date_block(lead: str, date: str) -> Block | None:
    if lead.endswith("later than"):
        lead = "by"
    if lead in _KEEPS:
        kept = _KEEPS[lead]
        return (
            {"by": date}
            if kept == "by"
            else {"before": {"by": date}}
            if kept == "before"
            else {"period": {"to": date}}
        )
    if re.match("beginning|starting|commencing|effective|from|after|as of", lead):
        return (
            {"period": {"from": date}}
            if len(date) == len("2020-01-01") or not lead.startswith(("from", "after", "as"))
            else None
        )
    return None


def _upon(read: _Read) -> Iterator[When]:
    """When something happens, after it, before it."""
    for match in _UPON.finditer(read.text):
        lead = (match["lead"] or match["upon"] or match["asked"]).lower()
        name = next(each for each in ("anchor", "what", "case") if match[each])
        anchor = Span(read.start + match.start(name), read.start + match.end(name))
        if _own_date(match[name], read.own) is not None or _is_condition(read.text, match, lead):
            continue
        before = lead in {"before"} or lead.startswith("prior")
        block: Block = {"before": {"of": {"event": ""}}} if before else {"upon": {"event": ""}}
        rule = say("when something happens: “{words}”", words=match[0])
        yield When(Span(read.start + match.start(), anchor.end), block, rule, Certainty.LIKELY, anchor)


def _is_condition(text: str, match: re.Match[str], lead: str) -> bool:
    """Whether it opens a sentence about a case, or describes a thing, and sets no time."""
    if lead == "following" and re.search(r"(?<!\w)the\s+$", text[: match.start()][-8:], re.IGNORECASE):
        return True
    return lead.endswith("when") and not re.match(
        r"\s*[^,;:.]{2,60}(?:\bhas been|\bhave been|\bis complete)", match["what"] or ""
    )


def _worded(read: _Read) -> Iterator[When]:
    for written, pattern in _WORDS:
        for match in pattern.finditer(read.text):
            where = Span(read.start + match.start(), read.start + match.end())
            yield When(where, written, say("a word of time: “{words}”", words=match[0]), Certainty.LIKELY)


def _joined(piece: str, found: list[When]) -> list[When]:
    """Two times of which the later or earlier counts, as one."""
    match = _WHICHEVER.search(piece)
    moments = [when for when in found if set(when.block) & {"within", "by"}]
    if match is None or len(moments) < 2:
        return found
    form = "later_of" if match["order"].lower() in {"later", "last"} else "earlier_of"
    pair = moments[-2:]
    block = {form: [when.block.get("within") or {"by": when.block["by"]} for when in pair]}
    events = [when.event for when in pair if when.event]
    both = When(
        Span(pair[0].span.start, pair[1].span.end),
        block,
        say("the one or the other: “{words}”", words=match[0]),
        Certainty.LIKELY,
        events[0] if events else None,
    )
    return sorted([*(when for when in found if when not in pair), both], key=lambda when: when.span)
