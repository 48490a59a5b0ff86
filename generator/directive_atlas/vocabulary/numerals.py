"""Whole numbers as documents write them: 十二, xii, l."""

from __future__ import annotations

import re

_DIGITS = "〇一二三四五六七八九"
_ONE = "([一二两三四五六七八九])"
_CHINESE = re.compile(f"(?:{_ONE}百[零〇]?)?(?:{_ONE}?(十))?{_ONE}?")
_ROMAN = {"c": 100, "xc": 90, "l": 50, "xl": 40, "x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}


def from_chinese(text: str) -> int:
    """The number of 十二 or 一百零三; 0 where it is none below a thousand."""
    match = _CHINESE.fullmatch(text)
    if not match:
        return 0
    hundreds, tens, has_tens, ones = match.groups()
    return 100 * _digit(hundreds) + 10 * (_digit(tens) or bool(has_tens)) + _digit(ones)


def _digit(sign: str | None) -> int:
    return _DIGITS.index(sign.replace("两", "二")) if sign else 0


def to_chinese(number: int) -> str:
    """十二 for 12; figures from 100 on."""
    tens, ones = divmod(number, 10)
    if tens > 9:
        return str(number)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def from_roman(text: str) -> int:
    """The number of xii in small letters; 0 where it is not written as usual."""
    total, rest = 0, text
    for sign, value in _ROMAN.items():
        while rest.startswith(sign):
            total, rest = total + value, rest[len(sign) :]
    return total if to_roman(total) == text else 0


def to_roman(number: int) -> str:
    """Xii for 12, in small letters."""
    parts = []
    for sign, value in _ROMAN.items():
        parts.append(sign * (number // value))
        number %= value
    return "".join(parts)


def from_letters(text: str) -> int:
    """The number of c (3) or cc (29), in small letters; 0 where the letters differ."""
    return 26 * (len(text) - 1) + ord(text[0]) - 96 if set(text) == {text[0]} else 0


def to_letters(number: int) -> str:
    """The letters of a number as lists show them: c for 3, ab for 28."""
    rest, letter = divmod(number - 1, 26)
    return (to_letters(rest) if rest else "") + chr(97 + letter)
