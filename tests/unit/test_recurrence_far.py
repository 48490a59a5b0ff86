"""Days of a rule long ago or far ahead cost no more than near ones; a rule without days is refused."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
from contextlib import suppress

import pytest
from directive_atlas.load.schema.recurrence_rule import RuleField
from directive_atlas.schedule.recurrence import (
    Rule,
    Series,
    around,
    from_day,
    read_rule,
    whole_periods,
)
from pydantic import TypeAdapter, ValidationError

from tests.tools.work import work

AS_OF = dt.date(2020, 12, 31)


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


@pytest.mark.parametrize("rule", ["FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"])
def test_a_time_is_looked_for_as_far_as_a_hundred_years_ahead(rule: str) -> None:
    day = dt.date(2020, 1, 1)
    rules = (f"{rule};INTERVAL={years}" for years in (100, 101))
    just, never = (around(from_day(read_rule(each), day), None, day) for each in rules)
    assert just.next == dt.date(2120, 1, 1)
    assert never.next is None


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


@pytest.mark.parametrize("rule", ["FREQ=YEARLY", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=WEEKLY"])
def test_no_occurrence_is_after_the_last_year_that_data_can_name(rule: str) -> None:
    found = around(from_day(read_rule(rule), dt.date(2990, 1, 1)), None, dt.date(2999, 12, 31))
    assert found.next is None
    assert found.previous is not None
