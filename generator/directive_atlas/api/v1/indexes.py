"""The lists by which records are found: what there is, and tasks by body, topic, month and status."""

from __future__ import annotations

import datetime as dt

from directive_atlas.api.v1.base import Day, Record, Words
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus
from directive_atlas.vocabulary.tasks import Basis, Role


class Brief(Record):
    """A record in a list."""

    id: str
    """Its name in the corpus."""
    name: Words
    """What it is called."""
    page: str
    """Its page, from the root of the site."""
    file: str
    """Its whole record, from the folder of this version."""


class Corpus(Record):
    """What there is, and as of which day: the first file to read."""

    version: str = "1"
    """The version of this interface."""
    name: Words
    """The name of the site."""
    description: Words
    """What it is about."""
    address: str | None = None
    """Where it is published; pages and files are relative to it."""
    languages: tuple[str, ...]
    """The languages of its pages, the first one without a folder."""
    as_of: dt.date
    """The reference date: nothing published later is known, and all statuses are those of this day."""
    generator: str
    """The version of the program that wrote it."""
    revision: str = ""
    """The state of the data that it was made from, such as a commit, if that is known."""
    counts: dict[str, int]
    """How many records there are of each kind."""
    lists: dict[str, str]
    """The lists of records, from the folder of this version."""
    indexes: dict[str, tuple[str, ...]]
    """The lists of tasks, by what they are sorted by."""
    changes: tuple[str, ...] = ()
    """What changed in each month in which something did, the newest first."""
    gone: str = ""
    """The list of the records that there were."""


class List(Record):
    """All records of one kind, each in short."""

    as_of: dt.date
    """The reference date."""
    records: tuple[Brief, ...]
    """The records, in the order of the site."""


class Entry(Record):
    """A task or measure in an index."""

    key: str
    """Its name in the corpus."""
    title: Words
    """What is to be done."""
    page: str
    """Its page, from the root of the site."""
    file: str
    """The file of the task that it is, or is a part of."""
    due: Day | None = None
    """The deadline to which the timeliness refers."""
    timeliness: DeadlineStatus
    """How it stands in time; in the index of a body, how that body does."""
    state: ReportedStatus
    """What was reported of it; in the index of a body, of that body."""
    role: Role | None = None
    """The part of the body, in its index."""
    basis: Basis | None = None
    """How that is known."""
    through: str | None = None
    """The group through which the body has it."""


class Index(Record):
    """The tasks and measures of one body, topic, month or status."""

    as_of: dt.date
    """The reference date."""
    of: str
    """The id, month or status."""
    tasks: tuple[Entry, ...]
    """Its tasks, in the order of the site."""
    next: str | None = None
    """The file with those that follow, from the folder of this version."""
