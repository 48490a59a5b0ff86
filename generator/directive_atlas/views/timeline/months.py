"""The entries of a timeline by month: as folds of a list, and as a strip of bars above the picture."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.interface.addresses import Address
from directive_atlas.views.timeline.items import Item
from directive_atlas.views.timeline.window import Segment, Window, year
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date
from directive_atlas.vocabulary.timeline import EntryGroup, Shape

BARS = 240
"""A strip of more months than this, twenty years, has a bar for each year instead."""

Zoom = Callable[[dt.date, dt.date], Address]
"""Finds the page that lists the entries of a time; by the first and last of their last days."""

FLAGS, MANY = 4, 5
"""So many directives are named above the bars, if they have at least so many entries."""

_MONTH, _YEAR = 31, 366
"""The most days that a month and a year have."""


@dataclass(frozen=True, slots=True)
class Fold:
    """The entries of a month, or those of which only a quarter or year is known; ``open`` at first.

    ``anchored`` tells whether it is the first one that ends in its month.
    """

    period: ImpreciseDate
    items: tuple[Item, ...]
    open: bool
    anchored: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """The entries of a month or a year: a bar from ``left``, ``width`` wide, both in percent."""

    period: ImpreciseDate
    left: float
    width: float
    counts: Mapping[EntryGroup, int]
    target: Address

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    def numbers(self, groups: Iterable[EntryGroup]) -> list[int]:
        """How many there are of each of some groups."""
        return [self.counts.get(group, 0) for group in groups]


@dataclass(frozen=True, slots=True)
class Flag:
    """The day of a directive with many entries, at ``left`` percent."""

    directive: str
    left: float


@dataclass(frozen=True, slots=True)
class Strip:
    """The bars of all months, or years, that have entries; ``vague`` entries are in none of them.

    ``flags`` are the directives with most entries, in the order of their days.
    """

    bars: tuple[Bar, ...]
    by_year: bool
    vague: int
    flags: tuple[Flag, ...]

    @property
    def highest(self) -> Bar:
        """The first bar of those with most entries."""
        return max(self.bars, key=lambda bar: bar.total)

    @property
    def groups(self) -> list[EntryGroup]:
        """The groups that occur, from the bottom of the bars to their top."""
        found = {group for bar in self.bars for group in bar.counts}
        return [group for group in EntryGroup if group in found]


def folds(items: Iterable[Item], as_of: dt.date) -> list[Fold]:
    """Entries by month; the last month before the reference date and what comes first after it are open."""
    grouped: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        grouped[_own_period(item.event.date)].append(item)
    periods = [parse_date(name) for name in grouped]
    known = [period for period in periods if _is_month(period)] or periods
    newest = max((each.last for each in known if each.first <= as_of), default=None)
    coming = min((each.last for each in periods if each.last > as_of), default=None)
    first = {period.last: period for period in reversed(periods)}
    return [
        Fold(
            period,
            tuple(own),
            open=period.last == coming or (period in known and period.last == newest),
            anchored=first[period.last] is period,
        )
        for period, own in zip(periods, grouped.values(), strict=True)
    ]


def _own_period(date: ImpreciseDate) -> str:
    """The name of the month of a date, or of the quarter or year if no more is known."""
    return f"{date.last:%Y-%m}" if (date.last - date.first).days < _MONTH else date.text


def _is_month(period: ImpreciseDate) -> bool:
    return (period.last - period.first).days < _MONTH


def strip(items: Sequence[Item], window: Window, zoom: Zoom) -> Strip | None:
    """How many entries each month of a window has; ``zoom`` finds where those of a time are listed.

    What is known to a quarter or a year only is in no month. Nothing if no entry has a month.
    """
    by_year = sum(map(_months, window.segments)) > BARS
    counts: dict[str, Counter[EntryGroup]] = defaultdict(Counter)
    shown = [item for item in items if window.shows(item.last)]
    for item in shown:
        if name := _counted_in(item.event.date, by_year=by_year):
            counts[name][item.shape.group] += 1
    bars = tuple(_bar(name, own, window, zoom) for name, own in sorted(counts.items()))
    vague = len(shown) - sum(bar.total for bar in bars)
    return Strip(bars, by_year, vague, _flags(items, window)) if bars else None


def _flags(items: Iterable[Item], window: Window) -> tuple[Flag, ...]:
    """The directives with most entries, of those whose own first day is shown."""
    entries = Counter[str]()
    days: dict[str, dt.date] = {}
    for item in items:
        entries[item.event.directive] += 1
        if item.shape is Shape.DIRECTIVE and window.shows(item.last):
            days.setdefault(item.event.directive, item.last)
    most = [name for name, count in entries.most_common() if count >= MANY and name in days][:FLAGS]
    return tuple(Flag(name, window.left(days[name])) for name in sorted(most, key=days.__getitem__))


def _months(segment: Segment) -> int:
    first, last = segment.first, segment.last
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _counted_in(date: ImpreciseDate, *, by_year: bool) -> str:
    """The month or year that a date is in; nothing if it is less precise."""
    days = (date.last - date.first).days
    if by_year:
        return year(date.last).text if days < _YEAR else ""
    return f"{date.last:%Y-%m}" if days < _MONTH else ""


def _bar(name: str, counts: Mapping[EntryGroup, int], window: Window, zoom: Zoom) -> Bar:
    period = parse_date(name)
    left = window.left(period.first)
    width = round(window.right(period.last) - left, 2)
    return Bar(period, left, width, counts, zoom(period.first, period.last))
