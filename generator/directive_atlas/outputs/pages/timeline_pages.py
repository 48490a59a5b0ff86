"""The timeline pages: all, each year, each quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from directive_atlas.interface import addresses as address
from directive_atlas.interface import anchors
from directive_atlas.interface.addresses import Address
from directive_atlas.outputs.pages.page import Crumb, Page, Trails, neighbours
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus
from directive_atlas.views.due import DueIn, due_by_year
from directive_atlas.views.paging import batched
from directive_atlas.views.timeline.items import Item, dated
from directive_atlas.views.timeline.months import Fold, folds, strip
from directive_atlas.views.timeline.own import PER_PAGE
from directive_atlas.views.timeline.picture import Picture, Tick, draw, periods, ticks
from directive_atlas.views.timeline.rows import by_directive, by_section, by_task
from directive_atlas.views.timeline.window import months, of_items, of_period, quarter, quarters
from directive_atlas.views.timeline.zoomable import Zoomable, is_quarter, narrowest, zoomable
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date

_PLACE = Place("data/directives")

Beside = tuple[str | None, str | None]
"""The names of the periods with a page before and after one."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """All of time: the picture, the years with their number of entries, the entries if they are few."""

    picture: Picture | None
    years: list[tuple[ImpreciseDate, int]]
    months: list[Fold]


@dataclass(frozen=True, slots=True)
class PeriodView:
    """One page of a year or quarter; ``total`` counts the entries on all its pages.

    ``due`` is what is due in a year, nothing on the page of a quarter.
    """

    picture: Picture | None
    year: str
    due: DueIn | None
    quarters: list[tuple[ImpreciseDate, int]]
    months: list[Fold]
    total: int


def timeline_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """One page for all of time, and one for each year and each quarter."""
    items = dated(corpus).all
    zoom, due = zoomable(items), due_by_year(corpus)
    yield _index(corpus, trails, items, zoom)
    for before, name, after in (*neighbours(zoom.years), *neighbours(zoom.quarters)):
        own = None if is_quarter(name) else due.get(int(name))
        yield from _period_pages(corpus, trails, zoom, parse_date(name), (before, after), own)


def _index(corpus: Corpus, trails: Trails, items: Sequence[Item], zoom: Zoomable) -> Page:
    years = [(parse_date(name), len(zoom.inside[name])) for name in zoom.years]
    entries = items if len(items) <= PER_PAGE else ()
    return Page(
        path=address.index_of("timeline").path,
        template="timeline.md.j2",
        title=trails.sections["timeline"].title,
        trail=(trails.home,),
        view=TimelineView(_whole(corpus, items, zoom), years, folds(entries, corpus.as_of)),
        place=_PLACE,
    )


def _whole(corpus: Corpus, items: Sequence[Item], zoom: Zoomable) -> Picture | None:
    if not items:
        return None
    window = of_items(items, corpus.as_of)
    axis = ticks(window, periods(window), zoom.page)
    drawn = draw(items, window, (by_directive,), axis, corpus.as_of, narrowest)
    return replace(drawn, strip=strip(items, window, narrowest))


def _period_pages(
    corpus: Corpus,
    trails: Trails,
    zoom: Zoomable,
    period: ImpreciseDate,
    beside: Beside,
    due: DueIn | None,
) -> Iterator[Page]:
    """The pages of a year or quarter: the picture on the first, the table on all of them."""
    ending = zoom.ending(period)
    runs = _tables(period, ending)
    picture = _picture(corpus, zoom, period, _months(runs), beside)
    for number, run in enumerate(runs, 1):
        yield Page(
            path=address.period(period.text, number).path,
            template="period.md.j2",
            title=period,
            trail=trails.to("timeline", *_above(period, number)),
            view=PeriodView(
                picture=picture if number == 1 else None,
                year=period.text,
                due=due,
                quarters=[] if is_quarter(period.text) else _quarters(zoom, period),
                months=folds(run, corpus.as_of),
                total=len(ending),
            ),
            place=_PLACE,
            previous=_crumb(period.text, number - 1) if number > 1 else _crumb(beside[0]),
            next=_crumb(period.text, number + 1) if number < len(runs) else _crumb(beside[1]),
        )


def _tables(period: ImpreciseDate, items: Sequence[Item]) -> list[Sequence[Item]]:
    """A quarter's entries in pages; a year's only if they fit on one page."""
    if is_quarter(period.text) or len(items) <= PER_PAGE:
        return batched(items, PER_PAGE)
    return [()]


def _months(runs: Sequence[Sequence[Item]]) -> dict[str, int]:
    """The page of a table on which each month begins, by its anchor."""
    found: dict[str, int] = {}
    for number, run in enumerate(runs, 1):
        for item in run:
            found.setdefault(anchors.month(item.last), number)
    return found


def _above(period: ImpreciseDate, number: int) -> list[Crumb]:
    """The breadcrumbs of a page: a quarter is below its year, a further page below the first one."""
    names = [period.text[:4]] if is_quarter(period.text) else []
    names += [period.text] if number > 1 else []
    return [Crumb(address.period(name), parse_date(name)) for name in names]


def _quarters(zoom: Zoomable, period: ImpreciseDate) -> list[tuple[ImpreciseDate, int]]:
    parts = quarters(period.first, period.last)
    counted = ((part, len(zoom.ending(part))) for part in parts if part.text in zoom.inside)
    return [(part, count) for part, count in counted if count]


def _picture(
    corpus: Corpus, zoom: Zoomable, period: ImpreciseDate, first_on: Mapping[str, int], beside: Beside
) -> Picture:
    """A picture whose counted marks lead to a quarter, or to the month in the period's own table."""

    def month(name: str) -> Address | None:
        anchor = anchors.month(parse_date(name).first)
        number = first_on.get(anchor)
        return address.period(period.text, number, anchor) if number else None

    def entries(first: dt.date, last: dt.date) -> Address:
        finer = not is_quarter(period.text) and quarter(first) == quarter(last)
        own = None if finer else month(f"{first:%Y-%m}")
        return own or address.period(quarter(first).text)

    window = of_period(period)
    axis: Iterator[Tick] = (
        ticks(window, months(period), month)
        if is_quarter(period.text)
        else ticks(window, quarters(period.first, period.last), zoom.page)
    )
    inside, outside = zoom.inside[period.text], zoom.outside(period, *beside)
    groupings = (by_task, by_section, by_directive)
    drawn = draw(inside, window, groupings, axis, corpus.as_of, entries, outside)
    return replace(drawn, strip=strip(inside, window, entries))


def _crumb(name: str | None, number: int = 1) -> Crumb | None:
    return Crumb(address.period(name, number), parse_date(name)) if name else None
