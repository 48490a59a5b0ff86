"""What changed of records, as it is recorded, and the records that there are no more."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from directive_atlas.api.v1.base import Day, Record, Words
from directive_atlas.vocabulary.changes import Changing, RecordKind, What


class ChangedValue(Record):
    """A value that a field had or has: exactly one of these."""

    text: Words | None = None
    """A text by language."""
    date: Day | None = None
    """A date."""
    record: str | None = None
    """The id of a record."""
    word: str | None = None
    """A fixed word behind its list, as words.json has it: role/lead."""
    plain: str | None = None
    """Characters in no language of the site: the words of a source, a number, a rule."""


class ChangeReason(Record):
    """Why a day was moved, as the record tells it."""

    directive: str | None = None
    """The id of the directive that moved it."""
    note: Words | None = None
    """How that is known."""


class ChangedField(Record):
    """What changed of one field; without ``before`` it was added, without ``after`` removed."""

    field: Changing
    """What of the record changed."""
    of: tuple[ChangedValue, ...] = ()
    """Which one it is of several: the date of which kind, the figure of what."""
    event: str | None = None
    """The entry in calendars that has this day, behind the id of the record."""
    before: tuple[ChangedValue, ...] = ()
    """What it was."""
    after: tuple[ChangedValue, ...] = ()
    """What it became."""
    because: ChangeReason | None = None
    """Why, if the record says so."""
    words: Words
    """The same in a sentence."""


class RecordedChange(Record):
    """What happened to one record on one day."""

    id: str
    """The name of this change; it stays."""
    date: dt.date
    """The day on which it came into the data; it says nothing about when it came to be so."""
    revision: str | None = None
    """The revision of git."""
    what: What
    """Whether the record was added, changed, renamed or removed."""
    kind: RecordKind
    """The kind of the record."""
    record: str
    """The id of the record; of a task or measure its key."""
    former: str | None = None
    """The id that a renamed record had before."""
    title: Words
    """What the record is called, or was called when it was removed."""
    page: str | None = None
    """The page of the record, or the one that says what became of it, from the root of the site."""
    reason: Words | None = None
    """Why the editors changed it."""
    fields: tuple[ChangedField, ...] = ()
    """What changed of it; of a removed record its days, its bodies, its topics."""
    words: Words
    """The same in a line."""


class Changes(Record):
    """What changed in one month, the newest first."""

    as_of: dt.date
    """The reference date."""
    month: str
    """The month, such as 2020-06."""
    changes: tuple[RecordedChange, ...]
    """The changes."""
    next: str | None = None
    """The file with those that follow, from the folder of this version."""


class Gone(Record):
    """A record that there was; it stands where its file was."""

    status: Literal["gone"]
    """That there is no such record."""
    kind: RecordKind
    """The kind of the record."""
    id: str
    """Its id; of a task or measure its key."""
    what: What
    """Whether it was removed or renamed."""
    title: Words
    """What it was called, or what the record is called that it became."""
    date: dt.date
    """The day on which it was removed or renamed."""
    change: str
    """The name of that change in its month."""
    page: str
    """The page that says so, from the root of the site."""
    successor: str | None = None
    """The id of the record that it became."""
    file: str | None = None
    """The file of that record, from the folder of this version."""


class GoneRecords(Record):
    """All records that there were."""

    as_of: dt.date
    """The reference date."""
    records: tuple[Gone, ...]
    """The records, in the order in which they went."""
