"""Two states of all records, compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from directive_atlas.api.v1 import Actor, Directive, Records, Task, Term, Topic
from directive_atlas.changes.fields import Key, Part, Reader, names, text_of
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import FieldChange, Identity, Name, RecordChange, Value
from directive_atlas.vocabulary.changes import Changing, RecordKind, What

_NOT_OF_ITSELF = {Changing.TIMELINESS, Changing.STATE}
"""What follows from the day and from reports: a record is the same record whatever it is."""

_FOLLOWED = {
    Changing.DATE,
    Changing.DEADLINE,
    Changing.DUTY,
    Changing.FIGURE_DAY,
    Changing.RECURRENCE,
    Changing.TOPIC,
}
"""What those should know of a removed record who follow it: its days, and why it was in what they follow."""


@dataclass(frozen=True, slots=True)
class _Record:
    kind: RecordKind
    id: str
    title: Text
    root: str | None
    parts: Mapping[tuple[Changing, Key], Part]

    @property
    def content(self) -> frozenset[tuple[Changing, tuple[Value, ...]]]:
        """What makes it this record, whatever its id."""
        return frozenset(
            (each.field, each.value) for each in self.parts.values() if each.field not in _NOT_OF_ITSELF
        )


R = TypeVar("R", Directive, Task, Actor, Topic, Term)


def compare(before: Records, after: Records) -> tuple[RecordChange, ...]:
    """What changed, in the order of the later state; what was removed comes last.

    A record that is gone and one that is new with the same content are one record that was renamed; that
    others name it by its new id is no change of theirs.
    """
    old, new = dict(_records(before)), dict(_records(after))
    renamed = _renamed(old, new)
    ids = {former[1]: found[1] for found, former in renamed.items()}
    old = {name: _with_ids(record, ids) for name, record in old.items()} if ids else old
    return (*_later(old, new, renamed), *_gone(old, new, set(renamed.values())))


def _later(
    old: Mapping[Identity, _Record], new: Mapping[Identity, _Record], renamed: Mapping[Identity, Identity]
) -> Iterator[RecordChange]:
    for name, record in new.items():
        if name in renamed:
            former = old[renamed[name]]
            yield replace(_told(What.RENAMED, record, tuple(_fields(former, record))), former=former.id)
        elif name not in old:
            yield _told(What.ADDED, record)
        elif changes := tuple(_fields(old[name], record)):
            yield _told(What.CHANGED, record, changes)


def _gone(
    old: Mapping[Identity, _Record], new: Mapping[Identity, _Record], renamed: set[Identity]
) -> Iterator[RecordChange]:
    for name, record in old.items():
        if name not in new and name not in renamed:
            left = (part for part in record.parts.values() if part.field in _FOLLOWED)
            yield _told(What.REMOVED, record, tuple(_removed(part) for part in left))


def _told(what: What, record: _Record, fields: tuple[FieldChange, ...] = ()) -> RecordChange:
    return RecordChange(what, record.kind, record.id, record.title, record.root, fields)


def _renamed(old: Mapping[Identity, _Record], new: Mapping[Identity, _Record]) -> Mapping[Identity, Identity]:
    """The new ids of records with their former ones: only where one content leads to one record."""
    gone = _by_content({name: record for name, record in old.items() if name not in new})
    come = _by_content({name: record for name, record in new.items() if name not in old})
    pairs = ((come[content], gone[content]) for content in come if content in gone)
    return {found[0]: former[0] for found, former in pairs if len(found) == len(former) == 1}


def _with_ids(record: _Record, ids: Mapping[str, str]) -> _Record:
    """A record that names others by the ids that they have now."""

    def values(found: tuple[Value, ...]) -> tuple[Value, ...]:
        return tuple(
            replace(value, id=ids.get(value.id, value.id)) if isinstance(value, Name) else value
            for value in found
        )

    parts = (
        replace(each, key=values(each.key), value=values(each.value), of=values(each.of))
        for each in record.parts.values()
    )
    return replace(record, parts={(part.field, part.key): part for part in parts})


def _by_content(records: Mapping[Identity, _Record]) -> Mapping[object, list[Identity]]:
    found: dict[object, list[Identity]] = {}
    for name, record in records.items():
        if record.content:
            found.setdefault((record.kind, record.content), []).append(name)
    return found


def _fields(old: _Record, new: _Record) -> Iterator[FieldChange]:
    """The changes of the fields; a part that is gone comes after those that stay."""
    for key, part in new.parts.items():
        before = old.parts.get(key)
        if before is None:
            yield FieldChange(part.field, (), part.value, _of(part), event=part.event)
        elif before.value != part.value:
            because = part.because if part.because != before.because else None
            yield FieldChange(part.field, before.value, part.value, part.of, because, part.event)
    for key, part in old.parts.items():
        if key not in new.parts:
            yield _removed(part)


def _removed(part: Part) -> FieldChange:
    return FieldChange(part.field, part.value, (), _of(part), event=part.event, moves=part.moves)


def _of(part: Part) -> tuple[Value, ...]:
    """What a part that came or went is of; a report tells that itself."""
    return () if part.field is Changing.REPORT else part.of


def _records(made: Records) -> Iterator[tuple[Identity, _Record]]:
    reader = Reader(names(made))
    for directive in made.directives.values():
        yield _one(RecordKind.DIRECTIVE, directive, directive.title, reader.directive)
        for key in directive.tasks:
            yield from _tasks(made.tasks[key], reader)
    for actor in made.actors.values():
        yield _one(RecordKind.ACTOR, actor, actor.name, reader.actor)
    for topic in made.topics.values():
        yield _one(RecordKind.TOPIC, topic, topic.name, reader.topic)
    for term in made.terms.values():
        yield _one(RecordKind.TERM, term, term.term, reader.term)


def _tasks(task: Task, reader: Reader) -> Iterator[tuple[Identity, _Record]]:
    yield _one(RecordKind.TASK, task, task.title, reader.task)
    for measure in task.measures:
        yield from _tasks(measure, reader)


def _one(
    kind: RecordKind, record: R, title: dict[str, str], parts: Callable[[R], Iterator[Part]]
) -> tuple[Identity, _Record]:
    """A record with its parts by field and key; of equal ones the last counts."""
    record_id = record.key if isinstance(record, Task) else record.id
    found = {(part.field, part.key): part for part in parts(record)}
    root = record.root if isinstance(record, Task) else None
    return (kind, record_id), _Record(kind, record_id, text_of(title), root, found)
