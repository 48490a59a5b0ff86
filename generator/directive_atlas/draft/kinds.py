"""What sort of body an unknown name means, by the words in which official papers name bodies of that sort."""

from __future__ import annotations

import re

from directive_atlas.vocabulary.actors import ActorKind

_GROUP = re.compile(
    r"^(?:各|有关|相关|所有|全体|其他|其它|国务院有关)"
    r"|各(?:部门|部委|直属|单位|级|地|区|县|市|省|委办局)"
    r"|(?:等单位|等部门|有关部门|有关单位|相关单位|有关方面)$"
    r"|^(?:all|each|every|any|other|such|relevant|appropriate|the heads? of)\b"
    r"|\b(?:agencies|departments|governments|bodies|offices|operators|providers|contractors|officials|heads"
    r"|entities|organizations|organisations|states)$",
    re.IGNORECASE,
)
"""A group that the text names by what its members have in common."""

_BY_WORDS = (
    (
        ActorKind.LOCAL,
        r"(?:人民政府|[市县区镇乡]政府|街道办事处|管委会|管理委员会)$|^(?:City|County|Borough) ",
    ),
    (ActorKind.PROVINCIAL, r"厅$|[省区]人民政府$"),
    (ActorKind.OFFICE, r"(?:办公厅|办公室)$|^(?:Executive )?Office of"),
    (ActorKind.ENTERPRISE, r"(?:公司|集团|银行)$|\b(?:Company|Corporation|Inc\.|Ltd\.?|Group)$"),
    (ActorKind.MINISTRY, r"部$|^Ministry of"),
    (ActorKind.DEPARTMENT, r"^Department of"),
    (ActorKind.AGENCY, r"[局署院会委]$|中心$|(?:Agency|Administration|Authority|Bureau|Commission|Board)$"),
)
"""The first that fits tells the kind of a single body."""


def is_group(words: str) -> bool:
    """Whether a name means whoever is of some sort: 各地区, 有关单位, all agencies."""
    return bool(_GROUP.search(words))


def kind_of(words: str) -> ActorKind:
    """The kind of a body that nothing knows, by its name; others where that does not tell."""
    if is_group(words):
        return ActorKind.GROUP
    return next((kind for kind, form in _BY_WORDS if re.search(form, words)), ActorKind.OTHER)
