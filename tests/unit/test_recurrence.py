"""What holds for every rule of recurrence: which of its days lie around a day."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from directive_atlas.schedule import Unit
from directive_atlas.schedule.durations import add
from directive_atlas.schedule.recurrence import (
    Near,
    Rule,
    around,
    from_day,
    read_rule,
    stopped,
    whole_periods,
)
from hypothesis import given
from hypothesis import strategies as st

DAY = dt.timedelta(days=1)
AS_OF = dt.date(2020, 12, 31)
days = st.dates(dt.date(1949, 10, 1), dt.date(2200, 12, 31))
number_lists = st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True)
month_days = st.integers(1, 28) | st.integers(-28, -1)
intervals = st.integers(1, 6)


@given(
    st.lists(st.integers(1, 12), max_size=3, unique=True),
    st.lists(month_days, min_size=1, max_size=3, unique=True),
    st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31)),
    st.integers(0, 4000),
)
def test_days_of_months_lie_around_a_day(
    months: list[int], of_month: list[int], start: dt.date, later: int
) -> None:
    rule = f"FREQ=YEARLY;BYMONTHDAY={_joined(of_month)}"
    rule += f";BYMONTH={_joined(months)}" if months else ""

    def fits(day: dt.date) -> bool:
        from_end = day.day - _length(day) - 1
        return (not months or day.month in months) and (day.day in of_month or from_end in of_month)

    _assert_around(rule, start, start + later * DAY, fits)


@given(
    st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True),
    intervals,
    st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31)),
    st.integers(0, 400),
)
def test_days_of_weeks_lie_around_a_day(
    weekdays: list[int], interval: int, start: dt.date, later: int
) -> None:
    names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    rule = f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={_joined(names[d] for d in weekdays)}"
    monday = start - start.weekday() * DAY

    def fits(day: dt.date) -> bool:
        return day.weekday() in weekdays and (day - monday).days // 7 % interval == 0

    _assert_around(rule, start, start + later * DAY, fits)


@given(intervals, st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31)), st.integers(0, 400))
def test_a_rule_without_days_goes_by_its_start(interval: int, start: dt.date, later: int) -> None:
    def fits(day: dt.date) -> bool:
        return day.day == min(start.day, _length(day))  # a month without that day gives its last one

    _assert_around(
        f"FREQ=MONTHLY;INTERVAL={interval}",
        start,
        start + later * DAY,
        lambda day: (_months(day) - _months(start)) % interval == 0 and fits(day),
    )
    _assert_around(
        f"FREQ=DAILY;INTERVAL={interval}",
        start,
        start + later * DAY,
        lambda day: (day - start).days % interval == 0,
    )
    _assert_around(
        f"FREQ=YEARLY;INTERVAL={interval}",
        start,
        start + 20 * later * DAY,
        lambda day: day.month == start.month and fits(day) and (day.year - start.year) % interval == 0,
    )


BEGINS: dict[str, tuple[int, Callable[[dt.date], bool]]] = {
    "FREQ=YEARLY": (12, lambda day: day.day == 1 and day.month == 1),
    "FREQ=MONTHLY;INTERVAL=6": (6, lambda day: day.day == 1 and day.month in {1, 7}),
    "FREQ=MONTHLY;INTERVAL=3": (3, lambda day: day.day == 1 and day.month in {1, 4, 7, 10}),
    "FREQ=MONTHLY": (1, lambda day: day.day == 1),
}
"""Rules by the calendar: the months of a period, and whether one begins on a day."""


@given(days, st.sampled_from(sorted(BEGINS)))
def test_a_rule_by_the_calendar_begins_with_the_first_whole_period(day: dt.date, rule: str) -> None:
    months, begins = BEGINS[rule]
    begin = next(each for each in (day + n * DAY for n in range(367)) if begins(each))
    end = add(begin, months, Unit.MONTHS) - DAY
    found = around(whole_periods(read_rule(rule), day), None, end - DAY)
    assert (found.previous, found.next) == (None, end)


@given(days)
def test_a_weekly_rule_begins_with_the_first_whole_week(day: dt.date) -> None:
    end = next(each for each in (day + n * DAY for n in range(6, 13)) if each.weekday() == calendar.SUNDAY)
    found = around(whole_periods(read_rule("FREQ=WEEKLY"), day), None, end - DAY)
    assert (found.previous, found.next) == (None, end)


def test_the_last_day_that_data_can_name_may_be_that_of_a_rule() -> None:
    series = whole_periods(read_rule("FREQ=YEARLY"), dt.date(2990, 1, 1))
    assert around(series, None, dt.date(2999, 6, 1)).next == dt.date(2999, 12, 31)
    assert around(series, None, dt.date(2999, 12, 31)).next is None


@pytest.mark.parametrize(
    ("rule", "ends"),
    [
        ("FREQ=YEARLY", ["2020-12-31", "2021-12-31"]),
        ("FREQ=MONTHLY;INTERVAL=6", ["2020-06-30", "2020-12-31"]),
        ("FREQ=MONTHLY;INTERVAL=3", ["2020-03-31", "2020-06-30"]),
        ("FREQ=MONTHLY", ["2020-01-31", "2020-02-29"]),
        ("FREQ=WEEKLY", ["2020-01-12", "2020-01-19"]),
    ],
)
def test_without_a_day_the_ends_of_the_periods_count(rule: str, ends: list[str]) -> None:
    """1 January 2020 is a Wednesday; the week that it breaks into does not count."""
    first, second = map(dt.date.fromisoformat, ends)
    found = around(whole_periods(read_rule(rule), dt.date(2020, 1, 1)), None, first)
    assert (found.previous, found.next) == (first, second)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=YEARLY", ["2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"]),
        ("FREQ=MONTHLY;INTERVAL=6", ["2020-08-29", "2021-02-28", "2021-08-29"]),
    ],
)
def test_a_month_without_the_day_gives_its_last_one(rule: str, days: list[str]) -> None:
    series = from_day(read_rule(rule), dt.date(2020, 2, 29))
    day = dt.date(2020, 2, 29)
    for expected in days:
        found = around(series, None, day).next
        assert found == dt.date.fromisoformat(expected)
        day = found


@given(st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31)), st.integers(0, 900), st.integers(0, 900))
def test_nothing_lies_behind_the_end(start: dt.date, length: int, later: int) -> None:
    end, day = start + length * DAY, start + later * DAY
    found = _around(read_rule("FREQ=MONTHLY;BYMONTHDAY=-1"), start, end, day)
    assert all(day <= end for day in (found.previous, found.next) if day)
    assert not (found.next and day >= end)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31",
        "FREQ=WEEKLY;BYDAY=SU",
    ],
)
def test_the_last_day_of_a_recurrence_may_be_one_of_its_days(rule: str) -> None:
    last = dt.date(2021, 1, 31)
    series = from_day(read_rule(rule), dt.date(2020, 1, 31))
    assert around(series, last, last - DAY).next == last
    assert around(series, last, last).previous == last


@pytest.mark.parametrize("day", [dt.date(2020, 12, 30), dt.date(2020, 12, 31), dt.date(2021, 6, 1)])
def test_what_ceases_to_be_in_force_on_one_of_its_days_has_it_as_its_last(day: dt.date) -> None:
    last = dt.date(2020, 12, 31)
    series = whole_periods(read_rule("FREQ=MONTHLY"), dt.date(2020, 1, 1))
    found = stopped(series, around(series, None, day), last, day)
    assert (found.previous, found.next) == ((dt.date(2020, 11, 30), last) if day < last else (last, None))


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15", "2020-01-15"),
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2020-01-01"),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "2020-03-01"),
        ("FREQ=MONTHLY;BYDAY=1SU", "2020-03-01"),
        ("FREQ=WEEKLY;BYDAY=SU", "2020-03-01"),
        ("FREQ=DAILY", "2020-03-01"),
    ],
)
def test_the_day_on_which_a_rule_begins_may_be_its_first_time(rule: str, start: str) -> None:
    day = dt.date.fromisoformat(start)
    for series in (from_day(read_rule(rule), day), whole_periods(read_rule(rule), day)):
        assert around(series, None, day - DAY).next == day


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;INTERVAL=6", "FREQ=WEEKLY", "FREQ=DAILY"])
def test_a_recurrence_after_a_day_has_no_time_on_that_day(rule: str) -> None:
    day = dt.date(2020, 3, 15)
    assert around(from_day(read_rule(rule), day), None, day).previous == day
    assert around(from_day(read_rule(rule), day, after=True), None, day).previous is None


@pytest.mark.parametrize(("month", "end"), [(2, "2021-02-28"), (6, "2020-06-30")])
def test_in_a_month_means_by_its_end(month: int, end: str) -> None:
    series = whole_periods(read_rule(f"FREQ=YEARLY;BYMONTH={month}"), dt.date(2020, 3, 15))
    assert around(series, None, dt.date(2020, 3, 15)).next == dt.date.fromisoformat(end)


def test_before_the_first_time_there_is_no_previous_one() -> None:
    found = _around(read_rule("FREQ=YEARLY"), AS_OF, None, AS_OF - DAY)
    assert (found.since, found.previous, found.next) == (None, None, AS_OF)


def _around(rule: Rule, start: dt.date, end: dt.date | None, day: dt.date) -> Near:
    return around(from_day(rule, start), end, day)


def _months(day: dt.date) -> int:
    return 12 * day.year + day.month


def _length(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _joined(parts: Iterable[object]) -> str:
    return ",".join(map(str, parts))


def _assert_around(text: str, start: dt.date, day: dt.date, fits: object) -> None:
    """What lies around a day, against looking at each single day."""
    assert callable(fits)
    found = _around(read_rule(text), start, None, day)
    assert found.next
    assert found.previous is None or start <= found.previous <= day
    assert day < found.next
    times = [
        start - DAY,
        *(at for at in (start - DAY + n * DAY for n in range(1, (found.next - start).days + 2)) if fits(at)),
    ]
    before = [at for at in times if at <= day]
    assert [at for at in times if at > day] == [found.next]
    if len(before) == 1:
        assert found.previous is None
    else:
        assert [found.since, found.previous] == before[-2:]
    assert all(one < two for one, two in pairwise(times))
