"""How texts become keys of the search index; ``theme/assets/search/text.js`` has the same rules for queries.

A run of Chinese becomes pairs of neighbouring characters, so that words of any length are found without
a dictionary of words; other runs of letters and digits become words. Where both touch (512工程), a
pair joins them (512工).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

import opencc

from directive_atlas.vocabulary.folding import caseless
from directive_atlas.vocabulary.languages import HAN, language_by_script

_PIECE = re.compile(f"([{HAN}]+)|([^\\W_{HAN}]+)")
_NOT_SQUEEZED = re.compile(r"[\W_]+")
_HAN_CHARACTER = re.compile(f"[{HAN}]")
_ES = ("sses", "xes", "zes", "ches", "shes")
_SPELLINGS = (
    # organisation, analysed
    ("(?<=[a-z]{3})is(?=(?:e|ed|ing|er|ation|ational)$)", "iz"),
    ("(?<=[a-z]{3})ys(?=(?:e|ed|ing|er)$)", "yz"),
    # favourable, labour
    ("(?<=[a-z]{2})our(?=(?:ed|ing|able|ite|er|hood)?$)", "or"),
    # data centre, fibre, kilometre
    ("(?<=cent)red?$|(?<=fib|met|lit|eat)re$", "er"),
    # licence, defence, practice
    ("(?<=licen|defen|offen|racti|reten)c(?=e|ing)", "s"),
    # programme, catalogue
    ("(?<=program)me$|(?<=alog)ue$", ""),
    # labelled, cancelled
    ("(?<=label|model)l(?=(?:ed|ing)$)|(?<=trave|cance)l(?=l(?:ed|ing|er|ation)$)", ""),
    ("(?<=judg)e(?=ment)", ""),
    ("^enquir", "inquir"),
)
"""The British spelling of English words, and what becomes of it: both spellings are one key. Words that only
look alike (advise) change as well, in texts as in queries, so that does no harm."""

_IN_SCRIPT = {"han": "汉", "other": "latin"}
_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x323B0))

WORD_LENGTH, NAME_LENGTH = 32, 12
"""Longer words and names are cut to so many characters as keys."""


def rules(languages: Sequence[str], countries: Sequence[str]) -> dict[str, Any]:
    """The rules for ``theme/assets/search/text.js``, for the languages and countries of a site."""
    return {
        "han": HAN,
        "wordLength": WORD_LENGTH,
        "nameLength": NAME_LENGTH,
        "countries": list(countries),
        "spellings": [list(each) for each in _SPELLINGS],
        "languages": {script: language_by_script(words, languages) for script, words in _IN_SCRIPT.items()},
    }


@cache
def simplified() -> dict[int, str]:
    """Each traditional character with its simplified form, for ``str.translate``."""
    characters = [chr(code) for first, end in _RANGES for code in range(first, end)]
    folded = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {ord(old): new for old, new in zip(characters, folded, strict=True) if old != new}


def normalised(text: str) -> str:
    """A text as the search compares it: without case, in simplified characters."""
    return caseless(text).translate(simplified())


def squeezed(text: str) -> str:
    """A normalised text with letters and digits only, for comparing whole names."""
    return _NOT_SQUEEZED.sub("", text)


def short(text: str, countries: Sequence[str]) -> str:
    """A squeezed name without the country at its beginning, if at least two characters remain."""
    name = squeezed(text)
    country = next((each for each in countries if name.startswith(each) and len(name) > len(each) + 1), "")
    return name.removeprefix(country)


def han(text: str) -> list[str]:
    """The different Chinese characters of a normalised text."""
    return list(dict.fromkeys(_HAN_CHARACTER.findall(text)))


def units(text: str) -> int:
    """The length of a normalised text: Chinese characters and words."""
    return sum(len(piece[0]) if piece[1] else 1 for piece in _PIECE.finditer(text))


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """An English word without its plural, in American spelling; any other as it is. Long ones are cut."""
    word = word[:WORD_LENGTH]
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return word
    word = _singular(word)
    for pattern, american in _SPELLINGS:
        word = re.sub(pattern, american, word)
    return word


def _singular(word: str) -> str:
    if word[-1] != "s" or word[-2] in "sui":
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_ES) else word[:-1]


def grams(text: str) -> Iterator[str]:
    """The keys of a normalised text: pairs, words, and the pairs that join both."""
    end, before = -1, ""
    for piece in _PIECE.finditer(text):
        run = piece[0]
        word = "" if piece[1] else stem(run)
        if piece.start() == end:
            yield before + run[0] if piece[1] else before[-1] + word
        yield from [word] if word else [run[at : at + 2] for at in range(len(run) - 1)]
        end, before = piece.end(), word or run
