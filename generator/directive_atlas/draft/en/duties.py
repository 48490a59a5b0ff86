"""What a sentence says of who: its duties, how binding it is, and what speaks for a demand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.draft.en.clauses import subject_of
from directive_atlas.draft.en.lists import Chain, chains
from directive_atlas.draft.en.mentions import Finder, Mention, resolved
from directive_atlas.draft.en.obligation import Modal, modals, stage_of
from directive_atlas.draft.en.phrases import spaced
from directive_atlas.draft.model import Body, Certainty, DraftDuty, Why
from directive_atlas.passages import Span
from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.tasks import Obligation, Role, Stage

_PEOPLE = (
    r"[\w’'/-]{0,60}(?:[a-z]{3}(?:ers?|ors?|ees|ists?|ants?|ials?|ives)|persons?"
    r"|staff|members?|individuals?|bod(?:y|ies)|teams?"
    r"|entit(?:y|ies)|organi[sz]ations?|schools|universities|councils?"
    r"|trusts|boards?|authorit(?:y|ies)|governments?"
    r"|institutions?|parties|leads?|owners?|chiefs?|heads|ministries|CIOs?"
    r"|CISOs?|recipients?|students?|clients?|groups?|committees?|forces?|office|branch)"
)
_NAMES_PEOPLE = re.compile(rf"{_PEOPLE}$")
_AGENT = re.compile(
    spaced(
        r"(?:^|[,;:] |(?<![\w-])(?:and|that) )(?P<np>(?:(?:[Tt]he|[Aa]ll|[Ee]ach"
        r"|[Ee]very|[Aa]ny|[Aa]n?|[Nn]o|[Ss]uch) )?(?:[\w’'/-]+ ){0,4}?"
        rf"{_PEOPLE}"
        r"(?:(?: of| for| with| in| at| responsible for| that| who| created"
        r"| established| described| identified| designated| convened"
        r"| required) [^,;:]{1,120})?)[ ,]*$"
    )
)
_THINGS = re.compile(
    r"(?:orders?|numbers?|centers?|servers?|registers?|computers?|routers?"
    r"|identifiers?|factors?|indicators?|errors?"
    r"|sensors?|papers?|letters?|chapters?|matters?|powers?|efforts?"
    r"|memorand\w+|materials?|credentials?|initiatives?"
    r"|objectives?|directives?|requirements?|alternatives?|grants?|infrastructure|authors)$",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(r"\s(?:(?:\w+ed|used)\s)?(?:of|for|with|in|on|at|that|which|who|responsible)\s")
"""Where the description of a noun begins, which decides nothing about what it is."""

_LEADS = re.compile(spaced(r"^[ ,]*(?:jointly |each )?(?:\w+ and )?(?:co-)?(?:lead|chair)s?(?![\w-])"))
_BARE = re.compile(
    r"(?:Secretary|Director|Administrator|Chair\w*|Department|Agency|Council"
    r"|Board|Commission|Committee|Office"
    r"|Bureau|Center|Task Force|Working Group|Corps|Commissioner|Administration|Authority)$"
)
_NO_ONE = re.compile(spaced(r"(?:^|[,;:] )(?:No|Neither) (?!later)"))


_RECEIVE = {Role.RECIPIENT, Role.INFORMED, Role.SUBJECT, Role.BENEFICIARY}


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence says: ``subject`` are its bodies that have to do it, ``binds`` its binding word."""

    span: Span
    duties: tuple[DraftDuty, ...]
    subject: tuple[Body, ...]
    binds: Modal | None
    obligation: Obligation | None
    stage: Stage | None
    context: Mapping[str, Body]


_READ = 6000
"""How many characters of a sentence are read for who does what; no real one is longer."""


def said(finder: Finder, plain: str, span: Span, context: Mapping[str, Body]) -> Said:
    """Read one sentence; ``plain`` is the whole text without brackets and quotations."""
    whole, span = span, Span(span.start, min(span.end, span.start + _READ))
    mentions = [*_resolved(finder, plain, span, context)]
    found = chains(plain, span.start, span.end, mentions)
    binding = [*modals(plain, span.start, span.end)]
    who = [*_subjects(plain, span, found, binding)]
    duties = [*_owns(plain, who), *_others(plain, found, [chain for chain, _ in who], binding)]
    subject = tuple(m.body for chain, _ in who for m in chain.mentions)
    first = _main(binding, [modal for _, modal in who])
    return Said(
        whole,
        tuple(_once(duties)),
        subject,
        first,
        _obligation(plain, span, first),
        stage_of(plain[first.end : first.end + 60]) if first else None,
        {**context, **posts([m.body for m in mentions]), **posts(subject)},
    )


def _resolved(finder: Finder, plain: str, span: Span, context: Mapping[str, Body]) -> Iterator[Mention]:
    """The bodies of a sentence outside of brackets and quotations; “the Secretary” is the last so called."""
    known = dict(context)
    for each in finder.within(span):
        if plain[each.body.span.start] != " ":
            mention = resolved(each, known)
            known.update(posts([mention.body]))
            yield mention


