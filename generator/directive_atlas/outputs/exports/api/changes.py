"""The files of recorded changes by month, and those in the places of records that are gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from directive_atlas.api.v1 import ChangedField, ChangedValue, Changes, Gone, GoneRecords, Record, Words
from directive_atlas.api.v1 import ChangeReason as Reason
from directive_atlas.api.v1 import RecordedChange as Change
from directive_atlas.api.v1.making.values import day, page, said, words
from directive_atlas.changes.words import Sentences
from directive_atlas.interface import addresses
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.api import paths
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus, model
from directive_atlas.resolve.model.changes import (
    Because,
    FieldChange,
    Name,
    RecordChange,
    Recorded,
    Value,
)
from directive_atlas.resolve.model.changes import Gone as GoneRecord
from directive_atlas.views.paging import batched
from directive_atlas.vocabulary.changes import RecordKind, recorded
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.word import Word

ROWS = 1_000
"""Changes in one file: 1 MB, if each is of three fields."""

FOLDERS = {
    RecordKind.DIRECTIVE: "directives",
    RecordKind.TASK: "tasks",
    RecordKind.ACTOR: "actors",
    RecordKind.TOPIC: "topics",
    RecordKind.TERM: "terms",
}
"""Where the files of each kind of record are."""

Made = Iterator[tuple[str, Record, Place]]


def change_files(corpus: Corpus, site: Site) -> Made:
    """Every month, the newest first, with its path; ``month_paths`` has the paths."""
    maker = _Maker(corpus, tuple(Sentences(language) for language in site.languages))
    for month, found in groupby(corpus.history.recorded, key=lambda each: f"{each.date:%Y-%m}"):
        runs = batched(list(found), ROWS)
        for number, run in enumerate(runs, 1):
            following = paths.changes(month, number + 1) if number < len(runs) else None
            changes = tuple(map(maker.change, run))
            made = Changes(as_of=corpus.as_of, month=month, changes=changes, next=following)
            yield paths.changes(month, number), made, run[0].place


def gone_files(corpus: Corpus) -> Made:
    """The list of all records that are gone, and a file in the place of each that had one."""
    found = corpus.history.gone.values()
    made = {(each.kind, each.id): _gone(each, corpus) for each in found}
    yield paths.GONE, GoneRecords(as_of=corpus.as_of, records=tuple(made.values())), Place("data/changes")
    for each in found:
        if each.root in (None, each.id):
            path = paths.record(FOLDERS[each.kind], each.id)
            yield path, made[each.kind, each.id], each.last.place


def month_paths(corpus: Corpus) -> Sequence[str]:
    """The first file of each month, the newest first."""
    months = dict.fromkeys(f"{each.date:%Y-%m}" for each in corpus.history.recorded)
    return [paths.changes(month) for month in months]


def _gone(found: GoneRecord, corpus: Corpus) -> Gone:
    root = found.successor
    if root and found.kind is RecordKind.TASK:
        root = corpus.tasks[root].root
    return Gone(
        status="gone",
        kind=found.kind,
        id=found.id,
        what=found.last.change.what,
        title=words(found.title),
        date=found.last.date,
        change=found.last.id,
        page=page(addresses.of_record(found.kind, found.id, found.root)),
        successor=found.successor,
        file=paths.record(FOLDERS[found.kind], root) if root else None,
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    """Puts changes into models, with sentences in each language of the site."""

    corpus: Corpus
    sentences: tuple[Sentences, ...]

    def change(self, found: Recorded) -> Change:
        change = found.change
        return Change(
            id=found.id,
            date=found.date,
            revision=found.revision,
            what=change.what,
            kind=change.kind,
            record=change.id,
            former=change.former,
            title=words(change.title),
            page=self._page(change),
            reason=said(found.reason),
            fields=tuple(map(self._field, change.fields)),
            words=self._line(change),
        )

    def _page(self, change: RecordChange) -> str | None:
        gone = change.identity in self.corpus.history.gone
        there = gone or self.corpus.has(change.identity)
        return page(addresses.of_record(change.kind, change.id, change.root)) if there else None

    def _line(self, change: RecordChange) -> Words:
        return {each.language.code: each.record(change) for each in self.sentences}

    def _field(self, change: FieldChange) -> ChangedField:
        return ChangedField(
            field=change.field,
            of=_values(change.of),
            event=change.event,
            before=_values(change.before),
            after=_values(change.after),
            because=_because(change.because) if change.because else None,
            words={each.language.code: each.field(change) for each in self.sentences},
        )


def _because(because: Because) -> Reason:
    return Reason(directive=because.directive.id if because.directive else None, note=said(because.note))


def _values(values: Sequence[Value]) -> tuple[ChangedValue, ...]:
    return tuple(map(_value, values))


def _value(value: Value) -> ChangedValue:
    if isinstance(value, model.Text):
        return ChangedValue(text=words(value))
    if isinstance(value, ImpreciseDate):
        return ChangedValue(date=day(value))
    if isinstance(value, Name):
        return ChangedValue(record=value.id)
    return ChangedValue(word=recorded(value)) if isinstance(value, Word) else ChangedValue(plain=value)
