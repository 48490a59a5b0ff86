"""Dates: 2020年底前, 到2025年, 2020年6月30日前, 年底前, 2020—2022年, “十四五”期间."""

from __future__ import annotations

import calendar
import re

from directive_atlas.draft.model import Certainty
from directive_atlas.draft.zh.when.form import BEFORE, DASH, END, PART, YEAR, Clock, Read, form
from directive_atlas.passages.numbers import read_number
from directive_atlas.problems.wording import say


def _date(match: re.Match[str], year: int) -> str | None:
    """A date in the form of the record; nothing where there is no such day."""
    groups = match.groupdict()
    if groups.get("half"):
        return f"{year}-H{1 if groups['half'] == '上' else 2}"
    if groups.get("quarter"):
        return f"{year}-Q{read_number(groups['quarter'] or '') or 1}"
    month, day = int(groups.get("month") or 0), int(groups.get("day") or 0)
    if not month:
        return str(year)
    if month > 12 or day > calendar.monthrange(year, month)[1]:
        return None
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _over(date: str, clock: Clock) -> bool:
    """Whether a date lies before the paper: it is told, then, and no deadline."""
    year = int(date[:4])
    if clock.year is None or year != clock.year:
        return clock.year is not None and year < clock.year
    return date[5:].replace("-", "").isdigit() and date < clock.day[: len(date)]


def _by(match: re.Match[str], clock: Clock) -> Read | None:
    date = _date(match, int(match["year"]))
    if not date or _over(date, clock):
        return None
    return Read(date, Certainty.CERTAIN, say("a date with “before”, “by” or “end of”"))


def _goal(match: re.Match[str], clock: Clock) -> Read | None:
    date = _date(match, int(match["year"]))
    if not date or clock.year is None or _over(date, clock):
        return None
    return Read(date, Certainty.LIKELY, say("a date at the beginning of what is to be done"))


def _of_this_year(match: re.Match[str], clock: Clock) -> Read | None:
    if clock.year is None:
        return None
    groups = match.groupdict()
    month, which = int(groups.get("month") or 0), groups.get("which") or ""
    later = which.startswith("明") or (month and not which and month < clock.month)
    date = _date(match, clock.year + bool(later))
    return (
        Read(date, Certainty.LIKELY, say("a date without its year, read by the date of the paper"))
        if date
        else None
    )


def _of_this_month(match: re.Match[str], clock: Clock) -> Read | None:
    if len(clock.day) < 7:
        return None
    months = int(clock.day[:4]) * 12 + clock.month - 1 + bool(match["next"])
    date = f"{months // 12}-{months % 12 + 1:02}"
    return Read(date, Certainty.LIKELY, say("a month without its number, read by the date of the paper"))


def _period(match: re.Match[str], clock: Clock) -> Read | None:
    groups = match.groupdict()
    first = _day(groups["y1"] or "", groups["m1"], groups.get("d1"))
    last = _day(groups.get("y2") or groups["y1"] or "", groups["m2"], groups.get("d2"))
    if first >= last or (clock.year and int(last[:4]) < clock.year):
        return None
    return Read(f"{first} to {last}", Certainty.CERTAIN, say("a time from … to …"))


def _day(year: str, month: str | None, day: str | None) -> str:
    return year + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if month and day else "")


def _from(match: re.Match[str], clock: Clock) -> Read | None:
    date = _date(match, int(match["year"]))
    if not date or _over(date, clock):
        return None
    return Read({"period": {"from": date}}, Certainty.CERTAIN, say("a time from a day on"))


def _days(match: re.Match[str], clock: Clock) -> Read | None:
    """Days of one month, or of one year: 2021年6月1日至30日, 6月1日至7月15日."""
    year = int(match["year"] or 0) or clock.year
    if not year or (clock.year and year < clock.year):
        return None
    month = int(match["m1"])
    days = (month, int(match["d1"])), (int(match["m2"] or month), int(match["d2"]))
    if not all(1 <= m <= 12 and 1 <= day <= calendar.monthrange(year, m)[1] for m, day in days):
        return None
    first, last = (f"{year}-{m:02}-{day:02}" for m, day in days)
    certainty = Certainty.CERTAIN if match["year"] else Certainty.LIKELY
    return Read(f"{first} to {last}", certainty, say("a time from … to …")) if first < last else None


