"""Single timings, each in its form, and whose calendar counts for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from directive_atlas.load import RawCorpus, schema
from directive_atlas.problems import Problem
from directive_atlas.schedule import DayOff, DaysOff, Schedule, Unit, schedule
from directive_atlas.schedule.facts import jurisdictions
from directive_atlas.schedule.model import AnchorKind, Count
from directive_atlas.schedule.occurrences import occurrence_day
from directive_atlas.schedule.recurrence import Near
from directive_atlas.schedule.workdays import WorkingDays
from directive_atlas.vocabulary.dates import parse_date

from tests.tools.corpora.records import Plain, directive, read
from tests.tools.corpora.river import records_of
from tests.tools.moment import AS_OF

SIGNED = parse_date("2020-03-01")
PLAN = "{id: plan, title: 订计划}"


def _scheduled(
    folder: Path, *tasks: str, day: dt.date = AS_OF, reports: str = ""
) -> tuple[Schedule, list[Problem]]:
    lines = "".join(f"  - {task}\n" for task in tasks)
    records = records_of(folder, f"dates: {{signed: 2020-03-01}}\ntasks:\n{lines}", reports)
    return schedule(records.expanded.corpus, day)


def _days(found: Schedule) -> dict[str, str]:
    return {key: when.due.text for key, whens in found.timings.items() for when in whens if when.due}


def test_of_several_days_the_earlier_or_the_later_one_counts(tmp_path: Path) -> None:
    moments = ", ".join(f"{{days: {days}, of: signed}}" for days in (30, 10, 20))
    tasks = [
        f"{{id: {which}, title: 普查, due: {{{which}_of: [{moments}]}}}}" for which in ("earlier", "later")
    ]
    found, _ = _scheduled(tmp_path, *tasks)
    assert _days(found) == {"river/earlier": "2020-03-11", "river/later": "2020-03-31"}


def test_a_recurrence_after_a_day_that_is_not_known_has_no_days_yet(tmp_path: Path) -> None:
    meet = "{id: meet, title: 开会, due: {every: {rule: FREQ=MONTHLY, after: {of: {done: plan}}}}}"
    [when] = _scheduled(tmp_path, PLAN, meet)[0].timings["river/meet"]
    assert when.due is None
    assert when.cycle and (when.cycle.series, when.cycle.near) == (None, Near(None, None, None))
    assert occurrence_day(when.cycle, SIGNED) is None


def test_what_recurs_after_a_day_comes_first_a_period_after_it(tmp_path: Path) -> None:
    meet = "{id: meet, title: 开会, due: {every: {rule: FREQ=MONTHLY, after: {of: signed}}}}"
    found, _ = _scheduled(tmp_path, meet, day=dt.date(2020, 2, 28))
    assert _days(found) == {"river/meet": "2020-04-01"}


@pytest.mark.parametrize(
    "other",
    [
        "{every: {rule: FREQ=MONTHLY}}",
        "{period: {from: 2020-04-01, to: 2020-06-30}}",
        "{within: {days: 30, of: {done: plan}}}",
    ],
)
def test_only_two_days_contradict_each_other(tmp_path: Path, other: str) -> None:
    """Not a day and what recurs, a period, or a time that is not known yet."""
    task = f"{{id: count, title: 普查, timing: [{{by: 2020-12-30}}, {other}]}}"
    _, problems = _scheduled(tmp_path, PLAN, task)
    assert problems == []


COUNTS = {
    "{earlier_of: [{by: 2020-06}]}": Count(
        0, Unit.DAYS, AnchorKind.GIVEN, "", parse_date("2020-06"), dt.date(2020, 6, 30)
    ),
    "{upon: signed}": Count(0, Unit.DAYS, AnchorKind.DATE, "signed", SIGNED, SIGNED.last),
    "{within: {days: 10, of: signed}}": Count(
        10, Unit.DAYS, AnchorKind.DATE, "signed", SIGNED, dt.date(2020, 3, 11)
    ),
    "{within: {working_days: 10, of: signed}}": Count(
        10,
        Unit.WORKING_DAYS,
        AnchorKind.DATE,
        "signed",
        SIGNED,
        dt.date(2020, 3, 13),
        jurisdiction="CN",
        skipped=2,
    ),
    "{within: {days: 10, of: {event: flood}}}": Count(
        10, Unit.DAYS, AnchorKind.EVENT, "river/flood", None, None, each=True
    ),
    "{within: {days: 10, of: {event: bridge}}}": Count(
        10, Unit.DAYS, AnchorKind.EVENT, "river/bridge", parse_date("2020-06"), dt.date(2020, 7, 10)
    ),
    "{within: {days: 10, of: {due: plan}}}": Count(
        10, Unit.DAYS, AnchorKind.DUE, "river/plan", parse_date("2020-05-01"), dt.date(2020, 5, 11)
    ),
    "{within: {days: 10, of: {done: told}}}": Count(
        10, Unit.DAYS, AnchorKind.DONE, "river/told", parse_date("2020-04-01"), dt.date(2020, 4, 11)
    ),
    "{within: {days: 10, of: {done: plan}}}": Count(
        10,
        Unit.DAYS,
        AnchorKind.DONE,
        "river/plan",
        None,
        None,
        expected=parse_date("2020-05-01"),
        latest=dt.date(2020, 5, 11),
    ),
}
"""What a day is counted from, and what comes of it, by the time as a record has it."""


@pytest.mark.parametrize("time", COUNTS)
def test_a_counted_day_says_what_it_is_counted_from(tmp_path: Path, time: str) -> None:
    record = f"""\