def _subjects(
    plain: str, span: Span, found: Sequence[Chain], binding: Sequence[Modal]
) -> Iterator[tuple[Chain, Modal]]:
    """The subject of each binding word, no chain twice; a noun for people where no known body is."""
    after = span.start
    for number, modal in enumerate(binding):
        chain = subject_of(plain, span.start, found, modal, after)
        if chain is None and number == 0:
            chain = _nameless(plain, span, modal)
        if chain is not None:
            yield chain, modal
        after = modal.end


def _nameless(plain: str, span: Span, modal: Modal) -> Chain | None:
    """A subject without a name, if its noun means people or bodies: “grant recipients must”."""
    match = _AGENT.search(plain[max(span.start, modal.start - 160) : modal.start])
    if match is None or not _means_people(match["np"]) or _is_object(match):
        return None
    if re.search(r"authority$", match["np"]) and not re.search(
        r"\b(?:the|each|every|local)\b", match["np"], re.I
    ):
        return None
    start = max(span.start, modal.start - 160) + match.start("np")
    words = re.sub(spaced(r"^(?:the|all|each|every|any|an?|no|such) "), "", match["np"], flags=re.IGNORECASE)
    start += len(match["np"]) - len(words)
    where = Span(start, start + len(words.rstrip()))
    each = bool(re.match(r"(?:each|every)\b", match["np"], re.IGNORECASE))
    mention = Mention(where.start, where.end, Body(words.rstrip(), None, where), each)
    return Chain((mention,), None, say("named in the sentence"))


def _means_people(words: str) -> bool:
    """Whether the noun before its description is one for people: “staff on ships”, not “tools on servers”."""
    noun = _DESCRIBED.split(words)[0].strip()
    owned = re.search(r"\bby\b|[’']s?(?!\w)", words)
    return bool(_NAMES_PEOPLE.search(noun)) and not (owned or _THINGS.search(noun))


_PREPOSITION = re.compile(r"(?<![\w-])(?:with|between|among|from|to|by)\s[^,;:.]*$")


def _is_object(match: re.Match[str]) -> bool:
    """Whether “and” joins a noun to what stands behind a preposition: “talks with firms and others will”."""
    before = match.string[: match.start("np")]
    joined = re.search(r"\band\s+$", before)
    return bool(joined and _PREPOSITION.search(before[: joined.start()]))


def _owns(plain: str, who: Sequence[tuple[Chain, Modal]]) -> Iterator[DraftDuty]:
    """Those that the binding words are said of."""
    for chain, modal in who:
        role = Role.LEAD if _LEADS.match(plain[modal.end : modal.end + 24]) else Role.RESPONSIBLE
        rule = say("subject of “{words}”", words=plain[modal.start : modal.end])
        yield from _duties(chain, role, rule)


def _others(
    plain: str, found: Sequence[Chain], own: Sequence[Chain], binding: Sequence[Modal]
) -> Iterator[DraftDuty]:
    """Those that the words around them give a part; who gets something is named behind the binding word."""
    begins = binding[0].start if binding else 0
    for chain in found:
        asked = re.search(
            r"request(?:ed)?\s+(?:of|by|from)\s+(?:the\s+)?$", plain[max(0, chain.start - 30) : chain.start]
        )
        late = chain.start >= begins or chain.role not in _RECEIVE or asked
        if chain.role is not None and chain not in own and late:
            yield from _duties(chain, chain.role, chain.rule)


def _main(binding: Sequence[Modal], said_of: Sequence[Modal]) -> Modal | None:
    """The binding word of a sentence: one that is said of a body, else one that binds, else the first."""
    strict = (each for each in binding if each.strict)
    return next(iter((*said_of[:1], *strict, *binding)), None)


def _duties(chain: Chain, role: Role, rule: Wording) -> Iterator[DraftDuty]:
    via = {owner: through.body for owner, through in chain.via}
    for mention in chain.mentions:
        sure = Certainty.CERTAIN if mention.body.id else Certainty.LIKELY
        yield DraftDuty(
            mention.body,
            role,
            Why(rule, sure, mention.body.span),
            via=via.get(mention),
            each=mention.each,
        )


def _once(duties: Sequence[DraftDuty]) -> Iterator[DraftDuty]:
    """Each body once in a part, and each place once: its own part goes before others."""
    parts: set[object] = set()
    places: set[Span] = set()
    for duty in sorted(duties, key=lambda duty: (not duty.role.owns, duty.body.span)):
        body = duty.body.id or duty.body.words.casefold()
        part = (body, duty.role)
        met = duty.role is Role.COORDINATED and (body, Role.RECIPIENT) in parts
        leads = duty.role is Role.RESPONSIBLE and (body, Role.LEAD) in parts
        if part not in parts and duty.body.span not in places and not (met or leads):
            parts.add(part)
            places.add(duty.body.span)
            yield duty


def _obligation(plain: str, span: Span, modal: Modal | None) -> Obligation | None:
    """How binding it is; “no agency shall” forbids."""
    if modal is None:
        return None
    if modal.obligation is Obligation.MUST and _NO_ONE.search(plain[span.start : modal.start]):
        return Obligation.MUST_NOT
    return modal.obligation


def posts(bodies: Sequence[Body]) -> dict[str, Body]:
    """What “the Secretary” or “the Council” means from here on: the last body called so in full."""
    found = {}
    for body in bodies:
        words = body.words.split()
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            if _BARE.match(word):
                found[word] = body
    return found
