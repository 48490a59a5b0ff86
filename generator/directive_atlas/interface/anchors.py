"""The anchors within a page: the names of headings and of single rows, defined only here.

They are part of addresses that readers share, so they come from ids and never change with a title. Those of
passages are in ``passages``, because reviews need them; those of the groups of a work list are the values of
``WorkGroup``.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from directive_atlas.vocabulary.actors import ActorKind
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import (
    Answer,
    DeadlineStatus,
    HorizonBasis,
    OccurrenceStatus,
    ReportedStatus,
)

Status = DeadlineStatus | ReportedStatus | OccurrenceStatus | Answer | HorizonBasis
"""What the page of the statuses has a line for."""

VISIT = "visit"
"""Where a page keeps what the script of the last visit needs."""

DAY_WORDS = "day-words"
"""Where a page keeps the words of the script of the days."""


class Heading(StrEnum):
    """The headings that occur once on a page."""

    TOP = "top"
    BACKLINKS = "backlinks"

    # Pages of records
    ACTORS = "actors"
    ADDRESSED = "addressed"
    ATTENDED = "attended"
    BOARD = "board"
    BUILD = "build"
    CHANGES = "changes"
    CHOOSES = "chooses"
    CITE = "cite"
    COUNTED = "counted"
    DIRECTIVES = "directives"
    EVENTS = "events"
    FACTS = "facts"
    FIGURES = "figures"
    FINDINGS = "findings"
    INHERITED = "inherited"
    ISSUED = "issued"
    APPROVED = "approved"
    COPIED = "copied"
    MEASURES = "measures"
    OTHER_TASKS = "other-tasks"
    PARTICIPANTS = "participants"
    PASSAGE = "passage"
    POSTS = "posts"
    PROGRESS = "progress"
    REFERENCES = "references"
    RELATED = "related"
    RELATIONS = "relations"
    REPORTED = "reported"
    SOURCE = "source"
    TARGETS = "targets"
    TASKS = "tasks"
    TIMELINE = "timeline"
    TIMING = "timing"

    # The home page and lists
    BODIES = "bodies"
    DUE = "due"
    ENTRIES = "entries"
    FULL = "full"
    LATEST = "latest"
    MONTHS = "months"
    REPLACED = "replaced"
    SEARCH = "search"
    YEARS = "years"

    # The reader's help
    BASIS = "basis"
    GRADES = "grades-of-sources"
    MISTAKES = "report-a-mistake"
    NOT_KNOWN = "what-is-not-known-yet"
    STANDING = "standing"
    TASK_PAGES = "how-to-read-a-task-page"
    WHEN = "when"
    WHERE_IT_SAYS_SO = "where-the-text-says-so"

    # The page of the statuses
    ANSWERS = "answers"
    COUNTS = "counts"
    DAYS_PAST = "days-past"
    DEADLINE_STATUSES = "by-time"
    HORIZON = "horizon"
    KNOWLEDGE = "day-of-knowledge"
    LAST_DAY = "last-day"
    OCCURRENCES = "occurrences"
    OPEN = "when-it-is-open"
    PARTS = "whole-and-parts"
    REPORTED_STATUSES = "by-reports"
    RULES = "rules"
    WHOSE = "whose-report"


def status(word: Status) -> str:
    """The line of a status; that of its time has no prefix."""
    prefixes = {
        ReportedStatus: "reported-",
        OccurrenceStatus: "occurrence-",
        Answer: "answer-",
        HorizonBasis: "horizon-",
    }
    return f"{prefixes.get(type(word), '')}{word.value}"


def paragraph(number: int) -> str:
    """A paragraph of the source text, counted from 1."""
    return f"p-{number}"


def section(section_id: str) -> str:
    """A section of a directive."""
    return f"section-{section_id}"


def measure(measure_id: str) -> str:
    """A measure on its task's page."""
    return f"m-{measure_id}"


def event(event_id: str) -> str:
    """An event that times are counted from."""
    return f"event-{event_id}"


def readings(target_id: str) -> str:
    """The readings of a target."""
    return f"readings-{target_id}"


def matrix_row(actor_id: str) -> str:
    """An actor's row in the matrix of a directive."""
    return f"matrix-{actor_id}"


def directive(record_id: str) -> str:
    """A directive in a list."""
    return f"d-{record_id}"


def way(directive_id: str, through: str | None) -> str:
    """What a directive wants of a body: by name, as a member of a group, or as one that has no work in it."""
    return f"d-{directive_id}-{through or 'itself'}"


def unread(record_id: str) -> str:
    """The unread sentences of a directive in the list of coverage."""
    return f"unread-{record_id}"


def family(number: int) -> str:
    """A component of related directives in the lineage."""
    return f"family-{number}"


def kind(actors: ActorKind) -> str:
    """The actors of one kind in their list."""
    return f"kind-{actors.value}"


def predecessor(record_id: str) -> str:
    """What a body took over from another one, on its own page."""
    return f"from-{record_id}"


def term(record_id: str) -> str:
    """A term in the glossary."""
    return f"term-{record_id}"


def initial(letter: str) -> str:
    """The first term of a letter in the glossary."""
    return f"letter-{letter[0].lower() if letter[0].isalnum() else 'other'}"


def month(day: dt.date) -> str:
    """The first entry of a day's month in a table of dated entries."""
    return f"on-{day:%Y-%m}"


def day(date: dt.date) -> str:
    """What changed on a day."""
    return f"on-{date.isoformat()}"


def edition(date: ImpreciseDate) -> str:
    """What changed since the edition of a day."""
    return f"edition-{date.iso}"
