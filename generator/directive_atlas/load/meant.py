"""What a date or time that cannot be read most likely means, for the hint: 1 November 2026, 30日内."""

from __future__ import annotations

import calendar
import re

from directive_atlas.load.pasted import Form, guessed_date, named_date, read_phrase, usual_date
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.dates import FIRST_YEAR, LAST_YEAR, is_date

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
    guess = guessed_date(text) or named_date(text)
    return say("did you mean “{word}”?", word=guess) if guess and is_date(guess) else None


def about_time(text: str) -> Wording | None:
    """The hint for a line that is no time: what is known of it as a date, or which line is meant."""
    if hint := about_date(text):
        return hint
    guess = usual_date(text)
    if not is_date(guess):
        guess = read_phrase(text, _TIMES) or ""
    return say("did you mean “{word}”?", word=guess) if guess else None


def _month_of(text: str) -> tuple[int, int] | None:
    """Year and month of a day that its month does not have."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text, re.ASCII)
    if not match or is_date(text):
        return None
    year, month, day = map(int, match.groups())
    usual_parts = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 28 < day < 32
    return (year, month) if usual_parts else None


def _after(match: re.Match[str]) -> str:
    return f"{match['amount']} {match['unit']} after {_ANCHORS[match['anchor'] or '']}"


def _after_in_chinese(match: re.Match[str]) -> str:
    return f"{match['amount']} {_CHINESE_UNITS[match['unit']]} after signed"


_TIMES: tuple[Form, ...] = (
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
