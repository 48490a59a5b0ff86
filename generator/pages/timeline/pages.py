"""The timeline pages: all, each year, each quarter."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.load.fields import ImpreciseDate, parse_date
from generator.pages import address
from generator.pages.address import Address
from generator.pages.page import Crumb, Page, chunks, neighbours
from generator.pages.record_pages import Trails
from generator.pages.timeline.items import Item, dated
from generator.pages.timeline.own import PER_PAGE
from generator.pages.timeline.picture import Outside, Picture, draw, periods, ticks
from generator.pages.timeline.rows import by_directive, by_section, by_task
from generator.pages.timeline.window import Window, months, of_items, of_period, quarter, quarters, year
from generator.problems import Place
from generator.resolve import Corpus

_PLACE = Place("data/directives")


@dataclass(frozen=True, slots=True)
class _Zoomable:
    """The years and quarters that have a page, with the items that begin or end in them."""

    inside: Mapping[str, Sequence[Item]]
    firsts: Sequence[dt.date]
    lasts: Sequence[dt.date]

    def page(self, name: str) -> Address | None:
        """The page of a year or quarter, if there is one."""
        return address.period(name) if name in self.inside else None

    def ending(self, period: ImpreciseDate) -> list[Item]:
        """The items that end in a period; its table has these."""
        return [item for item in self.inside[period.text] if period.first <= item.last <= period.last]

    def narrowest(self, first: dt.date, last: dt.date) -> Address:
        """The page of the quarter that two days lie in, or else of the year of the later one."""
        same = quarter(first) == quarter(last)
        return address.period((quarter(last) if same else year(last)).text)

    def outside(self, window: Window) -> tuple[int, int, int]:
        """How many items end before a window, begin after it, and are neither (at least in part in it)."""
        earlier = bisect_left(self.lasts, window.first)
        later = len(self.firsts) - bisect_right(self.firsts, window.last)
        return earlier, later, len(self.lasts) - earlier - later


def timeline_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """All on one page, and each year and each quarter on its own."""
    items = dated(corpus).all
    zoomable = _zoomable(items)
    years = sorted(name for name in zoomable.inside if "Q" not in name)
    yield _index(corpus, trails, items, zoomable, years)
    fine = sorted(name for name in zoomable.inside if "Q" in name)
    for before, name, after in (*neighbours(years), *neighbours(fine)):
        yield from _period_pages(corpus, trails, zoomable, parse_date(name), (before, after))


def _zoomable(items: Sequence[Item]) -> _Zoomable:
    inside: dict[str, dict[int, Item]] = defaultdict(dict)
    for number, item in enumerate(items):
        for day in (item.first, item.last):
            for period in _around(day):
                inside[period.text][number] = item
    return _Zoomable(
        {name: tuple(found.values()) for name, found in inside.items()},
        sorted(item.first for item in items),
        sorted(item.last for item in items),
    )


def _around(day: dt.date) -> tuple[ImpreciseDate, ImpreciseDate]:
    return year(day), quarter(day)


def _index(
    corpus: Corpus, trails: Trails, items: Sequence[Item], zoomable: _Zoomable, years: Sequence[str]
) -> Page:
    picture = None
    if items:
        window = of_items(items, corpus.as_of)
        axis = ticks(window, periods(window), zoomable.page)
        picture = draw(items, window, (by_directive,), axis, corpus.as_of, zoomable.narrowest)
    return Page(
        path=address.index_of("timeline").path,
        template="timeline.md.j2",
        title=trails.sections["timeline"].title,
        trail=(trails.home,),
        view={
            "picture": picture,
            "years": [(parse_date(name), len(zoomable.inside[name])) for name in years],
            "entries": items if len(items) <= PER_PAGE else (),
        },
        place=_PLACE,
    )


def _period_pages(
    corpus: Corpus,
    trails: Trails,
    zoomable: _Zoomable,
    period: ImpreciseDate,
    beside: tuple[str | None, str | None],
) -> Iterator[Page]:
    """The pages of a year or quarter: the picture on the first, the table on all of them."""
    runs = _tables(zoomable.ending(period), whole=_is_quarter(period))
    picture = _picture(corpus, zoomable, period, runs, beside)
    for number, run in enumerate(runs, 1):
        first_page = Crumb(address.period(period.text), period)
        above = (
            [] if not _is_quarter(period) else [Crumb(address.period(period.text[:4]), year(period.first))]
        )
        yield Page(
            path=address.period(period.text, number).path,
            template="period.md.j2",
            title=period,
            trail=trails.to("timeline", *above, *([first_page] if number > 1 else [])),
            view={
                "picture": picture if number == 1 else None,
                "entries": run,
                "total": len(zoomable.ending(period)),
                "quarters": [] if _is_quarter(period) else _quarter_counts(zoomable, period),
            },
            place=_PLACE,
            previous=_step(period, number - 1) if number > 1 else _crumb(beside[0]),
            next=_step(period, number + 1) if number < len(runs) else _crumb(beside[1]),
        )


def _tables(items: Sequence[Item], *, whole: bool) -> list[Sequence[Item]]:
    """A quarter's entries in pages; a year's only where one page holds them."""
    if whole or len(items) <= PER_PAGE:
        return chunks(items, PER_PAGE)
    return [()]


def _quarter_counts(zoomable: _Zoomable, period: ImpreciseDate) -> list[tuple[ImpreciseDate, int]]:
    parts = quarters(period.first, period.last)
    return [(part, len(zoomable.inside[part.text])) for part in parts if part.text in zoomable.inside]


def _picture(
    corpus: Corpus,
    zoomable: _Zoomable,
    period: ImpreciseDate,
    runs: Sequence[Sequence[Item]],
    beside: tuple[str | None, str | None],
) -> Picture:
    window, inside = of_period(period), zoomable.inside[period.text]
    anchors: dict[str, int] = {}
    for number, run in enumerate(runs, 1):
        for item in run:
            anchors.setdefault(address.month(item.last), number)

    def month(name: str) -> Address | None:
        number = anchors.get(f"on-{name}")
        return address.period(period.text, number, f"on-{name}") if number else None

    def zoom(first: dt.date, last: dt.date) -> Address:
        finer = not _is_quarter(period) and quarter(first) == quarter(last)
        own = None if finer else month(f"{first:%Y-%m}")
        return own or address.period(quarter(first).text)

    if _is_quarter(period):
        axis = ticks(window, months(period), month)
    else:
        axis = ticks(window, quarters(period.first, period.last), zoomable.page)
    earlier, later, rest = zoomable.outside(window)
    outside = Outside(earlier, later, rest - len(inside), *(address.period(n) if n else None for n in beside))
    return draw(inside, window, (by_task, by_section, by_directive), axis, corpus.as_of, zoom, outside)


def _is_quarter(period: ImpreciseDate) -> bool:
    return "Q" in period.text


def _step(period: ImpreciseDate, number: int) -> Crumb:
    return Crumb(address.period(period.text, number), period)


def _crumb(name: str | None) -> Crumb | None:
    return Crumb(address.period(name), parse_date(name)) if name else None
