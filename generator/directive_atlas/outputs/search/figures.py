"""Dates and numbers in a text, however written, as one key each; the rules of ``search-figures.js``.

``@2020-02-22`` is a day, ``@--02-22`` one of any year, ``@2020-02`` a month; ``#600000`` a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])[.]?"
)
_DIGIT = "〇零一二三四五六七八九"
_SMALL = r"([0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_CHINESE = rf"(?:(?<![0-9{_DIGIT}])([0-9]{{4}}|[{_DIGIT}]{{4}}) ?年 ?)?{_SMALL} ?月(?: ?{_SMALL} ?[日号])?"
_ISO = r"(?<![0-9])([0-9]{4})([-/.])([0-9]{1,2})(?:\5([0-9]{1,2}))?(?![0-9])"
_COMPACT = r"(?<![0-9])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?![0-9a-z])"
_DAY = "([0-9]{1,2})(?:st|nd|rd|th)?"
_DAY_FIRST = rf"(?<![0-9a-z]){_DAY} (?:of )?{_MONTH}(?:,? ([0-9]{{4}})(?![0-9]))?"
_MONTH_FIRST = rf"(?<![a-z]){_MONTH} {_DAY}(?![0-9a-z])(?:,? ([0-9]{{4}})(?![0-9]))?"
_MONTH_ONLY = rf"(?<![a-z]){_MONTH},? ([0-9]{{4}})(?![0-9])"
_DATE = re.compile("|".join((_CHINESE, _ISO, _DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY, _COMPACT)))

_UNIT = r" ?(百万|千万|万亿|[十百千万亿])"
_ENGLISH_UNIT = r" (thousand|million|billion|trillion)(?![a-z])"
_ARABIC = (
    r"(?<![0-9a-z.,])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.]([0-9]+))?"
    rf"(?:{_UNIT}|{_ENGLISH_UNIT})?( ?%| ?percent| per cent)?(?![0-9a-z])"
)
_PERCENT = r"百分之([〇零一二两三四五六七八九十百点]+)"
_HAN_NUMBER = r"([〇零一二两三四五六七八九十百千万亿]{2,14})"
_NUMBER = re.compile("|".join((_ARABIC, _PERCENT, _HAN_NUMBER)))
_ZEROS = {
    "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "百万": 6, "千万": 7, "万亿": 12,
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
_SECTION = re.compile(r"(?:(.*?)亿)?(?:(.*?)万)?(.*)", re.S)
_VALUES = {**{sign: at for at, sign in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
_UP_TO_9999 = re.compile(
    r"(?:([一二两三四五六七八九])千)?零?(?:([一二两三四五六七八九])百)?零?(?:([一二两三四五六七八九])?(十))?"
    r"零?([一二两三四五六七八九])?"
)


def dates(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where dates stand in a normalised text: start, end, and keys, the most exact first."""
    for match in _DATE.finditer(text):
        if keys := _date_keys(*_date_parts(match)):
            yield match.start(), match.end(), keys


def _date_parts(match: re.Match[str]) -> tuple[int, int, int]:
    """Year, month and day, each 0 where it is not named."""
    found = match.groups(default="")
    if found[1]:
        return _small(found[0]), _small(found[1]), _small(found[2])
    if found[3]:
        return int(found[3]), int(found[5]), int(found[6] or 0)
    if found[8]:
        return int(found[9] or 0), _month(found[8]), int(found[7])
    if found[10]:
        return int(found[12] or 0), _month(found[10]), int(found[11])
    if found[13]:
        return int(found[14]), _month(found[13]), 0
    return int(found[15]), int(found[16]), int(found[17])


def _small(text: str) -> int:
    """Digits, four Chinese digits, or a Chinese number below 100."""
    if not text or (text.isdigit() and text.isascii()):
        return int(text or 0)
    if len(text) == 4:
        return int("".join(str(_VALUES[sign]) for sign in text))
    return han_number(text) or 0


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


def _date_keys(year: int, month: int, day: int) -> tuple[str, ...]:
    if not (1 <= month <= 12 and day <= 31 and (1900 <= year <= 2099 or year == 0 < day)):
        return ()
    any_year = (f"@--{month:02}-{day:02}",) if day else ()
    if not year:
        return any_year
    whole = (f"@{year}-{month:02}-{day:02}",) if day else ()
    return (*whole, f"@{year}-{month:02}", *any_year)


def numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Where numbers of two digits or more stand in a normalised text: start, end, key."""
    for match in _NUMBER.finditer(text):
        value = _number(match)
        if len(value) > 1:
            yield match.start(), match.end(), f"#{value}"


def _number(match: re.Match[str]) -> str:
    whole, fraction, unit, english, percent, of_hundred, chinese = match.groups(default="")
    if whole:
        value = shifted(whole.replace(",", ""), fraction, _ZEROS.get(unit or english, 0))
        return value + ("%" if percent else "")
    if of_hundred:
        value = _decimal(of_hundred)
        return f"{value}%" if value else ""
    plain = han_number(chinese)
    return "" if plain is None else str(plain)


def shifted(whole: str, fraction: str, zeros: int) -> str:
    """A decimal number times a power of ten, written without needless zeros."""
    digits = fraction.ljust(zeros, "0")
    whole, rest = whole + digits[:zeros], digits[zeros:].rstrip("0")
    return (whole.lstrip("0") or "0")[:24] + (f".{rest[:12]}" if rest else "")


def _decimal(text: str) -> str:
    """A Chinese number with or without 点."""
    before, point, after = text.partition("点")
    whole = han_number(before)
    if whole is None or (point and not all(sign in _VALUES for sign in after)):
        return ""
    return shifted(str(whole), "".join(str(_VALUES[sign]) for sign in after), 0)


def han_number(text: str) -> int | None:
    """A number in Chinese signs, by place (二〇二〇) or with units (六十万); nothing else."""
    if text and all(sign in _VALUES for sign in text):
        return int("".join(str(_VALUES[sign]) for sign in text))
    match = _SECTION.fullmatch(text)
    if not match:
        return None
    total = 0
    for part, factor in zip(match.groups(), (10**8, 10**4, 1), strict=True):
        value = 0 if part in (None, "") and (factor == 1 or part is None) else _below_ten_thousand(part)
        if value is None:
            return None
        total += value * factor
    return total or None


def _below_ten_thousand(text: str) -> int | None:
    match = _UP_TO_9999.fullmatch(text)
    if not text or not match:
        return None
    thousands, hundreds, tens, ten, ones = match.groups(default="")
    value = 1000 * _VALUES.get(thousands, 0) + 100 * _VALUES.get(hundreds, 0)
    return value + (10 * _VALUES.get(tens or "一", 0) if ten else 0) + _VALUES.get(ones, 0)
