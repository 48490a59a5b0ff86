"""Who else has a part in what a sentence demands: 会同 …, 征求 … 意见, 报 …, 在 … 指导下."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.draft.model import Body, Certainty, DraftDuty
from directive_atlas.draft.zh.bodies import bodies_at
from directive_atlas.draft.zh.duties import duties_of
from directive_atlas.draft.zh.naming import is_private
from directive_atlas.draft.zh.text import Reading, outside
from directive_atlas.passages import Span
from directive_atlas.problems.wording import Wording, say
from directive_atlas.vocabulary.tasks import Role


@dataclass(frozen=True, slots=True)
class _Form:
    """Words before some bodies, what must follow these, and the role that they then have."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    role: Role
    rule: Wording


def _form(before: str, after: str, role: Role, rule: Wording) -> _Form:
    return _Form(re.compile(before), re.compile(after), role, rule)


_SUBMITTED = say("it is submitted to this body")
_NOTIFIED = say("it is notified")
_FORMS = (
    _form("会同|商请|联合(?!会|体|国|动|性)", "", Role.COORDINATED, say("done together with this body")),
    _form(
        "(?<![参给赋授])(?:与|同|和)",
        "的?[^，。；、]{0,8}(?:沟通|协调|协作|配合|衔接|对接|联动|合作|会商|联系|共同|建立)",
        Role.COORDINATED,
        say("done in coordination with this body"),
    ),
    _form(
        "征求|听取|征询|吸收|(?<=[，。；、会由经时部局委厅办室院府])商(?![务贸业品会标户家事请])",
        "的?[^，。；]{0,8}(?:意见|建议|诉求|同意)|(?=[，。；后]|研究|确定|制定|同意)",
        Role.CONSULTED,
        say("its opinion is asked"),
    ),
    _form(
        "(?<!不)(?<!需要)(?<!是否)(?:上报|报送至?|报告|报请|报经|呈报|报备|提交至?|移送|转送|移交|转报|报至"
        "|(?<![通汇申填呈上电预公情简周月年日警海播本晨晚])报(?![告送请道名价表刊销酬备至讯]))",
        "(?!的|负责人|进行审|审议|讨论)",
        Role.RECIPIENT,
        _SUBMITTED,
    ),
    _form(
        "(?:定期|及时|主动|统一|逐级|按要求)?向",
        "(?:书面|如实|及时|定期|主动)?(?:报告|报送|备案|提出|提交|申报|申请|反馈|汇报|述职|推荐|报备)",
        Role.RECIPIENT,
        _SUBMITTED,
    ),
    _form(
        "抄送|抄告|抄报|通报|告知|函告|通知",
        "(?=[，。；、]|依法|依规|处理|备案|并)",
        Role.RECIPIENT,
        _NOTIFIED,
    ),
    _form("(?:定期|及时|主动|统一)?向", "(?:通报|告知|公布|公示)", Role.RECIPIENT, _NOTIFIED),
    _form(
        "(?:建立|健全|完善|形成|成立|构建|实行|组建)[以由]?",
        "(?:总)?牵头",
        Role.LEAD,
        say("it leads what is to be set up"),
    ),
    _form(
        "牵头(?:负责|组织)?[、，,]",
        "(?:共同|积极|分工|协同)?(?:参与|配合|参加|协助|协同)",
        Role.SUPPORT,
        say("it takes part in what another body leads"),
    ),
    _form(
        "(?:联席会议|领导小组|专班|指挥部|委员会|小组|工作组)由",
        "(?:等)?(?:\\d+个|[一二三四五六七八九十]+个)?(?:部门|单位)?(?:和单位)?(?:共同)?组成",
        Role.SUPPORT,
        say("it is a member of the group"),
    ),
    _form(
        "建立|健全|完善|构建",
        "(?:共同)?(?:参加|参与)的[^，。；]{0,24}(?:机制|制度|会议|小组|体系)",
        Role.SUPPORT,
        say("it takes part in what is to be set up"),
    ),
    _form(
        "印发",
        "(?:抓好|认真|遵照)?(?:贯彻|落实|执行)",
        Role.RECIPIENT,
        say("it is sent to this body to be carried out"),
    ),
    _form("反馈(?:给|至|到)?", "(?=[，。；])", Role.RECIPIENT, _NOTIFIED),
    _form("接受|在", "的?[^，。；]{0,14}指导", Role.GUIDE, say("it guides the work")),
    _form("接受", "的?[^，。；]{0,14}监督", Role.SUPERVISE, say("it supervises the work")),
)
_OWN = re.compile("本(?:地区?|部门|单位|辖区|系统|行业|级|省|市|县|区)")


def parties(reading: Reading, span: Span, skip: Sequence[Span]) -> Iterator[DraftDuty]:
    """Those who take part in what a passage demands, without what lies in ``skip``."""
    for form in _FORMS:
        for mark in outside(form.before, reading.text, span, skip):
            listed = bodies_at(reading, mark.end(), span.end)
            public = bool(listed.bodies) and all(map(_is_public, listed.bodies))
            if public and form.after.match(reading.text, listed.end, span.end):
                yield from duties_of(listed, form.role, form.rule, Certainty.CERTAIN)


def _is_public(body: Body) -> bool:
    """Whether a body has a part in what others do: a public one, and not the place of the one who acts."""
    return not _OWN.fullmatch(body.words) and not is_private(body)
