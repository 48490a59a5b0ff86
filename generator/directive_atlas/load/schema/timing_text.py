"""Timings in one line of text, in the forms that have no choice of meaning."""

from __future__ import annotations

import re
from collections.abc import Callable

from directive_atlas.load.marked import Mapping, Marks, Scalar
from directive_atlas.vocabulary.dates import parse_date
from directive_atlas.vocabulary.directives import DateKind

_UNIT = r"(?P<amount>\d{1,4}) (?P<unit>hour|day|working day|week|month|year)s?"
_DATE = r"\d{4}(?:-[\dQH-]+)?"
_CHINESE_DATE = r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?底?"
_PERIODS = {
    "year": "FREQ=YEARLY",
    "half-year": "FREQ=MONTHLY;INTERVAL=6",
    "quarter": "FREQ=MONTHLY;INTERVAL=3",
    "month": "FREQ=MONTHLY",
    "week": "FREQ=WEEKLY",
    "day": "FREQ=DAILY",
    "每年": "FREQ=YEARLY",
    "每半年": "FREQ=MONTHLY;INTERVAL=6",
    "每季度": "FREQ=MONTHLY;INTERVAL=3",
    "每月": "FREQ=MONTHLY",
    "每周": "FREQ=WEEKLY",
    "每日": "FREQ=DAILY",
}
_WORDS = {
    "ongoing": "ongoing",
    "长期坚持": "ongoing",
    "asap": "asap",
    "as soon as possible": "asap",
    "尽快": "asap",
    "promptly": "promptly",
    "及时": "promptly",
    "at a suitable time": "suitable",
    "适时": "suitable",
}

Written = dict[str, object]
"""A block before its values have places: keys to texts and blocks."""


def timing_block(text: Scalar) -> Mapping | None:
    """The block that one line is short for; nothing where it is in none of the forms."""
    line = " ".join(text.split())
    for pattern, read in _FORMS:
        if match := re.fullmatch(pattern, line):
            written = read(match)
            return _marked(written, text) if written else None
    return None


def _marked(written: Written, text: Scalar) -> Mapping:
    block = Mapping(Marks(text.place))
    for key, value in written.items():
        inner = _marked(value, text) if isinstance(value, dict) else Scalar(str(value), text.place)
        block.set(key, inner, text.place, text.place)
    return block


def _word(match: re.Match[str]) -> Written:
    return {_WORDS[match[0]]: "true"}


def _date(match: re.Match[str]) -> Written | None:
    try:
        parse_date(match["date"])
    except ValueError:
        return None
    return {"by": match["date"]}


def _chinese_date(match: re.Match[str]) -> Written | None:
    parts = [match["year"], *(match[key].zfill(2) for key in ("month", "day") if match[key])]
    return {"by": "-".join(parts)}


def _period(match: re.Match[str]) -> Written:
    return {"period": {"from": match["first"], "to": match["last"]}}


def _within(match: re.Match[str]) -> Written:
    anchor = match["anchor"]
    kinds = {kind.value for kind in DateKind}
    unit = match["unit"].replace(" ", "_") + "s"
    return {"within": {unit: match["amount"], "of": {"date" if anchor in kinds else "event": anchor}}}


def _every(match: re.Match[str]) -> Written:
    return {"every": {"rule": _PERIODS[match["period"]]}}


def _every_year(match: re.Match[str]) -> Written:
    day = int(match["day"] or -1)
    return {"every": {"rule": f"FREQ=YEARLY;BYMONTH={int(match['month'])};BYMONTHDAY={day}"}}


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Written | None]], ...] = (
    ("|".join(_WORDS), _word),
    (rf"(?:by )?(?P<date>{_DATE})", _date),
    (rf"{_CHINESE_DATE}(?:前|之前|以前)?", _chinese_date),
    (rf"(?:from )?(?P<first>{_DATE}) ?(?:to|/) ?(?P<last>{_DATE})", _period),
    (rf"(?:within )?{_UNIT} (?:after|of) (?P<anchor>[a-z0-9-]+)", _within),
    (rf"(?:every )?(?P<period>{'|'.join(_PERIODS)})", _every),
    (r"每年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底)前?", _every_year),
)
"""Each form as a pattern of the whole line, and how it is read; the first that fits is taken."""
