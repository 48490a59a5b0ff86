"""What holds for every day that the schedule works out, whatever the dates."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import random
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from directive_atlas.check import check
from directive_atlas.load import RawCorpus, load
from directive_atlas.load.schema.recurrence_rule import RuleField
from directive_atlas.passages import find_passages
from directive_atlas.schedule import Clock, Schedule, Unit, schedule
from directive_atlas.schedule.durations import add
from directive_atlas.schedule.recurrence import (
    Near,
    Rule,
    Series,
    around,
    from_day,
    read_rule,
    stopped,
    whole_periods,
)
from directive_atlas.schedule.workdays import WorkingDays
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tests.golden.base import BASE
from tests.tools.examples import examples
from tests.tools.turns import one_in
from tests.tools.work import work

DAY = dt.timedelta(days=1)
AS_OF = dt.date(2020, 12, 31)
days = st.dates(dt.date(1949, 10, 1), dt.date(2200, 12, 31))
amounts = st.integers(1, 700)


# The reference date


def test_a_day_is_reached_when_it_comes_and_over_on_the_day_after_it() -> None:
    assert Clock(AS_OF).reached(AS_OF) and not Clock(AS_OF).reached(AS_OF + DAY)
    assert Clock(AS_OF).over(AS_OF - DAY) and not Clock(AS_OF).over(AS_OF)
    assert Clock(AS_OF).within(7, AS_OF + 7 * DAY) and not Clock(AS_OF).within(7, AS_OF + 8 * DAY)


def test_the_first_and_the_last_day_of_the_calendar_can_be_asked_for() -> None:
    first, last = dt.date.min, dt.date.max
    assert not Clock(AS_OF).over(last) and Clock(last).reached(last)
    assert Clock(first).within(7, first) and Clock(first).within(1, first)


# Durations


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


# Working days

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


# Recurrences

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


def test_what_ended_long_ago_still_has_its_last_time() -> None:
    series = from_day(read_rule("FREQ=MONTHLY"), dt.date(2000, 1, 31))
    found = around(series, dt.date(2001, 3, 15), AS_OF)
    assert (found.since, found.previous, found.next) == (dt.date(2001, 1, 31), dt.date(2001, 2, 28), None)


_FREQUENT = [
    "FREQ=DAILY",
    "FREQ=WEEKLY",
    "FREQ=MONTHLY",
    "FREQ=WEEKLY;BYDAY=MO,FR",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
]


@pytest.mark.parametrize("text", _FREQUENT)
def test_a_rule_from_long_ago_costs_no_more_than_a_new_one(text: str) -> None:
    """The days are not gone through from the start, of which there are up to 370,000 here."""
    first, *old = (
        _work_around(from_day(read_rule(text), dt.date(year, 1, 1))) for year in (2015, 1000, 1500, 1999)
    )
    assert max(old) <= 2 * first


def _work_around(series: Series) -> int:
    around.cache_clear()
    return work(lambda: around(series, None, AS_OF), limit=1_000_000)


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


@pytest.mark.parametrize("rule", ["FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"])
def test_a_time_is_looked_for_as_far_as_a_hundred_years_ahead(rule: str) -> None:
    day = dt.date(2020, 1, 1)
    rules = (f"{rule};INTERVAL={years}" for years in (100, 101))
    just, never = (around(from_day(read_rule(each), day), None, day) for each in rules)
    assert just.next == dt.date(2120, 1, 1)
    assert never.next is None


def test_before_the_first_time_there_is_no_previous_one() -> None:
    found = _around(read_rule("FREQ=YEARLY"), AS_OF, None, AS_OF - DAY)
    assert (found.since, found.previous, found.next) == (None, None, AS_OF)


ODD_RULES = [
    *(
        "FREQ=YEARLY;INTERVAL=-1",
        "FREQ=MONTHLY;INTERVAL=-31",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=-1",
    ),
    *(
        "FREQ=YEARLY;INTERVAL=+2",
        "FREQ=YEARLY;INTERVAL=00",
        "FREQ=YEARLY;INTERVAL=1_0",
        "FREQ=YEARLY;INTERVAL=٣",
    ),
    *("FREQ=YEARLY;INTERVAL=", "FREQ=YEARLY;INTERVAL=2.0", "FREQ=YEARLY;BYMONTH=", "FREQ=YEARLY;BYMONTH=0"),
    *("FREQ=YEARLY;INTERVAL=2;BYMONTH=13", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=-1", "FREQ=YEARLY;BYMONTH=1,,2"),
    *(
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=99",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=+3",
    ),
    *("FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=29"),
    *("FREQ=YEARLY;BYDAY=MO(1)", "FREQ=YEARLY;BYDAY=53MO", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=WEEKLY;BYDAY=1MO"),
    *("FREQ=YEARLY;INTERVAL=3;BYMONTH=3;BYDAY=6MO", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=MONTHLY;BYDAY=+1WE"),
    *("FREQ=YEARLY;FREQ=DAILY", "FREQ=YEARLY FREQ=DAILY", "FREQ = YEARLY", "RRULE:FREQ=YEARLY", "FREQ"),
    *("FREQ=DAILY;BYMONTH=31", "FREQ=DAILY;INTERVAL=7;BYMONTH=31", "FREQ=WEEKLY;BYMONTH=13;BYDAY=MO"),
]


@pytest.mark.parametrize("text", ODD_RULES)
def test_a_rule_is_refused_or_gives_days_soon(text: str) -> None:
    """Whatever is accepted can be read and gives a day; none keeps the build waiting."""
    accepted: list[Rule] = []

    def read() -> None:
        with suppress(ValidationError):
            accepted.append(read_rule(TypeAdapter(RuleField).validate_python(text)))

    work(read, limit=200_000)
    for rule in accepted:
        series = whole_periods(rule, dt.date(2020, 1, 1))
        assert _work_around(series)
        found = around(series, None, AS_OF)
        assert found.previous or found.next
        assert rule.interval >= 1


def test_a_rule_is_refused_just_when_no_year_has_its_day() -> None:
    adapter = TypeAdapter(RuleField)
    for month, day in itertools.product(range(1, 13), [*range(-31, 0), *range(1, 32)]):
        try:
            happens = bool(adapter.validate_python(f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"))
        except ValidationError:
            happens = False
        longest = max(calendar.monthrange(year, month)[1] for year in range(2000, 2028))
        assert happens == (abs(day) <= longest), (month, day)


# Deadlines that hang on each other


@examples(20)
@given(st.lists(st.tuples(st.integers(-1, 30), st.integers(1, 60)), min_size=1, max_size=12), st.randoms())
def test_the_order_of_the_tasks_does_not_matter(links: list[tuple[int, int]], chance: random.Random) -> None:
    """Each task is counted from an earlier one or from the signature; the record has any order."""
    tasks, due = [], list[dt.date]()
    for number, (link, amount) in enumerate(links):
        anchor = link % number if number and link >= 0 else None
        due.append((due[anchor] if anchor is not None else dt.date(2020, 3, 1)) + amount * DAY)
        of = "signed" if anchor is None else {"due": f"t{anchor}"}
        tasks.append(_task(f"t{number}", {"within": {"days": amount, "of": of}}))
    expected = {f"river/t{number}": day for number, day in enumerate(due)}
    shuffled = chance.sample(tasks, len(tasks))
    first, second = (_schedule(_corpus(order)) for order in (tasks, shuffled))
    assert _days(first) == _days(second) == expected
    assert dict(first.timings) == dict(second.timings)


@pytest.mark.parametrize("backwards", one_in(2, [True, False]))
def test_a_chain_of_three_thousand_tasks_is_followed_to_its_end(backwards: bool) -> None:
    tasks = [_task("t0", {"within": {"days": 1, "of": "signed"}})]
    tasks += [_task(f"t{n}", {"within": {"days": 1, "of": {"due": f"t{n - 1}"}}}) for n in range(1, 3000)]
    corpus = _corpus(tasks[::-1] if backwards else tasks)
    assert not [problem for problem in check(corpus, find_passages(corpus)) if problem.is_error]
    assert _days(_schedule(corpus))["river/t2999"] == dt.date(2020, 3, 1) + 3000 * DAY


def test_a_circle_of_three_thousand_tasks_is_one_problem() -> None:
    tasks = [
        _task(f"t{n}", {"within": {"days": 1, "of": {"due": f"t{(n + 1) % 3000}"}}}) for n in range(3000)
    ]
    corpus = _corpus(tasks)
    assert [problem.kind.code for problem in check(corpus, find_passages(corpus))] == ["E303"]
    assert not any(when.due for whens in _schedule(corpus).timings.values() for when in whens)


def test_what_hangs_on_a_circle_has_no_day_and_all_else_has() -> None:
    within = [("a", "b"), ("b", "a"), ("c", "a")]
    tasks = [_task(name, {"within": {"days": 1, "of": {"due": of}}}) for name, of in within]
    corpus = _corpus([*tasks, _task("d", {"within": {"days": 1, "of": "signed"}})])
    assert _days(_schedule(corpus)) == {"river/d": dt.date(2020, 3, 2)}


# Helpers


def _around(rule: Rule, start: dt.date, end: dt.date | None, day: dt.date) -> Near:
    return around(from_day(rule, start), end, day)


def _months(day: dt.date) -> int:
    return 12 * day.year + day.month


def _length(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _after(start: dt.date, end: dt.date) -> Iterable[dt.date]:
    return (start + number * DAY for number in range(1, (end - start).days + 1))


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


def _task(name: str, timing: object) -> dict[str, object]:
    return {"id": name, "title": "普查桥梁", "timing": [timing]}


def _corpus(tasks: list[dict[str, object]]) -> RawCorpus:
    """The base corpus with these tasks in its directive."""
    record = {
        "id": "river",
        "kind": "notice",
        "title": "关于桥梁普查的通知",
        "issuers": ["office"],
        "dates": {"signed": dt.date(2020, 3, 1)},
        "tasks": tasks,
    }
    head = "# yaml-language-server: $schema=../../schemas/directive.schema.json\n"
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        (data / "directives" / "river").mkdir(parents=True)
        for name in ("actors.yml", "topics.yml", "glossary.yml"):
            (data / name).write_text(BASE[name], "utf-8")
        path = data / "directives" / "river" / "directive.yml"
        path.write_text(head + yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True), "utf-8")
        corpus, problems = load(data)
    assert not [problem for problem in problems if problem.is_error]
    return corpus


def _schedule(corpus: RawCorpus) -> Schedule:
    found, problems = schedule(corpus, AS_OF)
    assert not [problem for problem in problems if problem.is_error]
    return found


def _days(found: Schedule) -> dict[str, dt.date]:
    return {key: when.due.last for key, whens in found.timings.items() for when in whens if when.due}


@pytest.mark.parametrize("rule", ["FREQ=YEARLY", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=WEEKLY"])
def test_no_occurrence_is_after_the_last_year_that_data_can_name(rule: str) -> None:
    found = around(from_day(read_rule(rule), dt.date(2990, 1, 1)), None, dt.date(2999, 12, 31))
    assert found.next is None
    assert found.previous is not None
