"""Whether a passage demands, allows, forbids or encourages something, or only tells and explains.

Official papers demand by words such as 要 or 不得, but as often by a verb without a subject: 完善管理制度。
"""

from __future__ import annotations

import re

from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.agents import agents
from directive_atlas.draft.zh.figures import targets
from directive_atlas.draft.zh.notes import notes
from directive_atlas.draft.zh.rules import FIRST_LEADS
from directive_atlas.draft.zh.subjects import subjects
from directive_atlas.draft.zh.text import Reading
from directive_atlas.draft.zh.when import Clock, times
from directive_atlas.passages import Span
from directive_atlas.passages.obligations import obligations

_OPENING = re.compile(
    r"(?:现(?:就|将|提出|制定|印发|转发|批复|通知|公告|通报|函复|答复)?[^。；]{0,60}(?:如下|以下)[^。；，]{0,12}(?:[，,]请[^。]{0,24})?"
    r"|^为[^。要应须]*(?:经[^，。]{2,12}(?:同意|批准)|决定)[^。要应须]*"
    r"|(?:特)?(?:制定|提出|编制|形成)(?:本|以下|如下|此)(?:实施|工作|行动)?[\u4e00-\u9fff]{2,6})[。：:]?\s*$"
)
"""How the reasons of a paper end: 现提出以下意见。"""

_DEFINES = re.compile(
    r"(?:所称|所指)[^。]{0,60}(?:是指|系指|指的是|包括|，是)|(?:是指|系指)"
    r"|适用(?:于)?本(?:办法|规定|细则|条例|规则|制度|方案|通知)|^[\u4e00-\u9fff]{2,4}(?:对象|范围|依据|时间)(?:为|是|包括)"
)
_AUTHORITY = re.compile(
    r"由[^。；，]{2,40}负责解释|自[^。；，]{0,30}起(?:正式)?(?:施行|实施|执行|生效)|有效期(?:至|为|[\d一二三四五六七八九十])|(?:同时|即行)废止"
    r"|停止执行"
)
_TELLS = re.compile(
    r"^(?:会议(?:指出|认为|听取|通报|回顾|介绍|充分肯定|传达)|近年来|近期|近日|日前|目前|当前[，,]|多年来|长期以来|去年|据统计|据悉|与会|[^，。]{0,24}以来[，,]"
    r"|(?:19|20)\d\d年(?:以来|[^，。]{0,12}[，,][^。]{0,30}(?:发生|达到了|实现了))|我[市省县区局委部厅国](?=[^。]{0,40}了)|根据对|通过对[^，。]{2,30}分析|\d{1,2}月\d{1,2}日[，,]?[^。]{0,40}(?:召开|举行|出席|印发))"
)
_DONE = re.compile(
    r"(?:取得|形成|完成|实现|达到|建立|出台|印发|积累|召开|发现|开展|提供|进入|有效)了|已经?(?:基本|初步|全面|取得|成为|建成)|成效(?:明显|显著)。|有利于|具有重要意义|重要(?:举措|保障|抓手|支撑|基础)[。，；]|收悉"
)
_COVERS = re.compile(
    r"以上(?:意见|报告|请示|方案)?[，,]?(?:如无不妥|妥否|当否)|(?:现(?:予以?|将)?[^。]{0,60}(?:印发|转发|发给|下发)|(?:印发|转发|发)给你们)[^。]{0,40}(?:请|望)[^。]{0,30}(?:执行|落实|贯彻|实施|办理)"
)
"""The sentence that sends out what is annexed."""

_PLACES = re.compile(
    "(?:确定|选择|选取)[^。]*(?:作为|列为|为)[^。，]{0,10}(?:试点|示范)(?:地区|城市|单位|省份|县|区)?。?$"
)
"""A sentence that only names the places of a pilot."""

