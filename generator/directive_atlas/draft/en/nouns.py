"""How titles, organisations and groups of bodies are written, as regular expressions."""

from __future__ import annotations

import re

from directive_atlas.draft.en.phrases import spaced

_CAPITAL = r"[A-Z][\w.&/-]{0,60}(?:[’'][A-Z]\w{1,60})?"
"""No word is longer; from each letter of one that is, its end would be looked for anew."""
RANK = (
    r"(?:(?:Principal|Deputy|Associate|Assistant|Under|Acting|Vice|Senior"
    r"|Special|National|Federal|Chief) ){0,3}"
)
POST = (
    r"(?:Secretary|Director|Administrator|Chair(?:man|woman|person)?"
    r"|Commissioner|Assistant|Advis[eo]r|Counsel"
    r"|Inspector General|Superintendent|Comptroller|Commandant|Commander|Governor|Registrar|Representative"
    r"|Coordinator|Officer|Controller|Counselor|President|Statistician|Scientist|Economist|Architect"
    r"|Archivist|Librarian|Treasurer|Ambassador|Surgeon General|Solicitor General|Postmaster General"
    r"|Permanent Secretary|Minister|Attorney General|Chief of Staff)"
)
_JOIN = rf"(?:(?:of|for|on|to|in) (?:the )?|and (?!{RANK}{POST}\b)|with )?"
_PROPER = rf"{_CAPITAL}(?: {_JOIN}{_CAPITAL}){{0,12}}"
TITLE = re.compile(rf"{RANK}{POST} (?:of|for|to) (?:the )?{_PROPER}")
DOUBLE_TITLE = re.compile(
    rf"(?:Deputy )?Assistant to the President(?: for {_PROPER})? and {RANK}(?:{_CAPITAL}"
    rf" ){{0,3}}?{POST}(?: (?:of"
    rf"|for) (?:the )?{_PROPER})?"
)
"""An office that two titles name: Assistant to the President for … and Director of …."""

_BODY_FIRST = (
    r"(?:Department|Office|Bureau|Ministry|Agency|Administration|Commission"
    r"|Institute|Cent(?:er|re)|Board|Council"
    r"|Committee|Authority|Corps)"
)
_BODY_LAST = (
    r"(?:Council|Commission|Committee|Board|Task Force|Agency|Working Group"
    r"|Administration|Service|Office|Bureau"
    r"|Department|Division|Authority|Institute|Cent(?:er|re)|Directorate|Secretariat|Agencies|Officers?|Corps"
    r"|Academies|Fellowship|Initiative|Program Office|Community|Team|Network|Fund|Trust)"
)
_NOT_FIRST = (
    r"(?!(?:The|Each|Such|All|This|That|Any|No|In|By|For|To|As|If|When|Where"
    r"|Upon|After|Within|Every|Under)\b)"
)
ORGANISATIONS = (
    re.compile(rf"{_BODY_FIRST} (?:of|for|on) (?:the )?{_PROPER}"),
    re.compile(rf"{_NOT_FIRST}(?:{_CAPITAL} (?:(?:of|for|on) (?:the )?)?){{1,8}}{_BODY_LAST}(?! of [A-Z])\b"),
    re.compile(
        rf"{_NOT_FIRST}(?:{_CAPITAL} (?:(?:of|for|on) (?:the )?"
        rf"|(?:and|&) )?){{1,8}}{_BODY_LAST}(?! of [A-Z])\b"
    ),
)
LISTED = re.compile(r", (?:and )?the (?P<name>[A-Z]{3,6})(?=, (?:and )?the [A-Z]|,? and the [A-Z]|[.;])")
"""A short form between others of a list, whatever it means: “to the Director of OMB, the ABC, and the …”."""

