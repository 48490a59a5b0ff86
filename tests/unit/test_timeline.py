"""The timeline as a picture: everything is in it once, in order, inside its frame, however much there is."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

import pytest
from directive_atlas.interface.addresses import Address
from directive_atlas.resolve.corpus import Event
from directive_atlas.resolve.model import Text
from directive_atlas.views.timeline.items import Item
from directive_atlas.views.timeline.months import Strip, folds
from directive_atlas.views.timeline.months import strip as monthly
from directive_atlas.views.timeline.picture import MARKS, ROWS, Picture, draw, periods, ticks
from directive_atlas.views.timeline.rows import LANES, ROOM, Row, by_directive, by_task, rows
from directive_atlas.views.timeline.window import of_items, of_period
from directive_atlas.views.timeline.zoomable import zoomable
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day, parse_date
from directive_atlas.vocabulary.timeline import EntryGroup, EventKind, Shape
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.corpus import write_corpus
from tests.tools.examples import examples
from tests.tools.moment import midnight
from tests.tools.pages import pages_of

AS_OF = dt.date(2024, 6, 1)
days = st.dates(dt.date(1950, 1, 1), dt.date(2060, 12, 31))
lengths = st.sampled_from([0, 0, 0, 27, 89, 364, 3000])


def item(first: dt.date, length: int = 0, directive: int = 0, shape: Shape = Shape.DUE) -> Item:
    last = first + dt.timedelta(length)
    date = ImpreciseDate(f"{first}/{last}", first, last)
    event = Event(date, EventKind.DUE, f"d-{directive}", f"d-{directive}/t", Text((("zh", "题"),)))
    return Item(first, last, shape, event, root=f"d-{directive}/t")


items = st.lists(
    st.builds(item, days, lengths, st.integers(0, 60), st.sampled_from(list(Shape))), min_size=1, max_size=80
)


def picture(found: list[Item], as_of: dt.date = AS_OF) -> Picture:
    window = of_items(found, as_of)
    axis = ticks(window, periods(window), lambda name: Address(name))
    return draw(found, window, (by_task, by_directive), axis, as_of, lambda *_: Address("x"))


def in_rows(found: list[Row] | tuple[Row, ...]) -> list[Item]:
    return [each for row in found for mark in row.marks for each in mark.items]


@given(items)
def test_every_item_is_in_exactly_one_mark(found: list[Item]) -> None:
    shown = in_rows(picture(found).rows)
    assert sorted(map(id, shown)) == sorted(map(id, found))


@given(items, days)
def test_everything_lies_inside_the_frame(found: list[Item], as_of: dt.date) -> None:
    drawn = picture(found, as_of)
    for row in drawn.rows:
        for mark in row.marks:
            assert 0 <= mark.left <= mark.right <= 100
            assert 0 <= mark.lane < LANES
    assert drawn.today is not None
    assert 0 <= drawn.today <= 100
    assert all(0 <= tick.left <= 100 for tick in drawn.ticks)


@given(items, days, days)
def test_what_is_later_stands_further_right(found: list[Item], one: dt.date, other: dt.date) -> None:
    window = of_items(found, AS_OF)
    early, late = sorted([one, other])
    assert window.left(early) <= window.left(late)
    assert window.right(early) <= window.right(late)


@given(items, st.sampled_from([3.0, 6.0, 16.0]))
def test_marks_on_one_lane_keep_apart(found: list[Item], nearness: float) -> None:
    for row in rows(found, of_items(found, AS_OF), by_directive, nearness):
        for lane in range(row.lanes):
            own = [mark for mark in row.marks if mark.lane == lane]
            for mark, following in pairwise(own):
                assert following.room[0] >= mark.room[1] - 0.02
                assert mark.room[1] - mark.room[0] >= ROOM - 0.02


@given(items)
def test_a_tick_has_room_for_its_words(found: list[Item]) -> None:
    for one, other in pairwise(picture(found).ticks):
        assert round(other.left - one.left, 2) >= 10, "percents have two places"


def test_empty_decades_take_hardly_any_room() -> None:
    law, order = item(dt.date(1950, 9, 8)), [item(dt.date(2023, month, 28)) for month in range(1, 13)]
    window = of_items([law, *order], dt.date(2023, 12, 31))
    assert len(window.breaks) == 1
    assert window.left(dt.date(2023, 1, 1)) - window.right(dt.date(1950, 12, 31)) < 5
    assert window.right(dt.date(2023, 12, 31)) - window.left(dt.date(2023, 1, 1)) > 60


def test_a_short_time_is_cut_to_its_quarters() -> None:
    window = of_items([item(dt.date(2020, 2, 22)), item(dt.date(2020, 8, 1))], dt.date(2020, 9, 1))
    assert (window.first, window.last) == (dt.date(2020, 1, 1), dt.date(2020, 9, 30))
    assert [tick.period.text for tick in ticks(window, periods(window), lambda _: None)] == [
        "2020-Q1",
        "2020-Q2",
        "2020-Q3",
    ]


def test_an_imprecise_date_is_a_bar_and_a_day_a_sign() -> None:
    year, day = item(dt.date(2020, 1, 1), 365), item(dt.date(2020, 5, 1))
    marks = rows([year, day], of_period(parse_date("2020")), by_directive, 3)[0].marks
    assert [(mark.is_bar, mark.items) for mark in marks] == [(True, (year,)), (False, (day,))]


def test_what_is_too_near_becomes_one_mark_with_a_number() -> None:
    near = [item(dt.date(2020, 5, day)) for day in (1, 2, 3)]
    far = item(dt.date(2020, 9, 1))
    marks = rows([*near, far], of_period(parse_date("2020")), by_directive, 3)[0].marks
    assert [(len(mark.items), mark.shape) for mark in marks] == [(3, None), (1, Shape.DUE)]


def test_a_narrow_phone_leaves_out_ticks_that_are_close() -> None:
    drawn = picture([item(dt.date(year, 5, 1)) for year in range(2019, 2028)], dt.date(2027, 12, 31))
    assert [(tick.period.text, tick.close) for tick in drawn.ticks][:4] == [
        ("2019", False),
        ("2020", True),
        ("2021", False),
        ("2022", True),
    ]


def dated(text: str, shape: Shape = Shape.REPORT, directive: int = 0) -> Item:
    date = parse_date(text)
    event = Event(date, EventKind.REPORT, f"d-{directive}", None, Text((("zh", "题"),)))
    return Item(date.first, date.last, shape, event)


def strip_of(found: list[Item]) -> Strip:
    strip = monthly(found, of_items(found, AS_OF), lambda first, _: Address(f"{first:%Y-%m}"))
    assert strip
    return strip


def test_a_strip_counts_each_month_by_what_its_entries_are_about() -> None:
    strip = strip_of([dated("2023-02-03"), dated("2023-02", Shape.DIRECTIVE), dated("2023-03-01")])
    assert [(bar.period.text, bar.total, dict(bar.counts)) for bar in strip.bars] == [
        ("2023-02", 2, {EntryGroup.REPORT: 1, EntryGroup.DOCUMENT: 1}),
        ("2023-03", 1, {EntryGroup.REPORT: 1}),
    ]
    assert [bar.target for bar in strip.bars] == [Address("2023-02"), Address("2023-03")]
    assert strip.highest.period.text == "2023-02"


def test_what_is_known_to_a_year_only_is_in_no_month() -> None:
    strip = strip_of([dated("2023-02-03"), dated("2023"), dated("2023-Q1")])
    assert (sum(bar.total for bar in strip.bars), strip.vague) == (1, 2)
    assert not monthly([dated("2023")], of_items([dated("2023")], AS_OF), lambda *_: Address("x"))


def test_a_strip_of_many_decades_has_a_bar_for_each_year() -> None:
    strip = strip_of([dated(f"{1950 + number}-0{1 + number % 9}-01") for number in range(70)] * 2)
    assert strip.by_year
    assert [bar.period.text for bar in strip.bars] == [str(1950 + number) for number in range(70)]


@given(items)
def test_the_bars_of_a_strip_lie_apart_inside_the_frame(found: list[Item]) -> None:
    strip = monthly(found, of_items(found, AS_OF), lambda *_: Address("x"))
    bars = strip.bars if strip else ()
    assert all(0 <= bar.left < bar.left + bar.width <= 100.01 for bar in bars)
    assert all(one.left + one.width <= other.left + 0.02 for one, other in pairwise(bars))
    assert sum(bar.total for bar in bars) + (strip.vague if strip else len(found)) == len(found)


def test_the_directives_with_most_entries_are_named_above_the_bars() -> None:
    many = [dated("2023-05-01", directive=1)] * 5
    days = [dated("2023-01-05", Shape.DIRECTIVE, directive) for directive in (0, 1)]
    strip = strip_of([*days, *many])
    assert [flag.directive for flag in strip.flags] == ["d-1"]


def test_entries_are_folded_by_month_but_for_the_latest_and_the_next() -> None:
    found = [dated(text) for text in ("2024-02-01", "2024-02", "2024-05-31", "2024-H1", "2025", "2026-01-01")]
    assert [(fold.period.text, len(fold.items), fold.open) for fold in folds(found, AS_OF)] == [
        ("2024-02", 2, False),
        ("2024-05", 1, True),
        ("2024-H1", 1, True),
        ("2025", 1, False),
        ("2026-01", 1, False),
    ]


@pytest.mark.parametrize("directives", [1, 30, 3000])
def test_three_thousand_entries_make_a_picture_of_the_same_size(directives: int) -> None:
    start = dt.date(2000, 1, 1)
    found = [item(start + dt.timedelta(3 * n), n % 5 * 40, n % directives) for n in range(3000)]
    drawn = picture(found)
    assert len(drawn.rows) <= ROWS
    assert sum(len(row.marks) for row in drawn.rows) <= MARKS
    assert len(in_rows(drawn.rows)) == 3000


@examples(15)
@given(items)
def test_what_a_period_does_not_show_is_counted(found: list[Item]) -> None:
    zoom = zoomable(found)
    for name in (*zoom.years, *zoom.quarters):
        period = parse_date(name)
        outside, inside = zoom.outside(period, None, None), zoom.inside[name]
        assert outside.earlier == sum(each.last < period.first for each in found)
        assert outside.later == sum(each.first > period.last for each in found)
        assert outside.through == sum(each.first < period.first and each.last > period.last for each in found)
        assert outside.earlier + outside.later + outside.through + len(inside) == len(found)


@given(items)
def test_each_entry_is_in_the_table_of_one_year_and_one_quarter(found: list[Item]) -> None:
    zoom = zoomable(found)
    for of_one_kind in (zoom.years, zoom.quarters):
        told = [each for name in of_one_kind for each in zoom.ending(parse_date(name))]
        assert sorted(map(id, told)) == sorted(map(id, found))


def test_no_picture_of_a_large_site_is_large(tmp_path: Path) -> None:
    write_corpus(tmp_path / "data", 120)
    _, pages = pages_of(tmp_path / "data", midnight(dt.date(2026, 11, 24)))
    figures = [
        figure
        for page in pages.values()
        for figure in re.findall('<figure class="timeline">.*?</figure>', page, re.S)
    ]
    assert len(figures) > 75
    assert max(len(figure.encode()) for figure in figures) < 40_000
    assert not any(re.search(r"\n\s*\n", figure) for figure in figures), "Markdown ends HTML at a blank line"


def test_a_day_of_a_quarter_is_in_its_months() -> None:
    on = on_day(dt.date(2020, 2, 29))
    window = of_period(parse_date("2020-Q1"))
    assert 50 < window.left(on.first) < window.right(on.last) < 67
