"""How binding a demand is, and how far the text wants it to go: 要, 不得, 鼓励, 试点, 逐步."""

from __future__ import annotations

import re

from directive_atlas.draft.zh import words
from directive_atlas.passages import Span
from directive_atlas.passages.obligations import words_of_class
from directive_atlas.vocabulary.tasks import Obligation, Stage

_STAGES = (
    (
        re.compile(
            "(?:开展|组织|进行|推进|实施)[^，。；]{0,12}试点|先行先试|试行|(?:积极|稳妥)?(?:推进|启动)试点"
        ),
        Stage.PILOT,
    ),
    (
        re.compile(
            r"(?:^|[，。；、])(?:积极|主动|大胆|稳妥|鼓励)?(?:研究)?(?:探索|研究(?:出台|制定|提出|建立|完善|推动|设立|部署)?)"
        ),
        Stage.EXPLORE,
    ),
    (re.compile("逐步|分步|分批|分期"), Stage.GRADUAL),
    (re.compile("原则上"), Stage.IN_PRINCIPLE),
    (
        re.compile("基本(?:实现|建立|建成|形成|完成|解决|满足|消除|达到|具备|健全|齐全|普及|覆盖|全覆盖)"),
        Stage.BASIC,
    ),
)


def obligation(text: str, span: Span) -> Obligation:
    """The class of a demand: by the first clause, where that only forbids, allows or encourages."""
    start = _start(text, span)
    first = re.split("[，；。：]", text[start : span.end], maxsplit=2)
    head = Span(start, start + len("，".join(first[:2])))
    if any(True for _ in words_of_class(text, head, Obligation.MUST)):
        return Obligation.MUST
    for each in (Obligation.MUST_NOT, Obligation.ENCOURAGED, Obligation.MAY):
        if _whole(text, span, each):
            return each
    return Obligation.MUST


def _whole(text: str, span: Span, obligation: Obligation) -> bool:
    """Whether each sentence has a word of a class."""
    pieces = [*re.compile("[^。；]+").finditer(text, span.start, span.end)]
    return bool(pieces) and all(
        any(True for _ in words_of_class(text, Span(*piece.span()), obligation)) for piece in pieces
    )


def stage(text: str, span: Span) -> Stage | None:
    """How far a demand of one sentence goes; nothing where it has several, of which only one may say so."""
    piece = text[_start(text, span) : span.end]
    if len(re.findall("[。；]", piece)) > 1:
        return None
    return next((stage for pattern, stage in _STAGES if pattern.search(piece)), None)


def _start(text: str, span: Span) -> int:
    """Where the words begin behind a label."""
    label = _LABEL.match(text, span.start, span.end)
    return label.end() if label else span.start


_LABEL = re.compile(words.LABEL)
