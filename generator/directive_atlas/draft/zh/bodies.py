"""Lists of bodies as papers write them: 发展改革委、财政部等部门; 各地区、各有关部门; 公安、司法机关."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.draft.model import Body
from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.text import Reading, trimmed
from directive_atlas.passages import Span

_LONGEST = 28
"""How many characters the name of a body that no registry knows may have before its ending."""

_GAP = 6
"""How many characters may stand between a body and a part of it: 教育部（农村）司."""

_BRACKET = r"(?:[（(][^（()）]{1,20}[）)])?"
_ENDING = re.compile(f"(?:{words.SUFFIXES}|{words.AREAS}){_BRACKET}")
_STOP = re.compile(r"[，,；;：:。！？!?、\n（(《“]|以及|及(?!其)|与|和|对(?![口外])|[地得](?=发挥|推进|开展)")
_JOIN = re.compile(
    r"\s*(?:、|以及|及(?!其|时)|和|与|特别是|尤其是|包括|或者?|[和及](?=各)|(?=各(?![级类项方自种])))\s*"
)
_OPEN = re.compile(
    r"等(?:\d+个|[一二三四五六七八九十]+个)?(?:(?:有关|相关|各)?(?:部门|单位|机构|部委|地方|地区|方面|企业|省份))*(?:和单位)?"
)
_NOT_FIRST = re.compile(
    f"{words.VERBS}|{words.PREPOSITIONS}|{words.MODALS}|[的等了是其这该或更最]|已|现|我国|我们|并|同时|通过"
)
_FIRST_ALLOWED = re.compile(
    r"制定机关|从业|从事|对口|对外|管理(?:局|部门|机构|人员|单位)|参与|检察|检验|服务|运营|承办|主管|牵头|受|试点|示范|监管|监督|审计|认证|建设|开发|发展|改革|同级|经营|主办|起草|审核|有关|责任|配合|实施|管委|宣传|统一战线|调查|应急|卫生健康"
)
_BREAK = re.compile(f"{words.MODALS}|{words.VERBS}|{words.PREPOSITIONS}")
_INNER = re.compile("要(?![素害])|必须|不得|应当|[把将被让给]|转送|报送")
"""Words that stand in no name of a body."""

_WHOLE = re.compile(r"有关方面|各有关方面|各方|全行业|全社会|本部门|第三方平台")


@dataclass(frozen=True, slots=True)
class Listed:
    """Bodies in a row, where the row ends, and whether it stays open (等)."""

    bodies: tuple[Body, ...]
    end: int
    open: bool = False


def bodies_at(reading: Reading, start: int, end: int) -> Listed:
    """The row of bodies that begins at a place; empty where none does."""
    found: list[Body] = []
    at, open_ = start, False
    while body := _body(reading, at, end) or _sequence(reading, at, end):
        found.append(body)
        at = body.span.end
        if match := _OPEN.match(reading.text, at, end):
            at, open_ = match.end(), True
        join = _JOIN.match(reading.text, at, end)
        if not join:
            break
        following = join.end()
        if not (_body(reading, following, end) or _sequence(reading, following, end)):
            break
        at = following
    return Listed(tuple(found), at, open_)


def _body(reading: Reading, at: int, end: int) -> Body | None:
    """One body that begins at a place: a name of the registries, or words that end as such names do."""
    if group := words.GROUPS.match(reading.text, at, end) or _WHOLE.match(reading.text, at, end):
        return _longer(reading, reading.named(Span(*group.span())), end)
    known = reading.known.get(at)
    if known and known.span.end <= end:
        return _longer(reading, known, end)
    ending = _first_ending(reading.text, at, end)
    if not ending or ending.end() - at < 2:
        return None
    return _longer(reading, reading.named(Span(at, ending.end())), end)


def _first_ending(text: str, at: int, end: int) -> re.Match[str] | None:
    """Where a body without a record may end; nothing where the words before it are of another kind."""
    if not _may_begin(text, at, end):
        return None
    stop = _STOP.search(text, at, min(end, at + _LONGEST + 8))
    until = stop.start() if stop and stop[0] not in "（(" else min(end, at + _LONGEST + 8)
    limit = min(end, until + (24 if stop and stop[0] in "（(" else 0))
    ending = next(
        (e for e in _ENDING.finditer(text, at, limit) if not words.NO_ENDING.match(text, e.end())), None
    )
    if not ending or ending.start() > at + _LONGEST or _INNER.search(text, at, ending.start()):
        return None
    return ending


def _longer(reading: Reading, body: Body, end: int) -> Body:
    """The body with what follows it in its name: 农业农村部 and 农业农村部农机化司, 财政部 and 财政部门."""
    text, at = reading.text, body.span.end
    while True:
        ending = _ENDING.search(text, max(at - 1, body.span.start + 1), min(end, at + _GAP + 10))
        if not ending or ending.end() <= at or ending.start() > at + _GAP:
            break
        if words.NO_ENDING.match(text, ending.end()):
            break
        gap = text[at : max(ending.start(), at)]
        if _STOP.search(gap) or re.search("[的等]", gap) or not _may_go_on(gap):
            break
        at = ending.end()
    return body if at == body.span.end else reading.named(Span(body.span.start, at))


def _may_go_on(gap: str) -> bool:
    """Whether words between two endings may belong to one name: 人民政府审核机构."""
    return not _BREAK.match(gap) or bool(_FIRST_ALLOWED.match(gap))


def _sequence(reading: Reading, at: int, end: int) -> Body | None:
    """Fields that stand for bodies: 发展改革、财政、农业农村等部门 is one group."""
    match = _FIELDS.match(reading.text, at, end)
    return reading.named(Span(*match.span())) if match and _may_begin(match[0], 0, len(match[0])) else None


def _may_begin(text: str, at: int, end: int) -> bool:
    """Whether a name of a body may begin with these words."""
    return not _NOT_FIRST.match(text, at, end) or bool(_FIRST_ALLOWED.match(text, at, end))


_FIELD = r"[\u4e00-\u9fff]{2,8}?"
_FIELDS = re.compile(
    rf"{_FIELD}(?:、{_FIELD}){{0,30}}(?:(?:和|及|与){_FIELD})?(?:等[\u4e00-\u9fff]{{0,10}}?)?(?:主管|职能)?(?:部门|单位|机关|系统)"
)


def split_bodies(reading: Reading, span: Span) -> Listed:
    """All bodies of a list that has nothing else in it, as in a note in brackets: known or not."""
    found: list[Body] = []
    open_ = False
    for piece in _pieces(reading, span):
        words_ = reading.words(piece)
        rest = _OPEN.search(words_)
        if rest and rest.end() == len(words_):
            open_ = True
            piece = trimmed(reading.text, Span(piece.start, piece.start + rest.start()))
        if piece.start < piece.end:
            found.append(reading.named(piece))
    return Listed(_grouped(reading, found), span.end, open_)


def _grouped(reading: Reading, found: list[Body]) -> tuple[Body, ...]:
    """The bodies; fields before a word such as 部门 are one group with it."""
    kept: list[Body] = []
    first: Body | None = None
    for body in found:
        is_body = body.id is not None or _ENDING.search(body.words) or _WHOLE.match(body.words)
        if not is_body and len(body.words) <= 6:
            first = first or body
            kept.append(body)
        elif first and re.search("(?:部门|单位|机关|系统)$", body.words) and body.id is None:
            index = kept.index(first)
            kept[index:] = [reading.named(Span(first.span.start, body.span.end))]
            first = None
        else:
            first = None
            kept.append(body)
    return tuple(kept)


def _pieces(reading: Reading, span: Span) -> Iterator[Span]:
    """The pieces of a list; a comma within a name or in brackets does not separate."""
    start, at = span.start, span.start
    while at < span.end:
        inside = _inside(reading, at, span.end)
        if inside > at:
            at = inside
        elif join := _SEPARATOR.match(reading.text, at, span.end):
            yield trimmed(reading.text, Span(start, at))
            start = at = max(join.end(), at + (join.end() == at))
        else:
            at += 1
    yield trimmed(reading.text, Span(start, span.end))


_SEPARATOR = re.compile(r"、|，|,|；|;|\s|以及|及(?!其)|和(?!平)|与")


def _inside(reading: Reading, at: int, end: int) -> int:
    """The end of a name or of a bracket that begins at a place; the place itself where none does."""
    text = reading.text
    if group := words.GROUPS.match(text, at, end):
        return group.end()
    known = reading.known.get(at)
    if known and known.span.end <= end:
        return known.span.end
    bracket = re.compile(r"[（(][^（()）]{0,60}[）)]").match(text, at, end)
    return bracket.end() if bracket else at


def opened(bodies: tuple[Body, ...], listed: Listed) -> Iterator[tuple[Body, bool]]:
    """Each body, and whether the list goes on after it."""
    for number, body in enumerate(bodies, 1):
        yield body, listed.open and number == len(bodies)


def is_body(body: Body) -> bool:
    """Whether words are those of a body: a known name, or an ending that names of bodies have."""
    if body.id is not None or _WHOLE.fullmatch(body.words):
        return True
    ending = [*_ENDING.finditer(body.words)][-1:]
    return bool(ending) and ending[0].end() == len(body.words) and _may_begin(body.words, 0, len(body.words))
