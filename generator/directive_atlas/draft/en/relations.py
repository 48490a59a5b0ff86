"""Other papers that a text names, and what it does to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.model import Certainty, DraftRelation, Why
from directive_atlas.passages import SourceText, Span
from directive_atlas.problems import say
from directive_atlas.vocabulary.directives import RelationKind

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"{_MONTH} \d{{1,2}}, \d{{4}}"
_TITLE = rf"(?: of {_DATE})?(?:,? ?\((?P<title>(?!{_MONTH} \d)[A-Z“\"][^()]{{6,200}})\))?"
_CAP = r"[A-Z][\w’'.-]*"
_PAPERS = (
    re.compile(spaced(rf"(?P<name>Executive Order (?:No\. )?\d{{4,5}}|E\.?O\.? \d{{4,5}}){_TITLE}")),
    re.compile(
        spaced(
            r"(?P<name>(?:Binding Operational|Emergency"
            r"|Supplemental) Directive \d\d-\d\d|(?:BOD"
            r"|ED) \d\d-\d\d)(?:,? ?\(?[“\"](?P<title>[^”\"]{6,160})[”\"]\)?)?"
        )
    ),
    re.compile(
        spaced(
            r"(?P<name>(?:OMB )?(?:Memorandum )?M-\d\d-\d\d)"
            r"(?:,? ?\(?[“\"]?(?P<title>[A-Z][^”\"(),.;]{8,160})[”\"]?\)?)?"
        )
    ),
    re.compile(
        spaced(
            rf"(?P<name>(?:OMB "
            rf"|Office of Management and Budget (?:\(OMB\) )?)?Circular (?:No\. )?A-\d{{1,3}}){_TITLE}"
        )
    ),
    re.compile(
        spaced(
            rf"(?P<name>(?:National Security (?:Memorandum|Presidential Memorandum"
            rf"|Presidential Directive)|Homeland Security Presidential Directive"
            rf"|Presidential Policy Directive|National Security Decision Directive"
            rf"|NSM|PPD|HSPD|NSPM)[ -/]\d{{1,3}}){_TITLE}"
        )
    ),
    re.compile(spaced(rf"(?P<name>Proclamation (?:No\. )?\d{{4,5}}){_TITLE}")),
    re.compile(
        spaced(
            rf"(?P<name>(?:Presidential )?Memorandum of {_DATE})"
            rf"(?:,? ?\((?P<title>[A-Z“\"][^()]{{6,200}})\))?"
        )
    ),
    re.compile(
        spaced(
            r"(?P<name>NIST (?:Special Publication|SP|AI|FIPS) (?:800-\d+"
            r"|\d+-\d+)(?: Rev(?:ision|\.)? \d)?"
            r"|FIPS (?:PUB )?\d{3}(?:-\d)?)(?P<title>(?!))?"
        )
    ),
    re.compile(
        spaced(
            rf"(?P<name>(?:{_CAP} |(?:and|of|for|the|to|in"
            rf"|on) ){{1,14}}Act(?: of \d{{4}})?)(?! \w+ing)(?: ?\((?:Public Law"
            rf"|Pub\. L\.) (?P<law>\d{{2,3}}-\d{{1,4}})[^()]{{0,60}}\))?(?P<title>(?!))?"
        )
    ),
    re.compile(
        spaced(
            rf"(?P<name>{_DATE},? (?:Memorandum of Understanding"
            rf"|Memorandum of Agreement|MOU|MOA))(?P<title>(?!))?"
        )
    ),
    re.compile(spaced(r"(?P<name>(?:Public Law|Pub\. L\.) \d{2,3}-\d{1,4})(?P<title>(?!))?")),
)
_ORDERS = re.compile(spaced(r"Executive Orders (?P<list>\d{4,5}(?:(?:, | and |, and )\d{4,5}){1,8})"))
_LEADING = re.compile(
    spaced(
        r"^(?:(?:The|This|That|In|Under|Pursuant|By|And|Of|For|To|the|and|of|for"
        r"|to|in|on|Section|Each|Such|As|With) )+"
    )
)
_DOES = (
    (
        RelationKind.SUPERSEDES,
        r"(?:supersed(?:es|ing|e)|replac(?:es|ing)|is intended to replace"
        r"|in place of)",
    ),
    (
        RelationKind.REPEALS,
        r"(?:revok(?:es|ing|e)|rescind(?:s|ing)?|repeal(?:s|ing)?|withdraw(?:s"
        r"|ing)?|cancels)",
    ),
    (RelationKind.AMENDS, r"(?:amend(?:s|ing)?|modif(?:ies|ying))"),
    (
        RelationKind.SUPPLEMENTS,
        r"(?:supplements?|supplementing|enhances but does not replace"
        r"|complements|builds? (?:up)?on)",
    ),
    (
        RelationKind.IMPLEMENTS,
        r"(?:implements|to implement|implementing|in implementation of"
        r"|carries out|in furtherance of|to carry out)",
    ),
    (
        RelationKind.RESTS_ON,
        r"(?:pursuant to|under the authority of|issued under|by the authority vested in me"
        r"[^.;]{0,120}|in exercise of[^.;]{0,60}|powers granted (?:by|to)[^.;]{0,40})",
    ),
)
_BEFORE = {
    kind: re.compile(
        spaced(
            rf"(?<![\w-]){form}(?:(?: and|,)? (?:the "
            rf"|section[\w().,; -]{{1,60}}? of (?:the )?"
            rf"|subsections?[\w().,; -]{{1,60}}? of (?:the )?|part [\w.]+ of ))? ?$"
        ),
        re.IGNORECASE,
    )
    for kind, form in _DOES
}
_AFTER = (
    (
        RelationKind.REPEALS,
        re.compile(
            spaced(
                r"(?<!\w)(?:is|are|be)(?: each)?(?: hereby)? (?:revoked|rescinded"
                r"|repealed|withdrawn|cancelled|canceled|terminated)"
            )
        ),
    ),
    (
        RelationKind.SUPERSEDES,
        re.compile(spaced(r"(?<!\w)(?:is|are|be)(?: hereby)? (?:superseded|replaced)(?! by the)")),
    ),
    (RelationKind.AMENDS, re.compile(spaced(r"(?<!\w)(?:is|are)(?: hereby)?(?: further)? amended"))),
)
_MERE = {RelationKind.IMPLEMENTS, RelationKind.RESTS_ON, RelationKind.CITES}


def relations(source: SourceText, text: str, own: str) -> Iterator[DraftRelation]:
    """What this text does to each paper that it names, once a paper; not to the paper numbered ``own``."""
    best: dict[str, DraftRelation] = {}
    for paragraph in source.paragraphs:
        for sentence in paragraph.sentences:
            for found in _papers(text, sentence):
                key = _key(found)
                if own and key == _fold(own):
                    continue
                if key not in best or (
                    best[key].kind is RelationKind.CITES and found.kind is not RelationKind.CITES
                ):
                    best[key] = found
    yield from sorted(best.values(), key=lambda each: each.span)


def _key(relation: DraftRelation) -> str:
    return _fold(relation.number or relation.title)


def _fold(name: str) -> str:
    """A number without the words for its kind, which may be short: BOD, Binding Operational Directive."""
    short = re.sub(r"Binding\s+Operational\s+Directive", "BOD", name)
    short = re.sub(r"Emergency\s+Directive", "ED", short)
    short = re.sub(r"Executive\s+Order|E\.O\.", "EO", short)
    return re.sub(r"\W|No\.|OMB|Memorandum|the(?=\s)", "", short).casefold()


def _papers(text: str, sentence: Span) -> Iterator[DraftRelation]:
    taken: list[Span] = []
    for pattern in _PAPERS:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            where = Span(match.start(), match.end())
            if not any(where.start < each.end and each.start < where.end for each in taken):
                taken.append(where)
                if relation := _relation(text, sentence, match):
                    yield relation
    for match in _ORDERS.finditer(text, sentence.start, sentence.end):
        for number in re.finditer(r"\d{4,5}", match["list"]):
            where = Span(match.start("list") + number.start(), match.start("list") + number.end())
            kind = _kind(text, sentence, match.start(), match.end())
            yield DraftRelation(
                kind, f"Executive Order {number[0]}", f"Executive Order {number[0]}", where, _why(kind, where)
            )


def _relation(text: str, sentence: Span, match: re.Match[str]) -> DraftRelation | None:
    name = " ".join(match["name"].split())
    law = match.groupdict().get("law")
    start = match.start()
    if name.endswith("Act") or " Act of " in name:
        leading = _LEADING.match(match["name"])
        start += leading.end() if leading else 0
        name = " ".join(text[start : match.end("name")].split())
        if len(name.split()) < 3 or name.split()[0] in {"Act"}:
            return None
    kind = _kind(text, sentence, start, match.end())
    where = Span(start, match.end("name"))
    title = " ".join((match["title"] or "").split()).strip('“”"')
    number = (
        f"Public Law {law}" if law else name if re.search(r"\d", name) and "Act" not in name.split() else ""
    )
    return DraftRelation(kind, title or name, number, where, _why(kind, where))


def _why(kind: RelationKind, where: Span) -> Why:
    sure = Certainty.LIKELY if kind in _MERE else Certainty.CERTAIN
    return Why(say("a paper is named, and what is said to be done to it"), sure, where)


def _kind(text: str, sentence: Span, start: int, end: int) -> RelationKind:
    """What the words around a name say: the verb before it, or the passive behind it."""
    before = text[max(sentence.start, start - 160) : start]
    for kind, pattern in _BEFORE.items():
        if pattern.search(before) and not re.search(r"superseded\s+by\s*$", before):
            return kind
    after = text[end : min(sentence.end, end + 160)]
    for kind, pattern in _AFTER:
        if pattern.search(after):
            return kind
    return RelationKind.CITES
