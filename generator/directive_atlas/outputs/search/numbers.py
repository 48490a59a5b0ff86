"""Dates and numbers in a text, in any form, as one key each.

``@2020-02-22`` is a day, ``@--02-22`` one of any year, ``@2020-02`` a month; ``#600000`` a number. Scripts of
the site read queries with the same patterns and tables, which they get from ``rules``: so patterns use only
what Python and JavaScript have in common, except for the names of groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])[.]?"
)
_DIGIT = "〇零一二三四五六七八九"
_SMALL = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_SLASHED = "(?P<one>[0-9]{1,2})(?P<mark>[-/.])(?P<other>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})"
_YEAR_BEHIND = "(?P<year>[0-9]{4})(?![0-9])"
_DATE_FORMS = (
    # 2020年2月22日, 20年2月22日, 二〇二〇年二月, 2月22号
    rf"(?:(?<![0-9{_DIGIT}])(?P<year>(?:[0-9]{{2}}){{1,2}}|[{_DIGIT}]{{4}}) ?年 ?)?"
    rf"(?P<month>{_SMALL}) ?月(?: ?(?P<day>{_SMALL}) ?[日号])?",
    # 2020-02-22, 2020/2
    "(?<![0-9])(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})"
    "(?:(?P=mark)(?P<day>[0-9]{1,2}))?(?![0-9])",
    # 2/22/2020, 22.2.2020
    f"(?<![0-9./-]){_SLASHED}(?![0-9])",
    # 22 Feb 2020, 22nd of February, 22-Feb-2020
    f"(?<![0-9a-z]){_DAY}[- ](?:of )?{_MONTH}(?:,?[- ]{_YEAR_BEHIND})?",
    # February 22, 2020
    f"(?<![a-z]){_MONTH} {_DAY}(?![0-9a-z])(?:,? {_YEAR_BEHIND})?",
    # February 2020
    f"(?<![a-z]){_MONTH},? {_YEAR_BEHIND}",
    # 20200222
    "(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9a-z])",
)
_NUMBER_FORMS = (
    # 600,000, 60万, 0.6 million, 8.5%
    "(?<![0-9a-z.,])(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.](?P<fraction>[0-9]+))?"
    "(?: ?(?P<unit>百万|千万|万亿|[十百千万亿])| (?P<word>thousand|million|billion|trillion)(?![a-z]))?"
    "(?P<percent> ?%| ?percent| per cent)?(?![0-9a-z])",
    # 百分之八点五
    "百分之(?P<hundredths>[〇零一二两三四五六七八九十百点]+)",
    # 六十万
    "(?P<chinese>[〇零一二两三四五六七八九十百千万亿]{2,14})",
)
_ZEROS = {
    "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "百万": 6, "千万": 7, "万亿": 12,
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
_SECTIONS = "(?:(.*?)亿)?(?:(.*?)万)?(.*)"
_DIGITS = {**{sign: at for at, sign in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
_BELOW_TEN_THOUSAND = (
    "(?:([一二两三四五六七八九])千)?零?(?:([一二两三四五六七八九])百)?零?(?:([一二两三四五六七八九])?(十))?"
    "零?([一二两三四五六七八九])?"
)


def _any(forms: Iterable[str]) -> str:
    """A pattern for all forms; each group gets the number of its form, because names must differ."""
    return "|".join(
        re.sub(r"(?<=\(\?P[<=])\w+", rf"\g<0>{number}", form) for number, form in enumerate(forms)
    )


_MAY_BE_DATE = re.compile("[0-9月]")
_MAY_BE_NUMBER = re.compile("[0-9]|百分之|[〇零一二两三四五六七八九十百千万亿]{2}")
"""What each date and number has somewhere: most texts have it nowhere, and are looked through in no time."""
_PARTS = ("year", "month", "day", "one", "other")
_DATE = re.compile(_any(_DATE_FORMS))
_NUMBER = re.compile("|".join(_NUMBER_FORMS))


def rules() -> dict[str, Any]:
    """The patterns and tables for ``theme/assets/search/numbers.js``."""
    return {
        "date": _in_javascript(_DATE.pattern),
        "number": _in_javascript(_NUMBER.pattern),
        "sections": _SECTIONS,
        "belowTenThousand": _BELOW_TEN_THOUSAND,
        "months": _MONTHS,
        "digits": _DIGITS,
        "zeros": _ZEROS,
    }


def _in_javascript(pattern: str) -> str:
    return re.sub(r"\(\?P=(\w+)\)", r"\\k<\1>", pattern.replace("(?P<", "(?<"))


def dates(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The dates in a normalised text: start, end, and keys, the most exact first."""
    for match in _DATE.finditer(text) if _MAY_BE_DATE.search(text) else ():
        year, month, day, one, other = (_value(_group(match, part)) for part in _PARTS)
        keys = _either_keys(year, one, other) if one else _date_keys(year, month, day)
        if keys:
            yield match.start(), match.end(), keys


