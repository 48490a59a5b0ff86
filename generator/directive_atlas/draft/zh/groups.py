"""How a group such as a joint meeting is set up: who chairs it, who belongs to it, where its office is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from directive_atlas.draft.model import Body, Certainty, DraftDuty, Why
from directive_atlas.draft.zh.text import Reading, clauses, outside
from directive_atlas.passages import Span
from directive_atlas.problems.wording import Wording, say
from directive_atlas.vocabulary.tasks import Role

_GROUP = "(?:联席会议|领导小组|协调小组|工作小组|工作组|工作专班|专班|指挥部|委员会|理事会|协调机制)"
_DEPUTY = "副总?召集人|副组长|副主任委员|副主任|副主席|副总?指挥长?"
_CHAIR = "总召集人|召集人|组长|主任委员|主席|总指挥长?|指挥长"
_STAFF = "办公室主任|秘书长"
_MEMBER = "联络员|成员|委员"
_POST = rf"(?P<post>{_STAFF}|{_DEPUTY}|{_CHAIR}|{_MEMBER})"
_ROLES = (
    (re.compile(_STAFF), Role.RESPONSIBLE),
    (re.compile(_DEPUTY), Role.SUPPORT),
    (re.compile(_CHAIR), Role.LEAD),
    (re.compile(_MEMBER), Role.SUPPORT),
)
_CLAUSE = r"(?:^|(?<=[，,。；;：:\n]))"
_FORMS: tuple[tuple[re.Pattern[str], Role | None, Wording], ...] = tuple(
    (re.compile(pattern), role, rule)
    for pattern, role, rule in (
        (
            rf"{_POST}(?:[\d一二两三四五六七八九十若干]+[人名])?[，,]?由(?P<who>[^，。；由]{{2,60}}?)(?:担任|兼任)",
            None,
            say("holds a post in the group"),
        ),
        (rf"由(?P<who>[^，。；由]{{2,60}}?)(?:担任|兼任|任){_POST}", None, say("holds a post in the group")),
        (
            rf"{_CLAUSE}(?P<who>[^，。；：由设]{{2,30}}?)(?<![以作成])[为任](?:{_GROUP}(?:办公室)?)?{_POST}(?=[，,。；;（(])",
            None,
            say("holds a post in the group"),
        ),
        (
            rf"{_GROUP}[^，。；]{{0,8}}?邀请(?P<who>[^，。；]{{2,30}}?)(?:参加|列席|参与)",
            Role.SUPPORT,
            say("is invited by the group"),
        ),
        (
            r"(?:专题会议|全体会议|会议)[^。；]{0,12}由(?P<who>[^，。；由]{2,40}?)(?:召集并?主持|主持|召集)(?=[，,。；;召])",
            Role.LEAD,
            say("chairs the meetings of the group"),
        ),
        (
            rf"{_CLAUSE}(?P<who>(?:{_GROUP})?办公室)设在[^，。；]{{2,20}}[，,](?:主要)?(?:承担|负责)",
            Role.RESPONSIBLE,
            say("the office that does the work of the group"),
        ),
        (
            rf"{_CLAUSE}(?P<who>{_GROUP})(?:(?:下?设立?|设置)(?:联络员|召集人|办公室|专家|若干|副)|不刻制印章|不正式行文)",
            Role.RESPONSIBLE,
            say("the group itself"),
        ),
        (
            r"(?:建立|成立|设立)[由以](?P<who>[^，。；]{2,24}?(?:领导同志|负责同志|负责人|领导))(?:总)?(?:牵头|任组长|为召集人)",
            Role.LEAD,
            say("it leads what is to be set up"),
        ),
    )
)
_JOIN = re.compile("[、和及]|以及|或者?")
_PERSON = re.compile("(?:同志|领导|负责人|[长主任记员人]|主任)$")


def posts(reading: Reading, span: Span, skip: Sequence[Span]) -> Iterator[DraftDuty]:
    """Who chairs a group, belongs to it or does its work, without what lies in ``skip``."""
    for pattern, role, rule in _FORMS:
        for match in outside(pattern, reading.text, span, skip):
            given = role or next(part for post, part in _ROLES if post.fullmatch(match["post"]))
            for body in _holders(reading, Span(*match.span("who"))):
                yield DraftDuty(body, given, Why(rule, Certainty.LIKELY, body.span))


def _holders(reading: Reading, span: Span) -> Iterator[Body]:
    """Each of those who are named, if every piece between 、 and 和 names somebody; else all as one."""
    pieces = [*clauses(reading.text, span, _JOIN)]
    single = all(_PERSON.search(reading.words(piece)) for piece in pieces)
    yield from (reading.named(piece) for piece in (pieces if single else [span]))


_FUNCTIONS = re.compile("(?:主要|工作)?(?:职能|职责)|职责任务|主要任务")
_CALLED = re.compile(rf"以下(?:统称|简称)[“]?(?P<who>{_GROUP})[”]?")


def group_of(reading: Reading, title: Span) -> DraftDuty | None:
    """The group whose functions a title heads, by the name that the text gives it before."""
    called = [*_CALLED.finditer(reading.text, 0, title.start)]
    if not called or not _FUNCTIONS.fullmatch(reading.words(title).strip()):
        return None
    body = reading.named(Span(*called[-1].span("who")))
    why = Why(say("the group whose functions these are"), Certainty.LIKELY, title)
    return DraftDuty(body, Role.RESPONSIBLE, why)
