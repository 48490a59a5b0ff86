"""Numbers as texts write them: 十二, twelve, xii, (d); and the number that an entry of a list begins with."""

from __future__ import annotations

import re

from directive_atlas.vocabulary.folding import caseless
from directive_atlas.vocabulary.numerals import from_chinese, from_letters, from_roman

_WORDS = re.findall(
    r"\w+",
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_ENGLISH = (
    {word: number for number, word in enumerate(_WORDS, 1)}
    | {word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)}
    | {"a": 1, "an": 1}
)

CHINESE_NUMBER = "[零〇一二两三四五六七八九十百]{1,6}"
"""A number below 1000 in Chinese, as a regular expression: none has more signs."""

ENGLISH_NUMBER = (
    rf"(?:(?:{'|'.join(_TENS)})-(?:{'|'.join(_WORDS[:9])})|{'|'.join([*_WORDS[::-1], *_TENS])}|an?)"
)
"""A number below 100 in English words, as a regular expression; ``a`` and ``an`` are one."""


def read_number(text: str) -> int | None:
    """The number that digits, Chinese or English words write; nothing where they write none."""
    text = caseless(text)
    if text.isdecimal():
        return int(text)
    if re.fullmatch(CHINESE_NUMBER, text):
        return from_chinese(text) or None
    parts = [_ENGLISH.get(part) for part in text.split("-")]
    return None if None in parts else sum(part or 0 for part in parts)


_MARK = rf"(?:\d{{1,3}}|{CHINESE_NUMBER}|[a-z]|[ivxl]{{1,6}})"
_ENTRY = re.compile(
    rf"\s*(?:[(（]({_MARK})[)）]|({_MARK})[)）、．]|({_MARK})\.(?!\d)|({CHINESE_NUMBER})[要是])", re.I
)
_GROUP = re.compile(rf"(?<![a-z0-9])({_MARK})(?![a-z0-9])", re.I)


def entry_number(text: str) -> frozenset[int]:
    """What the number at the beginning of an entry of a list may mean: ``一要``, ``（二）``, ``3.``, ``(d)``.

    A letter may be a Roman number, too, so ``(i)`` means 1 or 9. Empty where the text begins otherwise.
    """
    found = _ENTRY.match(text)
    return _meanings(next(filter(None, found.groups()))) if found else frozenset()


def label_numbers(label: str) -> tuple[frozenset[int], ...]:
    """What each number of a label may mean, from the outer to the inner one: ``4.2(a)(ii)`` has four."""
    return tuple(_meanings(found[1]) for found in _GROUP.finditer(label))


def _meanings(mark: str) -> frozenset[int]:
    mark = caseless(mark)
    number = read_number(mark) if mark != "a" else None
    letter = from_letters(mark) if re.fullmatch("[a-z]", mark) else None
    return frozenset(value for value in (number, letter, from_roman(mark)) if value)
