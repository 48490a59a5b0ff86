"""Words about directives: their kinds, dates, relations and endings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from directive_atlas.vocabulary.word import N_, Word, new_word


class DirectiveKind(Word):
    """The kind of a directive; one that is ``convened`` is no document: nobody issued or numbered it."""

    @property
    def convened(self) -> bool:
        """Whether it is held: a body convenes it, and no document number belongs to it."""
        return self is DirectiveKind.MEETING

    MEETING = "meeting", N_("meeting")
    NOTICE = "notice", N_("notice")
    OPINIONS = "opinions", N_("opinions")
    PLAN = "plan", N_("plan")
    DECISION = "decision", N_("decision")
    ORDER = "order", N_("order")
    BINDING = "binding", N_("binding directive")
    REPLY = "reply", N_("reply")
    REGULATION = "regulation", N_("regulation")
    LAW = "law", N_("law")
    STANDARD = "standard", N_("standard")
    MEMORANDUM = "memorandum", N_("memorandum")
    REPORT = "report", N_("report")
    LICENCE = "licence", N_("licence")


class DateKind(Word):
    """What happened to a directive on a date; ``anchor`` is its name when times are counted from it."""

    anchor: str

    def __new__(cls, value: str, label: str = "", anchor: str = "") -> Self:
        """A kind of date with its label, and its name as the anchor of a duration."""
        kind = new_word(cls, value, label)
        kind.anchor = anchor
        return kind

    HELD = "held", N_("held"), N_("the meeting")
    SIGNED = "signed", N_("signed"), N_("signature")
    PUBLISHED = "published", N_("published"), N_("publication")
    REPORTED = "reported", N_("reported in the press"), N_("the report of it")
    EFFECTIVE = "effective", N_("in force from"), N_("taking effect")
    EXPIRES = "expires", N_("in force until"), N_("its expiry")


class EndingKind(Word):
    """How a directive, or a part of one, ceases to be in force."""

    EXPIRED = "expired", N_("expired")
    REPEALED = "repealed", N_("repealed")
    SUPERSEDED = "superseded", N_("superseded")
    STOPPED = "stopped", N_("stopped")


class PaperStatus(Word):
    """How a document stands on a day; that no end is recorded does not mean that there is none."""

    IN_FORCE = "in_force", N_("in force")
    EXPIRED = "expired", N_("expired")
    REPEALED = "repealed", N_("repealed")
    SUPERSEDED = "superseded", N_("superseded")
    STOPPED = "stopped", N_("stopped")
    PERIOD_OVER = "period_over", N_("its period is over")
    AMENDED = "amended", N_("amended")
    NO_END = "no_end", N_("no repeal recorded here")


class ChangeStatus(Word):
    """How far a change has come that is not in force: what it changes stays as it is."""

    PROPOSED = "proposed", N_("proposed, not in force")
    ADOPTED = "adopted", N_("adopted, not in force")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationMeaning:
    """What follows from a kind of relation.

    ``inverse`` is its label on the page of the older directive. ``ends`` is how it ends the older one, if
    it does. One that is ``circular`` may hold in both directions and so in a circle; one that is not
    ``directed`` means the same in both. One that ``carries`` on the work of the older one says where to look
    for it from then on. ``schema_org`` is the property of schema.org's ``Legislation``
    for it, if there is one.
    """

    inverse: str
    ends: EndingKind | None
    circular: bool
    directed: bool
    carries: bool
    schema_org: str | None


def _relation(
    inverse: str,
    schema_org: str | None = None,
    *,
    ends: EndingKind | None = None,
    circular: bool = False,
    directed: bool = True,
    carries: bool = False,
) -> RelationMeaning:
    return RelationMeaning(
        inverse=inverse,
        ends=ends,
        circular=circular,
        directed=directed,
        carries=carries,
        schema_org=schema_org,
    )


class RelationKind(Word):
    """What one directive does to another, read from the newer to the older."""

    meaning: RelationMeaning

    def __new__(cls, value: str, label: str, meaning: RelationMeaning) -> Self:
        """A kind of relation with its label and what follows from it."""
        kind = new_word(cls, value, label)
        kind.meaning = meaning
        return kind

    IMPLEMENTS = (
        "implements",
        N_("implements"),
        _relation(N_("implemented by"), "legislationEnsuresImplementationOf"),
    )
    FOLLOWS_UP = "follows_up", N_("follows up"), _relation(N_("followed up by"))
    AMENDS = "amends", N_("amends"), _relation(N_("amended by"), "legislationAmends")
    REPEALS = (
        "repeals",
        N_("repeals"),
        _relation(N_("repealed by"), "legislationRepeals", ends=EndingKind.REPEALED),
    )
    STOPS = (
        "stops",
        N_("stops"),
        _relation(N_("stopped by"), "legislationRepeals", ends=EndingKind.STOPPED),
    )
    SUPERSEDES = (
        "supersedes",
        N_("supersedes"),
        _relation(N_("superseded by"), "legislationRepeals", ends=EndingKind.SUPERSEDED),
    )
    CONTINUES = "continues", N_("carries on"), _relation(N_("carried on by"), carries=True)
    SUPPLEMENTS = "supplements", N_("supplements"), _relation(N_("supplemented by"))
    RESTS_ON = "rests_on", N_("rests on"), _relation(N_("basis of"), "isBasedOn")
    FORWARDS = "forwards", N_("forwards"), _relation(N_("forwarded by"))
    CITES = "cites", N_("cites"), _relation(N_("cited by"), "citation", circular=True)
    COEXISTS = (
        "coexists",
        N_("stands beside"),
        _relation(N_("stands beside"), circular=True, directed=False),
    )
    RELATED = (
        "related",
        N_("on the same subject as"),
        _relation(N_("on the same subject as"), circular=True, directed=False),
    )
