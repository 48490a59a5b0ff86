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

_COMPARATORS = {
    "at_least": r"at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of",
    "at_most": r"at most|no more than|not more than|up to|a maximum of|maximum of"
    r"|not to exceed|not exceeding",
    "more_than": r"more than|greater than|over|exceeding|above",
    "less_than": r"less than|fewer than|below|under",
    "about": r"approximately|about|roughly|around",
}
_COMPARED = "|".join(rf"(?P<{name}>{forms})" for name, forms in _COMPARATORS.items())
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_FIGURE = re.compile(
    spaced(
        rf"(?<![\w.$-])(?:(?:{_COMPARED}) )?(?:(?:an additional|another|a total of|an?) )?"
        rf"(?P<money>\$|US\$|£"
        rf"|€)? ?(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d+)?"
        rf"|\d{{1,15}}(?:\.\d{{1,4}})?|{ENGLISH_NUMBER})(?: ?\(\d+\))?"
        r"(?: (?P<scale>hundred|thousand|million|billion|trillion))?"
        r"(?: ?(?P<percent>%|percent(?:age points?)?(?!\w)"
        r"|per cent(?!\w)))?(?: (?P<of>of (?:the |all |its "
        r"|their )?)?(?P<what>(?!(?:of|or|and|to|in|by"
        r"|for)(?!\w))[A-Za-z][\w’'/-]*(?: (?!(?:to|for|by|in|at|on|that|which"
        r"|with|from|per|as|is|are|and|or|within|under)(?!\w))[\w’'/-]+){0,4}))?"
    ),
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:calendar|business|working|consecutive|full)?\s*(?:hour|day|week|month|year|minute|second)s?\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:section|subsection|order|title|part|article|act|law|level|version"
    r"|memorandum|circular|directive|no\.|paragraph|action"
    r"|chapter|page|appendix|annex|fiscal|year|in|since)s?\s*$",
    re.IGNORECASE,
)
_GOAL = re.compile(
    spaced(r"(?<!\w)(?:goal|target|objective|aim|aims|milestone)s?(?: of| to| is| are)?(?: [\w-]+){0,3} ?$"),
    re.IGNORECASE,
)
_CHANGE = re.compile(
    spaced(
        r"(?<!\w)(?P<verb>reduc|decreas|lower|cut|increas|rais|expand|improv"
        r"|grow)\w* (?P<what>[^,;:.]{2,90}?) (?:by|to) ?$"
    ),
    re.IGNORECASE,
)


def targets_in(text: str, plain: str, span: Span) -> Iterator[DraftTarget]:
    """The figures in a part of a text that are goals: shares, amounts, and compared counts."""
    for match in _FIGURE.finditer(text, span.start, span.end):
        if plain[match.start("number")] == " " or not _is_goal(text, span, match):
            continue
        value = _value(match)
        if value is None:
            continue
        comparator = next((name for name in _COMPARATORS if match[name]), "exactly")
        unit = "%" if match["percent"] else _money(match["money"]) or _unit(match["what"])
        metric = _metric(text, span, match) or unit or "figure"
        block = {
            "metric": metric,
            "comparator": comparator,
            "value": value,
            **({"unit": unit} if unit else {}),
        }
        where = trimmed(text, Span(match.start(), match.end()))
        yield DraftTarget(
            block, Why(say("a figure: “{words}”", words=match[0].strip()), Certainty.LIKELY, where)
        )


def _is_goal(text: str, span: Span, match: re.Match[str]) -> bool:
    before = text[max(span.start, match.start() - 60) : match.start()]
    rest = text[match.end("number") : match.end("number") + 40].lstrip(" ()0123456789-")
    if _TIME.match(rest) or _REFERENCE.search(before):
        return False
    if match["percent"]:
        return True
    compared = any(match[name] for name in _COMPARATORS if name != "about")
    is_word = not match["number"][0].isdigit()
    if compared and match["number"].lower() in {"a", "an"}:
        return False
    aimed = bool(_GOAL.search(before)) and match["number"].lower() not in {"a", "an"}
    return bool(match["what"] or match["money"]) and (
        aimed or (compared and (not is_word or match["what"] is not None))
    )


def _value(match: re.Match[str]) -> int | float | None:
    written = match["number"].replace(",", "")
    is_figure = re.fullmatch(r"\d+(?:\.\d+)?", written)
    number = Decimal(written) if is_figure else read_number(written)
    if number is None:
        return None
    scaled = Decimal(number) * _SCALES.get((match["scale"] or "").lower(), 1)
    return int(scaled) if scaled == scaled.to_integral_value() else float(scaled)


def _money(sign: str | None) -> str:
    return {"$": "US dollars", "US$": "US dollars", "£": "pounds", "€": "euros"}.get(sign or "", "")


def _unit(what: str | None) -> str:
    """The noun that is counted: the last word before “of” or the end."""
    words = re.split(r"\s+of\s+", what)[0].split() if what else []
    return words[-1].rstrip(".,;:") if words else ""


def _metric(text: str, span: Span, match: re.Match[str]) -> str:
    """What is measured: what the share is of, what is to change, or what is counted."""
    changed = _CHANGE.search(text[max(span.start, match.start() - 120) : match.start()])
    if changed:
        return " ".join(changed["what"].split())
    return " ".join((match["what"] or "").split())
