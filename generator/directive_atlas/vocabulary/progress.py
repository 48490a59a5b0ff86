"""Words about progress: reports, their reliability, and the statuses that follow from them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from directive_atlas.vocabulary.word import N_, Word, new_word


class Comparator(Word):
    """How the value of a target is meant."""

    AT_LEAST = "at_least", N_("at least")
    MORE_THAN = "more_than", N_("more than")
    EXACTLY = "exactly", N_("exactly")
    AT_MOST = "at_most", N_("at most")
    LESS_THAN = "less_than", N_("less than")
    ABOUT = "about", N_("approximately")


class Status(Word):
    """The status that a report gives; one that ``denies`` says that the work is not complete."""

    denies: bool

    def __new__(cls, value: str, label: str, denies: bool = False) -> Self:
        """A status with its label."""
        status = new_word(cls, value, label)
        status.denies = denies
        return status

    NOT_STARTED = "not_started", N_("not started"), True
    IN_PROGRESS = "in_progress", N_("in progress"), True
    INCOMPLETE = "incomplete", N_("incomplete"), True
    NOT_DONE = "not_done", N_("not done"), True
    DONE = "done", N_("done")
    NOT_SELECTED = "not_selected", N_("not selected")
    WAIVED = "waived", N_("waived")
    CANCELLED = "cancelled", N_("cancelled")


class Answer(Word):
    """What the addressee of a demand answers to it."""

    ACCEPTED = "accepted", N_("accepted")
    IN_PART = "in_part", N_("accepted in part")
    DECLINED = "declined", N_("declined")


class Verification(Word):
    """How far a report can be relied on; one that is not ``settling`` decides nothing by itself."""

    settling: bool

    def __new__(cls, value: str, label: str, settling: bool) -> Self:
        """A degree of verification with its label."""
        verification = new_word(cls, value, label)
        verification.settling = settling
        return verification

    CLAIMED = "claimed", N_("claimed"), True
    CONFIRMED = "confirmed", N_("confirmed"), True
    DISPUTED = "disputed", N_("disputed"), False
    UNVERIFIED = "unverified", N_("unverified"), False


class Connection(Word):
    """How a report is connected with the directive; only one that names it says so itself."""

    NAMES = "names", N_("names the directive")
    ISSUER = "issuer", N_("names only its issuer")
    ECHO = "echo", N_("repeats its words")
    FITS = "fits", N_("fits only in content and time")


class Grade(Word):
    """Who publishes at an address."""

    A = "A", N_("a government body, or the actor itself")
    B = "B", N_("a news organisation or a reference site")
    C = "C", N_("a repost: named, never linked")


class ReportedStatus(Word):
    """What the reports known on the reference date say about a whole task, or about one body's part in it."""

    NO_REPORT = "no_report", N_("no report")
    PARTS_ONLY = "parts_only", N_("reports on parts or figures only")
    PARTLY = "partly", N_("done in part")
    UNVERIFIED = "unverified", N_("only unverified reports")
    NOT_STARTED = "not_started", N_("reported as not started")
    IN_PROGRESS = "in_progress", N_("reported in progress")
    INCOMPLETE = "incomplete", N_("reported incomplete")
    NOT_DONE = "not_done", N_("reported as not done")
    DONE = "done", N_("reported done")
    NOT_SELECTED = "not_selected", N_("reported as not selected")
    WAIVED = "waived", N_("reported as waived")
    CANCELLED = "cancelled", N_("reported as cancelled")


class HorizonBasis(Word):
    """On what the end of the time rests within which work on a directive or task can be expected."""

    EDITOR = "editor", N_("set by the editors")
    PLANNED = "planned", N_("the end of the period that the directive plans for")
    EXPIRY = "expiry", N_("the last day on which the directive is in force")
    YEAR_END = "year_end", N_("the end of the year of the meeting")
    NEXT_MEETING = "next_meeting", N_("the next meeting of the series")


class OccurrenceStatus(Word):
    """What is known of one occurrence of a recurring task."""

    MET = "met", N_("met")
    LATE = "met_late", N_("met late")
    MISSED = "missed", N_("missed")
    UNKNOWN = "unknown", N_("unknown")


