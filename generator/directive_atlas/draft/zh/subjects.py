"""Who does what by the sentence itself: its subject, 由 …, 会同 …, 报 …, 征求 … 意见.

Only words that are a known name, or end as names of bodies do, are taken for a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.draft.model import Body, Certainty, DraftDuty, Why
from directive_atlas.draft.zh import words
from directive_atlas.draft.zh.bodies import Listed, bodies_at, opened
from directive_atlas.draft.zh.roles import role_of_verb
from directive_atlas.draft.zh.text import Reading
from directive_atlas.passages import Span
from directive_atlas.problems.wording import Wording, say
from directive_atlas.vocabulary.tasks import Role

_CLAUSE_START = re.compile(rf"{words.CLAUSE_END}|”|(?<=[0-9a-zA-Z])[)）]\s*")
_LEAD_IN = re.compile(
    r"\s*(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]|第[一二三四五六七八九十百]{1,5}条|[①-⑳])?\s*"
    r"(?:[一二三四五六七八九十]{1,3}[是要]|同时|此外|另外|其中|因此|请|望|希望|责成|委托|授权|要求|建议|原则上|并|但|而|即"
    r"|会议(?:要求|强调|指出|明确)|必要时|今后|当前|目前)*[，,：:]?\s*"
)
_MODAL = re.compile(rf"\s*[，,]?\s*(?:{words.MODALS})(?!求|素|点|害|领)")
_PLAIN = re.compile(
    rf"\s*(?:{words.VERBS}|在|于|对|按|将|从|至|为(?=.{{0,30}}(?:单位|部门|机构|主体)[。，；,;])"
    r"|是(?=[^。]{0,40}(?:主管|责任|牵头|实施|监管)(?:单位|部门|机构|主体))|\d{4}\s*年|\d{1,2}\s*月)"
)
_RELATIVE = re.compile(
    rf"(?:{words.VERBS})[^，。；：]{{0,14}}?的(?![^，。；]{{0,30}}[，,](?:于|在|每|按|报))(?=[^，。；]{{0,30}}[，,。；])"
)
"""A body that is named only to say what something is: 国务院部门制定的规范性文件."""

_NOT_DOING = re.compile(
    r"\s*(?:负责人|负责同志|组成|为主|担任|构成|的|[^，。；]{0,20}向[^，。；]{0,20}(?:转变|转型|拓展|升级|为主|延伸)|等|为召集人|兼任|批准成立)"
)
_MEMBERSHIP = re.compile(r"[^，。；]{0,12}(?:组成|担任|兼任|构成)")


@dataclass(frozen=True, slots=True)
class _Form:
    """Words after which bodies stand, what must follow these, and the role that they then have."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    role: Role
    rule: Wording


_ANY = re.compile("")
_FORMS = (
    _Form(
        re.compile("会同|商请|联合(?!会|体|国|动|性)"),
        _ANY,
        Role.COORDINATED,
        say("done together with this body"),
    ),
    _Form(
        re.compile("(?<![参给赋授])(?:与|同|和)"),
        re.compile(r"(?:的)?[^，。；、]{0,8}(?:沟通|协调|协作|配合|衔接|对接|联动|合作|会商|联系|共同|建立)"),
        Role.COORDINATED,
        say("done in coordination with this body"),
    ),
    _Form(
        re.compile("征求|听取|征询|吸收|(?<=[，。；、会由经])商(?![务贸业品会标户家事请])"),
        re.compile(r"(?:的)?[^，。；]{0,8}(?:意见|建议|诉求|同意)|(?=[，。；后])"),
        Role.CONSULTED,
        say("its opinion is asked"),
    ),
    _Form(
        re.compile(
            "(?<!不)(?:上报|报送|报告|报请|报经|呈报|报备|提请|提交|移送|转送|移交|转报|报送至|报至|提交至|(?<![通汇申填呈上电预公情简周月年日警海播])报(?![告送请道名价表刊销酬备]))"
        ),
        re.compile(r"(?!的|负责人)"),
        Role.RECIPIENT,
        say("it is submitted to this body"),
    ),
    _Form(
        re.compile("抄送|抄告|抄报|通报|告知|函告|通知"),
        re.compile(r"(?=[，。；、]|依法|依规|处理|备案|并)"),
        Role.INFORMED,
        say("this body is informed"),
    ),
    _Form(
        re.compile("(?:定期|及时|主动|统一|逐级|按要求)?向"),
        re.compile(
            r"(?:书面|如实|及时|定期|主动)?(?:报告|报送|备案|提出|提交|申报|申请|反馈|汇报|述职|推荐|报备)"
        ),
        Role.RECIPIENT,
        say("it is submitted to this body"),
    ),
    _Form(
        re.compile("(?:定期|及时|主动|统一)?向"),
        re.compile(r"(?:通报|告知|公布|公示)"),
        Role.INFORMED,
        say("this body is informed"),
    ),
    _Form(
        re.compile("(?:接受|在)"),
        re.compile(r"的?[^，。；]{0,14}指导"),
        Role.GUIDE,
        say("it guides the work"),
    ),
    _Form(
        re.compile("(?:接受)"),
        re.compile(r"的?[^，。；]{0,14}监督"),
        Role.SUPERVISE,
        say("it supervises the work"),
    ),
)
"""Who else takes part, by the words around it."""

