"""Dates and numbers as documents and spreadsheets have them: 2024年12月31日, 31 December 2024, 1万, １００.

What has one meaning only is read; of the rest a guess is made for the hint.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

Form = tuple[str, Callable[[re.Match[str]], str]]
"""How a phrase may be written, in lower case, and what is made of it."""

_QUOTES = "“”‘’＂＇"
_LARGE = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_NUMBER = re.compile(rf"([+-]?\d+(?:\.\d+)?)\s*({'|'.join(sorted(_LARGE, key=len, reverse=True))})", re.ASCII)
_QUARTERS = {digit: number for number, digit in enumerate("一二三四", 1)}


def usual(text: str) -> str:
    """A value with half-width digits and signs (NFKC), without white space and curly quotes around it."""
    return unicodedata.normalize("NFKC", text.strip().strip(_QUOTES)).strip()


def usual_date(text: str) -> str:
    """A date whose year comes first, as the data format writes it; what is none stays as it is."""
    text = usual(text)
    if found := re.fullmatch(r"(\d{4})\s*年\s*第?([一二三四1-4])季度", text, re.ASCII):
        return f"{found[1]}-Q{_QUARTERS.get(found[2], found[2])}"
    if found := re.fullmatch(r"(\d{4})\s*年\s*([上下])半年", text, re.ASCII):
        return f"{found[1]}-H{1 if found[2] == '上' else 2}"
    return _with_hyphens(text) or text


def _with_hyphens(text: str) -> str | None:
    chinese = re.fullmatch(r"(\d{4})\s*年(?:\s*(\d\d?)\s*月(?:\s*(\d\d?)\s*[日号])?)?", text, re.ASCII)
    found = chinese or re.fullmatch(r"(\d{4})([-/.])(\d\d?)(?:\2(\d\d?))?", text, re.ASCII)
    if not found:
        return None
    return "-".join(part.zfill(2) for part in found.groups() if part and part not in "-/.")


def guessed_date(text: str) -> str | None:
    """What a date that has no one meaning most likely is: 2024年底 is the year, 31.12.2024 that day."""
    text = usual(text)
    if found := re.fullmatch(
        r"(\d{4})\s*年?(?:\s*(\d\d?)\s*月)?[年月]?[底末](?:前|之前|以前)?", text, re.ASCII
    ):
        return f"{found[1]}-{found[2].zfill(2)}" if found[2] else found[1]
    if found := re.fullmatch(r"(\d\d?)([-/.])(\d\d?)\2(\d{4})", text, re.ASCII):
        day, month = sorted((int(found[1]), int(found[3])), reverse=True)
        return f"{found[4]}-{month:02}-{day:02}" if day > 12 >= month or day == month else None
    return None


_MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)}|sept)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r",?(?: of)? (?P<year>\d{4})"
_QUARTER = "(?P<number>[1-4])"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_BESIDE = "due|to be|completed|by|on|or|before|in|during|until|no later than|not later than|the|end|of"
_AROUND = re.compile(rf"^(?:(?:{_BESIDE}),? )*|(?:,? (?:{_BESIDE}))*$")


def named_date(text: str) -> str | None:
    """The date of an English phrase that says no more: by 1 November 2026, the fourth quarter of 2026."""
    return read_phrase(_AROUND.sub("", _line(text)), _NAMED_DATES)


def read_phrase(text: str, forms: tuple[Form, ...]) -> str | None:
    """What is made of a phrase by the first form that fits all of it."""
    line = _line(text)
    return next((read(match) for form, read in forms if (match := re.fullmatch(form, line, re.ASCII))), None)


def _line(text: str) -> str:
    return " ".join(usual(text).lower().rstrip(".").split())


def _named(match: re.Match[str]) -> str:
    """A date whose month is a word, with its day or without."""
    month = next(n for n, name in enumerate(_MONTHS, 1) if name[:3] == match["month"][:3])
    day = match.groupdict().get("day")
    return f"{match['year']}-{month:02}" + (f"-{int(day):02}" if day else "")


def _part(match: re.Match[str]) -> str:
    """A quarter or a half-year by its number or word."""
    number = _ORDINALS.get(match["number"]) or match["number"]
    return f"{match['year']}-{match['part'][0].upper()}{number}"


_NAMED_DATES: tuple[Form, ...] = (
    (rf"{_DAY} (?:of )?{_MONTH}{_YEAR}", _named),
    (rf"{_MONTH} {_DAY}{_YEAR}", _named),
    (rf"{_MONTH}{_YEAR}", _named),
    (rf"(?P<part>[qh]){_QUARTER}[ /-]?(?:of )?(?P<year>\d{{4}})", _part),
    (rf"(?P<year>\d{{4}})[ /-]?(?P<part>[qh]){_QUARTER}", _part),
    (rf"{_QUARTER}(?P<part>[qh])[ /-]?(?P<year>\d{{4}})", _part),
    (rf"(?P<number>{'|'.join(_ORDINALS)}) (?P<part>quarter|half){_YEAR}", _part),
    (r"(?P<year>\d{4})", lambda match: match["year"]),
)


def usual_number(text: str) -> str:
    """A number in digits: 1万 is 10000; what is none stays as it is."""
    text = usual(text)
    found = _NUMBER.fullmatch(text)
    return _digits(found) if found else text


def guessed_number(text: str) -> str | None:
    """The number in what is more than a number: 100%, 1,000, 约50万个."""
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", usual(text))
    found = _NUMBER.findall(plain)
    match = _NUMBER.search(plain)
    return _digits(match) if match and len(found) == 1 else None


def _digits(found: re.Match[str]) -> str:
    """The number as it is written, or multiplied by the unit behind it."""
    return f"{Decimal(found[1]) * _LARGE[found[2]]:f}" if found[2] else found[1]
