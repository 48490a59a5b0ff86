"""Other papers that a text names in 《》, and what it does to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.model import Certainty, DraftRelation, Why
from directive_atlas.draft.zh.brackets import brackets
from directive_atlas.draft.zh.text import Reading
from directive_atlas.passages import Span
from directive_atlas.problems.wording import say
from directive_atlas.vocabulary.directives import RelationKind

NUMBER = r"[\u4e00-\u9fffA-Za-z]{1,14}\s*[〔\[［（(]\s*(?:19|20)\d\d\s*[〕\]］）)]\s*第?\s*\d{1,5}\s*号"
"""A document number, such as 国办发〔2018〕121号."""

_NUMBER_AFTER = re.compile(
    rf"[（(]\s*(?P<number>{NUMBER}|[^（()）]{{2,20}}令第?\s*\d{{1,4}}\s*号)[^（()）]{{0,20}}[）)]"
)
_ENDS_AFTER = (
    (re.compile(r"[^。；]{0,60}停止执行"), RelationKind.STOPS),
    (re.compile(r"[^。；]{0,60}(?:废止|失效|予以撤销)"), RelationKind.REPEALS),
    (re.compile(r"[^。；]{0,30}(?:作如下修改|予以修改|修改为|进行修订|的修订)"), RelationKind.AMENDS),
)
_ENDS_BEFORE = (
    (re.compile(r"(?:废止|撤销)[^。；，]{0,12}$"), RelationKind.REPEALS),
    (re.compile(r"(?:停止执行)[^。；，]{0,12}$"), RelationKind.STOPS),
    (re.compile(r"(?:(?:转发|批转)[^。；，》]{0,20})$"), RelationKind.FORWARDS),
)
_FOLLOWS = re.compile(r"(?:贯彻|落实|执行|实施|遵照|遵守|对照)(?:好|了)?[^。；》《]{0,30}$")
_RESTS_ON = re.compile(r"(?:根据|依据|依照|按照|按)[^。；》《]{0,30}$")
_SAYS = re.compile(
    r"(?:[和、与及]《[^》]{2,40}》)*(?:等[^。；，]{0,10})?(?:对[^。；]{2,80}?(?:作出|做出|提出|进行)了?|[，,])?(?:了|具体|全面)?(?:明确|均)?(?:提出|要求|规定|明确|指出|强调|部署|确定)"
)
_AS_ASKED = re.compile(r"[^。；，]{0,14}(?:要求|精神|部署)")
_RESTS_ON_SEVERAL = re.compile(
    r"(?:根据|依据|依照|按照|按)[^。；》《]{0,30}(?:《[^》]{2,90}》[^。；，》《]{0,8}[和与及、]\s*)+$"
)
"""The same with others between: 根据《甲》要求和《乙》精神."""

_LAW_NAME = re.compile(r"(?:法|条例|办法|规定)(?:（[^（）]*）)?$")
_OBSERVED = re.compile(r"(?:遵守|遵循)[^。；》《]{0,6}$")
_APPLIED = re.compile(
    r"(?:等[^，。；]{0,8})?(?:及其[^，。；]{0,8})?(?:的?(?:有关|相关)?规定)?[，,]?(?:予以|进行|给予|依法)*"
    r"(?:处理|查处|处罚|处置|追究|惩处|处分|办理|执行)"
)
"""Behind a law that is applied to a case: 依据《…法》处理."""

_SUPPLEMENTS = re.compile(r"(?:补充|配套)[^。；，》]{0,12}$")
_ANSWERED = re.compile(r"[^。；]{0,30}(?:收悉|已经?收到)")
_FORWARDED = re.compile(r"[^。；]{0,40}(?:现(?:予以?)?转发|转发给)")
_ISSUED_HERE = re.compile(r"[^。]{0,60}(?:现予?(?:以)?印发|现发给|印发给你们|予以印发|现印发)")
_ISSUING = re.compile(
    r"(?:印发|发布|公布|制定|编制|出台|修订|形成|起草)(?![^。；，》]{0,10}的$)[^。；，》]{0,10}$"
)
_PAPER = re.compile(
    r"(?:意见|通知|决定|规划|纲要|方案|办法|规定|条例|法|计划|决议|报告|指南|标准|细则|请示|批复|通报|公告|制度|目录|预案|章程|要点|函|令|准则|规则|措施"
    r"|若干政策|清单|协定|宣言|指引|规程)(?:（[^（）]*）|〔[^〔〕]*〕)?$"
)


_LAW = re.compile(
    r"(?:贯彻落实|贯彻实施|贯彻执行|贯彻|落实|执行|实施)(?P<title>[\u4e00-\u9fff]{1,16}?(?<![办方做立执司普普用语算手想看说依守违非合枪书])法)"
    r"(?=等|和|、|，|及|与|有关|规定|的)"
)
"""A law that is named without 《》."""


def laws(reading: Reading, span: Span) -> Iterator[DraftRelation]:
    """The laws that a passage says are to be carried out, without the signs of a title."""
    for match in _LAW.finditer(reading.text, span.start, span.end):
        where = Span(*match.span("title"))
        why = Why(say("a law that is to be carried out"), Certainty.LIKELY, where)
        yield DraftRelation(RelationKind.IMPLEMENTS, match["title"], "", where, why)


def relations(reading: Reading, span: Span, *, opening: bool, own_title: str) -> Iterator[DraftRelation]:
    """What a passage says of other papers; ``opening`` tells that it gives the reasons of the whole text."""
    for title in brackets(reading.text, span, "《"):
        name = reading.text[title.start + 1 : title.end - 1]
        number = _NUMBER_AFTER.match(reading.text, title.end, span.end)
        end = number.end() if number else title.end
        if not (_PAPER.search(name) or number) or (not opening and _is_applied(reading.text, title, span)):
            continue
        if kind := _kind(reading.text, title, end, span, opening, own_title):
            where = Span(title.start, end)
            why = Why(say("another paper is named: {kind}", kind=kind.label), Certainty.LIKELY, where)
            yield DraftRelation(kind, name, number["number"] if number else "", where, why)


_BEFORE = 260
"""How many characters before a title are read, others with long titles among them."""


def _kind(text: str, title: Span, end: int, span: Span, opening: bool, own_title: str) -> RelationKind | None:
    """What the text does to a paper, by the words around it; nothing where it is a part of this one."""
    start = max(span.start, title.start - _BEFORE)
    before = re.split("[。；]", text[start : title.start])[-1]
    name = text[title.start + 1 : title.end - 1]
    if _FORWARDED.match(text, end, span.end):
        return RelationKind.FORWARDS
    if _ISSUED_HERE.match(text, end, span.end) or (name and name in own_title and "转发" not in own_title):
        return None
    for pattern, kind in _ENDS_AFTER:
        if pattern.match(text, end, span.end):
            return kind
    for pattern, kind in _ENDS_BEFORE:
        if pattern.search(before):
            return kind
    if _ANSWERED.match(text, end, span.end):
        return RelationKind.FOLLOWS_UP
    return _by_verb(text[end : span.end], before, opening)


def _is_applied(text: str, title: Span, span: Span) -> bool:
    """Whether a law is only observed, or applied to cases, as every law is."""
    before = text[max(span.start, title.start - 60) : title.start]
    applied = _RESTS_ON.search(before) and _APPLIED.match(text, title.end, span.end)
    is_law = _LAW_NAME.search(text[title.start + 1 : title.end - 1])
    return bool(is_law and (applied or _OBSERVED.search(before)))


def _by_verb(after: str, before: str, opening: bool) -> RelationKind | None:
    """By the verb before a paper, or after it; in the reasons of a paper what it rests on is its basis."""
    if opening and any((_RESTS_ON.search(before), _RESTS_ON_SEVERAL.search(before), _SAYS.match(after))):
        return RelationKind.RESTS_ON
    if _FOLLOWS.search(before) and (not _RESTS_ON.search(before) or _AS_ASKED.match(after)):
        return RelationKind.IMPLEMENTS
    if _RESTS_ON.search(before) and _AS_ASKED.match(after):
        return RelationKind.IMPLEMENTS
    if _SUPPLEMENTS.search(before):
        return RelationKind.SUPPLEMENTS
    return None if _ISSUING.search(before) else RelationKind.CITES
