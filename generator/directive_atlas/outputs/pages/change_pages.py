"""What changed: the index, a page for each month, and a page at the address of each record that is gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.outputs.pages.page import Crumb, Page, Trails
from directive_atlas.problems import Place
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Actor, Directive, Task, Topic
from directive_atlas.resolve.model.changes import Gone, History, Identity
from directive_atlas.views.recorded import ChangedDay, ChangedMonth, LastChange, months, told_at
from directive_atlas.vocabulary.changes import RecordKind, What
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day, parse_date

LATEST = 3
"""The last days with changes that the index shows, from the newest page."""

SEEN = 100
"""The last revisions by which a browser knows what its reader has seen."""

_PLACE = Place("data/changes")


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The index: the last days with changes, and all months, with how many records changed in each.

    ``seen`` has the last revisions with the number of their changes, for the script; ``json`` is the file of
    the newest month, ``feed`` that of all changes.
    """

    latest: tuple[ChangedDay, ...]
    months: tuple[tuple[ImpreciseDate, int, Address], ...]
    seen: str
    feed: Address
    json: Address | None


@dataclass(frozen=True, slots=True)
class ChangedMonthView:
    """One page of a month."""

    days: tuple[ChangedDay, ...]
    month: str
    total: int
    number: int
    pages: int
    json: Address


@dataclass(frozen=True, slots=True)
class GoneView:
    """A record that there was; ``told`` is where its last change is told."""

    gone: Gone
    removed: bool
    day: ImpreciseDate
    told: Address


def change_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """The index and the months, the newest first, then the records that are gone."""
    found = months(corpus.history)
    yield _index(found, corpus.history, trails)
    for before, month, after in zip((None, *found), found, (*found[1:], None), strict=False):
        yield Page(
            path=month.address.path,
            template="changed-month.md.j2",
            title=parse_date(month.month),
            trail=trails.to("changes"),
            view=ChangedMonthView(
                month.days, month.month, month.total, month.number, month.pages, _json(month)
            ),
            place=_PLACE,
            previous=_crumb(after),
            next=_crumb(before),
        )
    yield from _gone(corpus, found, trails)


def _json(month: ChangedMonth) -> Address:
    return address.exported("changes", month.month)


def _crumb(month: ChangedMonth | None) -> Crumb | None:
    return Crumb(month.address, parse_date(month.month)) if month else None


def _index(found: Sequence[ChangedMonth], history: History, trails: Trails) -> Page:
    listed = [each for each in found if each.number == 1]
    return Page(
        path=address.index_of("changes").path,
        template="changes.md.j2",
        title=trails.sections["changes"].title,
        trail=(trails.home,),
        view=ChangesView(
            latest=found[0].days[:LATEST] if found else (),
            months=tuple((parse_date(each.month), each.total, each.address) for each in listed),
            seen=seen(history),
            feed=address.feed("changes/all"),
            json=_json(found[0]) if found else None,
        ),
        place=_PLACE,
    )


def seen(history: History) -> str:
    """The last changes by day and revision, each with how many there are: ``2020-06-30.1a2b3c:12``."""
    found = groupby(history.recorded, key=lambda each: (each.date, each.revision or ""))
    counted = (_counted(*name, len(list(recorded))) for name, recorded in found)
    return " ".join(each for each, _ in zip(counted, range(SEEN), strict=False))


def _counted(date: dt.date, revision: str, count: int) -> str:
    return f"{date.isoformat()}.{revision}:{count}"


def _gone(corpus: Corpus, found: Sequence[ChangedMonth], trails: Trails) -> Iterator[Page]:
    """Only what had a page of its own: a measure and a term had none."""
    told = told_at(found)
    for gone in corpus.history.gone.values():
        if gone.kind is RecordKind.TERM or (gone.kind is RecordKind.TASK and gone.root != gone.id):
            continue
        last = gone.last.change
        yield Page(
            path=address.of_record(gone.kind, gone.id).path,
            template="gone.md.j2",
            title=gone.title,
            trail=_trail(gone, corpus, trails),
            view=GoneView(
                gone, last.what is What.REMOVED, on_day(gone.last.date), told[last.identity, gone.last.date]
            ),
            place=gone.last.place,
        )


def _trail(gone: Gone, corpus: Corpus, trails: Trails) -> tuple[Crumb, ...]:
    directive = corpus.directives.get(gone.id.partition("/")[0])
    if gone.kind is RecordKind.TASK and directive:
        return trails.to("directives", Crumb(address.directive(directive.id), directive.title))
    sections = {RecordKind.ACTOR: "actors", RecordKind.TOPIC: "topics"}
    return trails.to(sections.get(gone.kind, "directives"))


def last_change_of(page: Page, changed: Mapping[Identity, LastChange]) -> LastChange | None:
    """The last change of the record of a page; a task's page shows its measures, too."""
    record = page.record
    if isinstance(record, Task):
        names = [(RecordKind.TASK, part.key) for part in record.walk()]
    elif record:
        names = [(_KINDS[type(record)], record.id)]
    else:
        return None
    found = [changed[name] for name in names if name in changed]
    return max(found, key=lambda each: each.date.first, default=None)


_KINDS = {Directive: RecordKind.DIRECTIVE, Actor: RecordKind.ACTOR, Topic: RecordKind.TOPIC}
