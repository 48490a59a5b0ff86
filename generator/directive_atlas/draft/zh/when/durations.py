"""Times that are counted: 自印发之日起30日内, 收到报告后3个工作日内, 三年内."""

from __future__ import annotations

import re

from directive_atlas.draft.model import Certainty
from directive_atlas.draft.zh.when.form import NUMBER, Clock, Read, form
from directive_atlas.passages.numbers import read_number
from directive_atlas.problems.wording import say

_UNITS = {
    "工作日": "working_days", "小时": "hours", "日": "days", "天": "days", "月": "months", "周": "weeks",
    "星期": "weeks", "年": "years",
}  # fmt: skip
_UNIT = r"(?P<unit>个?工作日|个?小时|日|天|个月|周|个?星期|年)"
_PAPER = (
    r"(?:本|该|此)?(?:通知|意见|方案|办法|决定|规定|文件|条例|计划|细则|公告|通告|规划|制度|措施|批复|通报"
    r"|实施方案)?"
)
_ISSUED = "印发|下发|发文|发出|成文|签发"
_PUBLISHED = "发布|公布|公开发布|刊发"
_EFFECTIVE = "施行|实施|生效|执行"


def _amount(match: re.Match[str]) -> tuple[int, str] | None:
    unit = _UNITS[match["unit"].removeprefix("个")]
    if match["n"] == "半":
        return (6, "months") if unit == "years" else None
    number = read_number(match["n"])
    return (number, unit) if number else None


def _after(match: re.Match[str], clock: Clock) -> Read | None:
    amount = _amount(match)
    if not amount:
        return None
    number, unit = amount
    anchor = _ANCHOR_START.sub("", match["anchor"])
    skipped = len(match["anchor"]) - len(anchor)
    if date := _date_of_paper(anchor.strip(), clock):
        line = f"{number} {unit.replace('_', ' ')} after {date}"
        return Read(line, Certainty.CERTAIN, say("so long after a date of the paper"), skipped)
    block = {"within": {unit: number, "of": {"event": anchor.strip()}}}
    return Read(block, Certainty.LIKELY, say("so long after something that the text names"), skipped)


_ANCHOR_START = re.compile(
    "^.*(?:自|从|应当|应在|要在|须在|可以|并于|应于|要于|须于|并在|(?<!存)在)|^(?:于|并|应|要|须)"
)
"""What stands before the words that a time is counted from."""


def _date_of_paper(anchor: str, clock: Clock) -> str | None:
    """Which date of the paper an anchor means; nothing where it is something else."""
    if re.fullmatch(rf"{_PAPER}(?:{_EFFECTIVE})", anchor) and "effective" in clock.dates:
        return "effective"
    if re.fullmatch(rf"{_PAPER}(?:{_PUBLISHED})", anchor) and "published" in clock.dates:
        return "published"
    if re.fullmatch(rf"{_PAPER}(?:{_ISSUED}|{_PUBLISHED}|{_EFFECTIVE})", anchor):
        return "signed" if "signed" in clock.dates else None
    return None


def _of_step(match: re.Match[str], clock: Clock) -> Read | None:
    """在5个工作日内: counted from what the clauses before name."""
    amount = _amount(match)
    if not amount:
        return None
    before = re.split("[，,；;。：:]", match.string[max(0, match.start() - 80) : match.start()])
    named = [words for words in before[:-1] if len(words) > 1] or [match[0]]
    block = {"within": {amount[1]: amount[0], "of": {"event": named[-1].strip("#")[-24:] or match[0]}}}
    return Read(block, Certainty.POSSIBLE, say("so long after what the words before it name"))


def _without_anchor(match: re.Match[str], clock: Clock) -> Read | None:
    amount = _amount(match)
    if not amount or "signed" not in clock.dates:
        return None
    line = f"{amount[0]} {amount[1].replace('_', ' ')} after signed"
    return Read(
        line, Certainty.POSSIBLE, say("a time that does not say from when: read from the paper’s date")
    )


def _limit(match: re.Match[str], clock: Clock) -> Read | None:
    """How long a step may take, counted from when it begins."""
    amount = _amount(match)
    step = re.sub(
        "(?:时间|时限|期限|周期)?(?:原则上|一般|应当?|要|须|最长|全部|均|总)*$", "", match["anchor"]
    )
    if not amount or len(step) < 2:
        return None
    block = {"within": {amount[1]: amount[0], "of": {"event": step}}}
    return Read(block, Certainty.LIKELY, say("how long a step may take"))


def _before(match: re.Match[str], clock: Clock) -> Read:
    block = {"before": {"of": {"event": match["anchor"]}}}
    return Read(block, Certainty.LIKELY, say("before something that the text names"))


_INSIDE = r"(?:之内|以内|内)(?![部容地涵设])"
_ANCHOR = r"(?P<anchor>[^，,。；;：、（）“”《》\n]{2,24}?)"
DURATIONS = (
    form(
        rf"{_ANCHOR}(?:之日|当日|之时|次日)起?(?:后|计算)?(?:的)?[，,]?\s*(?:在)?{NUMBER}\s*{_UNIT}{_INSIDE}",
        _after,
    ),
    form(rf"{_ANCHOR}(?:之后|以后|后|起)(?:的)?[，,]?\s*(?:在)?{NUMBER}\s*{_UNIT}{_INSIDE}", _after),
    form(
        r"(?P<anchor>[^，,。；;：:、（）“”《》\n]{2,30})[，,]?(?:最长|一般|原则上|应当?|须|均){0,4}"
        r"(?:不超过|不得超过|缩短(?:至|到|为)|压缩(?:至|到|为)|控制在|压减(?:至|到))"
        rf"{NUMBER}\s*(?P<unit>个?工作日|个?小时|日|天)(?:以内|之内|内)?",
        _limit,
    ),
    form(
        r"在(?P<anchor>[^，,。；;：:、（）“”《》\d\n]{2,24}?)(?<![以目当此日])(?:之)?前(?=[，,要应须必])",
        _before,
    ),
    form(
        r"(?:^|(?<=[，。；：、#]))(?P<anchor>[\u4e00-\u9fff]{4,24}?)(?<![以目当此日年月底末])前[，,](?=要|应|须|必须)",
        _before,
    ),
    form(
        r"(?:力争|争取|利用|通过|经过|用|在)(?:[一二两三四五\d](?:至|到|—|-|~)?)??"
        rf"{NUMBER}\s*(?P<unit>个月|年)(?:左右)?(?:的?时间)?(?:{_INSIDE}|(?<=时间))",
        _without_anchor,
    ),
    form(
        rf"(?:在|于)?(?<![第\d.近每超不于]){NUMBER}\s*(?P<unit>个?工作日|个?小时|日|天){_INSIDE}(?:完成|办结|答复|予以)?",
        _of_step,
    ),
    form(rf"(?<![第\d.近过往每前]){NUMBER}\s*(?P<unit>个月|年)(?:的?时间)?{_INSIDE}", _without_anchor),
)
"""The forms of counted times, in the order in which they are tried."""
