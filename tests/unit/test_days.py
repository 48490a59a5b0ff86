"""Days that are counted: the reference date, lengths of time, working days of a country."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

import pytest
from directive_atlas.schedule import Clock, Unit
from directive_atlas.schedule.durations import add
from directive_atlas.schedule.workdays import WorkingDays
from hypothesis import given
from hypothesis import strategies as st

DAY = dt.timedelta(days=1)
AS_OF = dt.date(2020, 12, 31)
days = st.dates(dt.date(1949, 10, 1), dt.date(2200, 12, 31))
amounts = st.integers(1, 700)


def test_a_day_is_reached_when_it_comes_and_over_on_the_day_after_it() -> None:
    assert Clock(AS_OF).reached(AS_OF) and not Clock(AS_OF).reached(AS_OF + DAY)
    assert Clock(AS_OF).over(AS_OF - DAY) and not Clock(AS_OF).over(AS_OF)
    assert Clock(AS_OF).within(7, AS_OF + 7 * DAY) and not Clock(AS_OF).within(7, AS_OF + 8 * DAY)


def test_the_first_and_the_last_day_of_the_calendar_can_be_asked_for() -> None:
    first, last = dt.date.min, dt.date.max
    assert not Clock(AS_OF).over(last) and Clock(last).reached(last)
    assert Clock(first).within(7, first) and Clock(first).within(1, first)


@given(days, amounts)
def test_adding_days_is_the_inverse_of_their_difference(start: dt.date, amount: int) -> None:
    assert (add(start, amount, Unit.DAYS) - start).days == amount


@given(days, amounts)
def test_a_week_is_seven_days(start: dt.date, amount: int) -> None:
    end = add(start, amount, Unit.WEEKS)
    assert end == add(start, 7 * amount, Unit.DAYS)
    assert end.weekday() == start.weekday()


@given(days, amounts)
def test_hours_end_on_the_day_that_so_many_whole_days_reach(start: dt.date, amount: int) -> None:
    end = add(start, amount, Unit.HOURS)
    assert (end - start - DAY) < dt.timedelta(hours=amount) <= end - start


@given(days, amounts)
def test_months_keep_the_number_of_the_day_or_end_with_the_month(start: dt.date, amount: int) -> None:
    end = add(start, amount, Unit.MONTHS)
    assert _months(end) - _months(start) == amount
    assert end.day == min(start.day, _length(end))


@given(days, st.integers(1, 500))
def test_years_keep_the_day_but_for_29_february(start: dt.date, amount: int) -> None:
    end = add(start, amount, Unit.YEARS)
    assert (end.year - start.year, end.month) == (amount, start.month)
    assert end.day == min(start.day, _length(end))
    assert end == add(start, 12 * amount, Unit.MONTHS)


@given(days, st.sampled_from([u for u in Unit if u is not Unit.WORKING_DAYS]), amounts)
def test_a_longer_time_never_ends_earlier(start: dt.date, unit: Unit, amount: int) -> None:
    assert start < add(start, amount, unit) <= add(start, amount + 1, unit)


@pytest.mark.parametrize("unit", [u for u in Unit if u is not Unit.WORKING_DAYS])
def test_the_last_year_that_data_can_name_is_reached_and_not_passed(unit: Unit) -> None:
    assert add(dt.date(2998, 12, 31), 1, unit).year in {2998, 2999}
    with pytest.raises(OverflowError):
        add(dt.date(2999, 12, 31), 24, unit)


@pytest.mark.parametrize("unit", [u for u in Unit if u is not Unit.WORKING_DAYS])
@pytest.mark.parametrize("amount", [10**8, 10**12, 10**30])
def test_what_no_calendar_holds_is_told_in_one_way(unit: Unit, amount: int) -> None:
    with pytest.raises(OverflowError):
        add(AS_OF, amount, unit)


def test_working_days_need_a_country() -> None:
    with pytest.raises(ValueError, match="country"):
        add(AS_OF, 1, Unit.WORKING_DAYS)


CHINA, STATES = WorkingDays("CN"), WorkingDays("US")


calendars = st.sampled_from([CHINA, STATES])
recent = st.dates(dt.date(2010, 1, 1), dt.date(2026, 1, 1))


@given(calendars, recent, st.integers(1, 250))
def test_so_many_working_days_lie_behind_the_first_day(
    country: WorkingDays, start: dt.date, amount: int
) -> None:
    end = country.after(start, amount)
    assert country.is_working(end)
    assert sum(map(country.is_working, _after(start, end))) == amount


@given(calendars, recent, st.integers(1, 250))
def test_one_more_working_day_is_the_next_one(country: WorkingDays, start: dt.date, amount: int) -> None:
    end, following = country.after(start, amount), country.after(start, amount + 1)
    assert end < following == country.after(end, 1)


# As the State Council's yearly notices on public holidays have them.
MADE_UP = ["2019-02-02", "2019-02-03", "2020-01-19", "2021-02-07", "2023-01-28", "2023-01-29"]
MADE_UP += ["2024-02-04", "2024-02-18", "2024-09-29", "2024-10-12"]


OFF = ["2019-02-04", "2019-02-10", "2020-01-30", "2021-02-17", "2023-01-27", "2024-02-16", "2024-10-07"]


@pytest.mark.parametrize("day", [dt.date.fromisoformat(day) for day in MADE_UP])
def test_made_up_weekend_days_are_worked(day: dt.date) -> None:
    assert day.weekday() >= 5
    assert CHINA.is_working(day)
    assert CHINA.after(day - DAY, 1) == day


@pytest.mark.parametrize("day", [dt.date.fromisoformat(day) for day in OFF])
def test_public_holidays_are_not_worked(day: dt.date) -> None:
    assert not CHINA.is_working(day)
    assert CHINA.after(day - DAY, 1) > day


@pytest.mark.parametrize("day", [dt.date(2020, 7, 3), dt.date(2021, 7, 5), dt.date(2021, 11, 25)])
def test_holidays_of_the_united_states(day: dt.date) -> None:
    """Independence Day 2020 and 2021 fell on a weekend: a weekday stands in for it."""
    assert not STATES.is_working(day)
    assert CHINA.is_working(day)


def test_holidays_are_known_from_the_first_year_of_a_calendar_on() -> None:
    assert CHINA.is_holiday(dt.date(1950, 1, 1))
    assert not CHINA.is_holiday(dt.date(1949, 1, 1))


@pytest.mark.parametrize("code", ["", "ZZ", "china", "US-ZZ"])
def test_holidays_of_nowhere_are_not_known(code: str) -> None:
    with pytest.raises(LookupError):
        WorkingDays(code)


def _months(day: dt.date) -> int:
    return 12 * day.year + day.month


def _length(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _after(start: dt.date, end: dt.date) -> Iterable[dt.date]:
    return (start + number * DAY for number in range(1, (end - start).days + 1))
