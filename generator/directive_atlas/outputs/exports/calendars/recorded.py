"""Entries and what is recorded of their records: how often they changed, and those that are no more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from directive_atlas.outputs.exports.calendars.entries import Entry
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model.changes import FieldChange, History, Identity, Recorded
from directive_atlas.vocabulary.changes import Changing, RecordKind, What
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day
from directive_atlas.vocabulary.timeline import EventKind

_SAID = {
    Changing.DATE,
    Changing.DEADLINE,
    Changing.DUTY,
    Changing.FIGURE,
    Changing.FIGURE_DAY,
    Changing.QUOTE,
    Changing.RECURRENCE,
    Changing.TITLE,
}
"""What an entry says of its record."""


def with_history(found: Iterable[Entry], corpus: Corpus) -> tuple[Entry, ...]:
    """Entries under the first ids of their records, each as often changed as is recorded, then the withdrawn.

    A program that knows an entry takes it for the same one, whatever became of its record.
    """
    present = [_counted(each, corpus.history) for each in found]
    return (*present, *_withdrawn({each.id for each in present}, corpus))


def _counted(entry: Entry, history: History) -> Entry:
    owner = entry.task or entry.directive
    identity = (RecordKind.TASK if entry.task else RecordKind.DIRECTIVE, owner)
    name = f"{history.origin(identity)}{entry.id.removeprefix(owner)}"
    changes = _told(identity, history)
    if not changes:
        return entry if name == entry.id else replace(entry, id=name)
    days = [changes[0].date, *([entry.changed] if entry.changed else [])]
    return replace(entry, id=name, version=entry.version + len(changes), changed=max(days))


def _told(identity: Identity, history: History) -> Sequence[Recorded]:
    """The recorded changes of a record that change what an entry says, the newest first."""
    return [each for each in history.of.get(identity, ()) if _tells(each)]


def _tells(recorded: Recorded) -> bool:
    change = recorded.change
    return change.what is not What.CHANGED or any(field.field in _SAID for field in change.fields)


def _withdrawn(present: set[str], corpus: Corpus) -> Iterator[Entry]:
    """The entries that there were, cancelled: of records that are gone, and of days that records had."""
    seen = set(present)
    for identity in corpus.history.of:
        for recorded in _told(identity, corpus.history):
            for field in recorded.change.fields:
                name = f"{corpus.history.origin(identity)}/{field.event}"
                if field.event and field.before and name not in seen:
                    seen.add(name)
                    yield _cancelled(name, identity, recorded, field, corpus.history)


def _cancelled(
    name: str, identity: Identity, recorded: Recorded, field: FieldChange, history: History
) -> Entry:
    kind, own = identity
    dates = [value for value in field.before if isinstance(value, ImpreciseDate)]
    changes = _told(identity, history)
    return Entry(
        name,
        dates[0] if dates else on_day(recorded.date),
        _kind(field),
        recorded.change.title,
        own.partition("/")[0],
        own if kind is RecordKind.TASK else None,
        firm=False,
        cancelled=True,
        version=len(changes) + field.moves + 1,
        changed=max((each.date for each in changes), default=dt.date.min),
        left=recorded.change,
    )


def _kind(field: FieldChange) -> EventKind:
    if field.field is Changing.FIGURE_DAY:
        return EventKind.TARGET
    return EventKind.EXPIRES if field.field is Changing.DATE else EventKind.DUE
