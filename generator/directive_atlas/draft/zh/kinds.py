"""The kind of a paper by its title."""

from __future__ import annotations

import re

from directive_atlas.vocabulary.directives import DirectiveKind

_KINDS = (
    (re.compile("(?:批复|复函)$"), DirectiveKind.REPLY),
    (re.compile("(?:通知|通报|公告|通告|函)$"), DirectiveKind.NOTICE),
    (re.compile("决定$"), DirectiveKind.DECISION),
    (re.compile("(?:令|命令)$"), DirectiveKind.ORDER),
    (re.compile("(?:意见|措施|政策)$"), DirectiveKind.OPINIONS),
    (
        re.compile("(?:方案|计划|规划|纲要|要点|安排|分工|分解表|分工表|任务书|预案|路线图)$"),
        DirectiveKind.PLAN,
    ),
    (re.compile("工作报告$"), DirectiveKind.REPORT),
    (re.compile("(?:办法|规定|细则|规则|制度|章程)$"), DirectiveKind.REGULATION),
    (re.compile("(?:条例|法)$"), DirectiveKind.LAW),
    (re.compile("(?:标准|规范|指南|规程)$"), DirectiveKind.STANDARD),
    (re.compile("(?:纪要|会议)$"), DirectiveKind.MEETING),
)
_REMARK = re.compile(r"[（(【〔][^（()）】〕]{0,20}[）)】〕]$")
PAPER_END = re.compile(
    "(?:通知|通报|公告|通告|函|批复|决定|令|意见|措施|政策|方案|计划|规划|纲要|要点|安排|分工|分解表|分工表|任务书|预案|报告|办法|规定|细则|规则"
    "|制度|章程|条例|标准|规范|指南|规程|纪要|清单|名单|名册|目录|请示|讲话|一览表|样图|式样|指引|台账|职责|任务表|计划表|汇总表|流程图)$"
)
"""How the title of a paper, or of what is attached to it, ends."""


def kind_of(title: str) -> DirectiveKind | None:
    """The kind of a paper; nothing where its title does not say so."""
    plain = without_remark(title)
    return next((kind for pattern, kind in _KINDS if pattern.search(plain)), None)


def without_remark(title: str) -> str:
    """A title without white space and a remark such as （试行） at its end."""
    return _REMARK.sub("", re.sub(r"\s", "", title))
