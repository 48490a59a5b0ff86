"""The years and quarters that have a page of their own, and their items."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.views.timeline.items import Item
from directive_atlas.views.timeline.picture import Outside
from directive_atlas.views.timeline.window import quarter, year
from directive_atlas.vocabulary.dates import ImpreciseDate


@dataclass(frozen=True, slots=True)
class Zoomable:
    """The years and quarters in which something begins or ends, by name (``2020``, ``2020-Q1``).

    ``firsts`` and ``lasts`` are the first and the last days of all items, each in order.
    """

    inside: Mapping[str, Sequence[Item]]
    firsts: Sequence[dt.date]
    lasts: Sequence[dt.date]

    @property
    def years(self) -> list[str]:
        """The years, in order."""
        return sorted(name for name in self.inside if not is_quarter(name))

    @property
    def quarters(self) -> list[str]:
        """The quarters, in order."""
        return sorted(name for name in self.inside if is_quarter(name))

    def page(self, name: str) -> Address | None:
        """The page of a year or quarter, if there is one."""
        return address.period(name) if name in self.inside else None

    def ending(self, period: ImpreciseDate) -> list[Item]:
        """The items that end in a period: each is in the tables of one year and one quarter."""
        return [item for item in self.inside[period.text] if period.first <= item.last <= period.last]

    def outside(self, period: ImpreciseDate, before: str | None, after: str | None) -> Outside:
        """The items that are not in the picture of a period; ``before`` and ``after`` are its neighbours."""
        earlier = bisect_left(self.lasts, period.first)
        later = len(self.firsts) - bisect_right(self.firsts, period.last)
        through = len(self.lasts) - earlier - later - len(self.inside[period.text])
        beside = (address.period(name) if name else None for name in (before, after))
        return Outside(earlier, later, through, *beside)


def zoomable(items: Sequence[Item]) -> Zoomable:
    """The periods of all items."""
    inside: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for name in names([item]):
            inside[name].append(item)
    return Zoomable(inside, sorted(item.first for item in items), sorted(item.last for item in items))


def names(items: Sequence[Item]) -> dict[str, None]:
    """The names of the years and quarters in which some items begin or end, each once."""
    days = dict.fromkeys(day for item in items for day in (item.first, item.last))
    return dict.fromkeys(period.text for day in days for period in (year(day), quarter(day)))


def narrowest(first: dt.date, last: dt.date) -> Address:
    """The page of the quarter that has both days, or else of the year of the later one."""
    same = quarter(first) == quarter(last)
    return address.period((quarter(last) if same else year(last)).text)


def is_quarter(name: str) -> bool:
    """Whether the name of a period is that of a quarter."""
    return "Q" in name
