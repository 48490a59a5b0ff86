"""How other papers are called: orders, directives, memoranda, circulars, acts."""

from __future__ import annotations

import re

from directive_atlas.draft.en.phrases import spaced

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"{_MONTH} \d{{1,2}}, \d{{4}}"
_TITLE = rf"(?: of {_DATE})?(?:,? ?\((?P<title>(?!{_MONTH} \d)[A-Z“\"][^()]{{6,200}})\))?"
_QUOTED = r"(?:,? ?\(?[“\"](?P<title>[^”\"]{6,160})[”\"]\)?)?"
_NO_TITLE = r"(?P<title>(?!))?"
_WORD = r"[A-Z][\w’'.-]*"


def _paper(name: str, title: str) -> re.Pattern[str]:
    return re.compile(spaced(rf"(?<![\w-])(?P<name>{name}){title}"))


PAPERS = (
    _paper(r"Executive Order (?:No\. )?\d{4,5}|E\.?O\.? \d{4,5}", _TITLE),
    _paper(
        r"(?:Binding Operational|Emergency|Supplemental) Directive \d\d-\d\d"
        r"|(?:BOD|ED) \d\d-\d\d",
        _QUOTED,
    ),
    _paper(
        r"(?:OMB )?(?:Memorandum )?M-\d\d-\d\d",
        r"(?:,? ?\(?[“\"]?(?P<title>[A-Z][^”\"(),.;]{8,160})[”\"]?\)?)?",
    ),
    _paper(r"(?:OMB |Office of Management and Budget (?:\(OMB\) )?)?Circular (?:No\. )?A[-–]\d{1,3}", _TITLE),
    _paper(
        r"(?:National Security (?:Presidential )?(?:Memorandum|Directive)"
        r"|Homeland Security Presidential Directive"
        r"|Presidential Policy Directive|National Security Decision Directive|NSM|PPD|HSPD|NSPM)[ -/]\d{1,3}",
        _TITLE,
    ),
    _paper(r"Proclamation (?:No\. )?\d{4,5}", _TITLE),
    _paper(
        rf"(?:Presidential |National Security )?Memorandum of {_DATE}",
        r"(?:,? ?\((?P<title>[A-Z“\"][^()]{6,200})\))?",
    ),
    _paper(rf"{_DATE},? (?:Memorandum of Understanding|Memorandum of Agreement|MOU|MOA)", _NO_TITLE),
    _paper(
        rf"(?:{_WORD},? (?:(?:and|of|for|the|to|in|on|with"
        rf"|against) ){{0,2}}){{1,12}}(?:\([A-Z]{{2,12}}\) )?Act"
        r"(?: of \d{4})?(?![\w-])(?! [A-Z]\w)",
        r"(?: ?\((?:[Tt]itle \w+ of )?(?:Public Law"
        r"|Pub\. L\.) (?P<law>\d{2,3}-\d{1,4})[^()]{0,60}\))?(?P<title>(?!))?",
    ),
    _paper(
        r"(?:Circular|Directive|Notice|Instruction|Guidance Note"
        r"|Letter) (?:No\. ?)?\d{1,3}/\d{2,4}",
        _TITLE,
    ),
)
"""Patterns with the groups name, title and, of acts, law."""

ORDERS = re.compile(spaced(r"Executive Orders (?P<list>\d{4,5}(?:(?:, | and |, and )\d{4,5}){1,8})"))
SECTIONS = re.compile(
    spaced(
        r"(?P<name>[Ss]ections? \d{1,5}[\w()., -]{0,40}? of title \d{1,2},? (?:U\.S\. Code"
        r"|United States Code|U\.S\.C\.))"
    )
)
"""A section of the Code: a paper rests on it where it is named as the power to issue it."""

LEADING = re.compile(
    spaced(
        r"^(?:(?:The|This|That|In|Under|Pursuant|By|And|Of|For|To|the|and|of|for"
        r"|to|in|on|Section|Each|Such|As|With"
        r"|Congress|Administer|Consistent|See|Both|Title|All|When|If|Under|Through) )+"
    )
)
"""Words before the name of an act that are no part of it."""
