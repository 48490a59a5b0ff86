"""Of whom a binding word is said: the subject of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from directive_atlas.draft.en.lists import Chain
from directive_atlas.draft.en.obligation import Modal
from directive_atlas.draft.en.phrases import spaced

_START = re.compile(r"(?:[,;:—–.)]|(?<![\w-])(?:and|or|but|that|then|direct|by))\s*$|^\W*$")
_DETERMINED = re.compile(
    spaced(r"^(?:the|these|this|such|those|each|all|any|its|their|an?|no|both) "), re.IGNORECASE
)
_CASE = re.compile(r"(?<![\w-])(?:if|when|where|whenever|once|unless)\s+(?:the\s+)?$", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:it|they|he|she)$", re.IGNORECASE)


def subject_of(text: str, start: int, found: Sequence[Chain], modal: Modal, after: int) -> Chain | None:
    """The chain that a binding word is said of: the last one without another part that begins a clause."""
    if modal.before_subject:
        return next((c for c in found if c.start >= modal.end - 1 and c.start - modal.end < 60), None)
    last = re.split(r"[,;:—–]", text[max(after, modal.start - 300) : modal.start])[-1].strip()
    free = [c for c in found if after <= c.start < modal.start and c.role is None]
    begun = [c for c in free if _begins(text, start, c.start)]
    if _PRONOUN.match(last):
        return next(
            (c for c in free if c in begun or _CASE.search(text[max(start, c.start - 20) : c.start])), None
        )
    chain = (
        _with_before(text, begun)
        if begun
        else _tail(text, [c for c in found if c.end <= modal.start and c.start >= after], modal)
    )
    if (
        chain
        and _DETERMINED.match(last)
        and chain.end <= modal.start - len(last) - 1
        and not _holds(chain, text, last, modal)
    ):
        return None
    return chain


_ADJUNCT = re.compile(
    spaced(
        r",\s*(?:and )?(?:acting|through|jointly|working|after consult|with (?:the )?(?:assistance|support)"
        r"|in (?:\w+ )?(?:coordination|consultation|collaboration|cooperation"
        r"|partnership|conjunction)(?: |,))"
    )
)
"""Behind a subject: what follows up to the binding word tells with whom it acts."""


def _with_before(text: str, begun: Sequence[Chain]) -> Chain:
    """The chain behind which it is told with whom it acts, or else the last.

    With the one before it, if only a description of that one and “and” lie between.
    """
    chain = next((each for each in begun if _ADJUNCT.match(text, each.end)), begun[-1])
    begun = begun[: begun.index(chain) + 1]
    for other in reversed(begun[:-1]):
        gap = text[other.end : chain.start]
        if re.search(r"[,;:]", gap) or not re.search(r"\s+and\s+(?:the\s+)?$", gap):
            break
        chain = replace(chain, mentions=(*other.mentions, *chain.mentions), via=(*other.via, *chain.via))
    return chain


def _holds(chain: Chain, text: str, last: str, modal: Modal) -> bool:
    """Whether the piece right before a binding word contains a body of the chain."""
    return chain.end > text.rindex(last, 0, modal.start)


def _tail(text: str, found: Sequence[Chain], modal: Modal) -> Chain | None:
    """The last body before a binding word, if “and” joins it to what is no subject: “…, and B shall”."""
    if not found:
        return None
    mention = found[-1].mentions[-1]
    joined = re.search(
        r"(?:^|[\s,;])(?:and|or)\s+(?:the\s+)?$", text[max(0, mention.start - 12) : mention.start]
    )
    adjacent = not text[mention.body.span.end : modal.start].strip()
    return replace(found[-1], mentions=(mention,), role=None, via=()) if joined and adjacent else None


_MEMBERS = re.compile(
    spaced(
        r"(?:(?<!\w)\w+ )?(?:members|representatives|officials|leadership|staff|components)"
        r" (?:of|from|within|at) (?:the )?$"
    )
)
"""Before a body whose people act for it: “agency members of the Council shall”."""


def _begins(text: str, start: int, place: int) -> bool:
    """Whether a clause may begin at a place, with an article or an owner before it."""
    before = text[max(start, place - 60) : place]
    owned = _MEMBERS.sub("", re.sub(r"(?<![\w-])[\w.]+[’']s?\s+$", "", before))
    return bool(_START.search(re.sub(r"(?:\b(?:the|each|all|both)\s+)+$", "", owned, flags=re.IGNORECASE)))
