"""What a text does to other papers that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.draft.en.papers import LEADING, ORDERS, PAPERS, SECTIONS
from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.en.zones import is_authority
from directive_atlas.draft.model import Certainty, DraftRelation, Why
from directive_atlas.passages import Paragraph, SourceText, Span
from directive_atlas.problems import say
from directive_atlas.vocabulary.directives import RelationKind

_READ = 12000
"""How many characters of a paragraph are read for names of papers."""

_VERBS = (
    (
        RelationKind.SUPPLEMENTS,
        r"supplements?|supplementing|(?:does|do|will) not replace|complements|builds? (?:up)?on",
    ),
    (RelationKind.SUPERSEDES, r"supersed(?:es|ing|e)|replac(?:es|ing|e)|in place of"),
    (
        RelationKind.REPEALS,
        r"revok(?:es|ing|e)|rescind(?:s|ing)?|repeal(?:s|ing)?|withdraw(?:s|ing)?|cancel(?:s|ling|ing)?",
    ),
    (RelationKind.AMENDS, r"amend(?:s|ing)?|modif(?:ies|ying)"),
    (
        RelationKind.IMPLEMENTS,
        r"implements|to implement|implementing|in implementation of|carries out"
        r"|in furtherance of|to carry out",
    ),
    (
        RelationKind.RESTS_ON,
        r"pursuant to|under the authority of|issued under|in exercise of[^.;]{0,60}"
        r"|powers (?:granted|conferred)[^.;]{0,60}? by",
    ),
)
_PART = (
    r"(?: and|,)?(?: the)?(?: (?:section|subsection|part|paragraph"
    r"|title)s?[\w().,; -]{1,60}? (?:of|to)(?: the)?)?"
)
_BEFORE = tuple(
    (kind, re.compile(spaced(rf"(?<![\w-])(?:{verb}){_PART}\s*$"), re.IGNORECASE)) for kind, verb in _VERBS
)
_AUTHORIZES = re.compile(
    spaced(r"^[\s,)]*(?:as amended,? )?(?:authori[sz]es|empowers|delegates|directs|charges) ")
)
"""Behind an act or a section that gives the power to issue the paper."""

_OTHERS_WORK = re.compile(
    spaced(
        r"(?<![\w-])(?:made|undertaken|taken|carried out|conducted|developed|established|submitted"
        r"|prepared|issued"
        r"|required|produced|completed|collected|published|created|already|amended) (?:already )?"
        r"(?:pursuant to|by)(?: the)?\s*$"
    ),
    re.IGNORECASE,
)
"""Behind what was done under another paper: it is named, and this paper does not rest on it."""

_AFTER = (
    (
        RelationKind.REPEALS,
        re.compile(
            spaced(
                r"(?<!\w)(?:is|are|be)(?: each)?(?: hereby)? (?:revoked|rescinded"
                r"|repealed|withdrawn|cancelled|canceled"
                r"|terminated)"
            )
        ),
    ),
    (
        RelationKind.SUPERSEDES,
        re.compile(spaced(r"(?<!\w)(?:is|are|be)(?: hereby)? (?:superseded|replaced)(?! by the)")),
    ),
    (RelationKind.AMENDS, re.compile(spaced(r"(?<!\w)(?:is|are)(?: hereby)?(?: further)? amended"))),
)
_CERTAIN = {RelationKind.REPEALS, RelationKind.SUPERSEDES, RelationKind.AMENDS, RelationKind.SUPPLEMENTS}


def relations(source: SourceText, text: str, own: str) -> Iterator[DraftRelation]:
    """What this text does to each paper that it names, once a paper; not to the paper numbered ``own``."""
    best: dict[str, DraftRelation] = {}
    for paragraph in source.paragraphs:
        for found in _in_paragraph(text, paragraph):
            key = _fold(found.number or found.title)
            better = key not in best or _weight(found) > _weight(best[key])
            if better and key != _fold(own):
                best[key] = found
    yield from sorted(best.values(), key=lambda each: each.span)


_BRACKET = re.compile(r"\([^()]{1,300}\)")
_AMENDED = re.compile(spaced(r",? as amended by .{1,400}?(?=, (?:is|are)(?!\w))"))
"""Behind a paper by which others it was amended before."""


def _weight(relation: DraftRelation) -> int:
    """What changes another paper says more than what rests on it, and that more than what names it."""
    return 2 if relation.kind in _CERTAIN else int(relation.kind is not RelationKind.CITES)


def _fold(name: str) -> str:
    """A number without the words for its kind, which may be short: BOD, Binding Operational Directive."""
    short = re.sub(r"Binding\s+Operational\s+Directive", "BOD", name)
    short = re.sub(r"Emergency\s+Directive", "ED", short)
    short = re.sub(r"National\s+Security\s+Memorandum\D?", "NSM", short)
    short = re.sub(r"Executive\s+Order|E\.O\.", "EO", short)
    return re.sub(r"\W|No\.|OMB|Memorandum|the(?=\s)", "", short).casefold()


def _in_paragraph(text: str, paragraph: Paragraph) -> Iterator[DraftRelation]:
    """The papers of a paragraph; those that a clause of authority names are what the paper rests on."""
    span = Span(paragraph.span.start, min(paragraph.span.end, paragraph.span.start + _READ))
    rests = is_authority(text[span.start : span.end])
    hidden = text[span.start : span.end]
    for pattern in PAPERS:
        for match in list(pattern.finditer(hidden)):
            if relation := _relation(text, span, match, rests=rests):
                yield relation
                start = relation.span.start - span.start
                hidden = hidden[:start] + " " * (match.end() - start) + hidden[match.end() :]
    yield from _orders(text, span, hidden)
    yield from _sections(text, span, hidden, rests=rests)


def _relation(text: str, span: Span, match: re.Match[str], *, rests: bool) -> DraftRelation | None:
    start, words = match.start("name"), match["name"]
    law = match.groupdict().get("law")
    is_act = re.search(r"Act(?:\s+of\s+\d{4})?$", words) is not None
    if is_act:
        begins = _act_begins(words)
        start, words = start + begins, words[begins:]
    name = " ".join(words.split())
    if is_act and len(name.split()) < 3:
        return None
    kind = RelationKind.RESTS_ON if rests else _kind(text, span, span.start + start, span.start + match.end())
    title = " ".join((match["title"] or "").split()).strip('“”"') or name
    number = f"Public Law {law}" if law else "" if is_act or name.startswith("Memorandum") else name
    where = Span(span.start + start, span.start + match.end("name"))
    return DraftRelation(kind, title, number if re.search(r"\d", number) else "", where, _why(kind, where))


def _act_begins(words: str) -> int:
    """Where the name of an act begins, behind a label, another name and small words."""
    other = max((found.end() for found in re.finditer(r",\s+and\s+the\s+", words)), default=0)
    label = re.match(r"\w{1,3}[.)]\s+", words[other:])
    begins = other + (label.end() if label else 0)
    leading = LEADING.match(words[begins:])
    return begins + (leading.end() if leading else 0)


def _orders(text: str, span: Span, hidden: str) -> Iterator[DraftRelation]:
    """A list of numbers: Executive Orders 12866 and 13563."""
    for match in ORDERS.finditer(hidden):
        kind = _kind(text, span, span.start + match.start(), span.start + match.end())
        for number in re.finditer(r"\d{4,5}", match["list"]):
            start = span.start + match.start("list") + number.start()
            name, where = f"Executive Order {number[0]}", Span(start, start + len(number[0]))
            yield DraftRelation(kind, name, name, where, _why(kind, where))


def _sections(text: str, span: Span, hidden: str, *, rests: bool) -> Iterator[DraftRelation]:
    for match in SECTIONS.finditer(hidden):
        if rests or _AUTHORIZES.match(hidden[match.end() :]):
            where = Span(span.start + match.start(), span.start + match.end())
            name = " ".join(match["name"].split())
            yield DraftRelation(RelationKind.RESTS_ON, name, "", where, _why(RelationKind.RESTS_ON, where))


def _why(kind: RelationKind, where: Span) -> Why:
    sure = Certainty.CERTAIN if kind in _CERTAIN else Certainty.LIKELY
    return Why(say("a paper is named, and what is said to be done to it"), sure, where)


def _kind(text: str, span: Span, start: int, end: int) -> RelationKind:
    """What the words around a name say: the verb before it, or the passive behind it in its sentence."""
    before = text[max(span.start, start - 160) : start]
    amends = _BRACKET.sub("", text[max(span.start, start - 600) : start])
    if _OTHERS_WORK.search(before) or re.search(r"\bas amended by [^.;]*$", amends):
        return RelationKind.CITES
    if _AUTHORIZES.match(text[end : min(span.end, end + 60)]):
        return RelationKind.RESTS_ON
    for kind, pattern in _BEFORE:
        if pattern.search(before):
            return kind
    rest = _BRACKET.sub("", text[end : min(span.end, end + 900)])
    after = re.split(r"[.;]\s", _AMENDED.sub("", rest)[:160])[0]
    for kind, pattern in _AFTER:
        if pattern.search(after):
            return kind
    return RelationKind.CITES
