"""Which words are the name of a body: a name of the registries, or words that end as such names do."""

from __future__ import annotations

import re

from directive_atlas.draft.model import Body
from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.text import Reading
from directive_atlas.passages import Span

_LONGEST = 28
"""How many characters the name of a body that no registry knows may have before its ending."""

_GAP = 6
"""How many characters may stand between a body and a part of it: 农业农村部农机化司."""

_LONG_GAP = 12
"""The same before words such as 部门: 各地人力资源社会保障部门."""

_OFFICE = re.compile("部门|机构|行政部门|主管部门")
_HEADS = re.compile("的?(?:党政)?(?:主要|分管)?(?:负责人|负责同志|领导(?=[要应是须]))")
_UNITS = re.compile("(?<=部门)[和及与、]单位")
"""What 有关部门和单位 has behind 有关部门: one group, not two."""

_BRACKET = r"(?:[（(](?!以下|简称|含)[^（()）]{1,20}[）)])?"
_ENDING = re.compile(f"(?:{words.SUFFIXES}|{words.AREAS}){_BRACKET}")
_STOP = re.compile(r"[，,；;：:。！？!?、\n（(《“]|以及|及(?!其)|与|和|对(?![口外])|[地得](?=发挥|推进|开展)")
_NOT_FIRST = re.compile(
    f"[^\u4e00-\u9fffA-Za-z0-9]|{words.VERBS}|{words.PREPOSITIONS}|{words.MODALS}|[的等了是这该或更最已现每并]"
    "|报(?!社|业)|送|批转|其(?!他)|一个|任何|特别|显示|主要(?!负责|领导)|商(?![务业会品户贸标家丘洛])|我国|我们|同时|通过"
)
_FIRST_ALLOWED = re.compile(
    "(?:实行|承担|负责|符合|具备|涉及|从事|使用|享受|列入|纳入|承接|采用|开展|未)[^，。；、]{1,16}的|编制(?=、|部门)|制定机关|指定的|从业|从事|应用|对口|对外|管理(?:局|部门|机构|人员|单位)|参与|检察|检验|服务|运营|承办|主管|牵头|受|试点|示范"
    "|监管|监督|审计|认证|建设|开发|发展|改革(?!完善|创新|优化)|同级|经营|主办|起草|审核|有关|责任|配合|实施|管委|宣传|统一战线|调查|应急|卫生健康"
)
"""Words like verbs with which names of bodies begin."""

_COMPOUND = re.compile(
    rf"(?:{words.VERBS})(?:单位|部门|机构|机关|人员|企业|主体|责任人)"
    rf"(?=\s*(?:{words.MODALS}|、|和|及|按|负责|根据|依|会同|自|$))"
)
"""A verb and what it is said of, as a name: 检查人员不得…."""

_BREAK = re.compile(f"{words.MODALS}|{words.VERBS}|{words.PREPOSITIONS}")
_INNER = re.compile("(?<![主需重必首次纲])要(?![素害])|必须|不得|应当|[把将被让给由]|转送|报送")
"""Words that stand in no name of a body."""

_WHOLE = re.compile(
    "任何(?:单位和个人|单位或者个人|组织和个人|单位|组织|机构|地区|部门|个人)|[你我][省市县区州部委局厅办院](?!国)|[你我]单位|各方面|各?有关方面|各方|全行业|全社会|本部门|第三方平台"
)
"""Bodies whose names end as no others do."""

_FIELD = r"[\u4e00-\u9fff]{2,8}?"
_FIELDS = re.compile(
    rf"{_FIELD}(?:(?:、{_FIELD}){{1,30}}(?:[和及与]{_FIELD})?|[和及与]{_FIELD})(?:等[\u4e00-\u9fff]{{0,10}}?)?"
    r"(?:主管|职能)?(?:部门|单位|机关|系统|机构|人员)"
)
"""Fields that stand for bodies: 发展改革、财政、农业农村等部门 is one group."""


