"""The word of a sentence that binds: shall, must, is directed to, may, is encouraged to; and stages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.draft.en.nouns import FIRMS, GROUP
from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.en.verbs import is_imperative
from directive_atlas.vocabulary.tasks import Obligation, Stage

_BE = r"(?:is|are|be)(?: (?:also|hereby|further|strongly|each|therefore|additionally|jointly|both))*"
_ASKED = r"(?:directed|required|instructed|ordered|obliged|obligated|tasked|charged|mandated|commanded)"
_ADVISED = r"(?:expected|advised|recommended|requested|asked|called upon)"
_URGED = r"(?:encouraged|urged|invited)"
_FORMS = {
    Obligation.MUST_NOT: rf"(?:shall|must|may|will) not(?! only)|{_BE} (?:prohibited|barred|forbidden) from"
    r"|(?:is|are) not (?:permitted|allowed) to",
    Obligation.SHOULD_NOT: rf"should not(?! only)|{_BE} discouraged from",
    Obligation.ENCOURAGED: rf"{_BE} {_URGED}(?:,[^,.;]{{1,60}},)? to|(?:is|are) strongly {_ADVISED} to",
    Obligation.SHOULD: rf"should|ought to|{_BE} {_ADVISED} to|has been asked to",
    Obligation.MUST: rf"shall|must|will|{_BE} (?:authorized and )?{_ASKED} to|(?:is|are) (?:to"
    rf"|responsible for)(?= [a-z])|remains? responsible for(?= [a-z])"
    r"|(?:has|have|needs?) to|(?:has|have) (?:the )?(?:responsibility"
    r"|duty) (?:to|for)|(?:is|are) accountable for",
    Obligation.MAY: rf"may|{_BE} (?:authorized|authorised|permitted|allowed|empowered|entitled) to",
}
_MODAL = re.compile(
    "|".join(rf"(?<![\w-])(?P<{kind.value}>{spaced(form)})(?![\w-])" for kind, form in _FORMS.items())
)
_I_DIRECT = re.compile(
    spaced(
        r"(?<![\w-])(?:I|The President|the President|CISA|OMB|DHS"
        r"|This (?:[\w-]+ ){0,2}(?:directive|order|memorandum))"
        r"(?: (?:hereby|also|further|therefore|specifically))*,? "
        r"(?:(?P<must>directs?|orders?|instructs?|requires?|charges?)"
        r"|(?P<should>asks?|requests?|recommends?|calls? (?:up)?on)"
        r"|(?P<encouraged>encourages?|urges?|invites?)|(?P<may>authori[sz]es?"
        r"|permits?|allows?))(?= (?:that )?(?:the|each|all|every|any"
        r"|executive|federal|Federal|agenc|departments?|heads|[A-Z]))"
    )
)
_OPENERS = (
    r"that|which|who|whom|whose|if|when|whenever|where|whether|how|why|what"
    r"|until|unless|because|since|while|as|once|after"
    r"|before|so|than|although|though|provided|to the extent|in which|for which|by which|whatever|wherever"
)
_OPENER = re.compile(spaced(rf"(?<![\w-])(?:{_OPENERS})(?![\w-])"), re.IGNORECASE)
_OPENED = re.compile(spaced(rf"(?:and |or |but )?(?:{_OPENERS})(?![\w-])"), re.IGNORECASE)
_CLAUSE = re.compile(spaced(rf"(?<![\w-])(?!(?:that|which|who)(?!\w))(?:{_OPENERS})(?![\w-])"), re.IGNORECASE)
"""The same without relative clauses: “agencies that are unable to do so will report”."""

_OPENER_BEFORE = re.compile(r"(?<![\w-])(?:that|which|who|how|what|whom|as)$")
_OBJECT = re.compile(
    spaced(r"(?<![\w-])(?:that|which|whom|as) (?P<first>[\w’-]+)(?: [\w’-]+){0,9}$"),
)
"""“Standards that a provider must meet”: the clause has a subject of its own."""
_PIECE = re.compile(r"[,;:—–]")
_STATES = re.compile(
    spaced(
        r" *,?(?: not| also| only| hereby| each)*,? (?:be construed"
        r"|be interpreted|be deemed|be considered|be read|mean|means"
        r"|have (?:the|its|their) (?:same )?(?:respective )?meanings?"
        r"|apply(?: to|,|\.)|take effect|become effective|be effective"
        r"|expire|terminate|refer to|constitute|remain in (?:force|effect)|supersede|affect|limit|"
        r"be cited|prevent|preclude|serve as a reminder"
        r"|be published in the Federal Register as|extend to|lapse|be known as"
        r"|comply with [^.;]{0,40}directives(?: [^.;]{0,20})?[.;])"
        r"(?![\w-])"
    )
)
_STRONG = re.compile(spaced(r"shall|must|directed|required|instructed|encouraged|tasked|responsible"))
_STAGES = (
    (Stage.PILOT, r"pilot|trial"),
    (Stage.EXPLORE, r"explore|study|examine|consider whether|assess the feasibility"),
    (Stage.GRADUAL, r"phase in|phased?|gradually|incrementally|in stages"),
    (Stage.IN_PRINCIPLE, r"in principle"),
)


@dataclass(frozen=True, slots=True)
class Modal:
    """A binding word: its place in the text, what it means, and whether whom it binds stands behind it."""

    start: int
    end: int
    obligation: Obligation
    before_subject: bool = False
    strict: bool = True
    """Whether it is shall, must or the like, and not will, should or may, which may tell or advise."""


def modals(text: str, start: int, end: int) -> Iterator[Modal]:
    """The binding words of main clauses in a sentence; ``text`` is without quotations and brackets."""
    seen = start
    for match in sorted(
        (*_MODAL.finditer(text, start, end), *_I_DIRECT.finditer(text, start, end)), key=lambda m: m.start()
    ):
        kind = next(name for name, value in match.groupdict().items() if value)
        before_subject = match.re is _I_DIRECT
        if match.start() < seen or (not before_subject and _is_subordinate(text, start, match, end)):
            continue
        seen = match.end()
        yield Modal(
            match.start(),
            match.end(),
            Obligation[kind.upper()],
            before_subject,
            bool(_STRONG.search(match[0])),
        )


def _is_subordinate(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a binding word stands in a clause that only describes, or binds nobody to do anything."""
    if _STATES.match(text, match.end(), min(end, match.end() + 60)):
        return True
    piece = _PIECE.split(text[max(start, match.start() - 400) : match.start()])[-1].strip()
    if not piece:  # an insertion between commas stands before it
        return False
    if _OPENED.match(piece) or _OPENER_BEFORE.search(piece) or _has_own_subject(piece):
        return True
    if _STRONG.search(match[0]):
        return False
    return bool((_OPENER if match[0] == "may" else _CLAUSE).search(piece))


def _has_own_subject(piece: str) -> bool:
    """Whether a relative clause goes on with whom it is about, and not with a verb: “that fund research”."""
    group = GROUP.match(piece) or FIRMS.match(piece)
    if group and re.match(r"\s+(?:that|which|who)\s", piece[group.end() :]):
        return False
    match = _OBJECT.search(piece)
    first = match["first"] if match else "are"
    is_verb = is_imperative(first) or (first.endswith("s") and is_imperative(first[:-1]))
    return not (
        is_verb
        or first in {"are", "is", "were", "was", "have", "has", "do", "does", "own", "hold", "may", "can"}
    )


def stage_of(words: str) -> Stage | None:
    """How far the text wants something to go, by the verb right behind the binding word."""
    for stage, forms in _STAGES:
        if re.match(rf"\W*(?:(?:each|also|jointly|further)\s+)?(?:{forms})\b", words, re.IGNORECASE):
            return stage
    return None
