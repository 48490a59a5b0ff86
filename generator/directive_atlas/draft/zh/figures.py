"""Values to be reached: 覆盖率达到95%以上, 不少于50个, 分别达到65%和55%, 由60%提高到75%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from directive_atlas.draft.model import Certainty, DraftTarget, Why
from directive_atlas.draft.zh.brackets import brackets
from directive_atlas.passages import Span
from directive_atlas.problems.wording import say

_UNIT = (
    r"(?:(?:万亿|千万|百万|亿|万|千)?(?:个百分点|个?工作日|%|％|‰|人次|人|名|个|家|项|户|亩|公里|千米|米|吨标准煤|吨|美元|元|座|所|套|台|辆|架|艘|件"
    r"|种|类|条|张|处|只|头|支|门|款|对|幅|期|场|批|部|篇|例|间|床|张|倍|千瓦时|千瓦|平方公里|平方米|立方米|公顷|公斤|斤|标准箱|兆瓦|村|镇|岁"
    r"|个?工作日|个?小时|分钟|秒|天|EFLOPS|Gbps|Mbps|篇次|册|门次|班|贯通))|(?:万亿|亿|万)(?=[，。；、以左])"
)
_NUMBER = r"(?<![\d.〔])(?P<{0}>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)"
_VALUE = re.compile(
    rf"(?:{_NUMBER.format('from')}\s*(?P<from_unit>{_UNIT})?\s*(?:—{{1,2}}|–|-|－|~|～|至|到)\s*)?"
    rf"{_NUMBER.format('n')}\s*(?P<unit>{_UNIT})(?P<more>\s*(?:及)?(?:以上|以下|以内|左右|之内|上下))?"
)

_AT_LEAST = (
    "达到|达|不低于|不少于|不小于|不短于|至少|提高到|提高至|提升至|提升到|增加到|增加至|增长到|增至|增长至|上升到|扩大到"
    "|扩大至|发展到|保持在|维持在|提高|提升|增加|增长|上升"
)
_COMPARATORS = (
    (re.compile("(?<!不)(?:超过|突破|高于|多于|大于)$"), "more_than"),
    (
        re.compile(
            "(?:不超过|不高于|不多于|不大于|不长于|控制在|压缩至|压缩到|缩短至|缩短到|缩减至|减少到|减少至|降至|降到|下降到|下降至|降低到|降低至|压减至|压减到|以内)$"
        ),
        "at_most",
    ),
    (re.compile("(?:稳定在|约|大约|约为|接近)$"), "about"),
    (re.compile(f"(?:{_AT_LEAST})(?:约|了)?$"), "at_least"),
    (re.compile("(?:下降|降低|减少|压减|缩减|削减|压缩|缩短)$"), "at_least"),
    (
        re.compile(
            "(?:建成|新增|新建|培育|打造|建设|完成|创建|培训|引进|形成|认定|遴选|扶持|改造|培养|建立|推出|发布|制定|制修订|修订|布局|组建|成立|选派|选树|评选|实施"
            "|新改扩建|新认定|再建|累计|总量|实现|招收|安排|开展|组织|办好|举办|筹集|发放|投放|争取|落实|力争|净增|解决|帮扶|覆盖|支持|打通|整治|修复|绿化|造林|认证|扩建|改建|开工|竣工)"
            "(?:达|约|各|和[一-龥]{1,4}|各类|一批)?$"
        ),
        "at_least",
    ),
    (re.compile("(?:为|占|设|选择)$"), "exactly"),
)
"""The words before a value, and what they make of it; the first that fits is taken."""

_AFTER = {
    "以上": "at_least",
    "以下": "at_most",
    "以内": "at_most",
    "之内": "at_most",
    "左右": "about",
    "上下": "about",
}
_MORE = re.compile(rf"\s*(?:和|、|以及|与){_NUMBER.format('n')}\s*(?P<unit>{_UNIT})")
_BASELINE = re.compile(rf"由\s*(?:\d{{4}}年的?)?{_NUMBER.format('n')}\s*(?P<unit>{_UNIT})?\s*$")
_STARTS = re.compile("[，,；;。：:\n]")
_FILLER = re.compile(
    r"^(?:并|且|其中|力争|确保|使|要|即|到\d{4}年底?|\d{4}年底?前?|实现|推动|努力)+|(?:要|应|应当|须|均|分别|总体|基本|也|都|将|力争|原则上|一般|不得|全部|已|再|各|年均|由|累计|最长|最多|最短|每年)+$"
)
_NOT_A_GOAL = re.compile(
    r"^\s*(?:专项|措施|行动|工程|政策(?!措施)|以来|前|后|内|期间|周年|会议|等级|级以上地震)|^\s*(?:至|到|—)\s*\d"
)
_DURATION = re.compile("工作日|小时|分钟|秒|天|岁")
_BOUND = {"at_most", "at_least", "more_than"}


def targets(text: str, span: Span, by: str | None) -> tuple[DraftTarget, ...]:
    """The values of a passage, each due ``by`` a date if one is given."""
    piece = text[span.start : span.end]
    for title in brackets(text, span, "《〔"):
        inner = slice(title.start - span.start, title.end - span.start)
        piece = f"{piece[: inner.start]}{'#' * (inner.stop - inner.start)}{piece[inner.stop :]}"
    return tuple(_targets(piece, span.start, by))


def _targets(piece: str, offset: int, by: str | None) -> Iterator[DraftTarget]:
    done = 0
    for match in _VALUE.finditer(piece):
        if match.start() < done or _NOT_A_GOAL.match(piece, match.end()):
            continue
        comparator, verb_at = _comparator(piece, match)
        if comparator is None:
            continue
        values = [match, *_more(piece, match)]
        done = values[-1].end()
        metric, start = _metric(piece, verb_at, match)
        if not metric:
            continue
        metrics = _metrics(metric, len(values), piece[start : match.start()])
        for name, value in _paired(metrics, values):
            block = _block(name, comparator, match if value is match else None, value, by)
            block |= _baseline(piece, verb_at)
            where = Span(offset + start, offset + value.end())
            yield DraftTarget(
                block, Why(say("a value with “{words}”", words=match[0]), Certainty.LIKELY, where)
            )


def _comparator(piece: str, match: re.Match[str]) -> tuple[str | None, int]:
    """How a value is meant, and where the words before it begin; nothing where it is no goal."""
    before = piece[max(0, match.start() - 12) : match.start()].rstrip()
    end = max(0, match.start() - 12) + len(before)
    after = _AFTER.get((match["more"] or "").strip().removeprefix("及"))
    for pattern, comparator in _COMPARATORS:
        if found := pattern.search(before):
            start = end - len(found[0])
            if _DURATION.search(match["unit"]) and comparator not in _BOUND:
                return None, end
            return after or comparator, start
    return (after, end) if after and not _DURATION.search(match["unit"]) else (None, end)


def _more(piece: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """Further values of a row: 65%和55%."""
    at = match.end()
    while following := _MORE.match(piece, at):
        yield following
        at = following.end()


def _metric(piece: str, end: int, match: re.Match[str]) -> tuple[str, int]:
    """What is measured, and where its words begin: before the verb in its clause, or after the value."""
    starts = [mark.end() for mark in _STARTS.finditer(piece, max(0, end - 60), end)]
    start = starts[-1] if starts else max(0, end - 60)
    before = _bare(piece[start:end])
    verb = piece[end : match.start()].strip()
    following = re.match(r"(?:的)?([^，,；;。：:、（(\n]{1,20})", piece[match.end() :])
    name = _bare(following[1]) if following else ""
    if (
        re.fullmatch(
            f"(?:{_AT_LEAST})(?:约|了)?|超过|突破|.*(?:[至到在于]|不.+|约|下降|降低|减少|压减)", verb
        )
        and len(before) >= 2
    ):
        return _cut(before + (verb if verb in _CHANGES else "")), start
    return _cut(name or before or _clause_before(piece, start)), start


_CHANGES = {
    "提高",
    "提升",
    "增加",
    "增长",
    "上升",
    "下降",
    "降低",
    "减少",
    "压减",
    "缩减",
    "削减",
    "压缩",
    "缩短",
}


def _clause_before(piece: str, start: int) -> str:
    clause = re.split("[，,；;。：:]", piece[max(0, start - 40) : max(0, start - 1)])[-1]
    return _bare(clause)


def _bare(words: str) -> str:
    last = ""
    while words != last:
        last, words = words, _FILLER.sub("", words.strip(" \u3000“”"))
    return words


def _cut(words: str) -> str:
    return words[-40:].lstrip("的和与及、")


def _metrics(metric: str, values: int, words: str) -> Sequence[str]:
    """One metric for each value where the words name several: 种植、收获机械化率分别."""
    if values == 1 and "均" not in words:
        return [metric]
    head, join, rest = metric.rpartition("、") if "、" in metric else metric.rpartition("和")
    if not join:
        return [metric] * values
    first = re.split("[、和]", head)
    tail = re.sub("^.{2}", "", rest) if len(rest) > 4 else rest
    names = [f"{each}{tail}" if not each.endswith(tail) else each for each in first]
    common = first[0][:-2] if len(first[0]) >= 4 else ""
    return [*names, f"{common}{rest}"]


def _paired(metrics: Sequence[str], values: Sequence[re.Match[str]]) -> Iterator[tuple[str, re.Match[str]]]:
    """Each metric with its value; one value holds for all, and more values than metrics for the last."""
    if len(values) == 1:
        yield from ((metric, values[0]) for metric in metrics)
        return
    for number, value in enumerate(values):
        yield metrics[min(number, len(metrics) - 1)], value


def _block(
    metric: str, comparator: str, ranged: re.Match[str] | None, value: re.Match[str], by: str | None
) -> dict[str, object]:
    number, unit = _number(value["n"]), value["unit"].replace("％", "%").replace("个工作日", "工作日")
    block: dict[str, object] = {"metric": metric, "comparator": comparator, "value": number, "unit": unit}
    if ranged is not None and ranged["from"]:
        block |= {"value": _number(ranged["from"]), "to": number}
    return {**block, **({"by": by} if by else {})}


def _baseline(piece: str, verb_at: int) -> dict[str, object]:
    found = _BASELINE.search(piece[max(0, verb_at - 20) : verb_at])
    return {"baselines": [{"value": _number(found["n"])}]} if found else {}


def _number(words: str) -> int | float:
    plain = words.replace(",", "")
    return float(plain) if "." in plain else int(plain)
