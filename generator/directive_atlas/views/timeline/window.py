"""The time that a picture shows, and the position of a day in it.

Years without entries are cut out: between two segments the axis is broken, so that there is no empty space
between a law of 1950 and an order of 2023. Within a segment the scale is even.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from directive_atlas.views.timeline.items import Item
from directive_atlas.vocabulary.dates import FIRST_YEAR, LAST_YEAR, ImpreciseDate, parse_date

_GAP = 2
"""A gap of more years than this without an entry breaks the axis."""

_SEGMENTS = 6
"""The maximum number of segments; the smallest gaps are bridged."""

_FINE = 3
"""A picture of fewer years than this is cut to its quarters and has no break."""

_BREAK = 2.5
"""The width of a break, in percent."""


@dataclass(frozen=True, slots=True)
class Segment:
    """An even part of the axis: from the first to the last day, ``left`` and ``width`` in percent."""

    first: dt.date
    last: dt.date
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Window:
    """A whole axis; ``segments`` are in order and leave gaps for the breaks between them."""

    segments: tuple[Segment, ...]

    @property
    def first(self) -> dt.date:
        """The first day shown."""
        return self.segments[0].first

    @property
    def last(self) -> dt.date:
        """The last day shown."""
        return self.segments[-1].last

    @property
    def breaks(self) -> tuple[float, ...]:
        """The positions at which the axis is broken, in percent."""
        return tuple(
            round((one.left + one.width + other.left) / 2, 2) for one, other in pairwise(self.segments)
        )

    def left(self, day: dt.date) -> float:
        """The position at which a day begins, in percent; a day outside is moved to the nearest edge."""
        return self._at(day, 0)

    def right(self, day: dt.date) -> float:
        """The position at which a day ends."""
        return self._at(day, 1)

    def _at(self, day: dt.date, part: int) -> float:
        for segment in self.segments:
            if day <= segment.last:
                days = (segment.last - segment.first).days + 1
                share = ((day - segment.first).days + part) / days if day >= segment.first else 0
                return round(segment.left + segment.width * share, 2)
        return 100.0

    def shows(self, day: dt.date) -> bool:
        """Whether a day is on the axis."""
        return any(segment.first <= day <= segment.last for segment in self.segments)


def of_period(period: ImpreciseDate) -> Window:
    """A year or a quarter."""
    return Window((Segment(period.first, period.last, 0, 100),))


def of_items(items: Sequence[Item], as_of: dt.date) -> Window:
    """The whole time of some items and the reference date."""
    first = min(as_of, *(item.first for item in items))
    last = max(as_of, *(item.last for item in items))
    if last.year - first.year < _FINE:
        return Window((Segment(quarter(first).first, quarter(last).last, 0, 100),))
    load = Counter([as_of.year])
    for item in items:
        load.update({item.first.year, item.last.year})
    return Window(tuple(_segments(_runs(sorted(load)), load)))


def _runs(years: Sequence[int]) -> list[tuple[int, int]]:
    """Years that are close to each other, as first and last year."""
    gaps = [(other - one, one) for one, other in pairwise(years) if other - one > _GAP + 1]
    widest = sorted(sorted(gaps, reverse=True)[: _SEGMENTS - 1], key=lambda gap: gap[1])
    ends = [*(one for _, one in widest), years[-1]]
    starts = [years[0], *(one + gap for gap, one in widest)]
    return list(zip(starts, ends, strict=True))


def _segments(runs: Sequence[tuple[int, int]], load: Counter[int]) -> Iterable[Segment]:
    """Half of the width is distributed by years, half by the number of entries."""
    room = 100 - _BREAK * (len(runs) - 1)
    years = [end - start + 1 for start, end in runs]
    loads = [sum(load[year] for year in range(start, end + 1)) for start, end in runs]
    left = 0.0
    for (start, end), own, full in zip(runs, years, loads, strict=True):
        width = room * (own / sum(years) + full / sum(loads)) / 2
        yield Segment(dt.date(start, 1, 1), dt.date(end, 12, 31), left, width)
        left += width + _BREAK


def year(day: dt.date) -> ImpreciseDate:
    """The year of a day."""
    return parse_date(f"{day.year:04}")


def quarter(day: dt.date) -> ImpreciseDate:
    """The quarter of a day."""
    return parse_date(f"{day.year:04}-Q{(day.month + 2) // 3}")


def months(period: ImpreciseDate) -> list[ImpreciseDate]:
    """The months from the first to the last day of a period."""
    first, last = (day.year * 12 + day.month - 1 for day in (period.first, period.last))
    return [parse_date(f"{number // 12:04}-{number % 12 + 1:02}") for number in range(first, last + 1)]


def quarters(first: dt.date, last: dt.date) -> list[ImpreciseDate]:
    """The quarters from one day to another."""
    numbers = (day.year * 4 + (day.month - 1) // 3 for day in (first, last))
    start, end = numbers
    return [parse_date(f"{number // 4:04}-Q{number % 4 + 1}") for number in range(start, end + 1)]


def years(segment: Segment) -> list[ImpreciseDate]:
    """The years of a segment."""
    inside = range(max(segment.first.year, FIRST_YEAR), min(segment.last.year, LAST_YEAR) + 1)
    return [parse_date(f"{number:04}") for number in inside]
