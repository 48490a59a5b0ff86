"""Dates and durations that a text names: 2020年12月底, by December 31, 2020, within 90 days, 三个月内.

Only what can be read for certain is: a bare 15日 is neither a day of a known month nor a duration.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.passages.numbers import CHINESE_NUMBER, ENGLISH_NUMBER, read_number
from directive_atlas.vocabulary.dates import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date as a text names it: a year, months, a day; what it leaves open is ``None``.

    ``months`` are its first and its last month; of a date ``at_end`` only the last day is meant (年底).
    ``words`` is how it stands there.
    """

    words: str
    year: int | None
    months: tuple[int, int] | None
    day: int | None
    at_end: bool

    def days(self, year: int) -> tuple[dt.date, dt.date] | None:
        """Its first and last day, in ``year`` where it names none; nothing if there is no such day."""
        year = self.year or year
        first, last = self.months or (1, 12)
        end = calendar.monthrange(year, last)[1]
        if self.day and self.day > end:
            return None
        until = dt.date(year, last, self.day or end)
        return (until if self.at_end else dt.date(year, first, self.day or 1)), until


@dataclass(frozen=True, slots=True)
class NamedDuration:
    """A length of time as a text names it; ``unit`` is the key by which a timing writes it."""

    words: str
    number: int
    unit: str


_MONTHS = [name.lower() for name in calendar.month_name[1:]]
_ORDINALS = ("first", "second", "third", "fourth")
_NAME = rf"\b(?P<name>{'|'.join([*_MONTHS, *(rf'{name[:3]}t?[.]' for name in _MONTHS)])})"
_YEAR = r"(?<!\d)(?P<year>\d{4})"
_OF_YEAR = rf",?\s*(?:of\s+)?{_YEAR}(?!\d)"
_NTH = r"(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}\s*年\s*(?P<month>\d{{1,2}})\s*月(?!\s*内)(?:\s*(?P<day>\d{{1,2}})\s*[日号])?[底末]?",
        rf"(?:{_YEAR}\s*年\s*)?(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)",
        rf"{_YEAR}\s*年(?:年?[底末])?",
        r"(?<!\d)(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*[日号]|份|[底末初]|[上中下]旬|(?=第))",
        rf"(?:end of\s+)?{_NAME}\s+(?P<day>\d{{1,2}})(?!\d){_NTH}(?:{_OF_YEAR})?",
        rf"\b(?P<day>\d{{1,2}}){_NTH}\s+{_NAME}(?:{_OF_YEAR})?",
        rf"(?:end of\s+)?{_NAME}{_OF_YEAR}",
        rf"\b(?P<quarter>{'|'.join(_ORDINALS)})\s+quarter{_OF_YEAR}",
        rf"\b(?P<half>first|second)\s+half{_OF_YEAR}",
        rf"\b(?:by|before|in|during|of|until|through|end of)\s+{_YEAR}(?![\d-])",
    )
)
"""The forms of dates; what an earlier one reads is not read again by a later one."""

_CHINESE_UNITS = {
    "工作日": "working_days", "小时": "hours", "天": "days", "日": "days", "星期": "weeks", "周": "weeks",
    "月": "months", "年": "years",
}  # fmt: skip
_CHINESE = re.compile(
    rf"(?<![第\d零〇一二两三四五六七八九十百])(?P<number>\d{{1,3}}|{CHINESE_NUMBER})\s*"
    r"(?:个(?=[工小星月]))?(?P<unit>工作日|小时|天|日(?=之?以?内|之?以?后)|星期|周|(?<=个)月"
    r"|年(?![度级半初中底末一二三四五六七八九十\d]))"
)
_ENGLISH = re.compile(
    rf"\b(?P<number>\d{{1,4}}|{ENGLISH_NUMBER})(?:\s*\([\w-]+\))?[\s-]+"
    r"(?:(?:calendar|consecutive|full|(?P<working>business|working|work))\s+)?(?P<unit>hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)


def dates_in(text: str) -> Iterator[NamedDate]:
    """The dates that a text names, form by form."""
    for found in _dates(text):
        parts = {name: value for name, value in found.groupdict().items() if value}
        year, day, months = (
            int(parts.get("year", 0)) or None,
            int(parts.get("day", 0)) or None,
            _months(parts),
        )
        if (year is None or FIRST_YEAR <= year <= LAST_YEAR) and all(1 <= m <= 12 for m in months or ()):
            words = found[0].strip()
            yield NamedDate(words, year, months, day, bool(re.search("[底末]$|^end of|(?i:end of)", words)))


def _dates(text: str) -> Iterator[re.Match[str]]:
    for form in _FORMS:
        yield from form.finditer(text)
        text = _blanked(form, text)


def _blanked(form: re.Pattern[str], text: str) -> str:
    return form.sub(lambda found: " " * len(found[0]), text)


def _months(parts: dict[str, str]) -> tuple[int, int] | None:
    if "month" in parts:
        return int(parts["month"]), int(parts["month"])
    if "name" in parts:
        month = next(i for i, name in enumerate(_MONTHS, 1) if name[:3] == parts["name"][:3].lower())
        return month, month
    if "quarter" in parts:
        word = parts["quarter"].lower()
        number = _ORDINALS.index(word) + 1 if word in _ORDINALS else read_number(word) or 0
        return number * 3 - 2, number * 3
    if "half" in parts:
        return (1, 6) if parts["half"].lower() in {"上", "first"} else (7, 12)
    return None


def durations_in(text: str) -> Iterator[NamedDuration]:
    """The lengths of time that a text names; what belongs to a date is none."""
    for form in _FORMS:
        text = _blanked(form, text)
    for found in _CHINESE.finditer(text):
        if number := read_number(found["number"]):
            yield NamedDuration(found[0], number, _CHINESE_UNITS[found["unit"]])
    for found in re.finditer("半年(?!度)", text):
        yield NamedDuration(found[0], 6, "months")
    for found in _ENGLISH.finditer(text):
        if number := read_number(found["number"]):
            unit = f"{found['unit'].lower()}s"
            yield NamedDuration(
                found[0], number, "working_days" if found["working"] and unit == "days" else unit
            )
