"""What the columns of a table of tasks are called, in Chinese and in English, and what each of them means."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Self

from directive_atlas.vocabulary.folding import name_key
from directive_atlas.vocabulary.tasks import Role

LONGEST = 60
"""The most characters of a heading; what is longer is a sentence."""


class Column(StrEnum):
    """A meaning of a column, with the pattern of its headings; the first that fits a heading is meant.

    ``role`` is the part of the bodies that it names; a ``level`` has the words of tasks.
    """

    pattern: re.Pattern[str]
    role: Role | None
    level: bool

    def __new__(cls, value: str, words: str, role: Role | None = None, level: bool = False) -> Self:
        """A meaning with the words of its headings, in the form of a regular expression."""
        column = str.__new__(cls, value)
        column._value_ = value
        column.pattern, column.role, column.level = re.compile(words), role, level
        return column

    OTHER = (
        "other",
        "领导|责任人|联系人|负责人|电话|来源|依据|级别|leader|phone|e-?mail|contact|source|cost|budget|起始|开始|启动时间|^start|startdate",
    )
    NUMBER = (
        "number",
        r"^(序号?|编号|项次|项号|#|s/n|item|(action|task|item|milestone|serial|ref(erence)?)?(no|nr|number|id|ref)\.?)$",
    )
    LEAD = "lead", "牵头|主办|lead", Role.LEAD
    SUPPORT = (
        "support",
        "配合|协办|协同|参与|参加|协助|支持(单位|部门)|support|partner|contribut|cooperat|assist",
        Role.SUPPORT,
    )
    SUPERVISE = "supervise", "督办|督导|督查|监督|监管|oversight|supervis", Role.SUPERVISE
    GUIDE = "guide", "指导(单位|部门)|guid(ing|ance)", Role.GUIDE
    COORDINATED = "coordinated", "coordinat", Role.COORDINATED
    CONSULTED = "consulted", "征求|会商|consult", Role.CONSULTED
    RESPONSIBLE = (
        "responsible",
        "责任|承办|主责|(落实|实施|负责|完成|执行)(单位|部门|主体)|^(单位|部门)$"
        "|responsib|owner|accountable|agency|agencies|^who$|department|office|bureau",
        Role.RESPONSIBLE,
    )
    DUE = (
        "due",
        "时限|期限|时间|日期|截止|进度安排|^due|^tobedoneby|deadline|date|timeline|timeframe|bywhen|^when$|completeby",
    )
    STATUS = "status", "完成情况|进展|落实情况|状态|办理情况|status|progress"
    NOTE = "note", "备注|^说明$|notes?$|remarks?|comments?"
    MEASURE = (
        "measure",
        "(具体|落实|推进|工作|保障|主要|细化|分解)(措施|举措|内容|事项|要求|步骤)|具体(任务|工作)|任务分解|分解任务"
        "|子任务|二级任务|^(措施|举措|内容)$|sub-?(action|task)|milestone|^steps?$|activit|deliverable",
        None,
        True,
    )
    SECTION = (
        "section",
        "类别|领域|方面|板块|分类|类型|专项|一级任务|category|pillar|theme|area|goal|objective|workstream"
        "|section|priorit",
        None,
        True,
    )
    TASK = (
        "task",
        "任务|事项|重点工作|^工作$|^work$|^项目(名称)?$|要求|action|task|requirement|initiative|measure|commitment"
        "|recommendation|description",
        None,
        True,
    )


_BRACKETS = re.compile(r"[(（〔\[][^)）〕\]]*[)）〕\]]")


def column_of(heading: str) -> Column | None:
    """What a heading means; remarks in brackets are not part of it."""
    if len(heading) > LONGEST:
        return None
    words = name_key(_BRACKETS.sub("", heading)) or name_key(heading)
    return next((column for column in Column if column.pattern.search(words)), None)
