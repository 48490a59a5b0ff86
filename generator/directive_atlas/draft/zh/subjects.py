"""The subject of a sentence or clause, if it is a body: 各地区、各部门要…, 市场监管总局会同有关部门制定…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from directive_atlas.draft.model import Body, Certainty, DraftDuty
from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.bodies import bodies_at
from directive_atlas.draft.zh.duties import duties_of
from directive_atlas.draft.zh.naming import is_private
from directive_atlas.draft.zh.text import Reading, outside
from directive_atlas.passages import Span
from directive_atlas.problems.wording import say
from directive_atlas.vocabulary.tasks import Role

_CLAUSE_START = re.compile(rf"{words.CLAUSE_END}|(?<=[。！？；])”|(?<=[0-9a-zA-Z])[)）]\s*")
_CLAUSE_END = re.compile("[，,；;。]")
_DAY = (
    r"(?:每年|(?:20\d\d|今|明|当)年)?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬)?年?[底末]?"
    "(?<=[年月日旬底末])(?:之前|以前|前|起)"
)
_LEAD_IN = re.compile(
    rf"{words.LABEL}(?:{_DAY}|[一二三四五六七八九十]{{1,3}}[是要]|同时|此外|另外|其中|因此|请|望|希望|责成|委托|授权|要求|建议|原则上"
    r"|并|但|而|即|会议(?:要求|强调|指出|明确)|必要时|今后|当前|目前)*[，,：:]?\s*"
)
"""What may stand before the subject."""

_REMARK = r"\s*(?:[（(][^（()）]{1,40}[）)])?"
_MODAL = re.compile(rf"{_REMARK}\s*[，,]?\s*(?:{words.MODALS})(?!求|素|点|害|领|能|靠|见|持续)")
_PLAIN = re.compile(
    rf"{_REMARK}\s*(?:{words.VERBS}|在|于|对|按|将|从|至|商(?![务业品会贸标户家])|为(?=.{{0,30}}(?:单位|部门|机构|主体)[。，；,;])"
    r"|是(?=[^。]{0,40}(?:主管|责任|牵头|实施|监管)(?:单位|部门|机构|主体))"
    r"|是[^，。；]{2,40}的?(?:第一|直接|主要|具体|总)责任人|\d{4}\s*年|\d{1,2}\s*月)"
)
_WHEN = re.compile(
    rf"在(?=[^。；]{{2,60}}(?:时|前|后|中)[，,](?:{words.MODALS}))"
    rf"|[^，。；的]{{2}}(?=[^，。；的]{{0,22}}(?:时|前|后)[，,](?:{words.MODALS}))"
)
"""What stands between a body and 要 or 应: in what case, or before or after what."""
_RELATIVE = re.compile(
    rf"(?!按|根据|依|结合|围绕|负责)(?:{words.VERBS})[^，。；：]{{0,14}}?"
    r"(?<!统一|相应|必要|具体|完善|健全|有效|专门|明确)的"
    r"(?![^，。；]{0,30}[，,](?:于|在|每|按|报))(?=[^，。；]{0,30}[，,。；])"
)
"""A body that is named only to say what something is: 国务院部门制定的规范性文件."""

_REPORTS = re.compile(
    r"的?[^，。；、的]{0,10}(?:情况|进展|结果|方案|计划|总结)(?:要|应当?|须|请)?(?:于[^，。；]{2,12})?"
    r"(?:定期|及时|按时|逐级)?(?=报送|报告|上报|报国|报省|向[^，。；]{2,16}报告)"
)
"""What stands between a body and the verb where it is to report of its work: 各地进展情况要定期报告."""

_DUE = re.compile(rf"{_DAY}[，,]\s*$")
"""A last day before a body: what follows is what it has to do by then."""

_LEADS = re.compile(
    rf"\s*[，,]?(?:{words.MODALS})?(?:(?:依照|按照|根据|依据)[^，。；]{{2,12}}?)?"
    r"(?:(?:会同|与|和)[^，]{2,12})?(?:充分|切实)?(?:发挥|负责|负|做好)?(?:总)?牵头"
    r"|\s*[为是][^，。；]{0,12}牵头(?:单位|部门)"
)
_SUPPORTS = re.compile(r"\s*(?:积极|主动|密切|大力|全力)?(?:做好)?(?:配合|参与|参加|协助|协同)")
_SUPPORTS_OTHERS = re.compile(
    rf"\s*(?:{words.MODALS})(?:积极|主动|大力|全力)?(?:配合|协助)(?=[\u4e00-\u9fff])(?!做好|开展|推进)"
)
"""要 before 配合 and those whom it names: 要积极配合政府; not 要密切配合."""

_MAY = re.compile("可(?!靠|信|持续)")
"""What enterprises or persons may do is no duty of theirs: 企业可申请补贴."""

_SOON = 14
"""How far from the subject the verb may stand that decides the role."""


def subjects(reading: Reading, span: Span, skip: Sequence[Span] = ()) -> Iterator[DraftDuty]:
    """The subjects of the clauses of a passage that have to do something, without those in ``skip``."""
    for start in _starts(reading.text, span, skip):
        lead_in = _LEAD_IN.match(reading.text, start, span.end)
        listed = bodies_at(reading, lead_in.end() if lead_in else start, span.end)
        verb = predicate(reading.text, listed.end, span.end) if listed.bodies else None
        due = _DUE.search(reading.text, max(span.start, start - _SOON), start)
        if verb and (due or not _RELATIVE.match(reading.text, listed.end, span.end)):
            role, certainty = _role(reading.text, verb, span.end)
            may = _MAY.match(verb[0].strip(" ，,"))
            if (certainty is Certainty.LIKELY or may) and all(map(_is_private, listed.bodies)):
                continue
            rule = say("subject of the sentence before “{word}”", word=verb[0].strip(" ，,"))
            yield from duties_of(listed, role, rule, certainty)


_PRIVATE_KINDS = re.compile("企业|公司|集团|主体|合作社|人员")


def _is_private(body: Body) -> bool:
    """Whether a body may be only what a measure is about: 规模以上工业企业研发投入."""
    return is_private(body) and bool(_PRIVATE_KINDS.search(body.words))


def predicate(text: str, at: int, end: int) -> re.Match[str] | None:
    """The word after a body that makes it the subject of a demand: 要, 会同, 于2020年…."""
    return (
        _MODAL.match(text, at, end)
        or _REPORTS.match(text, at, end)
        or _PLAIN.match(text, at, end)
        or _WHEN.match(text, at, end)
    )


def _starts(text: str, span: Span, skip: Sequence[Span]) -> Iterator[int]:
    if not any(each.start <= span.start < each.end for each in skip):
        yield span.start
    yield from (mark.end() for mark in outside(_CLAUSE_START, text, span, skip))


def _role(text: str, verb: re.Match[str], end: int) -> tuple[Role, Certainty]:
    """Who must do it is responsible, whatever the verb; but there are those who lead, and who take part."""
    stop = _CLAUSE_END.search(text, verb.end(), end)
    following = text[verb.start() : min(stop.start() if stop else end, verb.end() + _SOON)]
    if _LEADS.match(following):
        return Role.LEAD, Certainty.CERTAIN
    if _SUPPORTS.match(following) or _SUPPORTS_OTHERS.match(following):
        return Role.SUPPORT, Certainty.LIKELY
    certain = _MODAL.match(verb[0]) or "负责" in verb[0] or _WHEN.match(text, verb.start(), end)
    return Role.RESPONSIBLE, Certainty.CERTAIN if certain else Certainty.LIKELY
