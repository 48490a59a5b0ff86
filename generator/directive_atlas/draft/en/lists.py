"""The lists of bodies in a sentence, each with the part that the words before it give it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from directive_atlas.draft.en.marks import BY, DELIVERS, FOR, GIVES, MARKS, TO, VIA
from directive_atlas.draft.en.mentions import Mention
from directive_atlas.draft.en.nouns import is_item
from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.en.verbs import is_imperative
from directive_atlas.draft.model import Body
from directive_atlas.passages import Span
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.tasks import Role

_FILL = (
    r"(?:the|all|each|other|any|including|relevant|appropriate|and|or|with|both|such|its|their|also|heads? of"
    r"|[a-z]{3,12}(?:ing|ed|al|ive))"
)
_LISTED = re.compile(rf"^[\s,;]*(?:{spaced(_FILL)}(?!\w)[\s,;]*){{0,12}}$")
_AND = re.compile(r"\b(?:and|or)\b|;")
_NEAR = re.compile(
    spaced(
        r"^\s*(?:(?:senior |appropriate |relevant )?(?:representatives|members|officials"
        r"|staff) (?:of|from|within))?"
        r"(?:\s*(?:,?\s*as (?:appropriate|needed|necessary|applicable),?|and\b"
        r"|an?\b|the\b|all\b|other\b|any\b"
        r"|relevant\b|appropriate\b|both\b|with\b|,))*\s*$"
    )
)
_FAR = re.compile(r"\bto\s+[a-z]|\b(?:that|which|who|shall|must|will|may|should|whose|when|is|are)\b|[;:()—]")
_CHOOSES = re.compile(
    spaced(
        r"^\s*(?:(?:may|shall|must) )?(?:deems?|determines?|identif(?:y|ies)|designates?|considers?|selects?"
        r"|finds?|chooses?|believes?)(?!\w)"
    )
)
_THAT = re.compile(r"(?<![\w-])(?:as|that|which|whom|whomever)\s+(?:the\s+)?$")
_LOCATES = re.compile(
    spaced(
        r"(?<![\w-])(?<!be\s)(?:within|(?:determined|identified|designated|deemed"
        r"|selected|specified|set|established|issued"
        r"|published|defined|developed|described|required|provided"
        r"|submitted|maintained|approved) by)"
        r" (?:the |each )?$"
    )
)
"""Where a body lies, or whose work something is: no part of its own."""

_POSSESSIVE = re.compile(r"^[’']s?(?!\w)")
_THEIR_OWN = re.compile(r"(?:(?:their|its)\s+)?(?:respective|own)\s", re.IGNORECASE)
"""Bodies of those who were named before: “shall ensure that their respective agencies …”."""

_LISTING = {Role.COORDINATED, Role.CONSULTED, Role.SUPPORT}
"""Parts whose bodies may be groups without a name, and stand further behind the words."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Bodies that a sentence lists, with their common part in it; ``via`` are those through whom one acts."""

    mentions: tuple[Mention, ...]
    role: Role | None
    rule: Wording
    via: tuple[tuple[Mention, Mention], ...] = ()
    joined: int = 0
    """How many of its bodies are certain to belong to it: up to the last that “and” joins."""
    closed: bool = False
    """Whether “and” has joined its last body, so that a comma does not lead on."""

    @property
    def start(self) -> int:
        """Where its first body begins, with its article."""
        return self.mentions[0].start

    @property
    def end(self) -> int:
        """Where its last body ends."""
        return self.mentions[-1].body.span.end


@dataclass(frozen=True, slots=True)
class _Mark:
    role: Role | None
    start: int
    end: int


def chains(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Chain]:
    """The lists of bodies in a sentence, in order."""
    marks = [*_marks(text, start, end)]
    unnamed = [each for mark in marks for each in _items(text, end, mark, mentions)]
    kept = [*_kept(text, start, end, sorted([*mentions, *unnamed]))]
    found: list[Chain] = []
    last = start
    for mention in kept:
        if found and (joined := _joined(text, last, mention, found[-1], marks)):
            found[-1] = joined
        else:
            found.append(_first(text, start, last, mention, marks))
        last = mention.body.span.end
    return [each for chain in found for each in _cut(chain)]


def _cut(chain: Chain) -> Iterator[Chain]:
    """A chain, and by itself what only a comma joined to its end: “in coordination with A, B shall”."""
    sure = chain.joined or 1
    yield replace(chain, mentions=chain.mentions[:sure])
    if chain.mentions[sure:]:
        yield Chain(chain.mentions[sure:], None, say("named in the sentence"), chain.via)