dates: {{signed: 2020-03-01}}
events: [{{id: flood, title: 洪水, each: true}}, {{id: bridge, title: 通车, date: 2020-06}}]
tasks:
  - {{id: plan, title: 订计划, due: 2020-05-01}}
  - {{id: told, title: 通知, due: 2020-05-02}}
  - {{id: count, title: 普查, due: {time}}}
"""
    told = "date,as_of,task,status\n2020-04-05,2020-04-01,told,done\n"
    corpus = records_of(tmp_path, record, told).expanded.corpus
    settings = corpus.settings.model_copy(update={"jurisdiction": "CN"})
    found, problems = schedule(replace(corpus, settings=settings), AS_OF)
    [when] = found.timings["river/count"]
    assert (when.last, problems) == ((COUNTS[time],), [])


def test_a_day_that_is_only_named_has_no_more_to_say_of_it(tmp_path: Path) -> None:
    """Word for word: the count above has what nobody says from the same place."""
    found, _ = _scheduled(tmp_path, "{id: count, title: 普查, due: {earlier_of: [{by: 2020-06}]}}")
    [count] = found.timings["river/count"][0].last
    assert (count.each, count.skipped, count.jurisdiction, count.latest) == (False, 0, None, None)


# Whose calendar counts


@pytest.mark.parametrize(
    ("day", "weekend", "holiday"),
    [
        ("2020-01-17", False, False),
        ("2020-01-18", True, False),
        ("2020-01-19", False, False),
        ("2020-01-30", False, True),
        ("1900-01-05", False, False),
        ("1900-01-06", True, False),
    ],
    ids=["Friday", "Saturday", "Sunday that is worked", "holiday", "Friday long ago", "Saturday long ago"],
)
def test_a_calendar_knows_weekends_of_all_years_and_holidays_of_its_own(
    day: str, weekend: bool, holiday: bool
) -> None:
    china, asked = WorkingDays("CN"), dt.date.fromisoformat(day)
    assert (china.is_weekend(asked), china.is_holiday(asked)) == (weekend, holiday)


@pytest.mark.parametrize(
    ("day", "off"), [("2020-06-26", None), ("2020-06-27", 5), ("2020-06-28", 6), ("2020-06-29", None)]
)
def test_without_a_calendar_saturdays_and_sundays_are_off(day: str, off: int | None) -> None:
    found = DaysOff({}).of(directive(), dt.date.fromisoformat(day))
    assert found == (DayOff(off, None) if off else None)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> RawCorpus:
    """A corpus whose bodies a test replaces."""
    return records_of(tmp_path_factory.mktemp("base"), "dates: {}\ntasks: []\n").expanded.corpus


def _jurisdictions(base: RawCorpus, bodies: Mapping[str, Plain], **settings: str) -> dict[str, str]:
    head = {"name": "某机关", "kind": "ministry"}
    actors = tuple(read(schema.Actor, {"id": name, **head, **own}) for name, own in bodies.items())
    return dict(
        jurisdictions(replace(base, actors=actors, settings=base.settings.model_copy(update=settings)))
    )


def test_a_body_has_the_jurisdiction_of_the_nearest_body_above_it_that_has_one(base: RawCorpus) -> None:
    bodies = {
        "state": {"jurisdiction": "CN"},
        "office": {"parent": "state"},
        "desk": {"parent": "office"},
        "abroad": {"parent": "office", "jurisdiction": "US"},
        "desk-abroad": {"parent": "abroad"},
        "nobody": {},
    }
    known = {"state": "CN", "office": "CN", "desk": "CN", "abroad": "US", "desk-abroad": "US"}
    assert _jurisdictions(base, bodies) == known
    assert _jurisdictions(base, bodies, jurisdiction="HK") == known | {"nobody": "HK"}


def test_in_a_circle_of_bodies_none_has_the_jurisdiction_of_another(base: RawCorpus) -> None:
    """The checks report the circle; until it is mended it keeps nobody waiting."""
    bodies = {"a": {"parent": "b"}, "b": {"parent": "c"}, "c": {"parent": "b"}, "d": {"parent": "d"}}
    assert _jurisdictions(base, bodies) == {}
    assert _jurisdictions(base, bodies, jurisdiction="CN") == dict.fromkeys("abcd", "CN")
