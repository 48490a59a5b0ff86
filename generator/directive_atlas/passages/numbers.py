"""Numbers as texts write them: 十二, twelve, xii, (d); and the number that an entry of a list begins with."""

from __future__ import annotations

import re

from directive_atlas.vocabulary.folding import caseless

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}
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
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}

CHINESE_NUMBER = "[零〇一二两三四五六七八九十百]+"
"""A number below 1000 in Chinese, as a regular expression."""

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
        return _chinese(text)
    parts = [_ENGLISH.get(part) for part in text.split("-")]
    return None if None in parts else sum(part or 0 for part in parts)


def _chinese(text: str) -> int | None:
    """``十二`` and ``一百二十`` by their units; ``两三`` is no one number."""
    if len(text) > 1 and not set(text) & _UNITS.keys():
        return None
    total, digit = 0, 0
    for char in text:
        if unit := _UNITS.get(char):
            total, digit = total + max(digit, 1) * unit, 0
        else:
            digit = _DIGITS[char]
    return total + digit


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
    letter = ord(mark) - ord("a") + 1 if re.fullmatch("[a-z]", mark) else None
    return frozenset(value for value in (number, letter, _roman(mark)) if value is not None)


def _roman(mark: str) -> int | None:
    values = [_ROMAN.get(char, 0) for char in mark]
    if 0 in values:
        return None
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
