"""Calendars: read by an independent program, without doubles, with the days that the site has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pytest
import recurring_ical_events
import vobject
from directive_atlas.api.v1 import records
from directive_atlas.outputs.exports.calendars import calendar_files
from directive_atlas.outputs.exports.calendars.calendar import Writer
from directive_atlas.outputs.exports.calendars.entries import Entry, entries
from directive_atlas.outputs.exports.calendars.recurrences import repeated
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Text
from directive_atlas.schedule.recurrence import around, from_day, read_rule, whole_periods
from directive_atlas.vocabulary.changes import RecordKind
from directive_atlas.vocabulary.dates import on_day, parse_date
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from tests.tools.sites import bilingual

SITE = bilingual()
Calendars = Mapping[str, bytes]


@pytest.fixture(scope="module")
def calendars(corpus: Corpus) -> Calendars:
    """The calendars of the fixture by their paths."""
    return {file.path: file.content for file in calendar_files(records(corpus), corpus, SITE)}


@pytest.fixture(scope="module")
def writer(corpus: Corpus) -> Writer:
    """Writes entries of the fixture in the first language."""
    return Writer(corpus, SITE, SITE.languages[0])


@pytest.fixture(scope="module")
def entry(corpus: Corpus) -> Entry:
    """An entry whose day is certain."""
    return next(each for each in entries(corpus) if each.firm and each.day.is_day and not each.rule)


@cache
def _events(content: bytes) -> Sequence[Component]:
    return tuple(Calendar.from_ical(content).walk("VEVENT"))


def _event(writer: Writer, entry: Entry) -> Component:
    [event] = _events(writer.calendar("any", [writer.drawn(entry)]))
    return event


def test_every_calendar_is_read_and_has_no_event_twice(calendars: Calendars) -> None:
    assert {path.split("/")[-2] for path in calendars} >= {"calendars", "actors", "directives", "topics"}
    for path, content in calendars.items():
        names = [event["UID"] for event in _events(content)]
        assert len(set(names)) == len(names), path
        assert max(map(len, content.split(b"\r\n"))) <= 75, path


def test_an_event_is_the_same_in_every_calendar(calendars: Calendars) -> None:
    known: dict[str, bytes] = {}
    for path, content in calendars.items():
        if not path.startswith("en/"):
            for event in _events(content):
                assert known.setdefault(str(event["UID"]), event.to_ical()) == event.to_ical()


def test_each_deadline_of_the_site_is_in_the_calendar(calendars: Calendars, corpus: Corpus) -> None:
    found = {str(event["UID"]).partition("@")[0] for event in _events(calendars["calendars/all.ics"])}
    for task in corpus.tasks.values():
        for place, timing in enumerate(task.timings, 1):
            if timing.due:
                first = corpus.history.origin((RecordKind.TASK, task.key))
                assert f"{first}/due-{place}" in found


def test_a_body_has_its_own_work_and_not_the_figures_of_others(calendars: Calendars, corpus: Corpus) -> None:
    owed = {each.task for each in corpus.links.owed["east-bureau"]}
    events = _events(calendars["calendars/actors/east-bureau.ics"])
    gone = {"ferries-2024-channel-works/pilots", "ferries-2022-lamp-circular/inspect"}
    owed = {corpus.history.origin((RecordKind.TASK, task)) for task in owed} | gone
    names = {str(event["UID"]) for event in events}
    assert names
    assert all(any(name.startswith(f"{task}/") for task in owed) for name in names)


def test_a_whole_day_ends_on_the_next(writer: Writer, entry: Entry) -> None:
    event = _event(writer, entry)
    assert event.decoded("dtstart") == entry.day.last
    assert event.decoded("dtend") == entry.day.last + dt.timedelta(days=1)


def test_of_a_quarter_the_last_day_counts(writer: Writer, entry: Entry) -> None:
    assert _event(writer, replace(entry, day=parse_date("2024-Q3"))).decoded("dtstart") == dt.date(
        2024, 9, 30
    )


def test_a_time_of_day_is_a_moment_in_utc(writer: Writer, entry: Entry) -> None:
    moment = dt.datetime(2024, 5, 1, 17, tzinfo=dt.timezone(dt.timedelta(hours=8)))
    event = _event(writer, replace(entry, moment=moment))
    assert event.decoded("dtstart") == dt.datetime(2024, 5, 1, 9, tzinfo=dt.UTC)
    assert "dtend" not in event


@pytest.mark.parametrize(
    ("changes", "status"),
    [({}, "CONFIRMED"), ({"firm": False}, "TENTATIVE"), ({"cancelled": True}, "CANCELLED")],
)
def test_what_is_not_certain_or_has_ended_says_so(
    writer: Writer, entry: Entry, changes: Mapping[str, bool], status: str
) -> None:
    event = _event(writer, replace(entry, **changes))  # type: ignore[arg-type]
    assert event["STATUS"] == status
    assert bool(event.walk("VALARM")) is not (status == "CANCELLED")


def test_a_proposed_day_binds_nobody(calendars: Calendars, corpus: Corpus) -> None:
    proposed = [each for each in entries(corpus) if "-proposed-" in each.id]
    assert proposed
    assert not any(each.firm for each in proposed)
    events = {str(e["UID"]).partition("@")[0]: e for e in _events(calendars["en/calendars/all.ics"])}
    for each in proposed:
        assert events[each.id]["STATUS"] == "TENTATIVE"
        assert "not in force" in str(events[each.id]["SUMMARY"])


def test_a_day_that_was_moved_updates_its_event(writer: Writer, entry: Entry) -> None:
    moved = replace(entry, day=on_day(dt.date(2031, 1, 1)), version=1, changed=dt.date(2030, 1, 1))
    before, after = _event(writer, entry), _event(writer, moved)
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (entry.version, 1)
    assert after.decoded("last-modified").date() == dt.date(2030, 1, 1)


@dataclass(frozen=True)
class Noted:
    """An event as a program keeps it."""

    version: int
    day: dt.date
    what: str
    status: str


Reader = Callable[[bytes], Mapping[str, Noted]]


def _by_icalendar(content: bytes) -> Mapping[str, Noted]:
    return {
        str(each["UID"]): Noted(
            int(str(each["SEQUENCE"])), each.decoded("DTSTART"), str(each["SUMMARY"]), str(each["STATUS"])
        )
        for each in _events(content)
    }


def _by_vobject(content: bytes) -> Mapping[str, Noted]:
    found = vobject.readOne(content.decode())
    return {
        each.uid.value: Noted(
            int(each.sequence.value), each.dtstart.value, each.summary.value, each.status.value
        )
        for each in found.contents.get("vevent", ())
    }


def _imported(known: Mapping[str, Noted], found: Mapping[str, Noted]) -> Mapping[str, Noted]:
    """What a program has after an import: of an event that it knows, the newer version."""
    newer = {
        uid: each for uid, each in found.items() if uid not in known or each.version >= known[uid].version
    }
    return {**known, **newer}


@pytest.mark.parametrize("read", [_by_icalendar, _by_vobject])
def test_two_programs_import_it_twice_without_doubles(read: Reader, calendars: Calendars) -> None:
    whole = read(calendars["calendars/all.ics"])
    assert len(whole) == calendars["calendars/all.ics"].count(b"BEGIN:VEVENT") > 50
    assert _imported(_imported({}, whole), whole) == whole
    for content in calendars.values():
        assert read(content).keys() <= whole.keys()


@pytest.mark.parametrize("read", [_by_icalendar, _by_vobject])
def test_two_programs_take_over_an_edit(read: Reader, writer: Writer, entry: Entry) -> None:
    moved = replace(entry, day=on_day(dt.date(2031, 1, 1)), version=entry.version + 1)
    before, after = (read(writer.calendar("any", [writer.drawn(each)])) for each in (entry, moved))
    [event] = _imported(before, after).values()
    assert event.day == dt.date(2031, 1, 1)
    [event] = _imported(after, before).values()
    assert event.day == dt.date(2031, 1, 1)


def test_two_programs_read_the_same(calendars: Calendars) -> None:
    for path in ("calendars/all.ics", "en/calendars/all.ics"):
        assert _by_icalendar(calendars[path]) == _by_vobject(calendars[path])


HOSTILE = 'a, "b"; c\\d\r\nEND:VEVENT\nBEGIN:VEVENT\u202ee\u200b'


def test_no_text_ends_a_line_or_begins_another_event(writer: Writer, entry: Entry) -> None:
    event = _event(writer, replace(entry, what=Text((("zh", HOSTILE),))))
    assert "\u202e" not in str(event["SUMMARY"])
    assert 'a, "b"; c\\d' in str(event["SUMMARY"])
    assert "END:VEVENT" in str(event["SUMMARY"])


RULES = st.sampled_from(
    [
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=2",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;INTERVAL=3",
        "FREQ=MONTHLY;INTERVAL=6",
        "FREQ=MONTHLY;BYMONTHDAY=28",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=MO,TH",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=DAILY;INTERVAL=10",
    ]
)
DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2030, 12, 31))


@given(RULES, DAYS, st.booleans(), st.one_of(st.none(), st.integers(1, 1500)))
def test_a_rule_gives_the_days_of_the_site_and_no_others(
    text: str, begin: dt.date, whole: bool, length: int | None
) -> None:
    series = (whole_periods if whole else from_day)(read_rule(text), begin)
    end = begin + dt.timedelta(days=length) if length else None
    found = repeated(series, end)
    horizon = begin + dt.timedelta(days=1200)
    expected, day = list[dt.date](), series.start - dt.timedelta(days=1)
    while (following := around(series, end, day).next) and following < horizon:
        expected.append(following)
        day = following
    rule = f"RRULE:{found.rule}\r\n" if found and found.rule else ""
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20200101T000000Z\r\n"
        f"DTSTART;VALUE=DATE:{found.first:%Y%m%d}\r\n{rule}END:VEVENT\r\nEND:VCALENDAR\r\n"
        if found
        else ""
    )
    events = recurring_ical_events.of(Calendar.from_ical(calendar)).between(begin, horizon) if found else []
    assert sorted(event.decoded("dtstart") for event in events) == expected