class WorkGroup(StrEnum):
    """The groups of a work list in their order; each value is the anchor of its heading.

    A ``pressing`` group requires something now; one that is ``over`` requires nothing more. One with a
    ``part`` (of ``Role``) has what is not the actor's own work, and so no day of it either.
    """

    heading: str
    pressing: bool
    over: bool
    part: str

    @property
    def open(self) -> bool:
        """Whether its tasks are open; not where a day has passed in silence: the outcome is not known."""
        return not (self.over or self.part or self is WorkGroup.UNREPORTED)

    def __new__(cls, value: str, heading: str, when: str = "", part: str = "") -> Self:
        """A group with its heading; ``when`` is now, over or nothing."""
        group = str.__new__(cls, value)
        group._value_ = value
        group.heading, group.pressing, group.over = heading, when == "now", when == "over"
        group.part = part
        return group

    OVERDUE = "due-overdue", N_("Overdue"), "now"
    UNREPORTED = "due-unreported", N_("The deadline has passed, no report of completion"), "now"
    NOT_BEGUN = "due-not-begun", N_("To have begun, no report found"), "now"
    SOON = "due-soon", N_("Due soon"), "now"
    AHEAD = "due-ahead", N_("Due later")
    RECURRING = "due-recurring", N_("Again and again, or ongoing")
    WAITING = "due-waiting", N_("Waiting for an event")
    NONE = "due-none", N_("Without a deadline")
    DONE = "due-done", N_("Reported done"), "over"
    PAST = "due-past", N_("No longer open: what was found"), "over"
    ENDED = "due-ended", N_("Cancelled, waived, declined or no longer in force"), "over"
    INVOLVED = "due-involved", N_("Is consulted, coordinated with or subject to it"), "", "involved"
    CONCERNED = "due-concerned", N_("Concerns it, but asks nothing of it"), "", "concern"


class DeadlineStatus(Word):
    """The status of a task with regard to its deadline on the reference date, most pressing first.

    ``group`` is its group in a work list. For a ``running`` one the deadline is shown next to it; one
    that ``tells_report`` is not already what the last report says.
    """

    group: WorkGroup
    running: bool
    tells_report: bool

    @property
    def ahead(self) -> bool:
        """Whether its last day lies ahead."""
        return self.group in (WorkGroup.SOON, WorkGroup.AHEAD)

    @property
    def hides_parts(self) -> bool:
        """Whether it says all: nothing presses more, or nothing is required any more."""
        return self.group in (WorkGroup.OVERDUE, WorkGroup.ENDED)

    def __new__(cls, value: str, label: str, group: WorkGroup, facts: str = "") -> Self:
        """A status with its label and group; ``facts`` are the words running and said, or neither."""
        status = new_word(cls, value, label)
        status.group = group
        status.running, status.tells_report = "running" in facts, "said" not in facts
        return status

    OVERDUE = "overdue", N_("overdue by a report"), WorkGroup.OVERDUE, "running"
    UNREPORTED = "unreported", N_("deadline passed, no report of completion"), WorkGroup.UNREPORTED, "running"
    NOT_BEGUN = "not_begun", N_("to have begun, no report found"), WorkGroup.NOT_BEGUN
    DUE_SOON = "due_soon", N_("due soon"), WorkGroup.SOON, "running"
    AHEAD = "ahead", N_("not due yet"), WorkGroup.AHEAD, "running"
    WAITING = "waiting", N_("waits for an event"), WorkGroup.WAITING
    PER_CASE = "per_case", N_("counted for each case"), WorkGroup.RECURRING
    OPEN = "open", N_("open, no last day"), WorkGroup.NONE
    BEGUN = "begun", N_("reported as begun"), WorkGroup.NONE
    PARTLY = "partly", N_("done in part"), WorkGroup.PAST, "said"
    REPORTED = "reported", N_("reported on, outcome not found"), WorkGroup.PAST
    NOT_DONE = "not_done", N_("reported as not done"), WorkGroup.PAST, "said"
    NOT_FOUND = "not_found", N_("nothing found"), WorkGroup.PAST, "said"
    NOT_RECORDED = "not_recorded", N_("no report recorded"), WorkGroup.PAST, "said"
    CARRIED_ON = "carried_on", N_("carried on by another directive"), WorkGroup.PAST
    OVER = "over", N_("no longer open"), WorkGroup.PAST
    LATE = "late", N_("reported done, late"), WorkGroup.DONE, "said"
    ON_TIME = "on_time", N_("reported done on time"), WorkGroup.DONE, "said"
    FINISHED = "finished", N_("reported done"), WorkGroup.DONE, "said"
    CONFIRMED = "confirmed", N_("confirmed done"), WorkGroup.DONE, "said"
    CLOSED = "closed", N_("closed"), WorkGroup.DONE
    DECLINED = "declined", N_("declined"), WorkGroup.ENDED
    NOT_SELECTED = "not_selected", N_("not selected"), WorkGroup.ENDED, "said"
    WAIVED = "waived", N_("waived"), WorkGroup.ENDED, "said"
    CANCELLED = "cancelled", N_("cancelled"), WorkGroup.ENDED, "said"
    ENDED = "ended", N_("no longer in force"), WorkGroup.ENDED
