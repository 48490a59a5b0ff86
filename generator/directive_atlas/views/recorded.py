"""Recorded changes as lists: newest first, by month, day and record, in pages that have an end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from directive_atlas.interface import addresses
from directive_atlas.interface.addresses import Address
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import FieldChange, History, Identity, RecordChange, Recorded
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day

LINES = 200
"""Lines on one page, a record and each of its changes being one: about 150 KB of HTML."""

SHOWN = 12
"""Changes of one record on one day that a page names; the file of the month has all."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What happened to one record on one day: in which ways, and what of it changed, in the first lines."""

    changes: tuple[RecordChange, ...]
    fields: tuple[FieldChange, ...]
    more: int
    reasons: tuple[Text, ...]

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return len(self.changes) + len(self.fields) + bool(self.more) + len(self.reasons)


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """The records that changed on one day; ``total`` counts those on other pages, too."""

    date: ImpreciseDate
    records: tuple[Changed, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ChangedMonth:
    """One page of a month: of how many, and how many records changed in all of the month, once a day."""

    month: str
    number: int
    pages: int
    total: int
    days: tuple[ChangedDay, ...]

    @property
    def address(self) -> Address:
        """Where it is."""
        return addresses.changes(self.month, self.number)


def months(history: History) -> tuple[ChangedMonth, ...]:
    """All pages of all months, the newest first."""
    found = groupby(history.recorded, key=lambda each: f"{each.date:%Y-%m}")
    return tuple(page for month, recorded in found for page in _month(month, recorded))


def _month(month: str, recorded: Iterable[Recorded]) -> Iterator[ChangedMonth]:
    days = [_day(date, tuple(found)) for date, found in groupby(recorded, key=lambda each: each.date)]
    total = sum(day.total for day in days)
    runs = list(_paged(days))
    for number, run in enumerate(runs, 1):
        yield ChangedMonth(month, number, len(runs), total, tuple(run))


def _day(date: dt.date, recorded: Sequence[Recorded]) -> ChangedDay:
    by_record: dict[Identity, list[Recorded]] = {}
    for each in recorded:
        by_record.setdefault(each.change.identity, []).append(each)
    records = tuple(map(_changed, by_record.values()))
    return ChangedDay(on_day(date), records, len(records))


def _changed(recorded: Sequence[Recorded]) -> Changed:
    fields = tuple(field for each in recorded for field in each.change.fields)
    reasons = tuple(dict.fromkeys(each.reason for each in recorded if each.reason))
    changes = {(each.change.what, each.change.former): each.change for each in recorded}
    return Changed(tuple(changes.values()), fields[:SHOWN], len(fields[SHOWN:]), reasons)


def _paged(days: Iterable[ChangedDay]) -> Iterator[list[ChangedDay]]:
    """Runs of days with at most so many lines; a long day goes on, on the next page."""
    run: list[ChangedDay] = []
    room = LINES
    for day in days:
        part: list[Changed] = []
        for each in day.records:
            if each.lines > room and (run or part):
                yield [*run, *([ChangedDay(day.date, tuple(part), day.total)] if part else [])]
                run, part, room = [], [], LINES
            part.append(each)
            room -= each.lines
        run.append(ChangedDay(day.date, tuple(part), day.total))
    if run:
        yield run


@dataclass(frozen=True, slots=True)
class LastChange:
    """The day on which a record changed last, and where that is told."""

    date: ImpreciseDate
    address: Address


def told_at(pages: Iterable[ChangedMonth]) -> Mapping[tuple[Identity, dt.date], Address]:
    """Where it is told what happened to a record on a day."""
    return {
        (each.changes[0].identity, day.date.first): addresses.changes(page.month, page.number, day.date.first)
        for page in pages
        for day in page.days
        for each in day.records
    }


def last_changes(history: History) -> Mapping[Identity, LastChange]:
    """The last change of each record."""
    told = told_at(months(history))
    return {
        identity: LastChange(on_day(found[0].date), told[found[0].change.identity, found[0].date])
        for identity, found in history.of.items()
    }
