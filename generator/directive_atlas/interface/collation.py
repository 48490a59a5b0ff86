"""The order of titles in a list: Chinese by pinyin, as GB/T 13418 has it, else by letters.

Browsers can sort so too, but not 100,000 titles that they would have to load first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from pypinyin.pinyin_dict import pinyin_dict

from directive_atlas.vocabulary.languages import is_chinese, script_of

DIGITS = "0–9"
"""The heading of what begins with a digit or a sign."""

OTHERS = "…"
"""The heading of what has no letter of the language."""

_SIGNS = re.compile(r"^[\W_]+")
_LAST = "\U0010ffff"
_TONES = str.maketrans({"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4", "\u0308": "v"})
"""The tone marks of pinyin; ü is written uv, so that it is sorted after u."""


def ranks(titles: Sequence[str], language: str) -> list[int]:
    """For each title its position in the order, from 0; equal titles keep their order."""
    order = sorted(range(len(titles)), key=lambda row: sort_key(titles[row], language))
    places = [0] * len(titles)
    for place, row in enumerate(order):
        places[row] = place
    return places


def sort_key(title: str, language: str) -> tuple[str, ...]:
    """What a title is sorted by."""
    return _by_pinyin(title) if script_of(language) in {"Hans", "Hant"} else _by_letters(title)


def unquoted(title: str) -> str:
    """A title from its first letter or digit on: an index goes by words, not by the signs before them."""
    return _SIGNS.sub("", title) or title


def initial(title: str, language: str) -> str:
    """The heading of a title in an index: a capital letter, of Chinese that of its pinyin; else a sign."""
    first = sort_key(unquoted(title)[:1], language)[0].removeprefix("\uffff")[:1].upper()
    if is_chinese(first):
        return OTHERS
    return first if first.isalpha() else DIGITS


def _by_letters(title: str) -> tuple[str, str]:
    """Without accents and case; Han characters, which are sorted last, by code point."""
    plain = unicodedata.normalize("NFKD", title)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold(), title


def _by_pinyin(title: str) -> tuple[str, ...]:
    return tuple(map(_character, unicodedata.normalize("NFKC", title)))


@cache
def _character(character: str) -> str:
    """Signs and letters first, then Han characters by pinyin and tone, last those without pinyin."""
    readings = pinyin_dict.get(ord(character))
    if readings is None:
        return character.casefold() if character < "\u2e80" else _LAST + character
    sound = unicodedata.normalize("NFD", readings.split(",")[0]).translate(_TONES)
    letters = "".join(filter(str.isalpha, sound))
    tone = "".join(filter(str.isdigit, sound))
    return f"\uffff{letters} {tone}{character}"