def _group(match: re.Match[str], name: str) -> str:
    """The text of the group of that name, in whichever form; nothing if it is left out."""
    groups = match.groupdict("").items()
    return next((text for group, text in groups if text and group.startswith(name)), "")


def _value(part: str) -> int:
    """A part of a date in digits, in Chinese or as the name of a month; 0 if it is missing."""
    if part[:3] in _MONTHS:
        return _MONTHS.index(part[:3]) + 1
    return int(part) if part.isdecimal() else han_number(part) or 0


def _either_keys(year: int, one: int, other: int) -> tuple[str, ...]:
    """The keys of a date of which either number may be the month, the most exact first."""
    readings = (_date_keys(year, one, other), _date_keys(year, other, one))
    return tuple(dict.fromkeys(sorted((key for keys in readings for key in keys), key=_exactness)))


def _exactness(key: str) -> bool:
    return len(key) < len("@2020-02-22")


def _date_keys(year: int, month: int, day: int) -> tuple[str, ...]:
    year += 2000 if 0 < year < 100 else 0
    if not (1 <= month <= 12 and day <= 31 and (1900 <= year <= 2099 or year == 0 < day)):
        return ()
    any_year = (f"@--{month:02}-{day:02}",) if day else ()
    if not year:
        return any_year
    whole = (f"@{year}-{month:02}-{day:02}",) if day else ()
    return (*whole, f"@{year}-{month:02}", *any_year)


def numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """The numbers of two digits or more in a normalised text: start, end, key."""
    for match in _NUMBER.finditer(text) if _MAY_BE_NUMBER.search(text) else ():
        value = _number(match)
        if len(value) > 1:
            yield match.start(), match.end(), f"#{value}"


def _number(match: re.Match[str]) -> str:
    found = match.groupdict("")
    if found["whole"]:
        zeros = _ZEROS.get(found["unit"] or found["word"], 0)
        value = shifted(found["whole"].replace(",", ""), found["fraction"], zeros)
        return value + ("%" if found["percent"] else "")
    if found["hundredths"]:
        value = _decimal(found["hundredths"])
        return f"{value}%" if value else ""
    plain = han_number(found["chinese"])
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
    if whole is None or (point and not all(sign in _DIGITS for sign in after)):
        return ""
    return shifted(str(whole), "".join(str(_DIGITS[sign]) for sign in after), 0)


def han_number(text: str) -> int | None:
    """A number in Chinese characters, by digits (二〇二〇) or with units (六十万); nothing else."""
    if text and all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    match = re.fullmatch(_SECTIONS, text, re.S)
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
    match = re.fullmatch(_BELOW_TEN_THOUSAND, text)
    if not text or not match:
        return None
    thousands, hundreds, tens, ten, ones = match.groups(default="")
    value = 1000 * _DIGITS.get(thousands, 0) + 100 * _DIGITS.get(hundreds, 0)
    return value + (10 * _DIGITS.get(tens or "一", 0) if ten else 0) + _DIGITS.get(ones, 0)