def body_at(reading: Reading, at: int, end: int) -> Body | None:
    """The body whose name begins at a place."""
    text = reading.text
    group = words.GROUPS.match(text, at, end) or _WHOLE.match(text, at, end)
    if group:
        return _longer(reading, reading.named(Span(*group.span())), end)
    known = reading.known.get(at)
    if known and known.span.end <= end:
        return _longer(reading, known, end)
    if not _may_begin(text, at, end):
        return None
    ending = _first_ending(text, at, end)
    if ending and ending.end() - at >= 2:
        return _longer(reading, reading.named(Span(at, ending.end())), end)
    fields = _FIELDS.match(text, at, end)
    return reading.named(Span(*fields.span())) if fields else None


def is_body(body: Body) -> bool:
    """Whether words are those of a body: a known name, or an ending that names of bodies have."""
    if body.id is not None or _WHOLE.fullmatch(body.words):
        return True
    last = [*_ENDING.finditer(body.words)][-1:]
    return bool(last) and last[0].end() == len(body.words) and _may_begin(body.words, 0, len(body.words))


_PRIVATE = re.compile(
    "企业|公司|集团|主体|高校|院校|学校|大学|合作社|协会|商会|学会|社会组织|运营商|平台|银行$|人员|科研院所|地区$"
)


def is_private(body: Body) -> bool:
    """Whether words that no registry knows name enterprises, schools and the like, or a region."""
    return body.id is None and bool(_PRIVATE.search(body.words))


def _may_begin(text: str, at: int, end: int) -> bool:
    """Whether a name may begin with these words."""
    if not _NOT_FIRST.match(text, at, end) or _FIRST_ALLOWED.match(text, at, end):
        return True
    return bool(_COMPOUND.match(text, at, end))


def _first_ending(text: str, at: int, end: int) -> re.Match[str] | None:
    """Where a body that no registry knows may end."""
    limit = _limit(text, at, end)
    fits = (each for each in _ENDING.finditer(text, at, limit) if not words.NO_ENDING.match(text, each.end()))
    ending = next(fits, None)
    if not ending or ending.start() > at + _LONGEST or _INNER.search(text, at, ending.start()):
        return None
    return ending


def _limit(text: str, at: int, end: int) -> int:
    """How far the name of a body may reach: to the next stop, over 和 within it, with a bracket behind it."""
    furthest = min(end, at + _LONGEST + 8)
    stop = _STOP.search(text, at, furthest)
    if stop and stop[0] in {"和", "与"} and not _ENDING.search(text, at, stop.start()):
        stop = _STOP.search(text, stop.end(), furthest)
    if stop is None:
        return furthest
    return min(end, stop.start() + 24) if stop[0] in "（(" else stop.start()


def _longer(reading: Reading, body: Body, end: int) -> Body:
    """The body with what follows it in its name: 农业农村部 and 农业农村部农机化司, 财政部 and 财政部门."""
    text, at = reading.text, body.span.end
    while ending := _more_of(text, body.span.start, at, end):
        at = ending.end()
    return body if at == body.span.end else reading.named(Span(body.span.start, at))


def _more_of(text: str, start: int, at: int, end: int) -> re.Match[str] | None:
    """What belongs to a name behind what was read of it."""
    more = _HEADS.match(text, at, end) or _UNITS.match(text, at, end)
    return more or _next_ending(text, start, at, end)


def _next_ending(text: str, start: int, at: int, end: int) -> re.Match[str] | None:
    window = _ENDING.finditer(text, max(at - 1, start + 1), min(end, at + _LONG_GAP + 10))
    ending = next((each for each in window if each.end() > at), None)
    if not ending or words.NO_ENDING.match(text, ending.end()):
        return None
    if ending.start() > at + (_LONG_GAP if _OFFICE.match(ending[0]) else _GAP):
        return None
    gap = text[at : max(ending.start(), at)]
    if "各" in gap and text[at - 1] not in "院府委":
        return None
    if _STOP.search(gap) or re.search(r"[的等或是为商由\d]|会同|联合", gap):
        return None
    return ending if not _BREAK.match(gap) or _FIRST_ALLOWED.match(gap) else None
