"""Those who act without being the subject: 由省级部门审核, 要求起草单位补充材料, 指定专门机构负责."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from directive_atlas.draft.model import Certainty, DraftDuty
from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.bodies import Listed, bodies_at
from directive_atlas.draft.zh.duties import duties_of
from directive_atlas.draft.zh.roles import role_of_verb
from directive_atlas.draft.zh.subjects import predicate
from directive_atlas.draft.zh.text import Reading, outside
from directive_atlas.passages import Span
from directive_atlas.problems.wording import say
from directive_atlas.vocabulary.tasks import Role

_BY = re.compile(
    "(?<!自|理|缘|因|事)由(?!于|此|来)|(?<=[，。；])经(?=[^，。；]{2,16}(?:会同|组织)[^，。；]{2,20}(?:评审|审核|论证|评估|审定|验收))"
)
_NOT_DOING = re.compile(
    r"\s*(?:负责人|负责同志|为主|的|等|为召集人|批准成立|[^，。；会]{0,12}(?:组成|担任|兼任|构成)"
    r"|[^，。；]{0,20}向[^，。；]{0,20}(?:转变|转型|拓展|升级|为主|延伸))"
)
"""What follows 由 and a body where nobody acts: a change from … to …, the members of a group."""

_NAMES_A_THING = re.compile(r"[^，。；]{2,60}的[^，。；、]{2,12}[，,]由")
"""由 within words that only say of what something is done: 由部门起草的文件，由…."""

_CHOICE = re.compile("(?:指定|确定|委托|授权|明确|委派|选定|批准|认定|牵头组建|设立)的")
_TOLD = (
    (
        re.compile("要求|责成|责令"),
        re.compile(rf"(?:在[^，。；]{{1,10}}[内前])?(?:{words.VERBS}|补充|立即|限期|按时|说明)"),
    ),
    (
        re.compile("(?<!会同)(?<=[，。；要应地府门])组织(?![实协])"),
        re.compile(r"(?:结合[^，。；]{1,20}?)?(?:完成|落实|合理确定|填报|上报|做好|抓好|编制|制定|开展自查)"),
    ),
    (re.compile("指定|明确|委托|安排|授权"), re.compile("(?:具体|专门|统一|牵头)*(?:负责|承担|牵头)")),
)
"""Verbs that make somebody act, and what must follow the bodies behind them."""


def agents(reading: Reading, span: Span, skip: Sequence[Span]) -> Iterator[DraftDuty]:
    """Those who act in a passage, without what lies in ``skip``."""
    yield from _by(reading, span, skip)
    yield from _told(reading, span, skip)


def _by(reading: Reading, span: Span, skip: Sequence[Span]) -> Iterator[DraftDuty]:
    """由 …: the body that acts in a passive sentence."""
    text = reading.text
    for mark in outside(_BY, text, span, skip):
        listed = _chosen(reading, bodies_at(reading, mark.end(), span.end), span.end)
        no_act = (_NOT_DOING, _NAMES_A_THING)
        if not listed.bodies or any(each.match(text, listed.end, span.end) for each in no_act):
            continue
        if predicate(text, listed.end, span.end):
            role = role_of_verb(text[listed.end : listed.end + 6]) or Role.RESPONSIBLE
            yield from duties_of(listed, role, say("named as the one that acts"), Certainty.CERTAIN)


def _chosen(reading: Reading, listed: Listed, end: int) -> Listed:
    """The body that another one chooses: 由本级人民政府确定的审核机构."""
    choice = _CHOICE.match(reading.text, listed.end, end) if len(listed.bodies) == 1 else None
    named = bodies_at(reading, choice.end(), end) if choice else Listed((), end)
    if len(named.bodies) != 1:
        return listed
    return Listed((reading.named(Span(listed.bodies[0].span.start, named.end)),), named.end)


def _told(reading: Reading, span: Span, skip: Sequence[Span]) -> Iterator[DraftDuty]:
    """Bodies that others are to make do something."""
    for before, after in _TOLD:
        for mark in outside(before, reading.text, span, skip):
            listed = bodies_at(reading, mark.end(), span.end)
            if listed.bodies and after.match(reading.text, listed.end, span.end):
                rule = say("told to act by “{word}”", word=mark[0])
                yield from duties_of(listed, Role.RESPONSIBLE, rule, Certainty.LIKELY)
