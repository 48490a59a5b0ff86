"""Whole dates as papers write them: 2018年12月4日, 二〇一八年十二月四日, 2018-12-04."""

from __future__ import annotations

import datetime as dt
import re

from directive_atlas.vocabulary.numerals import from_chinese

_DIGITS = str.maketrans("〇○О０零一二三四五六七八九", "00000123456789")
_YEAR = r"(?:19|20|二[〇○О０零]|一九)[\d〇○О０零一二三四五六七八九]{2}"
_NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_DAY = re.compile(
    rf"(?P<year>{_YEAR})\s*[年./-]\s*(?P<month>{_NUMBER})\s*[月./-]\s*(?P<day>{_NUMBER})\s*(?:日|(?!\d))"
)
_LINE = re.compile(rf"[（(]?\s*(?:{_DAY.pattern})\s*(?:印发|发布)?\s*[）)]?")


def day_in(words: str) -> str:
    """The first whole date of some words, as the record has it; empty where there is none."""
    match = _DAY.search(words)
    return _iso(match) if match else ""


def is_day(words: str) -> bool:
    """Whether a line is nothing but a date."""
    return bool(_LINE.fullmatch(words.strip()))


def _iso(match: re.Match[str]) -> str:
    year = int(match["year"].translate(_DIGITS))
    try:
        return dt.date(year, _whole(match["month"]), _whole(match["day"])).isoformat()
    except ValueError:
        return ""


def _whole(words: str) -> int:
    return int(words) if words.isdecimal() else from_chinese(words)
