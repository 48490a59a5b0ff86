"""Times without a date: upon receipt, before a decision, promptly, on an ongoing basis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.en.counted import own_date
from directive_atlas.draft.en.phrases import any_of, spaced
from directive_atlas.draft.en.when import Sentence, When
from directive_atlas.draft.model import Block, Certainty
from directive_atlas.passages import Span
from directive_atlas.problems import say

_WORDS: tuple[tuple[str | Block, re.Pattern[str]], ...] = (
    (
        "asap",
        any_of(
            "as soon as (?:is )?(?:practicable|possible|feasible|practical)",
            "as quickly as (?:possible|practicable)",
            "immediately(?! (?:preced|avail|adjac|prior))",
            "without delay",
            "at the earliest (?:possible |practicable )?(?:date|opportunity|time)",
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
            r"(?:provide|submit|issue|publish|conduct|hold|convene|produce|deliver|send"
            r"|give)(?: [\w’-]+){0,3}?"
            r" (?P<word>regular|periodic|routine) (?:[\w-]+ ){0,2}(?:reports?|updates?|reviews?|meetings"
            r"|briefings?|assessments?|audits?|scans|training|exercises)",
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
    r"(?:(?:the|its|their|such|any|each|an?|this) )?(?:[\w-]+ )?"
    r"(?:\w+(?:tion|sion|ment|ance|ence|val|sal|dication)|receipt|release"
    r"|discovery|award|request|report|launch|review"
    r"|receiving|completing|issuing|submitting|learning|discovering"
    r"|detecting|publishing|launching|entering|making)"
)
_END = r"(?=[,;:)—]|\.(?!\d)|$| (?:shall|must|will|should)(?!\w)| and (?:shall|must|will)(?!\w))"
_THING = r"(?:[^,;:.—]|\.(?=\d))"
_UPON = re.compile(
    spaced(
        rf"(?<![\w-])(?:(?P<after>following|after|once) (?P<deed>{_DEED}(?![\w-]){_THING}{{0,160}}?)"
        rf"|(?P<upon>upon|prior to|before) (?P<what>{_THING}{{3,160}}?)"
        rf"|(?:(?:if and )?when|after|once) (?P<done>{_THING}{{2,60}}?(?:has been|have been"
        rf"|is complete|are complete){_THING}{{0,80}}?)"
        r"|(?:as|when|if and when) (?P<case>requested by [^,;:.—()]{3,80}?"
        r"|requested|(?:\w+ ){1,3}are made|needed)"
        rf"){_END}"
    ),
    re.IGNORECASE,
)
_NOT_AN_EVENT = re.compile(
    spaced(
        r"needed|(?:the )?(?:consultation|coordination|collaboration"
        r"|consideration)|consult|consideration|the \w+ \d"
    ),
    re.IGNORECASE,
)


def upon(read: Sentence) -> Iterator[When]:
    """When something happens, after it, before it."""
    for match in _UPON.finditer(read.text):
        name = next(each for each in ("deed", "what", "done", "case") if match[each])
        before = (match["upon"] or "").lower() in {"prior to", "before"}
        if (
            own_date(match[name], read.own) is None
            and not _NOT_AN_EVENT.match(match[name])
            and not _names(read, match)
        ):
            where = Span(read.start + match.start(), read.start + match.end(name))
            anchor = Span(read.start + match.start(name), where.end)
            block: Block = {"before": {"of": {"event": ""}}} if before else {"upon": {"event": ""}}
            rule = say("when something happens: “{words}”", words=match[0])
            yield When(where, block, rule, Certainty.LIKELY, anchor, bool(match["after"]))


def _names(read: Sentence, match: re.Match[str]) -> bool:
    """Whether it only describes: “the following action”, “built upon …”, “based upon …”."""
    before = read.text[max(0, match.start() - 14) : match.start()].lower()
    described = re.search(
        r"(?:\bthe|\bbuil(?:t|ds?)|\bbased|\bdepend\w*|\brel(?:y|ies)|\bagreed"
        r"|\bimposed|\bcall\w*)\s+$",
        before,
    )
    return bool(described) or (
        not match.start() and (match["after"] or "").lower() == "following" and "action" in match["deed"]
    )


def worded(read: Sentence) -> Iterator[When]:
    """Words that stand for a time by themselves."""
    for written, pattern in _WORDS:
        for match in pattern.finditer(read.text):
            word = "word" if match.groupdict().get("word") else 0
            where = Span(read.start + match.start(word), read.start + match.end(word))
            yield When(where, written, say("a word of time: “{words}”", words=match[word]), Certainty.LIKELY)