def _five_years(match: re.Match[str], clock: Clock) -> Read | None:
    number = read_number(match["n"]) or 0
    if not 6 <= number <= 30:
        return None
    first = 1951 + 5 * number
    if match["end"]:
        return Read(str(first + 4), Certainty.CERTAIN, say("the end of a five-year plan"))
    return Read(f"{first} to {first + 4}", Certainty.CERTAIN, say("the time of a five-year plan"))


_WHICH = r"(?P<which>今年|明年|本年度?|当年)"
_DOING = (
    "全面|基本|初步|率先|力争|完成|实现|建成|启动|出台|建立|达到|形成|开展|编制|制定|组织|重点|全部|全省|全市|全县|全区|全国"
    "|试点|各"
)
DATES = (
    form(
        rf"(?P<y1>20\d\d)\s*年?(?:\s*(?P<m1>\d{{1,2}})\s*月(?:\s*(?P<d1>\d{{1,2}})\s*日)?)?{DASH}"
        r"(?P<y2>20\d\d)\s*年(?!度?[^，。；]{0,4}(?:规划|计划|纲要|方案))(?:\s*(?P<m2>\d{1,2})\s*月(?:\s*(?P<d2>\d{1,2})\s*日)?)?[底末]?",
        _period,
    ),
    form(
        rf"(?P<y1>20\d\d)\s*年\s*(?P<m1>\d{{1,2}})\s*月?(?:\s*(?P<d1>\d{{1,2}})\s*日)?{DASH}"
        r"(?P<m2>\d{1,2})\s*月(?:\s*(?P<d2>\d{1,2})\s*日)?",
        _period,
    ),
    form(
        rf"(?:{YEAR}\s*|(?<![\d年每]))(?P<m1>\d{{1,2}})\s*月\s*(?P<d1>\d{{1,2}})\s*日{DASH}"
        r"(?:(?P<m2>\d{1,2})\s*月\s*)?(?P<d2>\d{1,2})\s*日",
        _days,
    ),
    form("“?(?P<n>十[一二三四五六七八九]?|[六七八九])五”?(?:时期|期间|规划期)?(?P<end>末|结束)", _five_years),
    form("“?(?P<n>十[一二三四五六七八九]?|[六七八九])五”?(?:时期|期间)(?P<end>)", _five_years),
    form(rf"{YEAR}{PART}{END}{BEFORE}", _by),
    form(rf"(?:到|至|截至|截止到?)\s*{YEAR}{PART}{END}(?!\s*\d|起|以来|{DASH}\d)", _by),
    form(rf"{YEAR}{PART}\s*年?[底末](?!{DASH})", _by),
    form(
        rf"(?:^|(?<=[，。；：、（\s“\u2003]))(?:在|于)?{YEAR}{PART}(?:内|中|年内)?(?=，|,|：|{_DOING})",
        _goal,
    ),
    form(rf"(?:{_WHICH}|(?<!\d))年(?:[底末]|度末)(?:{BEFORE}|(?=[，,完实全达建]))", _of_this_year),
    form(
        rf"(?:{_WHICH}|(?<![年\d每]))\s{{0,4}}(?P<month>\d{{1,2}})\s*月"
        rf"(?:\s*(?P<day>\d{{1,2}})\s*[日号]|[底末份]|[上中下]旬)?{BEFORE}",
        _of_this_year,
    ),
    form(rf"{_WHICH}(?:全年|年内|内|之内)?(?=[，,要将])", _of_this_year),
    form(r"(?<![多近十两三半学当往\d几数五])年内(?![部容])", _of_this_year),
    form(
        rf"(?<![年每\d]){_WHICH}?(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四])季度)[底末]?(?:{BEFORE}|内|(?=完成|，))",
        _of_this_year,
    ),
    form(rf"(?<![每个\d年])(?:本月|当月|(?P<next>下个?月)|月)[底末]{BEFORE}", _of_this_month),
)
"""The forms of dates, in the order in which they are tried."""

STARTS = (form(rf"(?:从|自)?{YEAR}{PART}\s*(?:起|开始)(?!施行|实施|执行|生效|至|到)", _from),)
"""From when something goes on; tried after what comes again."""

BARE = (
    form(rf"{YEAR}{PART}{END}", _by),
    form(
        rf"{_WHICH}?\s*(?P<month>\d{{1,2}})\s*月(?:\s*(?P<day>\d{{1,2}})\s*[日号]|[底末份]|[上中下]旬)?",
        _of_this_year,
    ),
    form(rf"{_WHICH}?年?[底末]|全年|年内", _of_this_year),
)
"""Dates that are deadlines by the heading before them: 完成时限：2020年6月."""
