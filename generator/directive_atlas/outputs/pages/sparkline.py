"""The number of reports in each month as a small picture: the height of a bar is the share of the highest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from directive_atlas.resolve.model import Report
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date

_WIDTH, _HEIGHT = 240, 40
FEW = 3
"""Fewer reports than these make no picture."""

_GAP = 0.25
"""The share of a month's width that stays empty."""


@dataclass(frozen=True, slots=True)
class Months:
    """The months from the first to the last report, and the number of reports of each."""

    first: ImpreciseDate
    last: ImpreciseDate
    numbers: tuple[int, ...]

    @property
    def highest(self) -> ImpreciseDate:
        """The first month with most reports."""
        return _month(*_later(self.first, self.numbers.index(max(self.numbers))))


def by_month(reports: Iterable[Report]) -> Months | None:
    """The reports by the month in which they were published; nothing without reports.

    One of which only the year or quarter is known counts in the last month of it.
    """
    counts = Counter((report.date.last.year, report.date.last.month) for report in reports)
    if not counts:
        return None
    first, last = _month(*min(counts)), _month(*max(counts))
    span = (last.first.year - first.first.year) * 12 + last.first.month - first.first.month + 1
    return Months(first, last, tuple(counts[_later(first, number)] for number in range(span)))


def _later(month: ImpreciseDate, number: int) -> tuple[int, int]:
    more, place = divmod(month.first.month - 1 + number, 12)
    return month.first.year + more, place + 1


def _month(year: int, month: int) -> ImpreciseDate:
    return parse_date(f"{year:04}-{month:02}")


def sparkline(numbers: Sequence[int], words: str) -> Markup:
    """The picture, with ``words`` for those who do not see it."""
    step, highest = _WIDTH / len(numbers), max(numbers)
    bars = (_bar(place * step, step, number / highest) for place, number in enumerate(numbers) if number)
    head = Markup(
        '<svg class="spark" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">'
    )
    return head.format(_WIDTH, _HEIGHT, words) + Markup("").join(bars) + Markup("</svg>")


def _bar(left: float, step: float, share: float) -> Markup:
    height = max(share * _HEIGHT, 2)
    bar = '<rect x="{:.1f}" y="{:.1f}" width="{:.2f}" height="{:.1f}"/>'
    return Markup(bar.format(left, _HEIGHT - height, max(step * (1 - _GAP), 0.5), height))
