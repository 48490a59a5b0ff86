"""Values to be reached: 覆盖率达到95%以上, 不少于50个, 分别达到65%和55%, 由60%提高到75%.

The terms and ceilings of a benefit, conditions and the length of a step are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.draft.model import Certainty, DraftTarget, Why
from directive_atlas.draft.zh.metrics import bare, clause_start, metric_after, metric_before, metrics
from directive_atlas.draft.zh.text import without_titles
from directive_atlas.passages import Span
from directive_atlas.problems.wording import say

_COUNTED = (
    "个百分点|%|％|‰|人次|人|名|个|家|项|户|亩|公里|千米|米|吨标准煤|吨|美元|元|座|所|套|台|辆|架|艘|件|种|类|条|张|处|只|头"
    "|支|门|款|对|幅|期|场|批|部|篇|例|间|床|倍|千瓦时|千瓦|平方公里|平方米|立方米|公顷|公斤|斤|标准箱|兆瓦|村|镇"
    "|EFLOPS|Gbps|Mbps|篇次|册|班"
)
_UNIT = rf"(?:(?:万亿|千万|百万|亿|万|千)?(?:{_COUNTED})|(?:万亿|亿|万)(?=[，。；、以左]))"
_NUMBER = r"(?<![\d.〔])(?P<{0}>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,15}}(?:\.\d{{1,9}})?)"
"""A number in digits; a longer row of them is none that a paper sets as a goal."""
_DASH = r"(?:—{1,2}|–|-|－|~|～|至|到)"
_VALUE = re.compile(
    rf"(?:{_NUMBER.format('first')}\s*(?:{_UNIT})?\s*{_DASH}\s*)?{_NUMBER.format('n')}\s*(?P<unit>{_UNIT})"
    r"(?P<more>\s*及?(?:以上|以下|以内|左右|之内|上下))?(?!工作日|个?月|小时|岁)"
)
_MORE = re.compile(rf"\s*(?:和|、|以及|与)\s*{_NUMBER.format('n')}\s*(?P<unit>{_UNIT})")

_REACH = re.compile(
    "(?:达到|达|不低于|不少于|不小于|至少|提高到|提高至|提升至|提升到|增加到|增加至|增长到|增至|增长至|上升到|扩大到|扩大至"
    "|发展到|保持在|维持在)(?:约|了)?$"
)
_CHANGE = re.compile("(?:提高|提升|增加|增长|上升|下降|降低|减少|压减|缩减|削减|压缩|净增)(?:约|了)?$")
_MORE_THAN = re.compile("(?<!不)(?:超过|突破|高于|多于|大于)$")
_AT_MOST = re.compile(
    "(?:不超过|不高于|不多于|不大于|控制在|压缩至|压缩到|缩减至|减少到|减少至|降至|降到|下降到|下降至|降低到|降低至|压减至"
    "|压减到)$"
)
_ABOUT = re.compile("(?:稳定在|大约|约为|约|接近)$")
_MAKE = re.compile(
    "(?:建成|新增|新建|新开工|培育|打造|建设|完成|创建|培训|引进|认定|遴选|扶持|改造|培养|推出|制定|制修订|修订|布局|组建"
    "|选派|选树|评选|实施|新改扩建|再建|累计|招收|组织|举办|筹集|发放|投放|净增|打通|整治|修复|造林|扩建|改建|开工|惠及"
    "|覆盖|安排|开展|设立|建立|竣工|投入)"
)
_MAKE_DIRECTLY = re.compile(f"{_MAKE.pattern}(?:约|达|各|各类|超过)?$")
_AFTER = {
    "以上": "at_least", "以下": "at_most", "以内": "at_most", "之内": "at_most", "左右": "about",
    "上下": "about",
}  # fmt: skip
_BENEFIT = re.compile(
    "最高(?=不超过|不得超过|可)|补助|补贴|奖励|奖补|贴息|资助|罚|贷款|额度|限额|津贴|收费|报销|每[人户部台亩家个辆套]|注册资本|租金|工资|免征|减征|税额"
    "|退还|返还|折扣|按(?!时|期)|标准"
)
_NO_GOAL_AFTER = re.compile(
    r"\s*的?[\u4e00-\u9fff]{0,8}(?:贷款|补助|补贴|奖励|奖补|贴息)|"
    r"\s*(?:专项|措施|行动(?!计划)|工程(?!项目)|政策(?!措施)|以来|前|后|内|期间|周年|会议|等级|级|的标准|的比例|给予|予以|标准)"
    rf"|\s*{_DASH}\s*\d"
)
_CONDITION = re.compile("^(?:对|凡|如|若|当)")
_SHARE = re.compile("(?P<verb>不低于|不少于|不超过|不高于|达到|占)[^，。；]{2,20}的$")
"""Of what a value is a share: 不少于执法人员总数的5%."""

_BASELINE = re.compile(rf"由\s*(?:\d{{4}}年的?)?{_NUMBER.format('n')}\s*(?:{_UNIT})?\s*$")


@dataclass(frozen=True, slots=True)
class _Goal:
    """How a value is meant, where the words before it begin, and what is measured."""

    comparator: str
    start: int
    metric: str


def targets(text: str, span: Span) -> tuple[DraftTarget, ...]:
    """The values of a passage, in order, without their dates."""
    piece = without_titles(text, span)
    found = (*_targets(piece, span.start), *_halves(piece, span.start))
    return tuple(sorted(found, key=lambda target: target.why.span))


def _targets(piece: str, offset: int) -> Iterator[DraftTarget]:
    done = 0
    for match in _VALUE.finditer(piece):
        goal = _goal(piece, match) if match.start() >= done else None
        if goal is None or not goal.metric:
            continue
        values = [match, *_more(piece, match)]
        done = values[-1].end()
        for metric, value in zip(metrics(goal.metric, len(values)), values, strict=True):
            block = _block(metric, goal.comparator, value) | _baseline(piece, goal.start)
            where = Span(offset + min(goal.start, value.start()), offset + value.end())
            why = Why(say("a value with “{words}”", words=match[0]), Certainty.LIKELY, where)
            yield DraftTarget(block, why)


def _goal(piece: str, match: re.Match[str]) -> _Goal | None:
    """What a value is a goal of; nothing where it is a benefit, a condition, or only told."""
    start = clause_start(piece, match.start())
    before = piece[start : match.start()].rstrip()
    if _BENEFIT.search(before) or _NO_GOAL_AFTER.match(piece, match.end()):
        return None
    if _CONDITION.match(before) and piece.startswith("的", match.end()):
        return None
    after = _AFTER.get((match["more"] or "").strip().removeprefix("及"))
    return _with_verb(piece, match, start, before, after) or _with_noun(piece, match, start, before, after)


def _with_verb(piece: str, match: re.Match[str], start: int, before: str, after: str | None) -> _Goal | None:
    """A value directly after a verb: 达到90%, 建成50个示范基地."""
    forms = ((_AT_MOST, "at_most"), (_MORE_THAN, "more_than"), (_ABOUT, "about"), (_REACH, "at_least"))
    for pattern, comparator in (*forms, (_CHANGE, "at_least"), (_MAKE_DIRECTLY, "at_least")):
        verb = pattern.search(before)
        if verb:
            at = start + verb.start()
            name = metric_before(piece, at, verb[0])
            counted = pattern is _MAKE_DIRECTLY or _MAKE.search(before[: verb.start()])
            if counted or len(name) < 2:
                name = metric_after(piece, match.end()) or name
            return _Goal(after or comparator, at, name)
    return None


def _with_noun(piece: str, match: re.Match[str], start: int, before: str, after: str | None) -> _Goal | None:
    """A value at the end of its clause, after what is made: 改造老旧小区1200个."""
    verb = _MAKE.search(before)
    ends = re.compile(r"\s*(?:[，,；;。、）)]|$)").match(piece, match.end())
    if verb and ends and before[verb.end() :]:
        return _Goal(after or "at_least", start + verb.start(), bare(before[verb.end() :]))
    if verb and re.search("[和、及与]$", before):
        return _Goal(after or "at_least", match.start(), metric_after(piece, match.end()))
    if share := _SHARE.search(before):
        at = start + share.start()
        kind = "at_most" if share["verb"] in {"不超过", "不高于"} else "at_least"
        return _Goal(after or kind, at, metric_before(piece, at, ""))
    if after and not verb:
        return _Goal(after, match.start(), metric_before(piece, match.start(), ""))
    return None


def _more(piece: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """Further values of a row: 65%和55%."""
    at = match.end()
    while following := _MORE.match(piece, at):
        yield following
        at = following.end()


_HALF = re.compile(
    "(?P<verb>占|达到|超过|不低于|不少于)(?P<of>[^，。；]{0,24}?)(?P<over>超过)?一半(?P<more>以上)?"
)
"""Half of something: 占总课时一半以上, 占总数超过一半."""


def _halves(piece: str, offset: int) -> Iterator[DraftTarget]:
    for match in _HALF.finditer(piece):
        metric = metric_before(piece, match.start(), "") or match["of"]
        if len(metric) < 2 or _BENEFIT.search(metric):
            continue
        over = match["over"] or match["verb"] == "超过"
        block = {
            "metric": metric,
            "comparator": "more_than" if over else "at_least",
            "value": 50,
            "unit": "%",
        }
        where = Span(offset + match.start(), offset + match.end())
        yield DraftTarget(block, Why(say("a value with “{words}”", words="一半"), Certainty.LIKELY, where))


def _block(metric: str, comparator: str, value: re.Match[str]) -> dict[str, object]:
    number, unit = _number(value["n"]), value["unit"].replace("％", "%")
    block: dict[str, object] = {"metric": metric, "comparator": comparator, "value": number}
    if value.groupdict().get("first"):
        block |= {"value": _number(value["first"]), "to": number}
    return {**block, "unit": unit}


def _baseline(piece: str, start: int) -> dict[str, object]:
    found = _BASELINE.search(piece[max(0, start - 20) : start])
    return {"baselines": [{"value": _number(found["n"])}]} if found else {}


def _number(words: str) -> int | float:
    plain = words.replace(",", "")
    return float(plain) if "." in plain else int(plain)
