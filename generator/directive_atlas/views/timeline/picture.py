"""A timeline as values for a template: rows, ticks, today, and what is outside.

However many items there are, a picture has at most ``ROWS`` rows and ``MARKS`` marks: rows are grouped more
coarsely, and marks merged, until it fits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from directive_atlas.interface.addresses import Address
from directive_atlas.views.timeline.items import Item
from directive_atlas.views.timeline.months import Strip, Zoom
from directive_atlas.views.timeline.rows import Grouping, Mark, Row, by_shape, rows
from directive_atlas.views.timeline.window import Window, quarters, years
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.timeline import Shape

ROWS, MARKS = 40, 90
"""The maximum size of a picture: about 40 KB of HTML."""

_NEARNESS = (3.0, 6.0, 16.0)
"""The distances below which two marks are merged, in percent; the first that fits is taken."""

_TICKS_APART, _FAR_APART = 10.0, 15.0
"""Ticks nearer than this would overlap on a phone, and on the narrowest one, in percent."""

_FEW_QUARTERS = 8
"""Up to so many quarters get ticks."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A part of the axis that begins at ``left`` percent; ``target`` is the picture of this part.

    One that is ``close`` to the tick before it has no room for its words on the narrowest phone.
    """

    left: float
    period: ImpreciseDate
    target: Address | None
    close: bool = False

    @property
    def year(self) -> str:
        """The year that a quarter is in; a year tells itself."""
        return self.period.text[:4] if "Q" in self.period.text else ""

    @property
    def begins_year(self) -> bool:
        """Whether it is the first quarter of its year."""
        return self.period.text.endswith("Q1")


@dataclass(frozen=True, slots=True)
class Outside:
    """How many items are before and after the window and cover all of it, and where they are shown."""

    earlier: int = 0
    later: int = 0
    through: int = 0
    earlier_at: Address | None = None
    later_at: Address | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A timeline. ``today`` is where the reference date is, if it is shown; ``strip`` counts by month."""

    window: Window
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    outside: Outside
    strip: Strip | None = None

    @property
    def shapes(self) -> list[Shape]:
        """The shapes of single items, for the legend."""
        seen = {mark.shape for row in self.rows for mark in row.marks}
        return [shape for shape in Shape if shape in seen]

    @property
    def counted(self) -> bool:
        """Whether there is a mark for several items."""
        return any(mark.shape is None and not mark.is_bar for row in self.rows for mark in row.marks)

    @property
    def vague(self) -> bool:
        """Whether there is a mark for a single item of which the day is not known."""
        shapes = (mark.shape for row in self.rows for mark in row.marks if mark.is_bar)
        return any(shape not in (None, Shape.PERIOD) for shape in shapes)

    @property
    def heaped(self) -> bool:
        """Whether there is a bar for several items."""
        return any(mark.shape is None and mark.is_bar for row in self.rows for mark in row.marks)


def draw(
    items: Sequence[Item],
    window: Window,
    groupings: Sequence[Grouping],
    ticks: Iterable[Tick],
    as_of: dt.date,
    zoom: Zoom,
    outside: Outside = Outside(),
) -> Picture:
    """The picture of the items in a window; the first grouping that gives few rows is taken.

    ``zoom`` finds where the items of a time are listed.
    """
    today = window.left(as_of) if window.shows(as_of) else None
    found = tuple(_leading(row, zoom) for row in _fitting(items, window, groupings))
    return Picture(window, found, tuple(ticks), today, outside)


def _leading(row: Row, zoom: Zoom) -> Row:
    """A row whose counted marks lead to what they count."""
    return replace(row, marks=tuple(mark if mark.shape else _counted(mark, zoom) for mark in row.marks))


def _counted(mark: Mark, zoom: Zoom) -> Mark:
    days = [item.last for item in mark.items]
    return replace(mark, target=zoom(min(days), max(days)))


def _fitting(items: Sequence[Item], window: Window, groupings: Sequence[Grouping]) -> tuple[Row, ...]:
    found: list[Row] = []
    for grouping in (*groupings, by_shape):
        if grouping is not by_shape and len({grouping(item) for item in items}) > ROWS:
            continue
        for nearness in _NEARNESS:
            found = rows(items, window, grouping, nearness)
            if sum(len(row.marks) for row in found) <= MARKS:
                return tuple(found)
    return tuple(found)


def ticks(
    window: Window, periods: Iterable[ImpreciseDate], known: Callable[[str], Address | None]
) -> Iterator[Tick]:
    """The periods as ticks, without those that would overlap; ``known`` finds the page of a period."""
    free, far = 0.0, 0.0
    for period in periods:
        left = window.left(period.first)
        if free <= left <= 100 - _TICKS_APART / 2:
            free, close = left + _TICKS_APART, left < far
            far = far if close else left + _FAR_APART
            yield Tick(left, period, known(period.text), close)


def periods(window: Window) -> list[ImpreciseDate]:
    """The parts of the axis of a whole picture: quarters if there are few, else years."""
    fine = quarters(window.first, window.last) if len(window.segments) == 1 else []
    if len(fine) <= _FEW_QUARTERS and fine:
        return fine
    return [year for segment in window.segments for year in years(segment)]