_HEADS = r"(?:(?:the )?heads? of )?"
_WHICH = (
    r"(?i:(?:all|each|every|any|the|such|other|these|those|both|no|relevant"
    r"|appropriate|applicable|affected|covered"
    r"|participating|selected|designated|respective|interested|impacted"
    r"|responsible|federal|civilian|executive|branch"
    r"|independent|regulatory|funding|procuring|reporting|lead|member"
    r"|complainant|disputing|requesting|receiving|submitting|sponsoring|awarding|originating|owning"
    r"|department-level|agency-level|component-level|provider|customer|parent|host|stakeholder|individual|subordinate"
    r"|state|local|tribal|territorial|and|or|additional|of|their|its|an|a"
    r"|sector|risk|management|national|foreign"
    r"|other|cfo act|non-cfo act|covered|defense|grant-making|grantmaking|partner|component) ){0,9}"
)
_UNITS = (
    r"(?:(?:[Ee]xecutive )?[Dd]epartments? (?:and|or|and/or) [Aa]genc(?:ies|y)|agency or agencies|[Aa]gencies"
    r"|[Aa]gency heads?|[Aa]gency(?=,| that| with| itself| (?:shall|must|will|should"
    r"|may|is|has|does|do|cannot|can|which|providing|receiving"
    r"|objecting|developing|subject|whose|identified|to )|[.;:]|$)|SRMAs"
    r"|departments|bureaus|(?:[A-Z]{2,6} )?[Cc]omponents"
    r"|Inspectors General|Attorneys General|United States Attorneys|(?:[Aa]gency|senior|executive) leadership"
    r"|(?:contracting|procurement|acquisition|privacy|budget|records|law enforcement) officers"
    r"|(?:agency )?Chief [A-Z]\w+(?: [A-Z]\w+){0,4} Officers"
    r"|[Aa]gency (?:CIOs?|CISOs?|CAIOs?)|CIOs|CISOs|CAIOs|chief executives"
    r"|local authorities|councils|public bodies"
    r"|executive branch|agency (?:[a-z]+ )?contacts|(?:[\w-]+ ){0,2}(?:POCs?|SAORMs?|SAOs?))"
)
GROUP = re.compile(
    rf"(?<![\w-])((?!(?:and|or|of|branch|executive branch)\s){_HEADS}{_WHICH}{_UNITS})(?![\w’'-])"
)
HEADS = re.compile(
    rf"(?<![\w-])((?:the )?(?:heads of {_WHICH}[A-Z]{{2,5}}s|head of (?:each|every"
    rf"|any) (?:\w+ ){{0,2}}[A-Z]{{2,5}}))"
    r"(?![\w’'-])"
)
"""Heads of bodies that a short form names: the heads of all other Federal LEAs."""

_LEVEL = r"(?:[Ff]ederal|[Ss]tate|[Ll]ocal|[Tt]ribal|[Tt]erritorial|[Mm]unicipal|[Rr]egional)"
LEVELS = re.compile(
    rf"(?<![\w-])({_LEVEL}(?:(?:, and |, or |, | and | or ){_LEVEL}){{1,5}} +(?:[a-z-]+ +){{0,3}}?"
    r"(?:governments?|agencies|authorities|officials|entities|partners|leaders|regulators|officers"
    r"|investigators|prosecutors|stakeholders|jurisdictions|departments|law enforcement(?= ?[,;.:)])"
    r"|[A-Z]{2,6}s(?![A-Za-z])))(?![\w’'-])"
)
"""Bodies of several levels of government: “State, Tribal, and local agencies”."""

FIRMS = re.compile(
    r"(?<![\w-])((?:(?:all|each|every|any|the|such|covered|commercial"
    r"|private|federal|foreign|United States|IaaS|AI"
    r"|cloud|service|affected|third-party|critical|infrastructure|software"
    r"|private-sector|sector) ){0,6}(?:contractors"
    r"|companies|providers|vendors|operators|suppliers|manufacturers"
    r"|grantees|resellers|developers|grant recipients"
    r"|service provider|licensees|(?:employees|personnel|supervisors|officials)(?! (?:within|of"
    r"|from|at) (?:the )?(?-i:[A-Z]))))"
    r"(?![\w’'-])",
    re.IGNORECASE,
)
SHORT = re.compile(
    r" ?\((?:hereinafter |collectively, )?(?:the )?[“\"]?(?P<short>[A-Z][\w&/’ -]{1,40}?)[”\"]?\)"
)
BARE = re.compile(
    rf"(?<![\w-])[Tt]he (?P<post>{RANK}{POST}|Department|Agency|Council|Board"
    rf"|Commission|Committee|Office|Bureau"
    r"|Center|Task Force|Working Group|Corps|Administration|Authority|Secretaries|Directors)"
    r"(?! (?:of|for|to) (?:the )?[A-Z])(?! [A-Z])\b"
)
"""A post or a body by its noun alone: the last one that was named in full is meant."""

QUANTIFIERS = re.compile(
    spaced(r"^(?:(?:the|all|each|every|any|such|these|those|both|of|an|a|their|its) )+"), re.IGNORECASE
)

_ITEM = re.compile(r"[A-Za-z][\w’'/-]*(?: [\w’'/-]+){0,4}")
_NO_ITEM = re.compile(
    r"(?:State|Tribal|Federal|local|Security|territorial|as|where|when|if"
    r"|including|such|to|on|in|by|for|with|at"
    r"|the following|each other|one another|this|these|it"
    r"|them|those|its|consistent|appropriate|relevant|other|necessary|needed"
    r"|also|others|respect|regard|all|an?|then|through|\w+ly)\b",
    re.IGNORECASE,
)


def is_item(words: str) -> bool:
    """Whether words between commas may name a group in a list of bodies: industry, labor unions."""
    return bool(_ITEM.fullmatch(words)) and not _NO_ITEM.match(words) and not words.endswith("ing")
