"""The time that a cell gives, in the forms of a record; only what has one meaning is read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from directive_atlas.load.pasted import guessed_date, named_date, usual, usual_date
from directive_atlas.passages import durations_in
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
    before = _BEFORE.fullmatch(line)
    inner = before[1] if before else line
    spellings = (line, inner, inner.rstrip("底末"))
    guesses = (read(each) or "" for each in spellings for read in (usual_date, guessed_date, named_date))
    return next(filter(is_date, guesses), None)


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
