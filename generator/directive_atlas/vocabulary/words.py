"""The fixed words of the data format: each enumeration lists what may be written in one place."""

from __future__ import annotations

from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of body or person an actor is."""

    PARTY = "party"
    STATE = "state"
    MINISTRY = "ministry"
    OFFICE = "office"
    DEPARTMENT = "department"
    PROVINCIAL = "provincial"
    LOCAL = "local"
    AGENCY = "agency"
    ENTERPRISE = "enterprise"
    PERSON = "person"
    GROUP = "group"
    OTHER = "other"


class DirectiveKind(StrEnum):
    """The form of a directive."""

    MEETING = "meeting"
    NOTICE = "notice"
    OPINIONS = "opinions"
    PLAN = "plan"
    DECISION = "decision"
    ORDER = "order"
    BINDING = "binding"
    REPLY = "reply"
    REGULATION = "regulation"
    LAW = "law"
    STANDARD = "standard"
    MEMORANDUM = "memorandum"
    REPORT = "report"
    LICENCE = "licence"


class DateKind(StrEnum):
    """What happened to a directive on a date."""

    HELD = "held"
    SIGNED = "signed"
    PUBLISHED = "published"
    REPORTED = "reported"
    EFFECTIVE = "effective"
    EXPIRES = "expires"


class Role(StrEnum):
    """What an actor has to do with a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    SUPERVISE = "supervise"
    GUIDE = "guide"
    CONSULTED = "consulted"
    INFORMED = "informed"
    BENEFICIARY = "beneficiary"
    COORDINATED = "coordinated"
    RECIPIENT = "recipient"
    SUBJECT = "subject"


class Basis(StrEnum):
    """How we know: the passage says so, it is carried over from another one, or we read it so."""

    STATED = "stated"
    INHERITED = "inherited"
    INFERRED = "inferred"


class Obligation(StrEnum):
    """How binding a task is."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    ENCOURAGED = "encouraged"
    SHOULD_NOT = "should_not"
    MUST_NOT = "must_not"


class Choice(StrEnum):
    """How many of its parts a task asks for."""

    ALL = "all"
    ONE = "one"
    ANY = "any"


class RelationKind(StrEnum):
    """What one directive does to another, read from the newer to the older."""

    IMPLEMENTS = "implements"
    FOLLOWS_UP = "follows_up"
    AMENDS = "amends"
    REPEALS = "repeals"
    STOPS = "stops"
    SUPERSEDES = "supersedes"
    SUPPLEMENTS = "supplements"
    RESTS_ON = "rests_on"
    FORWARDS = "forwards"
    CITES = "cites"
    COEXISTS = "coexists"


class Comparator(StrEnum):
    """How a target's value is to be read."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    EXACTLY = "exactly"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"


class ParticipantRole(StrEnum):
    """What somebody did at a meeting."""

    CHAIR = "chair"
    SPEAKER = "speaker"
    REPORTER = "reporter"
    ATTENDEE = "attendee"
    SIGNATORY = "signatory"


class Status(StrEnum):
    """The state that a progress entry reports."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


class Verification(StrEnum):
    """How far a report can be relied on."""

    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    UNVERIFIED = "unverified"


class Grade(StrEnum):
    """Whose address it is: A the actor itself, B a news house or reference site, C a repost."""

    A = "A"
    B = "B"
    C = "C"
