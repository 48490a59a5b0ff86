"""What a date or time that cannot be read most likely means, for the hint: 1 November 2026, 30日内."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

from directive_atlas.load.pasted import guessed_date, usual, usual_date
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.dates import FIRST_YEAR, LAST_YEAR, is_date

_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _NAMES)}|sept)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_BY = r"(?:due |by |on |until |in |not later than |no later than )?(?:the )?(?:end of )?(?:the )?"
_ANCHORS = {
    "": "signed",
    "signature": "signed",
    "signing": "signed",
    "issuance": "signed",
    "issue": "signed",
    "publication": "published",
    "entry into force": "effective",
    "effect": "effective",
}
_PERIODS = {
    "annually": "year",
    "yearly": "year",
    "half-yearly": "half-year",
    "quarterly": "quarter",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
}
_CHINESE_UNITS = {
    "个工作日": "working days",
    "工作日": "working days",
    "日": "days",
    "天": "days",
    "周": "weeks",
    "个月": "months",
    "年": "years",
}


def about_date(text: str) -> Wording | None:
    """The hint for a text that is no date: how long its month is, or which date is meant."""
    if ended := _month_of(usual_date(text)):
        year, month = ended
        days = calendar.monthrange(year, month)[1]
        return say("{month} has {days} days", month=f"{year}-{month:02}", days=days)
    guess = guessed_date(text) or _guess(text, _DATES)
    return say("did you mean “{word}”?", word=guess) if guess and is_date(guess) else None


def about_time(text: str) -> Wording | None:
    """The hint for a line that is no time: what is known of it as a date, or which line is meant."""
    if hint := about_date(text):
        return hint
    guess = usual_date(text)
    if not is_date(guess):
        guess = _guess(text, _TIMES) or ""
    return say("did you mean “{word}”?", word=guess) if guess else None


def _month_of(text: str) -> tuple[int, int] | None:
    """Year and month of a day that its month does not have."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text, re.ASCII)
    if not match or is_date(text):
        return None
    year, month, day = map(int, match.groups())
    usual_parts = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 28 < day < 32
    return (year, month) if usual_parts else None


def _guess(text: str, forms: tuple[tuple[str, Callable[[re.Match[str]], str]], ...]) -> str | None:
    line = " ".join(usual(text).lower().rstrip(".").split())
    return next((read(match) for form, read in forms if (match := re.fullmatch(form, line, re.ASCII))), None)


def _named(match: re.Match[str]) -> str:
    """A date whose month is a word, with its day or without."""
    month = next(n for n, name in enumerate(_NAMES, 1) if name[:3] == match["month"][:3])
    day = match.groupdict().get("day")
    return f"{match['year']}-{month:02}" + (f"-{int(day):02}" if day else "")


def _part(match: re.Match[str]) -> str:
    """A quarter or a half-year by its number or word."""
    number = _ORDINALS.get(match["number"]) or match["number"]
    return f"{match['year']}-{match['part'][0].upper()}{number}"


def _after(match: re.Match[str]) -> str:
    return f"{match['amount']} {match['unit']} after {_ANCHORS[match['anchor'] or '']}"


def _after_in_chinese(match: re.Match[str]) -> str:
    return f"{match['amount']} {_CHINESE_UNITS[match['unit']]} after signed"


_NUMBER = "(?P<number>[1-4])"
_DATES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (rf"{_BY}{_DAY} (?:of )?{_MONTH},? {_YEAR}", _named),
    (rf"{_BY}{_MONTH} {_DAY},? {_YEAR}", _named),
    (rf"{_BY}{_MONTH},? (?:of )?{_YEAR}", _named),
    (rf"{_BY}(?P<part>[qh]){_NUMBER}[ /-]?(?:of )?{_YEAR}", _part),
    (rf"{_BY}{_YEAR}[ /-]?(?P<part>[qh]){_NUMBER}", _part),
    (rf"{_BY}{_NUMBER}(?P<part>[qh])[ /-]?{_YEAR}", _part),
    (rf"{_BY}(?P<number>{'|'.join(_ORDINALS)}) (?P<part>quarter|half)(?: of|,)? {_YEAR}", _part),
    (rf"{_BY}{_YEAR}", lambda match: match["year"]),
)
"""Dates in words and their guesses; the first that fits is taken."""

_TIMES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (
        r"(?:due )?(?:within |in )?(?P<amount>\d{1,4}) (?P<unit>(?:hour|day|working day|week|month|year)s?)"
        r"(?: (?:of|after|from) (?:the )?(?:date of )?(?:its |the )?"
        rf"(?P<anchor>{'|'.join(filter(None, _ANCHORS))}))?",
        _after,
    ),
    (
        rf"(?:自?(?:印发|发布|签发)之日起)?(?P<amount>\d{{1,4}})(?P<unit>{'|'.join(_CHINESE_UNITS)})(?:内|以内|之内)",
        _after_in_chinese,
    ),
    (rf"(?P<period>{'|'.join(_PERIODS)})", lambda match: f"every {_PERIODS[match['period']]}"),
    (r"each (?P<period>year|half-year|quarter|month|week|day)", lambda match: f"every {match['period']}"),
    (r"immediately|at once|立即|马上", lambda match: "asap"),
)
"""Lines about time that no form reads, and their guesses."""
