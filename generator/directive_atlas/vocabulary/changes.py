"""Words about what changed between two states of the data."""

from __future__ import annotations

import re

from directive_atlas.vocabulary.directives import DateKind, PaperStatus, RelationKind
from directive_atlas.vocabulary.progress import (
    Comparator,
    DeadlineStatus,
    ReportedStatus,
    Status,
    Verification,
)
from directive_atlas.vocabulary.tasks import Basis, Obligation, Role
from directive_atlas.vocabulary.word import N_, Word


class What(Word):
    """What happened to a record, or to a part of it."""

    ADDED = "added", N_("added")
    REMOVED = "removed", N_("removed")
    RENAMED = "renamed", N_("renamed")
    CHANGED = "changed", N_("changed")


class RecordKind(Word):
    """The kinds of records that have names."""

    DIRECTIVE = "directive", N_("Directive")
    TASK = "task", N_("Task")
    ACTOR = "actor", N_("Actor")
    TOPIC = "topic", N_("Topic")
    TERM = "term", N_("Term")


class Changing(Word):
    """What of a record may change."""

    TITLE = "title", N_("title")
    NUMBER = "number", N_("number")
    DATE = "date", N_("date")
    ISSUER = "issuer", N_("issuer")
    ADDRESSEE = "addressee", N_("addressee")
    PAPER = "status", N_("status of the document")
    RELATION = "relation", N_("relation")
    SUMMARY = "summary", N_("summary")
    FINDING = "finding", N_("finding")
    QUOTE = "quote", N_("quoted passage")
    OBLIGATION = "obligation", N_("obligation")
    DUTY = "duty", N_("part of a body")
    DEADLINE = "deadline", N_("deadline")
    RECURRENCE = "recurrence", N_("recurrence")
    FIGURE = "figure", N_("figure")
    FIGURE_DAY = "figure_day", N_("day of a figure")
    TIMELINESS = "timeliness", N_("standing in time")
    STATE = "state", N_("what was reported")
    REPORT = "report", N_("report")
    DELIVERABLE = "deliverable", N_("deliverable")
    TOPIC = "topic", N_("topic")
    DEPENDENCY = "dependency", N_("task that comes before")
    APPLIES_TO = "applies_to", N_("what it applies to")
    PRECONDITION = "precondition", N_("condition")
    NOTE = "note", N_("note")
    ALIAS = "alias", N_("other name")
    MEMBER = "member", N_("member")
    PARENT = "parent", N_("what it belongs to")
    SUCCESSOR = "successor", N_("successor")
    DEFINITION = "definition", N_("definition")


def name_of(words: type[Word]) -> str:
    """What a list of words is called in data and in the files of other programs: ``deadline_status``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", words.__name__).lower()


_VALUES: tuple[type[Word], ...] = (
    Basis,
    Comparator,
    DateKind,
    DeadlineStatus,
    Obligation,
    PaperStatus,
    RelationKind,
    ReportedStatus,
    Role,
    Status,
    Verification,
)
"""The lists whose words are values of what changes."""

RECORDED = {f"{name_of(words)}/{word.value}": word for words in _VALUES for word in words}
"""How each of these words is written where a change is recorded: with the name of its list."""


def recorded(word: Word) -> str:
    """A word as it is written where a change is recorded."""
    return f"{name_of(type(word))}/{word.value}"