def _kept(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The bodies that count; what goes on with one whose work something is does not."""
    dropped = -1
    for mention in mentions:
        gap = text[dropped : mention.start] if dropped >= 0 else "-"
        if _located(text, start, mention) or (_LISTED.match(gap[:80]) and _AND.search(gap)):
            dropped = mention.body.span.end
        elif _counts(text, start, end, mention):
            yield mention


def _located(text: str, start: int, mention: Mention) -> bool:
    return bool(_LOCATES.search(text[max(start, mention.start - 30) : mention.start]))


def _counts(text: str, start: int, end: int, mention: Mention) -> bool:
    """Whether a body is named for its own sake, not as the owner of something or as who chooses others."""
    after = text[mention.body.span.end : min(end, mention.body.span.end + 40)]
    before = text[max(start, mention.start - 30) : mention.start]
    chooses = _CHOOSES.match(after) and _THAT.search(before)
    own = _THEIR_OWN.match(text, mention.start) or _THEIR_OWN.match(mention.body.words)
    return not (_POSSESSIVE.match(after) or chooses or own)


_RELATIVE = re.compile(r"(?<![\w-])(?:that|which|who)\s+(?:\w+ly\s+)?$")
"""Before a verb that only describes a body: “agencies that work with schools”."""


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    found = [
        _Mark(role, *m.span())
        for role, pattern in MARKS
        for m in pattern.finditer(text, start, end)
        if _MEMBERS.search(m[0]) or not (role in _LISTING and _describes(text, start, m.start()))
    ]
    found += [_Mark(None, *m.span()) for m in VIA.finditer(text, start, end)]
    yield from sorted(found, key=lambda mark: (mark.end, mark.start))


def _describes(text: str, start: int, place: int) -> bool:
    return bool(_RELATIVE.search(text[max(start, place - 24) : place]))


_SEPARATOR = re.compile(r"[,;]\s*(?:(?:and|or|as well as)\s+)?|\s+(?:and|or|as well as)\s+")
_ENDS = re.compile(
    spaced(
        r"[:.—–(]|(?<![\w-])(?:shall|must|will|should|may|on|regarding"
        r"|concerning|about|for|by|through|to|during|before|after"
        r"|within|consistent|pursuant|under|including|not|is|are|has|have|was|were)(?!\w)"
    ),
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(
    spaced(
        r"^(?:(?:the|all|each|any|such|these|those|both|of|an?|their|its|other"
        r"|relevant|appropriate|various|potential"
        r"|external|interested|affected|experts in) )+"
    ),
    re.IGNORECASE,
)
_DESCRIBES = re.compile(
    spaced(
        r"(?<![\w-])(?:in|from|with|at|who|that|which|as|of|having|established"
        r"|identified|listed|described|developed"
        r"|designated|created|associated|involved|affected|responsible)(?!\w)"
    )
)


_PEOPLE = re.compile(
    r"(?:ers|ors|ants|ists|ees|ials|encies|ities|ents|izations|isations"
    r"|personnel|staff|public|industry|academia)$"
)
"""How a noun for people or bodies ends, where a list may go on with things."""

_ADDS = re.compile(r"(?:along|together)\s", re.IGNORECASE)
"""Words before things as often as before bodies: “a plan, along with related information”."""

_MEMBERS = re.compile(r"includ|compos|compris|consist", re.IGNORECASE)
"""Words before members of a body: only those with a name are certain to be bodies."""


_FOUNDS = re.compile(r"(?:hereby\s+)?(?:establish|creat)", re.IGNORECASE)
_FOUNDED = re.compile(
    r"(?:Council|Board|Committee|Force|Group|Commission|Office|Cent(?:er|re)"
    r"|Agency|Consortium|Team)$"
)
"""What is founded has a part in what founds it where it is a body, and not an initiative or a program."""


def _items(text: str, end: int, mark: _Mark, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Groups without a name in a list behind a mark: “in consultation with industry, labor unions, and …”."""
    words = text[mark.start : mark.end]
    if (mark.role not in _LISTING and not words.endswith("with")) or _MEMBERS.search(words):
        return
    hidden = _hidden(text[mark.end : min(end, mark.end + 900)], mark.end, mentions)
    hidden = _CHOSEN.sub(lambda found: "," + "#" * (len(found[0]) - 1), hidden)
    stop = _ENDS.search(hidden)
    place, closed = 0, False
    for separator in [*_SEPARATOR.finditer(hidden, 0, stop.start() if stop else len(hidden)), None]:
        until = separator.start() if separator else stop.start() if stop else len(hidden)
        if place and not closed and _goes_on_with_verb(hidden[place:until]):
            return
        for each in _item(hidden[place:until], mark.end + place):
            if (mark.role in _LISTING and not _ADDS.match(words)) or _PEOPLE.search(each.body.words):
                yield each
        place = separator.end() if separator else until
        if closed and separator and separator[0].strip() == ",":
            return
        closed = bool(separator and _AND.search(separator[0]) and ";" not in separator[0])


def _goes_on_with_verb(piece: str) -> bool:
    """Whether a list of bodies has ended, and what is to be done follows: “with industry, identify …”."""
    return "#" not in piece and is_imperative(piece.strip()) and not _PEOPLE.search(piece.strip())


def _hidden(piece: str, start: int, mentions: Sequence[Mention]) -> str:
    """A piece of text with a mark in place of each body that has a name, so that it is not cut."""
    near = bisect.bisect_left(mentions, start, key=lambda each: each.start)
    for mention in mentions[max(0, near - 1) : near + 60]:
        first, last = mention.start - start, mention.body.span.end - start
        if 0 <= first < len(piece):
            piece = piece[:first] + "#" * (min(last, len(piece)) - first) + piece[min(last, len(piece)) :]
    return piece


def _item(piece: str, start: int) -> Iterator[Mention]:
    described = _DESCRIBES.search(piece.strip())
    words = (piece.strip()[: described.start()] if described else piece).strip()
    named = _ADJECTIVES.sub("", words)
    if "#" not in words and is_item(named) and not is_imperative(named):
        where = Span(start + piece.index(named), start + piece.index(named) + len(named))
        yield Mention(where.start, where.end, Body(named, None, where))


def _mark_before(text: str, last: int, mention: Mention, marks: Sequence[_Mark]) -> tuple[_Mark | None, bool]:
    """The mark that a body stands behind, and whether nothing is between them."""
    at = bisect.bisect_right(marks, mention.start + 1, key=lambda mark: mark.end)
    mark = marks[at - 1] if at else None
    if mark is None or mark.start < last - 1:
        return None, False
    gap = text[mark.end : mention.start]
    if _NEAR.match(gap):
        return mark, True
    return (mark, False) if len(gap) < 120 and not _FAR.search(gap) else (None, False)


_CHOSEN = re.compile(
    spaced(
        r",? as (?:(?:determined|identified|designated|specified|selected|deemed (?:appropriate|necessary))"
        r" (?:by|through) [^,;]{2,60}?|(?:appropriate|needed|necessary|applicable)"
        r"|the [^,;]{2,60}? (?:may )?(?:deems?|determines?)(?: (?:appropriate|necessary))?)(?=,|;| and(?!\w))"
    )
)
"""Behind a body in a list: who chooses it, or where it is to be asked."""

_BEHIND_VIA = re.compile(r"\s*(?:[,.;:)—]|$|(?:and|shall|must|will|within|in|to|or|on|for|develop|may)\b)")


def _acts(text: str, mark: _Mark, mention: Mention) -> bool:
    """Whether somebody acts through a body, and not through something of it: “through the HHS programs”."""
    whole = _BEHIND_VIA.match(text, mention.body.span.end, mention.body.span.end + 12)
    acting = text[mark.start : mark.end].lower().startswith(("acting", "working"))
    return bool(whole) and (acting or mention.body.id is not None)


def _joined(text: str, last: int, mention: Mention, chain: Chain, marks: Sequence[_Mark]) -> Chain | None:
    """The chain with one more body, if it goes on with it; or with the body through which its last acts."""
    mark, near = _mark_before(text, last, mention, marks)
    if mark and mark.role is None and near and _acts(text, mark, mention):
        owner = chain.mentions[-1]
        return replace(chain, via=(*chain.via, (owner, mention)))
    gap = _CHOSEN.sub(" ", " ".join(["", *text[last : mention.start].split(), ""]))  # brackets are blank here
    if mark is None and len(gap) < 80 and _LISTED.match(gap) and re.search(r"[,;]|\b(?:and|or)\b", gap):
        joins = _AND.search(gap)
        if chain.closed and not joins:
            return None
        longer = (*chain.mentions, mention)
        sure = len(longer) if joins else chain.joined
        return replace(chain, mentions=longer, joined=sure, closed=bool(joins) and ";" not in gap)
    return None


def _gives(text: str, mark: _Mark, mention: Mention, *, near: bool) -> bool:
    """Whether the words of a mark give a body its part, right behind it or, for some, a little further."""
    words = text[mark.start : mark.end]
    if _FOUNDS.match(words) and not _FOUNDED.search(mention.body.words):
        return False
    if near:
        return True
    far = mark.role in _LISTING and not _MEMBERS.search(words)
    return far or (mark.role is Role.INFORMED and mention.start - mark.end < 25)


def _first(text: str, start: int, last: int, mention: Mention, marks: Sequence[_Mark]) -> Chain:
    """A chain that begins with a body, with the role that the words before it give."""
    mark, near = _mark_before(text, last, mention, marks)
    if mark and mark.role and _gives(text, mark, mention, near=near):
        return Chain((mention,), mark.role, say("behind “{words}”", words=text[mark.start : mark.end]))
    before = text[max(start, mention.start - 260) : mention.start]
    if BY.search(before):
        return Chain((mention,), Role.RESPONSIBLE, say("who does it, behind “by”"))
    title = re.match(r" [A-Z][a-z]", text[mention.body.span.end : mention.body.span.end + 3])
    if title and mention.body.words.isupper():  # what a body has, and not the body: to OMB Circular A-130
        return Chain((mention,), None, say("named in the sentence"))
    if TO.search(before) and DELIVERS.search(before[-260:].rpartition(";")[2]):
        return Chain((mention,), Role.RECIPIENT, say("to whom something is submitted"))
    if FOR.search(before[-40:]):
        return Chain((mention,), Role.RECIPIENT, say("for whom something is meant"))
    given = GIVES.search(before[-14:])
    if given and _NEAR.match(before[-14:][given.end() :]):
        return Chain((mention,), Role.RECIPIENT, say("to whom something is given"))
    return Chain((mention,), None, say("named in the sentence"))
