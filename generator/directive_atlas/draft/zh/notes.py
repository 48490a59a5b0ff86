"""Notes that say who does something: in brackets behind a demand, or on a line such as 责任单位：….

（发展改革委牵头，财政部等配合）  （各省级人民政府负责）  【市教育局】  责任单位：市财政局、各区
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.draft.model import Certainty, DraftDuty
from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.bodies import Listed, split_bodies
from directive_atlas.draft.zh.brackets import brackets
from directive_atlas.draft.zh.duties import duties_of
from directive_atlas.draft.zh.naming import is_body
from directive_atlas.draft.zh.roles import OF_FIELD, role_of_field, role_of_verb
from directive_atlas.draft.zh.text import Reading, clauses, trimmed
from directive_atlas.passages import Span
from directive_atlas.problems.wording import say
from directive_atlas.vocabulary.tasks import Role

_FIELD_WORDS = "|".join(
    sorted("|".join(fields for fields, _ in OF_FIELD).split("|"), key=lambda word: (-len(word), word))
)
_FIELD = re.compile(rf"(?P<name>{_FIELD_WORDS}|{words.FIELDS_TIME}|备注)\s*[:：]\s*")
_FIELD_END = re.compile(
    rf"[。；;\n]|(?=[，,、\s]*(?:{_FIELD_WORDS}|{words.FIELDS_TIME}|备注)\s*[:：])|[）)】](?=[。；;]?$)"
)
_CLAUSE = re.compile("[，,；;。：:]")
_VERB = re.compile(
    r"(?:(?:分别|共同|联合|具体|统筹|同步|协同|积极)?(?:按照?(?:各自)?(?:职责|职能)(?:分工|权限)?(?:分别|共同)?|根据职责分工|依职责)?"
    r"(?:分别|共同|联合|具体)?)(?:牵头负责|牵头组织|牵头落实|牵头|主办|负责落实|组织落实|负责实施|组织实施|负责|配合落实|积极配合|配合"
    r"|参与|参加|协助|协办|落实|指导|监督|督办|督导|督促|承担|实施|承办|分工负责)$"
)
_WITH = re.compile("会同|联合(?!会|国|社)|(?<![营招电工])商(?![务贸业品会标户家])")
_BY = re.compile("[^，。；、]{0,12}?(?<!自|理|缘|因|事)由")
"""What stands before the bodies of a note: 由, or 景区内由."""

_BELOW = re.compile("以下[^，。；]{0,6}?[均都]")
"""What a note says of the tasks below it, and not of its own."""

_ONLY_NAMES = re.compile(r"[^。；：:]{2,300}")


@dataclass(frozen=True, slots=True)
class Note:
    """A note with the duties that it states."""

    span: Span
    duties: tuple[DraftDuty, ...]


def notes(reading: Reading, span: Span) -> tuple[Note, ...]:
    """The notes of a passage, in order."""
    found = [*_in_brackets(reading, span)]
    inside = [note.span for note in found]
    lines = (note for note in _fields(reading, span, inside))
    return tuple(sorted((*found, *lines), key=lambda note: note.span))


def of_cell(reading: Reading, cell: Span, role: Role) -> Iterator[DraftDuty]:
    """The bodies of a cell of a table, in the role of its column."""
    listed = split_bodies(reading, cell)
    yield from duties_of(
        listed, role, say("a cell in the column of those who have this role"), Certainty.CERTAIN
    )


def _in_brackets(reading: Reading, span: Span) -> Iterator[Note]:
    for bracket in brackets(reading.text, span, "（【［"):
        inner = Span(bracket.start + 1, bracket.end - 1)
        if inner.end - inner.start > 1500:
            continue
        duties = tuple(_stated(reading, inner)) or tuple(_bare(reading, bracket, inner, span))
        if duties:
            yield Note(bracket, duties)


def _stated(reading: Reading, inner: Span) -> Iterator[DraftDuty]:
    """The duties of a note whose parts have a verb or a heading."""
    if _FIELD.match(reading.text, inner.start, inner.end):
        for note in _fields(reading, inner, []):
            yield from note.duties
        return
    waiting: list[Span] = []
    for clause in clauses(reading.text, inner, _CLAUSE):
        verb = None if _BELOW.match(reading.words(clause)) else _VERB.search(reading.words(clause))
        if not verb:
            waiting.append(clause)
            continue
        start = waiting[-1].start if waiting and _is_list(reading, waiting[-1]) else clause.start
        waiting = []
        role = role_of_verb(verb[0])
        if role:
            yield from _before_verb(reading, Span(start, clause.start + verb.start()), role, verb[0])


def _is_list(reading: Reading, span: Span) -> bool:
    bodies = split_bodies(reading, span).bodies
    return bool(bodies) and all(is_body(body) for body in bodies)


def _before_verb(reading: Reading, span: Span, role: Role, verb: str) -> Iterator[DraftDuty]:
    """The bodies before a verb; those after 会同 are the ones that it is done together with."""
    by = _BY.match(reading.text, span.start, span.end)
    start = by.end() if by else span.start
    joint = _WITH.search(reading.text, start, span.end)
    first = split_bodies(reading, Span(start, joint.start() if joint else span.end))
    rule = say("note in brackets: … {verb}", verb=verb)
    yield from duties_of(first, role, rule, Certainty.CERTAIN)
    if joint:
        others = split_bodies(reading, Span(joint.end(), span.end))
        yield from duties_of(
            others, Role.COORDINATED, say("note in brackets: together with …"), Certainty.CERTAIN
        )


def _bare(reading: Reading, bracket: Span, inner: Span, span: Span) -> Iterator[DraftDuty]:
    """The bodies of a note that has nothing but names, at the end of a sentence."""
    text = reading.text
    before = text[span.start : bracket.start].rstrip()[-1:]
    after = text[bracket.end : span.end].strip()[:1]
    alone = not after and "。" not in text[span.start : bracket.start]
    if not (before and before in "。；;！") and not alone:
        return
    listed = split_bodies(reading, inner)
    if _ONLY_NAMES.fullmatch(reading.words(inner)) and all(is_body(body) for body in listed.bodies):
        yield from duties_of(
            listed, Role.RESPONSIBLE, say("note in brackets that only names bodies"), Certainty.LIKELY
        )


def _fields(reading: Reading, span: Span, inside: Sequence[Span]) -> Iterator[Note]:
    """Lines and parts of lines such as 责任单位：…; not those within a note that was read already."""
    for field in _FIELD.finditer(reading.text, span.start, span.end):
        if any(note.start <= field.start() < note.end for note in inside):
            continue
        stop = _FIELD_END.search(reading.text, field.end(), span.end)
        value = trimmed(reading.text, Span(field.end(), stop.start() if stop else span.end))
        role = role_of_field(field["name"])
        verb = _VERB.search(reading.text, value.start, value.end)
        named = Span(value.start, verb.start() if verb else value.end)
        listed = split_bodies(reading, named) if role else Listed((), value.end)
        rule = say("{heading}: …", heading=field["name"])
        duties = tuple(duties_of(listed, role, rule, Certainty.CERTAIN)) if role else ()
        yield Note(Span(field.start(), value.end), duties)
