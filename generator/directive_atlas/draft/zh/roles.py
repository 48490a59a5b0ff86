"""Which role a verb gives the bodies before it, and a heading such as 责任单位 those after it."""

from __future__ import annotations

import re

from directive_atlas.draft.zh import words
from directive_atlas.vocabulary.tasks import Role

OF_VERB: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (re.compile(verbs), role)
    for verbs, role in (
        ("牵头|主办|总负责", Role.LEAD),
        ("配合|参与|参加|协助|协办|协同", Role.SUPPORT),
        ("指导", Role.GUIDE),
        ("监督|督办|督促|督导|监管|考核", Role.SUPERVISE),
        ("负责|落实|承担|实施|办理|推进|完成|组织|分工|执行|承办", Role.RESPONSIBLE),
    )
)
"""The role by the first of these verbs that a phrase has, in this order."""

OF_FIELD: tuple[tuple[str, Role], ...] = (
    (words.FIELDS_LEAD, Role.LEAD),
    (words.FIELDS_SUPPORT, Role.SUPPORT),
    (words.FIELDS_SUPERVISE, Role.SUPERVISE),
    (words.FIELDS_GUIDE, Role.GUIDE),
    (words.FIELDS_RESPONSIBLE, Role.RESPONSIBLE),
)
"""The role by the heading of a line, of a column, or of a part of a note in brackets."""


def role_of_verb(phrase: str) -> Role | None:
    """The role that a phrase such as 牵头负责 or 按职责分工配合 gives; nothing where it has no such verb."""
    return next((role for pattern, role in OF_VERB if pattern.search(phrase)), None)


def role_of_field(heading: str) -> Role | None:
    """The role of the bodies below or after a heading, without regard to white space."""
    name = re.sub(r"\s|[:：]", "", heading)
    return next((role for fields, role in OF_FIELD if re.fullmatch(fields, name)), None)
