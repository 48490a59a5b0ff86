"""Numbers as documents write them."""

from __future__ import annotations

_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
_UNITS = {"十": 10, "百": 100}


def chinese_number(text: str) -> int | None:
    """The number below 1,000 that Chinese numerals write: 十二 is 12; nothing if they are none."""
    total, digit = 0, 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[sign], 0
        else:
            return None
    return total + digit or None