_ADDRESSED = re.compile(
    "鼓励|支持|引导|允许|督促|要求|责令|组织(?!领导)|动员|指导(?:和|、)?(?:督促|帮助|支持)?"
)


def stated(reading: Reading, span: Span, skip: Sequence[Span] = ()) -> tuple[DraftDuty, ...]:
    """The duties that a sentence states, without what lies in some passages of it."""
    found: list[DraftDuty] = [
        *_subjects(reading, span, skip),
        *_by(reading, span, skip),
        *_others(reading, span, skip),
    ]
    found.sort(key=lambda duty: duty.body.span)
    return tuple(_distinct(found))


def _distinct(found: Sequence[DraftDuty]) -> Iterator[DraftDuty]:
    """Each body once in each role; one that leads is not only responsible, too."""
    leads = {_key(duty.body) for duty in found if duty.role is Role.LEAD}
    seen: set[tuple[str, Role]] = set()
    for duty in found:
        key = (_key(duty.body), duty.role)
        if key not in seen and not (duty.role is Role.RESPONSIBLE and key[0] in leads):
            seen.add(key)
            yield duty


def _key(body: Body) -> str:
    return body.id or body.words


def subjects(reading: Reading, span: Span, skip: Sequence[Span] = ()) -> tuple[DraftDuty, ...]:
    """The subjects of the clauses of a sentence: 各地区、各部门要…."""
    return tuple(_subjects(reading, span, skip))


def _subjects(reading: Reading, span: Span, skip: Sequence[Span]) -> Iterator[DraftDuty]:
    for start in _starts(reading.text, span, skip):
        lead_in = _LEAD_IN.match(reading.text, start, span.end)
        at = lead_in.end() if lead_in else start
        listed = bodies_at(reading, at, span.end)
        predicate = _predicate(reading.text, listed.end, span.end) if listed.bodies else None
        if predicate and not _RELATIVE.match(reading.text, listed.end, span.end):
            role, certainty = _role(reading.text, predicate, span.end)
            rule = say("subject of the sentence before “{word}”", word=predicate[0].strip(" ，,"))
            yield from _duties(listed, role, rule, certainty)


def _starts(text: str, span: Span, skip: Sequence[Span]) -> Iterator[int]:
    if not any(each.start <= span.start < each.end for each in skip):
        yield span.start
    for mark in _CLAUSE_START.finditer(text, span.start, span.end):
        if not any(each.start <= mark.start() < each.end for each in skip):
            yield mark.end()


def _predicate(text: str, at: int, end: int) -> re.Match[str] | None:
    return _MODAL.match(text, at, end) or _PLAIN.match(text, at, end)


_SOON = 14
"""How far from the subject the verb may stand that decides the role: 要积极配合."""