_ASKED = re.compile(
    r"(?:^|[，,；。])\s*(?:现将[^，。]{1,30}[，,])?(?:请(?!示)|望(?!京)|希望|同意(?=建立|设立|将|你|在)|责成|建议|原则同意)"
)
_ALLOWS = re.compile(
    r"(?<![许不认])可(?:以|按|根据|结合|由|参照|采取|采用|通过)?(?![能靠行信视持控])|鼓励|支持|允许|免征|免收|减征|予以|给予|适用|不纳入|不受"
)
_IMPERATIVE = re.compile(rf"\s*(?:{words.VERBS})(?![的了])")
_PREPOSED = re.compile(rf"\s*(?:{words.PREPOSITIONS}|\d{{4}}\s*年)")
_LEAD_IN = re.compile(
    rf"{words.LABEL}(?:会议(?:强调|要求|提出|部署|明确|决定|指出)[，,：:]?|[一二三四五六七八九十]{{1,3}}[是要]"
    r"|[^，。；：]{2,14}[：:])?\s*"
)
_CLAUSE = re.compile("[，,；;：:]")


def covers(words_: str) -> bool:
    """Whether a paragraph only sends out what is attached."""
    return bool(_COVERS.search(words_))


def opens(words_: str) -> bool:
    """Whether a paragraph gives the reasons for the paper and ends with 现通知如下 or the like."""
    return bool(_OPENING.search(words_))


def asks(reading: Reading, span: Span, *, labelled: bool = False) -> bool:
    """Whether any sentence of a passage asks something; with a label, any that does not tell or explain."""
    if notes(reading, span):
        return True
    if opens(reading.words(span)):
        return False
    asking = not_telling if labelled else sentence_asks
    return any(asking(reading, each) for each in reading.sentences(span))


def not_telling(reading: Reading, span: Span) -> bool:
    """Whether a sentence has a verb, and neither tells nor explains."""
    said = reading.words(span)
    told = (
        opens(said)
        or _AUTHORITY.search(said)
        or _DEFINES.search(said)
        or _TELLS.match(said)
        or _DONE.search(said)
    )
    acts = re.search(f"{words.VERBS}|{words.MODALS}", said)
    return (bool(acts) and not told) or sentence_asks(reading, span)


def sentence_asks(reading: Reading, span: Span) -> bool:
    """Whether a sentence asks something of somebody."""
    said = reading.words(span)
    if (
        opens(said)
        or FIRST_LEADS.search(said)
        or _AUTHORITY.search(said)
        or _COVERS.search(said)
        or _PLACES.search(said)
    ):
        return False
    lead_in = _LEAD_IN.match(said)
    start = span.start + (lead_in.end() if lead_in else 0)
    rest = Span(start, span.end)
    plain = reading.words(rest)
    if _ASKED.search(plain):
        return True
    if _DEFINES.search(plain) or _TELLS.match(said):
        return (
            _binds(reading, rest)
            and any(True for _ in subjects(reading, rest))
            and not _DEFINES.search(plain)
        )
    if _binds(reading, rest):
        return True
    if _DONE.search(plain):
        return False
    if _ALLOWS.search(plain) or _by_verb(plain) or any(True for _ in agents(reading, rest, ())):
        return True
    if targets(reading.text, rest):
        return True
    return _is_timed(reading, rest) or any(True for _ in subjects(reading, rest))


def _is_timed(reading: Reading, span: Span) -> bool:
    """Whether a sentence says by when something is to be done."""
    when = times(reading.text, span, _ANY_DAY)
    said = reading.words(span)
    return bool(when) and bool(re.match(r"\s*[到至]\s*20\d\d", said) or re.search(words.VERBS, said))


_ANY_DAY = Clock("1900-01-01", frozenset({"signed"}))
"""The day does not matter where it is only asked whether a time is named."""


def _binds(reading: Reading, span: Span) -> bool:
    return any(True for _ in obligations(reading.text, span))


def _by_verb(plain: str) -> bool:
    """A clause without a subject begins with a verb: the first one, or one after 对… or 到2025年…."""
    pieces = _CLAUSE.split(plain)
    if any(map(_IMPERATIVE.match, pieces)):
        return True
    return bool(_PREPOSED.match(pieces[0]) and re.search(words.VERBS, pieces[0]))
