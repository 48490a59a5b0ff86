"""What changed of records: between two states of the data, and as it is recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from directive_atlas.problems import Place
from directive_atlas.resolve.model.texts import Text
from directive_atlas.vocabulary.changes import Changing, RecordKind, What
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.word import Word

Identity = tuple[RecordKind, str]
"""A record among all: its kind and id; of a task or measure the key."""


@dataclass(frozen=True, slots=True)
class Name:
    """A record that a value names, and what it is called; it is the same one whatever it is called."""

    id: str
    called: Text | None = field(default=None, compare=False)


Value = Text | ImpreciseDate | Name | Word | str
"""What a field has: a text, a date, a record, a fixed word, or plain characters."""


@dataclass(frozen=True, slots=True)
class Because:
    """Why a day was moved: by which directive, or a note."""

    directive: Name | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One change of one field; ``of`` is what it is a change of, where the record has several.

    Without ``before`` something was added, without ``after`` removed. ``event`` is the name, after the id of
    the record, of the entry in calendars that has this day, ``moves`` how often the record said that it had
    been moved.
    """

    field: Changing
    before: tuple[Value, ...] = ()
    after: tuple[Value, ...] = ()
    of: tuple[Value, ...] = ()
    because: Because | None = None
    event: str | None = None
    moves: int = 0

    @property
    def what(self) -> What:
        """Whether something was added, removed or changed."""
        if self.before and self.after:
            return What.CHANGED
        return What.ADDED if self.after else What.REMOVED


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What happened to one record; a renamed one had the id ``former`` before.

    ``root`` is the task whose page shows a task or measure. Of a removed record, ``fields`` has what those
    who follow it should know: who had which part in it, its days, its topics.
    """

    what: What
    kind: RecordKind
    id: str
    title: Text
    root: str | None = None
    fields: tuple[FieldChange, ...] = ()
    former: str | None = None

    @property
    def identity(self) -> Identity:
        """The record that it is a change of."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Recorded:
    """A change as it is recorded: on which day, in which revision of the data, and why.

    ``id`` is made from the day, the revision and the record, so it stays.
    """

    id: str
    date: dt.date
    revision: str | None
    change: RecordChange
    reason: Text | None
    place: Place


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that there was: its last change, and the one of today that it became, if it was renamed."""

    kind: RecordKind
    id: str
    title: Text
    last: Recorded
    root: str | None = None
    successor: str | None = None
    """The id of the record of today."""


@dataclass(frozen=True, slots=True)
class History:
    """All recorded changes, the newest first.

    ``of`` has those of each record, with those under its former ids; ``gone`` the records that there were,
    ``former`` the ids that a record had before, the first one first.
    """

    recorded: tuple[Recorded, ...] = ()
    of: Mapping[Identity, tuple[Recorded, ...]] = field(default_factory=dict)
    gone: Mapping[Identity, Gone] = field(default_factory=dict)
    former: Mapping[Identity, tuple[str, ...]] = field(default_factory=dict)

    def origin(self, identity: Identity) -> str:
        """The first id of a record, unless that is another record's now: what outlasts renaming has it."""
        kind, name = identity
        first = next(iter(self.former.get(identity, ())), name)
        gone = self.gone.get((kind, first))
        return first if gone and gone.last.change.former == first else name


NO_HISTORY = History()
"""Of a site that has recorded no change."""
