"""Dates and numbers as they come out of documents and spreadsheets: 2024年12月31日, 2024/12/31, 1万, １００.

What has one meaning only is read; of the rest a guess is made for the hint.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

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
