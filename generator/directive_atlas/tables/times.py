"""The time that a cell gives, in the forms of a record; only what has one meaning is read."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from directive_atlas.load.pasted import guessed_date, usual, usual_date
from directive_atlas.passages import NamedDate, dates_in, durations_in
from directive_atlas.vocabulary.dates import is_date
from directive_atlas.vocabulary.directives import DateKind

Written = str | dict[str, object]
"""A time as a record has it: one line, or a block of keys."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a cell gives; ``serial`` if it was the number by which spreadsheets count days."""

    written: Written
    serial: bool = False


_ENDING = r"(?:完成|完毕|实现|落实|到位|建成|报送|办结)?[。.]?"
_BEFORE = re.compile(rf"(?:于|在|力求)?(.*?)(?:之前|以前|前|以?内)?{_ENDING}")
_FILLER = re.compile(
    r"\b(?:by|before|in|on|during|until|no later than|not later than|the|end of|end|or before|due|completed"
    r"|to be|of)\b|[,.]|之前|以前|前|底|末|完成|完毕|办结|。",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"(?:长期|持续|常态化?|日常|一直)(?:坚持|推进|开展|实施|任务|落实|工作|进行|化|性工作|并?推进)*"
    r"|ongoing|continuous(?:ly)?|continuing|permanent|on an ongoing basis",
    re.IGNORECASE,
)
_WORDS = {
    "asap": re.compile("立即|即行|尽快|尽早|asap|as soon as possible|immediately", re.IGNORECASE),
    "promptly": re.compile("及时|promptly|in good time", re.IGNORECASE),
    "suitable": re.compile("适时|at a suitable time", re.IGNORECASE),
}
_PERIODS = {
    "every year": "每年度?|按年度?|年度|annual(?:ly)?|yearly|every year|each year",
    "every half-year": "每半年|按半年|半年|semi-?annual(?:ly)?|every half-?year|every six months",
    "every quarter": "每季度?|按季度?|季度|quarterly|every quarter|each quarter",
    "every month": "每个?月|按月|月度|monthly|every month|each month",
    "every week": "每周|按周|weekly|every week",
    "every day": "每日|每天|daily|every day",
}
_ONCE = re.compile(r"(?:[末底]前?)?(?:(?:报送?|开展|通报)?(?:一|1)次|报送|开展|通报)?")
_YEARLY = re.compile(r"每年(\d{1,2})月(?:(\d{1,2})日|[底末])?前?" + _ENDING)
_RANGE = re.compile(r"\s*(?:[-—–~～]{1,2}|至|到|\bto\b|\bthrough\b)\s*", re.IGNORECASE)
_ANCHORS = {
    DateKind.SIGNED: "印发|签署|签发|成文|signature|signed|signing|issu|this order|this directive|date of",
    DateKind.PUBLISHED: "发布|公布|公开|publication|published",
    DateKind.EFFECTIVE: "施行|实施|生效|effective|taking effect",
}
_MONTHS = {name[:3].lower(): name for name in calendar.month_name[1:]}
_SHORT_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)}|sept)\b\.?(?=\s)", re.IGNORECASE)
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
"""2000-01-01 and 2099-12-31 as spreadsheets count days."""


def time_in(text: str) -> Time | None:
    """The time of a cell; nothing where it has none, or could mean more than one."""
    line = " ".join(usual(text).split())
    if re.fullmatch(r"\d{5}", line) and _FIRST_SERIAL <= int(line) <= _LAST_SERIAL:
        return Time((dt.date(1899, 12, 30) + dt.timedelta(days=int(line))).isoformat(), serial=True)
    found = next((written for read in _READERS if (written := read(line))), None)
    return Time(found) if found else None


def _date(line: str) -> str | None:
    """A date by itself, with what says that it is the last day."""
    inner = _BEFORE.fullmatch(line)
    for each in (line, inner[1] if inner else line):
        if is_date(date := usual_date(each)) or is_date(date := guessed_date(each) or ""):
            return date
    return _named_date(line)


def _named_date(line: str) -> str | None:
    """The one date that a phrase names, where it says no more: by December 31, 2020."""
    if quarter := re.fullmatch(
        r"(?:by |end of )*(?:Q([1-4])[ /]*(\d{4})|(\d{4})[ /]*Q([1-4]))", line, re.IGNORECASE
    ):
        return f"{quarter[2] or quarter[3]}-Q{quarter[1] or quarter[4]}"
    line = _SHORT_MONTH.sub(lambda short: _MONTHS[short[1].lower()[:3]], line)
    found = list(dates_in(line))
    if len(found) != 1 or found[0].year is None:
        return None
    rest = _FILLER.sub(" ", line.replace(found[0].words, " ", 1))
    return _iso(found[0]) if not rest.strip() else None


def _iso(date: NamedDate) -> str | None:
    if date.months is None:
        return str(date.year)
    first, last = date.months
    if date.day:
        return (
            f"{date.year}-{first:02}-{date.day:02}"
            if date.day <= calendar.monthrange(date.year or 1, first)[1]
            else None
        )
    span = last - first + 1
    if span == 1:
        return f"{date.year}-{first:02}"
    return f"{date.year}-Q{last // 3}" if span == 3 else f"{date.year}-H{last // 6}"


def _lasting(line: str) -> Written | None:
    return {"ongoing": True, "words": line} if _LASTING.fullmatch(line) else None


def _worded(line: str) -> Written | None:
    form = next((form for form, words in _WORDS.items() if words.fullmatch(line)), None)
    return {form: True, "words": line} if form else None


def _recurring(line: str) -> Written | None:
    if found := _YEARLY.fullmatch(line):
        day = f"{found[2]}日" if found[2] else "底"
        return f"每年{found[1]}月{day}前"
    for written, words in _PERIODS.items():
        if re.fullmatch(rf"(?:{words}){_ONCE.pattern}", line, re.IGNORECASE):
            return written
    return None


def _period(line: str) -> Written | None:
    """Two dates with a dash between them; the second may leave the year to the first."""
    parts = _RANGE.split(_BEFORE.sub(r"\1", line, count=1) if line.endswith(("前", "完成")) else line)
    if len(parts) != 2:
        return None
    first, last = (part.strip() for part in parts)
    start = _date(first if not re.fullmatch(r"\d{4}", first) else f"{first}年")
    year = re.match(r"\d{4}", first)
    if year and re.match(r"\d{1,2}\s*月", last):
        last = f"{year[0]}年{last}"
    end = _date(last)
    return f"{start} to {end}" if start and end and start <= end else None


def _counted(line: str) -> Written | None:
    """A length of time behind a date of the paper, which the cell must name."""
    found = list(durations_in(line))
    anchors = [kind for kind, words in _ANCHORS.items() if re.search(words, line, re.IGNORECASE)]
    if len(found) != 1 or len(anchors) != 1:
        return None
    unit = found[0].unit.replace("_", " ")
    return f"{found[0].number} {unit} after {anchors[0].value}"


_READERS: tuple[Callable[[str], Written | None], ...] = (
    _lasting,
    _worded,
    _recurring,
    _date,
    _period,
    _counted,
)
