"""The order of titles in a list: Chinese by pinyin, as GB/T 13418 has it, else by letters.

browsers can sort so too, but not 100,000 titles that they would have to load first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from pypinyin.pinyin_dict import pinyin_dict

from directive_atlas.vocabulary.languages import script_of

_LAST = "\U0010ffff"
_TONES = str.maketrans({"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4", "\u0308": "v"})
"""The tone marks of pinyin; ü is written uv, so that it is sorted after u."""


def ranks(titles: Sequence[str], language: str) -> list[int]:
    """For each title its position in the order, from 0; equal titles keep their order."""
    key = _by_pinyin if script_of(language) in {"Hans", "Hant"} else _by_letters
    order = sorted(range(len(titles)), key=lambda row: key(titles[row]))
    places = [0] * len(titles)
    for place, row in enumerate(order):
        places[row] = place
    return places


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
