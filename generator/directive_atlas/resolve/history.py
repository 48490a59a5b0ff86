"""What is recorded of changes, put in order: by record, with the records that there are no more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from directive_atlas.load import schema
from directive_atlas.resolve import values
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import (
    Because,
    FieldChange,
    Gone,
    History,
    Identity,
    Name,
    RecordChange,
    Recorded,
    Value,
)
from directive_atlas.vocabulary.changes import Changing, RecordKind, What

NO_LANGUAGE = "zxx"
"""The code of what is in no language (BCP 47): an id in the place of a title."""

Names = Mapping[Identity, Text]
"""What each record of today is called."""


def history(changesets: Iterable[schema.Changeset], names: Names, roots: Mapping[str, str]) -> History:
    """All recorded changes with the titles of today; ``roots`` has the root of each task of today."""
    reader = _Reader(roots)
    ordered = sorted(changesets, key=lambda each: each.date.first)
    sets = [[reader.recorded(each, change) for change in each.records] for each in ordered]
    course = _Course()
    for each in (each for found in sets for each in found):
        course.take(each)
    titles = _Titles(names, course)
    newest_first = tuple(titles.titled(each) for found in reversed(sets) for each in found)
    by_id = {each.id: each for each in newest_first}
    return History(
        recorded=newest_first,
        of={name: tuple(by_id[each.id] for each in reversed(found)) for name, found in course.of.items()},
        gone={each: titles.gone(each, by_id) for each in course.last if each not in names},
        former=course.former,
    )


@dataclass
class _Course:
    """What became of each record: filled by taking the changes one after the other."""

    of: dict[Identity, list[Recorded]] = field(default_factory=dict)
    last: dict[Identity, Recorded] = field(default_factory=dict)
    successor: dict[Identity, Identity] = field(default_factory=dict)
    former: dict[Identity, tuple[str, ...]] = field(default_factory=dict)

    def take(self, recorded: Recorded) -> None:
        """One more change; an id that is used again is that of another record."""
        change = recorded.change
        name = change.identity
        if change.what is What.RENAMED and change.former:
            before = (change.kind, change.former)
            self.of[name] = self.of.pop(before, [])
            self.former[name] = (*self.former.pop(before, ()), change.former)
            self.last[before], self.successor[before] = recorded, name
        self.of.setdefault(name, []).append(recorded)
        if change.what is What.REMOVED:
            self.last[name] = recorded
        else:
            self.last.pop(name, None)
            self.successor.pop(name, None)

    def end(self, name: Identity) -> Identity:
        """The record that one became, or itself; who takes an id has no successor, so there is no circle."""
        while following := self.successor.get(name):
            name = following
        return name


@dataclass(frozen=True, slots=True)
class _Titles:
    """What records are called today, or were called when they were removed."""

    names: Names
    course: _Course

    def of(self, name: Identity) -> Text:
        end = self.course.end(name)
        removed = self.course.last.get(end)
        return self.names.get(end) or (removed.change.title if removed else _untitled(end[1]))

    def called(self, record_id: str, likely: RecordKind) -> Name:
        """A record that is known by its id; an id of several kinds is of the likely one, or the first."""
        known = ((kind, record_id) for kind in (likely, *RecordKind))
        found = next((each for each in known if each in self.names or each in self.course.last), None)
        return Name(record_id, self.of(found) if found else None)

    def titled(self, recorded: Recorded) -> Recorded:
        """A change with all titles."""
        change = recorded.change
        fields = tuple(self._field(each, change.kind) for each in change.fields)
        return replace(recorded, change=replace(change, title=self.of(change.identity), fields=fields))

    def gone(self, name: Identity, recorded: Mapping[str, Recorded]) -> Gone:
        """A record that there was."""
        end, last = self.course.end(name), recorded[self.course.last[name].id]
        successor = end[1] if end != name and end in self.names else None
        root = name[1] if last.change.root == last.change.id else last.change.root
        return Gone(*name, self.of(name), last, root, successor)

    def _field(self, change: FieldChange, own: RecordKind) -> FieldChange:
        because, kind = change.because, _KINDS.get(change.field, own)
        if because and because.directive:
            directive = self.called(because.directive.id, RecordKind.DIRECTIVE)
            because = replace(because, directive=directive)
        of, before, after = (
            tuple(self._value(value, kind) for value in values)
            for values in (change.of, change.before, change.after)
        )
        return replace(change, of=of, before=before, after=after, because=because)

    def _value(self, value: Value, likely: RecordKind) -> Value:
        return self.called(value.id, likely) if isinstance(value, Name) else value


_KINDS = {
    Changing.ADDRESSEE: RecordKind.ACTOR,
    Changing.DUTY: RecordKind.ACTOR,
    Changing.FIGURE: RecordKind.ACTOR,
    Changing.FIGURE_DAY: RecordKind.ACTOR,
    Changing.ISSUER: RecordKind.ACTOR,
    Changing.REPORT: RecordKind.ACTOR,
    Changing.RELATION: RecordKind.DIRECTIVE,
    Changing.TOPIC: RecordKind.TOPIC,
}
"""Which kind of record a field names, where that is not the kind of the record itself."""


def _own_root(name: Identity) -> str | None:
    return name[1] if name[0] is RecordKind.TASK else None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads raw changes; titles are those of removed records, or ids for want of one."""

    roots: Mapping[str, str]

    def recorded(self, changeset: schema.Changeset, raw: schema.RecordedChange) -> Recorded:
        change = RecordChange(
            raw.what,
            raw.kind,
            raw.id,
            values.text(raw.title) if raw.title else _untitled(raw.id),
            self.roots.get(raw.id) or raw.root or _own_root((raw.kind, raw.id)),
            tuple(map(self._field, raw.fields)),
            raw.former,
        )
        reason = values.maybe_text(changeset.reason)
        name = _id(changeset, raw)
        return Recorded(name, changeset.date.first, changeset.revision, change, reason, raw.place)

    def _field(self, raw: schema.ChangedField) -> FieldChange:
        return FieldChange(
            raw.field,
            tuple(map(self._value, raw.before)),
            tuple(map(self._value, raw.after)),
            tuple(map(self._value, raw.of)),
            self._because(raw.because) if raw.because else None,
            raw.event,
            raw.moves,
        )

    def _because(self, raw: schema.ChangeReason) -> Because:
        return Because(Name(raw.directive) if raw.directive else None, values.maybe_text(raw.note))

    def _value(self, raw: schema.ChangedValue) -> Value:
        if raw.text:
            return values.text(raw.text)
        return raw.date or raw.word or (Name(raw.record) if raw.record else raw.plain or "")


def _untitled(record_id: str) -> Text:
    return Text(((NO_LANGUAGE, record_id),))


def _id(changeset: schema.Changeset, raw: schema.RecordedChange) -> str:
    day = changeset.date.first.isoformat()
    parts = (day, changeset.revision or "", raw.kind.value, raw.id)
    return f"{day}-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:12]}"
