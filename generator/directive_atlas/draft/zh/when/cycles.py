"""What comes again: 每年2月底前, 每季度, 每两年, 每年至少一次, 按月报送; and words such as 及时 or 定期."""

from __future__ import annotations

import re
from dataclasses import replace

from directive_atlas.draft.model import Certainty
from directive_atlas.draft.zh.when.form import BEFORE, Clock, Read, Reader, form
from directive_atlas.passages.numbers import read_number
from directive_atlas.problems.wording import say

_NAMES = {
    "年": "year", "年度": "year", "半年": "half-year", "季度": "quarter", "季": "quarter", "月": "month",
    "周": "week", "月度": "month", "星期": "week", "日": "day", "天": "day",
}  # fmt: skip
_RULES = {
    "year": "FREQ=YEARLY", "half-year": "FREQ=MONTHLY;INTERVAL=6", "quarter": "FREQ=MONTHLY;INTERVAL=3",
    "month": "FREQ=MONTHLY", "week": "FREQ=WEEKLY", "day": "FREQ=DAILY",
}  # fmt: skip


def _on_date(match: re.Match[str], clock: Clock) -> Read | None:
    month, day = int(match["month"]), int(match["day"] or -1)
    if not 1 <= month <= 12 or day > 31 or day == 0:
        return None
    rule = f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
    start = {"from": int(match["from"])} if match["from"] else {}
    return Read({"every": {"rule": rule, **start}}, Certainty.CERTAIN, say("every year by a date"))


def _on_next_date(match: re.Match[str], clock: Clock) -> Read | None:
    """Another day of each year in the same sentence: 每年2月底前各省完成…，3月底前国家局完成…."""
    read = _on_date(match, clock)
    return replace(read, skipped=match.start("month") - match.start()) if read else None


def _on_day(match: re.Match[str], clock: Clock) -> Read | None:
    day = int(match["day"] or -1)
    if day > 31 or day == 0:
        return None
    if match["cycle"] == "月":
        rule = f"FREQ=MONTHLY;BYMONTHDAY={day}"
        return Read({"every": {"rule": rule}}, Certainty.CERTAIN, say("every month by a day"))
    return Read("every quarter", Certainty.CERTAIN, say("again and again"))


_DAYS = dict(zip("一二三四五六日天", ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "SU"), strict=True))


def _on_weekday(match: re.Match[str], clock: Clock) -> Read:
    rule = f"FREQ=WEEKLY;BYDAY={_DAYS[match['day']]}"
    return Read({"every": {"rule": rule}}, Certainty.CERTAIN, say("every week by a day"))


_AT_LEAST = re.compile(r"[^，。；]{0,10}(?:至少|不少于|不低于)[^，。；]{0,8}[一二两三四五六\d]\s*次")
"""What follows a cycle where it may be done more often."""


def _cycle(match: re.Match[str], clock: Clock) -> Read | None:
    groups = match.groupdict()
    several = read_number(groups.get("several") or "") or 1
    name = _NAMES[match["cycle"]]
    rule = say("again and again")
    block: dict[str, object] = {"rule": _RULES[name]}
    if several > 1:
        if "INTERVAL" in _RULES[name]:
            return None
        block["rule"] = f"{_RULES[name]};INTERVAL={several}"
    at_least = groups.get("least") or _AT_LEAST.match(match.string, match.end())
    if at_least:
        block["at_least"] = True
    if several > 1 or at_least:
        return Read({"every": block}, Certainty.CERTAIN, rule)
    return Read(f"every {name}", Certainty.CERTAIN, rule)


def _word(written: str) -> Reader:
    def read(match: re.Match[str], clock: Clock) -> Read:
        time = {"regularly": True} if written == "regularly" else written
        return Read(time, Certainty.LIKELY, say("a word that says when: “{word}”", word=match[0]))

    return read


_AFTER = r"(?!来|代|以来)"
CYCLES = (
    form(
        rf"每年度?的?\d{{1,2}}\s*月[^。；]{{0,60}}?{BEFORE}[^。；\d年]{{0,60}}[，,](?P<from>)"
        rf"(?P<month>\d{{1,2}})\s*月(?:\s*(?P<day>\d{{1,2}})\s*[日号]|[底末份])?{BEFORE}",
        _on_next_date,
    ),
    form(
        r"(?:(?:从|自)?(?P<from>20\d\d)\s*年(?:起|开始)[，,]?[^。；，]{0,12})?(?:于|在)?每年度?的?"
        rf"(?P<month>\d{{1,2}})\s*月(?:\s*(?P<day>\d{{1,2}})\s*[日号]|[底末份初]|[上中下]旬)?(?:{BEFORE}|内|中)?",
        _on_date,
    ),
    form(rf"每(?P<cycle>年)年?[底末](?:{BEFORE})?", _cycle),
    form(rf"每(?P<cycle>月|季度)的?(?:第?(?P<day>\d{{1,2}})\s*[日号]|[底末])(?:{BEFORE})?", _on_day),
    form("每周(?P<day>[一二三四五六日天])(?:下班)?(?:之?前)?", _on_weekday),
    form(
        r"(?<!每[人户家])(?P<least>至少)?每(?:隔)?(?P<several>[两二三四五六]|\d)?个?(?P<cycle>半年|季度|年|月|季|周|星期|日|天)度?"
        rf"{_AFTER}(?!副|套|次|户|人)",
        _cycle,
    ),
    form(
        r"(?:按)照?(?P<cycle>年度|季度|月|周|季|年)(?:度)?(?=实施|报|通报|调度|汇总|上报|公布|统计|公开|更新|开展)",
        _cycle,
    ),
    form(
        "(?P<cycle>年度|季度|月度)(?:质量|工作)?(?:报告|通报|调度|评估|考核|审核|审计)(?:和[^，。；]{2,6})?制度",
        _cycle,
    ),
    form("(?P<several>[两二三四五六\\d])(?P<cycle>年)(?:为)?一(?:次|轮|个?周期|届)", _cycle),
    form(r"(?P<least>至少)?一(?P<cycle>年|季度?|月|周)一(?:次|报|调度|通报|评估|总结|检查)", _cycle),
)
"""The forms of what comes again, in the order in which they are tried."""


def _set(match: re.Match[str], clock: Clock) -> Read:
    return Read({"set_by": ""}, Certainty.POSSIBLE, say("within the time that somebody sets"))


WORDS = (
    form(r"(?:在|按)(?:照)?(?:规定|要求|指定|限定)的?(?:时间|期限|时限)(?:要求)?(?:之内|以内|内)?", _set),
    form("长期坚持|常抓不懈|长期开展|长期抓好", _word("ongoing")),
    form("尽快|尽早|从速", _word("asap")),
    form(
        r"第一时间|(?<!不)(?<!方便群众)(?<!方便企业)(?<!便于公众)及时(?!性|率|、准确|准确(?=[，。；])|足额)",
        _word("promptly"),
    ),
    form("适时|择机", _word("at a suitable time")),
    form("不?定期(?!存|限|待)", _word("regularly")),
)
"""Words for a time without a day."""