_LEADS = re.compile(
    rf"\s*[，,]?(?:{words.MODALS})?(?:(?:会同|与|和)[^，]{{2,12}})?(?:充分|切实)?(?:发挥|负责|负|做好)?(?:总)?牵头"
)


def _role(text: str, predicate: re.Match[str], end: int) -> tuple[Role, Certainty]:
    """The role of a subject by the verb that follows it soon."""
    stop = re.compile("[，,；;。]").search(text, predicate.end(), end)
    following = text[predicate.start() : min(stop.start() if stop else end, predicate.end() + _SOON)]
    if _LEADS.match(following):
        return Role.LEAD, Certainty.CERTAIN
    if re.match(rf"\s*[，,]?(?:{words.MODALS})?[积极主动密切大力全力]{{0,4}}(?:配合|参与|协助)", following):
        return Role.SUPPORT, Certainty.CERTAIN
    certain = _MODAL.match(predicate[0]) or "负责" in predicate[0]
    return Role.RESPONSIBLE, Certainty.CERTAIN if certain else Certainty.LIKELY


def _by(reading: Reading, span: Span, skip: Sequence[Span]) -> Iterator[DraftDuty]:
    """由 …: the body that acts in a passive sentence."""
    for mark in _outside("(?<!自|理|缘|因|事)由(?!于|此|来)", reading.text, span, skip):
        listed = _chosen(reading, bodies_at(reading, mark.end(), span.end), span.end)
        if not listed.bodies or _NOT_DOING.match(reading.text, listed.end, span.end):
            continue
        if _MEMBERSHIP.match(reading.text, listed.end, span.end) or not _predicate(
            reading.text, listed.end, span.end
        ):
            continue
        role = role_of_verb(reading.text[listed.end : listed.end + 6]) or Role.RESPONSIBLE
        yield from _duties(listed, role, say("named as the one that acts"), Certainty.CERTAIN)


def _chosen(reading: Reading, listed: Listed, end: int) -> Listed:
    """The body that another one chooses: 由本级人民政府确定的审核机构."""
    choice = _CHOICE.match(reading.text, listed.end, end) if len(listed.bodies) == 1 else None
    named = bodies_at(reading, choice.end(), end) if choice else Listed((), end)
    if len(named.bodies) != 1:
        return listed
    return Listed((reading.named(Span(listed.bodies[0].span.start, named.end)),), named.end)


_CHOICE = re.compile("(?:指定|确定|委托|授权|明确|委派|选定|批准|认定|牵头组建|设立)的")


def _outside(pattern: str, text: str, span: Span, skip: Sequence[Span]) -> Iterator[re.Match[str]]:
    for mark in re.compile(pattern).finditer(text, span.start, span.end):
        if not any(each.start <= mark.start() < each.end for each in skip):
            yield mark


def _others(reading: Reading, span: Span, skip: Sequence[Span]) -> Iterator[DraftDuty]:
    for form in _FORMS:
        for mark in _outside(form.before.pattern, reading.text, span, skip):
            listed = bodies_at(reading, mark.end(), span.end)
            own = any(body.words.startswith("本") for body in listed.bodies)
            if listed.bodies and not own and form.after.match(reading.text, listed.end, span.end):
                yield from _duties(listed, form.role, form.rule, Certainty.CERTAIN)


def addressed(reading: Reading, span: Span, skip: Sequence[Span] = ()) -> Iterator[DraftDuty]:
    """Bodies that are encouraged, supported or told to do something: the demand is about them."""
    for mark in _outside(_ADDRESSED.pattern, reading.text, span, skip):
        listed = bodies_at(reading, mark.end(), span.end)
        if listed.bodies and _predicate(reading.text, listed.end, span.end):
            rule = say("those whom “{word}” is about", word=mark[0])
            yield from _duties(listed, Role.SUBJECT, rule, Certainty.LIKELY)


def _duties(listed: Listed, role: Role, rule: Wording, certainty: Certainty) -> Iterator[DraftDuty]:
    for body, open_ in opened(listed.bodies, listed):
        yield DraftDuty(body, role, Why(rule, certainty, body.span), and_others=open_)
