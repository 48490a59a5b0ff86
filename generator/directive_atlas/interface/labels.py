"""The interface words for the schema's fixed words; ``N_`` marks them for the catalogues."""

from __future__ import annotations

from enum import StrEnum

from directive_atlas.resolve.corpus import EventKind
from directive_atlas.resolve.model import EndingKind, State, Timeliness, TimingForm
from directive_atlas.views.timeline.items import Shape
from directive_atlas.vocabulary.words import (
    ActorKind,
    Basis,
    Choice,
    Comparator,
    DateKind,
    DirectiveKind,
    Obligation,
    ParticipantRole,
    RelationKind,
    Role,
    Status,
    Verification,
)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a message for the catalogues without translating it yet."""
    return message


_ROWS: tuple[tuple[StrEnum, str], ...] = (
    (ActorKind.PARTY, N_("party body")),
    (ActorKind.STATE, N_("state body")),
    (ActorKind.MINISTRY, N_("ministry or commission")),
    (ActorKind.OFFICE, N_("office")),
    (ActorKind.DEPARTMENT, N_("department")),
    (ActorKind.PROVINCIAL, N_("provincial body")),
    (ActorKind.LOCAL, N_("local government")),
    (ActorKind.AGENCY, N_("agency")),
    (ActorKind.ENTERPRISE, N_("enterprise")),
    (ActorKind.PERSON, N_("person")),
    (ActorKind.GROUP, N_("group")),
    (ActorKind.OTHER, N_("others")),
    (DirectiveKind.MEETING, N_("meeting")),
    (DirectiveKind.NOTICE, N_("notice")),
    (DirectiveKind.OPINIONS, N_("opinions")),
    (DirectiveKind.PLAN, N_("plan")),
    (DirectiveKind.DECISION, N_("decision")),
    (DirectiveKind.ORDER, N_("order")),
    (DirectiveKind.BINDING, N_("binding directive")),
    (DirectiveKind.REPLY, N_("reply")),
    (DirectiveKind.REGULATION, N_("regulation")),
    (DirectiveKind.LAW, N_("law")),
    (DirectiveKind.STANDARD, N_("standard")),
    (DirectiveKind.MEMORANDUM, N_("memorandum")),
    (DirectiveKind.REPORT, N_("report")),
    (DirectiveKind.LICENCE, N_("licence")),
    (Role.LEAD, N_("lead")),
    (Role.RESPONSIBLE, N_("responsible")),
    (Role.SUPPORT, N_("support")),
    (Role.SUPERVISE, N_("supervise")),
    (Role.GUIDE, N_("guide")),
    (Role.CONSULTED, N_("consulted")),
    (Role.INFORMED, N_("informed")),
    (Role.BENEFICIARY, N_("beneficiary")),
    (Role.COORDINATED, N_("coordinated with")),
    (Role.RECIPIENT, N_("recipient")),
    (Role.SUBJECT, N_("subject to it")),
    (Basis.STATED, N_("stated in the text")),
    (Basis.INHERITED, N_("carried over")),
    (Basis.INFERRED, N_("our reading")),
    (Obligation.MUST, N_("must")),
    (Obligation.SHOULD, N_("should")),
    (Obligation.MAY, N_("may")),
    (Obligation.ENCOURAGED, N_("encouraged")),
    (Obligation.SHOULD_NOT, N_("should not")),
    (Obligation.MUST_NOT, N_("must not")),
    (RelationKind.IMPLEMENTS, N_("implements")),
    (RelationKind.FOLLOWS_UP, N_("follows up")),
    (RelationKind.AMENDS, N_("amends")),
    (RelationKind.REPEALS, N_("repeals")),
    (RelationKind.STOPS, N_("stops")),
    (RelationKind.SUPERSEDES, N_("supersedes")),
    (RelationKind.SUPPLEMENTS, N_("supplements")),
    (RelationKind.RESTS_ON, N_("rests on")),
    (RelationKind.FORWARDS, N_("forwards")),
    (RelationKind.CITES, N_("cites")),
    (RelationKind.COEXISTS, N_("stands beside")),
    (Comparator.AT_LEAST, N_("at least")),
    (Comparator.MORE_THAN, N_("more than")),
    (Comparator.EXACTLY, N_("exactly")),
    (Comparator.AT_MOST, N_("at most")),
    (Comparator.LESS_THAN, N_("less than")),
    (Comparator.ABOUT, N_("about (figure)")),
    (ParticipantRole.SIGNATORY, N_("signed it")),
    (Choice.ALL, N_("all of the parts")),
    (Choice.ONE, N_("one of the parts")),
    (Choice.ANY, N_("any of the parts")),
    (ParticipantRole.CHAIR, N_("chair")),
    (ParticipantRole.SPEAKER, N_("speaker")),
    (ParticipantRole.REPORTER, N_("gave a report")),
    (ParticipantRole.ATTENDEE, N_("attended")),
    (Status.NOT_STARTED, N_("not started")),
    (Status.IN_PROGRESS, N_("in progress")),
    (Status.DONE, N_("done")),
    (Status.CANCELLED, N_("cancelled")),
    (Verification.CLAIMED, N_("claimed")),
    (Verification.CONFIRMED, N_("confirmed")),
    (Verification.DISPUTED, N_("disputed")),
    (Verification.UNVERIFIED, N_("unverified")),
    (DateKind.HELD, N_("held")),
    (DateKind.SIGNED, N_("signed")),
    (DateKind.PUBLISHED, N_("published")),
    (DateKind.REPORTED, N_("reported in the press")),
    (DateKind.EFFECTIVE, N_("in force from")),
    (DateKind.EXPIRES, N_("in force until")),
    (EventKind.HELD, N_("held")),
    (EventKind.SIGNED, N_("signed")),
    (EventKind.PUBLISHED, N_("published")),
    (EventKind.REPORTED, N_("reported in the press")),
    (EventKind.EVENT, N_("event")),
    (EventKind.EFFECTIVE, N_("in force from")),
    (EventKind.EXPIRES, N_("in force until")),
    (EventKind.BEGINS, N_("task begins")),
    (EventKind.DUE, N_("task due")),
    (EventKind.TARGET, N_("target due")),
    (EventKind.REPORT, N_("progress reported")),
    (Shape.DIRECTIVE, N_("dates of a directive")),
    (Shape.EVENT, N_("event")),
    (Shape.PERIOD, N_("period of a task")),
    (Shape.BEGINS, N_("task begins")),
    (Shape.DUE, N_("task due")),
    (Shape.AGAIN, N_("time of a recurring task")),
    (Shape.TARGET, N_("target due")),
    (Shape.REPORT, N_("progress reported")),
    (TimingForm.BY, N_("by")),
    (TimingForm.WITHIN, N_("within a time")),
    (TimingForm.EARLIER_OF, N_("whichever is earlier")),
    (TimingForm.LATER_OF, N_("whichever is later")),
    (TimingForm.BEFORE, N_("before a moment")),
    (TimingForm.UPON, N_("upon an event")),
    (TimingForm.REGULARLY, N_("regularly")),
    (TimingForm.EVERY, N_("again and again")),
    (TimingForm.PERIOD, N_("in the period")),
    (TimingForm.DURING, N_("during")),
    (TimingForm.ONGOING, N_("ongoing")),
    (TimingForm.ASAP, N_("as soon as possible")),
    (State.NO_REPORT, N_("no report")),
    (State.PARTS_ONLY, N_("reports on parts only")),
    (State.UNVERIFIED, N_("only unverified reports")),
    (State.NOT_STARTED, N_("not started")),
    (State.IN_PROGRESS, N_("in progress")),
    (State.DONE, N_("done")),
    (State.CANCELLED, N_("cancelled")),
    (Timeliness.OVERDUE, N_("overdue")),
    (Timeliness.UNREPORTED, N_("past due, not reported as done")),
    (Timeliness.DUE_SOON, N_("due soon")),
    (Timeliness.AHEAD, N_("not due yet")),
    (Timeliness.WAITING, N_("waits for an event")),
    (Timeliness.PER_CASE, N_("counted for each case")),
    (Timeliness.OPEN, N_("no deadline")),
    (Timeliness.LATE, N_("done late")),
    (Timeliness.ON_TIME, N_("done on time")),
    (Timeliness.FINISHED, N_("done")),
    (Timeliness.CANCELLED, N_("cancelled")),
    (Timeliness.ENDED, N_("no longer in force")),
    (EndingKind.EXPIRED, N_("expired")),
    (EndingKind.REPEALED, N_("repealed")),
    (EndingKind.SUPERSEDED, N_("superseded")),
    (EndingKind.STOPPED, N_("stopped")),
)

LABELS: dict[tuple[type[StrEnum], str], str] = {(type(word), word.value): name for word, name in _ROWS}
"""By class and value: members of different classes may be equal as text, but mean two things."""


def label(word: StrEnum) -> str:
    """The message for one of the schema's fixed words.

    Raises:
        KeyError: the word was added to the schema, but not here.
    """
    return LABELS[type(word), word.value]


INVERSE: dict[RelationKind, str] = {
    RelationKind.IMPLEMENTS: N_("implemented by"),
    RelationKind.FOLLOWS_UP: N_("followed up by"),
    RelationKind.AMENDS: N_("amended by"),
    RelationKind.REPEALS: N_("repealed by"),
    RelationKind.STOPS: N_("stopped by"),
    RelationKind.SUPERSEDES: N_("superseded by"),
    RelationKind.SUPPLEMENTS: N_("supplemented by"),
    RelationKind.RESTS_ON: N_("basis of"),
    RelationKind.FORWARDS: N_("forwarded by"),
    RelationKind.CITES: N_("cited by"),
    RelationKind.COEXISTS: N_("stands beside"),
}
"""A relation as the older directive's page tells it."""

LETTERS: dict[Role, str] = {
    Role.LEAD: N_("L"),
    Role.RESPONSIBLE: N_("R"),
    Role.SUPPORT: N_("S"),
    Role.SUPERVISE: N_("Sv"),
    Role.GUIDE: N_("G"),
    Role.CONSULTED: N_("C"),
    Role.INFORMED: N_("I"),
    Role.BENEFICIARY: N_("B"),
    Role.COORDINATED: N_("Co"),
    Role.RECIPIENT: N_("Rc"),
    Role.SUBJECT: N_("Sj"),
}
"""The roles in the cells of a matrix, each as short as can be."""

SECTION_TITLES: dict[str, str] = {
    "directives": N_("Directives"),
    "tasks": N_("Tasks"),
    "actors": N_("Actors"),
    "matrix": N_("Responsibility matrix"),
    "topics": N_("Topics"),
    "timeline": N_("Timeline"),
    "lineage": N_("Lineage"),
    "glossary": N_("Glossary"),
    "coverage": N_("Coverage"),
}
"""The name of each folder of pages (``SECTIONS`` in ``address.py``)."""
