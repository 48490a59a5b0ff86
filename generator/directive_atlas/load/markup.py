"""Source texts that are too much: too many lines, or markup on which a parser would work for ever."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import PurePosixPath

from directive_atlas.load.schema.limits import Limits
from directive_atlas.problems import Place, Problem, Wording, problem, say

MARKED_UP = frozenset({".md", ".markdown", ".html", ".htm"})
"""The suffixes of source texts with markup."""

MOST_OPEN = 500
"""How many elements may be begun and not yet ended; those whose end may be left out do not count."""

MOST_AGAIN = 1_000_000
"""How often formats of words that are not ended may be begun anew, as HTML does at each tag behind them."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_FORMAT_BEGINS = re.compile(
    r"<(b|big|code|em|font|i|s|small|strike|strong|tt|u)(?=[ \t\n\f\r/>])", re.IGNORECASE | re.ASCII
)
_REST_OF_TAG = re.compile(
    r"""(?: [ \t\n\f\r/]++
    | [^ \t\n\f\r/>][^ \t\n\f\r/>=]*+
      (?: [ \t\n\f\r]*+ = [ \t\n\f\r]*+ (?: "[^"]*+" | '[^']*+' | [^ \t\n\f\r>"'][^ \t\n\f\r>]*+ )?+ )?+
    )*+ >""",
    re.VERBOSE,
)
"""What stands behind the name, as the HTML standard reads attributes (13.2.5.32 to 13.2.5.39)."""
_WORDS_AND_END = re.compile(r"[^<]*+</([a-zA-Z]++)[ \t\n\f\r]*+>")
_LONGEST_TAG = 300
"""Of a format with a longer tag nobody looks whether there is another one like it."""
_ALIKE = 3
"""Of formats with the same attributes so many are begun anew (the “Noah's Ark clause” of the standard)."""
_NEED_NO_END = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"}
    | {"wbr", "a", "nobr", "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup"}
    | {"option", "optgroup", "html", "head", "body", "rb", "rp", "rt", "rtc"}
)


def too_much(text: str, place: Place, limits: Limits) -> Problem | None:
    """What of a source text is more than is read, if something is: E119 for lines, E118 for markup."""
    if text.count("\n") > limits.lines:
        return limits.exceeded("lines", replace(place, line=limits.lines + 1))
    marked_up = PurePosixPath(place.file).suffix.lower() in MARKED_UP
    return too_much_open(text, place.file) if marked_up else None


def too_much_open(html: str, file: str) -> Problem | None:
    """E118 for a page that leaves more open than its parser could close in time."""
    if _leaves_elements_open(html):
        return _refused(file, MOST_OPEN, say("elements that are begun and not ended"))
    if _leaves_formats_open(html):
        what = say("tags behind bold or other formats of words that are begun and not ended")
        return _refused(file, MOST_AGAIN, what)
    return None


def _leaves_elements_open(html: str) -> bool:
    begun, open_ = Counter[str](), 0
    for tag in _TAG.finditer(html):
        name, step = tag[2].lower(), -1 if tag[1] else 1
        if name not in _NEED_NO_END and (step > 0 or begun[name]):
            begun[name] += step
            open_ += step
        if open_ > MOST_OPEN:
            return True
    return False


def _leaves_formats_open(html: str) -> bool:
    """Whether formats may be begun anew too often, however their ends are hidden from a parser or from us.

    An end counts only right behind the words of its format: elsewhere, such as in a comment, in an attribute
    or between the cells of a table, it may be none.
    """
    tags, different = sum(1 for _ in _TAG.finditer(html)), set[str | int]()
    for begin in _FORMAT_BEGINS.finditer(html):
        rest = _REST_OF_TAG.match(html, begin.end(), begin.end() + _LONGEST_TAG)
        end = rest and _WORDS_AND_END.match(html, rest.end())
        if not (rest and end and end[1].lower() == begin[1].lower()):
            different.add(begin[0] + rest[0] if rest else begin.start())
        if len(different) * _ALIKE * tags > MOST_AGAIN:
            return True
    return False


def _refused(file: str, limit: int, what: Wording) -> Problem:
    hint = say("end each element where it ends, or save the page as plain text")
    return problem("E118", Place(file), hint, limit=f"{limit:,}", what=what)
