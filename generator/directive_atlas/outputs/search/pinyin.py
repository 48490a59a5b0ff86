"""Names by their pinyin, whole and by initials, in runs of a few letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pypinyin import lazy_pinyin
from pypinyin.core import Pinyin

_WORDS = Pinyin()
_LETTERS = re.compile(r"[^a-z0-9]+")
LETTERS, INITIALS, NAME_LETTERS = 4, 3, 24
"""The length of the runs, and the letters kept of a whole name."""


def pinyin_keys(name: str) -> Iterator[str]:
    """The keys of a normalised name's pinyin.

    ``=`` is the whole name (its first letters), ``~`` a run of letters, ``^`` one of initials. The
    reading of a character depends on its word.
    """
    readings = {tuple(_syllables(name)), tuple(_by_pairs(name))}
    for syllables in sorted(readings):
        yield from _keys(syllables)


def _syllables(name: str) -> list[str]:
    return [sound for word in _WORDS.seg(name) for sound in _sounds(word)]


@lru_cache(maxsize=1 << 14)
def _sounds(word: str) -> list[str]:
    """Cached: names are made of few words."""
    return [_LETTERS.sub("", sound) for sound in lazy_pinyin(word, v_to_u=False)]


def _by_pairs(name: str) -> Iterator[str]:
    """Another reading: each character as in the word that it forms with the next one (行业, but 垂直行)."""
    for at in range(len(name)):
        yield from _pair(name[at : at + 2])[:1]


@lru_cache(maxsize=1 << 14)
def _pair(pair: str) -> list[str]:
    sounds = _syllables(pair)
    return sounds if len(sounds) == len(pair) else [_LETTERS.sub("", pair[0])]


def _keys(syllables: Sequence[str]) -> Iterator[str]:
    letters = "".join(syllables)
    initials = "".join(s if s.isdigit() else s[:1] for s in syllables)
    if len(syllables) < 2:
        return
    yield f"={letters[:NAME_LETTERS]}"
    yield f"={initials[:NAME_LETTERS]}"
    yield from (f"~{run}" for run in runs(letters, LETTERS))
    yield from (f"^{run}" for run in runs(initials, INITIALS))


def runs(text: str, length: int) -> list[str]:
    """Every run of so many characters; a shorter text is one run."""
    return [text[at : at + length] for at in range(max(1, len(text) - length + 1))]
