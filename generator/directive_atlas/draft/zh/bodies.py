"""Lists of bodies as papers write them: 发展改革委、财政部等部门; 各地区、各有关部门; 公安、司法机关."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.draft.model import Body
from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.naming import body_at, is_body
from directive_atlas.draft.zh.text import Reading, trimmed
from directive_atlas.passages import Span

_JOIN = re.compile(
    r"\s*(?:、|以及|及(?!其|时)|和|与|特别是|尤其是|包括|或者?|[和及](?=各)|(?=各(?![级类项方自种])))\s*"
)
_OPEN = re.compile(
    rf"等(?:\d+个?|[一二三四五六七八九十]+个)?(?:(?!{words.VERBS})[\u4e00-\u9fff]{{0,8}}?"
    r"(?:部门|单位|机构|部委|地方|地区|方面|企业|省份)(?:和单位)?)?"
)
_SEPARATOR = re.compile(r"、|，|,|；|;|\s|以及|及(?!其)|和(?!平)|与")
_INNER_BRACKET = re.compile(r"[（(〔][^（()）〔〕]{0,60}[）)〕]")
_AND_UNITS = re.compile("部门[和与及]单位")
_WORD = re.compile(r"\w")
_SHARED_END = re.compile("(?:部门|单位|机关|系统)$")


@dataclass(frozen=True, slots=True)
class Listed:
    """Bodies in a row, where the row ends, and after which of them it stays open (等), by their numbers."""

    bodies: tuple[Body, ...]
    end: int
    open: frozenset[int] = frozenset()

    def __iter__(self) -> Iterator[tuple[Body, bool]]:
        """Each body, and whether the list goes on after it."""
        return ((body, number in self.open) for number, body in enumerate(self.bodies))


def bodies_at(reading: Reading, start: int, end: int) -> Listed:
    """The row of bodies that begins at a place; empty where none does."""
    found: list[Body] = []
    open_: set[int] = set()
    at, last = start, start
    while body := body_at(reading, at, end):
        if found and _SHARED_END.fullmatch(body.words):
            break
        found.append(body)
        last = body.span.end
        if match := _OPEN.match(reading.text, last, end):
            last = match.end()
            open_.add(len(found) - 1)
        join = _JOIN.match(reading.text, last, end)
        if not join:
            break
        at = join.end()
    return Listed(tuple(found), last, frozenset(open_))


def split_bodies(reading: Reading, span: Span) -> Listed:
    """All bodies of a list that has nothing else in it, as in a note in brackets: known or not."""
    found: list[Body] = []
    open_: set[Body] = set()
    for piece in _pieces(reading, span):
        rest = _OPEN.search(reading.text, piece.start, piece.end)
        goes_on = rest is not None and rest.end() == piece.end
        name = trimmed(reading.text, Span(piece.start, rest.start())) if rest and goes_on else piece
        if _WORD.search(reading.text, name.start, name.end):
            found.append(reading.named(name))
        if goes_on and found:
            open_.add(found[-1])
    bodies = _grouped(reading, found)
    return Listed(bodies, span.end, frozenset(n for n, body in enumerate(bodies) if body in open_))


def _grouped(reading: Reading, found: list[Body]) -> tuple[Body, ...]:
    """The bodies; short fields before a word such as 部门 are one group with it."""
    kept: list[Body] = []
    fields: list[Body] = []
    for body in found:
        if fields and body.id is None and _SHARED_END.search(body.words):
            kept.append(reading.named(Span(fields[0].span.start, body.span.end)))
            fields = []
        elif not is_body(body) and len(body.words) <= 6:
            fields.append(body)
        else:
            kept += [*fields, body]
            fields = []
    return (*kept, *fields)


def _pieces(reading: Reading, span: Span) -> Iterator[Span]:
    """The pieces of a list; a comma within a name or in brackets does not separate."""
    start, at = span.start, span.start
    while at < span.end:
        inside = _inside(reading, at, span.end)
        join = _SEPARATOR.match(reading.text, at, span.end) if inside == at else None
        if join and _separates(reading, Span(start, at), join[0]):
            yield trimmed(reading.text, Span(start, at))
            start = at = join.end()
        else:
            at = max(inside, at + 1)
    yield trimmed(reading.text, Span(start, span.end))


def _separates(reading: Reading, before: Span, join: str) -> bool:
    """Whether a sign or a word stands between two bodies: 和 may be a part of a name."""
    if join not in {"和", "与", "及"}:
        return True
    if _AND_UNITS.match(reading.text, before.end - 2):
        return False
    rest = _OPEN.search(reading.text, before.start, before.end)
    name = Span(before.start, rest.start()) if rest and rest.end() == before.end else before
    return name.start < name.end and is_body(reading.named(name))


def _inside(reading: Reading, at: int, end: int) -> int:
    """The end of a name or of a bracket that begins at a place; the place itself where none does."""
    if group := words.GROUPS.match(reading.text, at, end):
        return group.end()
    known = reading.known.get(at)
    if known and known.span.end <= end:
        return known.span.end
    bracket = _INNER_BRACKET.match(reading.text, at, end)
    return bracket.end() if bracket else at
