"""Values that a sentence wants reached: at least 30 percent of X, no fewer than four X."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from directive_atlas.draft.en.phrases import spaced, trimmed
from directive_atlas.draft.model import Certainty, DraftTarget, Why
from directive_atlas.passages import Span
from directive_atlas.passages.numbers import ENGLISH_NUMBER, read_number
from directive_atlas.problems import say

_READ = 6000
"""How many characters of a passage are read for figures."""

_COMPARATORS = {
    "at_least": r"at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of",
    "at_most": r"at most|no more than|not more than|a maximum of|maximum of|not to exceed|not exceeding",
    "more_than": r"more than|greater than",
    "less_than": r"less than|fewer than",
    "about": r"approximately|about|roughly|around",
}
_COMPARED = "|".join(rf"(?P<{name}>{forms})" for name, forms in _COMPARATORS.items())
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SMALL = (
    r"(?:to|for|by|in|at|on|that|which|with|from|per|as|is|are|and|or|within"
    r"|under|of|under|including|each|capable|must|shall|should|will|be|may|have)"
)
_FIGURE = re.compile(
    spaced(
        rf"(?<![\w.$/-])(?:(?:{_COMPARED}) )?(?:(?:an additional|another"
        rf"|a total of|an?) )?(?P<money>US\$|\$|£|€)?"
        rf"(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d+)?"
        rf"|\d{{1,15}}(?:\.\d{{1,4}})?|{ENGLISH_NUMBER})(?![\w.]\w)"
        r"(?: ?\(\d+\))?(?: (?P<scale>hundred|thousand|million|billion|trillion))?"
        r"(?P<percent> ?%| percent(?:age points?)?(?!\w)| per cent(?!\w))?"
        rf"(?: (?P<of>of (?:the |all |its |their )?)?(?P<what>(?!{_SMALL}(?!\w))[A-Za-z][\w’'/-]*"
        rf"(?: (?!{_SMALL}(?!\w))[\w’'/-]+){{0,5}}))?"
    ),
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:calendar|business|working|consecutive|full|fiscal)?[\s-]*(?:hour"
    r"|day|week|month|year|minute|second)s?\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?<!\w)(?:section|subsection|order|title|part|article|act|law|level|version"
    r"|memorandum|circular|directive|no\.|paragraph"
    r"|action|chapter|page|appendix|annex|fiscal|year|in|since|of|and|,)s?\s*$",
    re.IGNORECASE,
)
_GOAL = re.compile(
    spaced(r"(?<!\w)(?:goal|target|objective|aim|aims|milestone)s?(?: of| to| is| are)?(?: [\w-]+){0,3} ?$"),
    re.IGNORECASE,
)
_MAKES = re.compile(
    spaced(
        r"(?<!\w)(?:host|hold|conduct|establish|launch|fund|train|create"
        r"|identify|designate|select|build|deploy|hire|open"
        r"|complete|publish|recruit|plant|install|award)(?: (?:and \w+|up|an additional|another))? ?$"
    ),
    re.IGNORECASE,
)
_CHANGE = re.compile(
    spaced(
        r"(?<!\w)(?:reduc|decreas|lower|cut|increas|rais|expand|improv"
        r"|grow)\w* (?P<what>[^,;:.]{2,90}?) (?:by|to) ?$"
    ),
    re.IGNORECASE,
)
_MONEY = {"$": "US dollars", "US$": "US dollars", "£": "pounds", "€": "euros"}


def targets_in(text: str, plain: str, span: Span) -> Iterator[DraftTarget]:
    """The figures in a part of a text that are goals: shares, amounts, and compared counts."""
    for match in _FIGURE.finditer(text, span.start, min(span.end, span.start + _READ)):
        value = _value(match)
        if value is not None and plain[match.start("number")] != " " and _is_goal(text, span, match):
            unit = "%" if match["percent"] else _MONEY.get(match["money"] or "") or _what(match)
            block: dict[str, object] = {"metric": _metric(text, span, match) or unit or "figure"}
            block["comparator"] = next((name for name in _COMPARATORS if match[name]), "exactly")
            block["value"] = value
            if unit:
                block["unit"] = unit
            where = trimmed(text, Span(match.start(), match.end()))
            rule = say("a figure: “{words}”", words=text[where.start : where.end])
            yield DraftTarget(block, Why(rule, Certainty.LIKELY, where))


def _is_goal(text: str, span: Span, match: re.Match[str]) -> bool:
    """Whether a figure is a share, is compared with a bound, aimed at, or counts what is to be made."""
    before = text[max(span.start, match.start() - 60) : match.start()]
    rest = text[match.end("number") : match.end("number") + 40].lstrip(" ()0123456789")
    if _TIME.match(rest):
        return False
    if match["percent"]:
        return True
    if not (match["what"] or match["money"]) or match["number"].lower() in {"a", "an"}:
        return False
    if any(match[name] for name in _COMPARATORS if name != "about") or _GOAL.search(before):
        return True
    plural = _what(match).endswith("s") and match["number"].lower() != "one" and not match["money"]
    return plural and not _REFERENCE.search(before) and bool(_MAKES.search(before))


def _value(match: re.Match[str]) -> int | float | None:
    written = match["number"].replace(",", "")
    is_figure = re.fullmatch(r"\d+(?:\.\d+)?", written)
    number = Decimal(written) if is_figure else read_number(written)
    if number is None:
        return None
    scaled = Decimal(number) * _SCALES.get((match["scale"] or "").lower(), 1)
    return int(scaled) if scaled == scaled.to_integral_value() else float(scaled)


def _what(match: re.Match[str]) -> str:
    """What is counted, as the text says it."""
    return " ".join((match["what"] or "").split()).rstrip(".,;:")


def _metric(text: str, span: Span, match: re.Match[str]) -> str:
    """What is measured: what is to change, or what is counted, or what the share is of."""
    changed = _CHANGE.search(text[max(span.start, match.start() - 120) : match.start()])
    return " ".join(changed["what"].split()) if changed else _what(match)
