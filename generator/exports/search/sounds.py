"""Names by their sound: pinyin, whole and by initials, in runs of a few letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pypinyin import lazy_pinyin

_LETTERS = re.compile(r"[^a-z0-9]+")
LETTERS, INITIALS, NAME_LETTERS = 4, 3, 24
"""How long the runs are, and what is kept of a whole name."""


def sounds(name: str) -> Iterator[str]:
    """The keys of a normalised name's pinyin.

    ``=`` is the whole name (its first letters), ``~`` a run of letters, ``^`` one of initials. Which of
    its readings a character has is decided by the word that it stands in.
    """
    syllables = [_LETTERS.sub("", sound) for sound in lazy_pinyin(name, v_to_u=False)]
    letters = "".join(syllables)
    initials = "".join(s if s.isdigit() else s[:1] for s in syllables)
    if len(syllables) < 2 or letters == name:
        return
    yield f"={letters[:NAME_LETTERS]}"
    yield f"={initials[:NAME_LETTERS]}"
    yield from (f"~{run}" for run in runs(letters, LETTERS))
    yield from (f"^{run}" for run in runs(initials, INITIALS))


def runs(text: str, length: int) -> Iterator[str]:
    """Every run of so many characters; a shorter text is one run."""
    yield from (text[at : at + length] for at in range(max(1, len(text) - length + 1)))
