"""Fixed phrases as regular expressions, and small steps on spans of a text."""

from __future__ import annotations

import re

from directive_atlas.passages import Span


def any_of(*forms: str) -> re.Pattern[str]:
    """Any of some phrases as whole words, in any letter case, the longest first.

    A space stands for any white space; the rest is written as a regular expression.
    """
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced(form) for form in longest)})(?!\w)", re.IGNORECASE)


def spaced(form: str) -> str:
    """A regular expression in which a space stands for any white space, if nothing says how often."""
    return re.sub(r" (?![?*+{])", r"\\s+", form)


def flat(text: str) -> str:
    """The same text with a plain space for each white space, so that positions stay."""
    return re.sub(r"\s", " ", text)


def trimmed(text: str, span: Span) -> Span:
    """A span without the white space at its ends."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.end - (len(piece) - len(piece.rstrip()))))


_QUOTED = re.compile(r"“[^“”]{1,600}”|\"[^\"“”]{1,600}\"")
_BRACKET = re.compile(r"\([^()]{1,300}\)|\[[^\[\]]{1,60}\]")


def without_asides(text: str) -> str:
    """A text of the same length without what stands in quotation marks or brackets."""
    text = _QUOTED.sub(_blank, text)
    for _ in range(2):
        text = _BRACKET.sub(_blank, text)
    return text


_DEMAND = re.compile(r"\b(?:shall|must)\b")
_LONG = 120
"""From how many characters on a quotation with a demand is one that the text puts in force itself."""


_TELLS = re.compile(
    r"\((?:please\s+)?(?:(?:acting\s+|working\s+)?through|in\s+(?:coordination|consultation|collaboration)"
    r"|coordinate|consult)\s",
    re.IGNORECASE,
)
"""How a bracket begins that says through whom or with whom somebody acts."""


def _blank(found: re.Match[str]) -> str:
    if _TELLS.match(found[0]):
        return f" {found[0][1:-1]} "
    if len(found[0]) >= _LONG and found[0][0] != "(" and _DEMAND.search(found[0]):
        return found[0]
    return " " * len(found[0])
