"""Texts without the characters that no source may hold: each is folded or removed, and told."""

from __future__ import annotations

import re
from collections.abc import Callable

from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.characters import INVISIBLE, UNFIT, UNUSUAL, misread, usual

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(f"{INVISIBLE.pattern}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""The same, and the signs that turn the direction of writing: with them a text reads as it does not say."""

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


def fitted(text: str) -> tuple[str, tuple[Wording, ...]]:
    """A text that a source may have, and what was changed for it."""
    text = _LINE_ENDS.sub("\n", text)
    notes = []
    for wanted, change, told in _CHANGES:
        text, count = wanted.subn(lambda found, change=change: change(found[0]), text)  # type: ignore[misc]
        if count:
            notes.append(told.with_words({"count": count}))
    if count := len(_PRIVATE.findall(text)):
        notes.append(say("{count} characters are private to a font, so look at what they mean", count=count))
    if count := text.count("\ufffd"):
        notes.append(say("{count} characters were lost before (U+FFFD); correct them", count=count))
    return text, tuple(notes)


def _nothing(char: str) -> str:
    return ""


_CHANGES: tuple[tuple[re.Pattern[str], Callable[[str], str], Wording], ...] = (
    (UNFIT, misread, say("{count} control characters were removed, or read as the marks they once were")),
    (_UNSEEN, _nothing, say("{count} characters without width were removed")),
    (UNUSUAL, usual, say("{count} characters that only look like usual ones were replaced by these")),
)
