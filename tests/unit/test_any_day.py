"""How tasks stood on any day, by one corpus: the same as in a corpus that is resolved for that day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from directive_atlas.build import Records, read_records
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.resolve.corpus import Phase, days_to_begin
from directive_atlas.resolve.model import BodyStandings, Standing, Timing
from directive_atlas.resolve.model.records import Succession
from directive_atlas.schedule import Clock, schedule
from directive_atlas.vocabulary.dates import parse_date
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.corpus import write_corpus
from tests.tools.corpora.river import records_of
from tests.tools.examples import examples
from tests.tools.moment import FIXTURE_DAY

FIRST, LAST = dt.date(2018, 1, 1), dt.date(2027, 12, 31)
DAYS = st.dates(FIRST, LAST)


def _resolved(records: Records, day: dt.date) -> Corpus:
    return resolve(records.expanded, records.passages, schedule(records.expanded.corpus, day)[0], day)


def _courses(corpus: Corpus) -> dict[str, Sequence[Phase]]:
    found: dict[str, Sequence[Phase]] = {}
    for directive in corpus.directives.values():
        found.update(corpus.course(directive, LAST))
    return found


def _phase(phases: Sequence[Phase], day: dt.date) -> Phase:
    return phases[bisect_right([phase.since for phase in phases], day) - 1]


def _told(standing: Standing) -> Standing:
    """All of a standing that is the same until the day on which it changes."""
    return replace(standing, days=None, later=0, parts=None)


def _of_bodies(bodies: BodyStandings | None) -> Any:
    if bodies is None:
        return None
    own = {body: _told(standing) for body, standing in bodies.own.items()}
    return own, _told(bodies.silent), _told(bodies.member)


def _when(timings: Sequence[Timing], standing: Standing) -> Any:
    """What a list says of the time of a task: the day to which its status refers, else its times in words."""
    if standing.due:
        return [timing.begins for timing in timings if timing.due == standing.due]
    return [(timing.form, timing.latest, timing.during, timing.own_words) for timing in timings]


def _agree(courses: Mapping[str, Sequence[Phase]], corpus: Corpus) -> None:
    for key, task in corpus.tasks.items():
        phase = _phase(courses[key], corpus.as_of)
        assert _told(phase.standing) == _told(task.standing), (key, corpus.as_of)
        assert _of_bodies(phase.bodies) == _of_bodies(task.bodies), (key, corpus.as_of)
        assert phase.reports == task.reported(), (key, corpus.as_of)
        assert _when(phase.timings, phase.standing) == _when(task.timings, task.standing), (key, corpus.as_of)


@pytest.fixture(scope="module")
def courses(corpus: Corpus) -> dict[str, Sequence[Phase]]:
    """The courses of the tasks of the fixture."""
    return _courses(corpus)


@given(DAYS)
@examples(10)
def test_each_task_and_body_stands_as_in_a_corpus_of_that_day(
    courses: dict[str, Sequence[Phase]], records: Records, day: dt.date
) -> None:
    _agree(courses, _resolved(records, day))


@pytest.mark.parametrize("sample", [4, pytest.param(25, marks=pytest.mark.long)])
def test_on_each_day_of_change_a_corpus_of_that_day_and_of_the_day_before_agree(
    courses: dict[str, Sequence[Phase]], records: Records, sample: int
) -> None:
    """Wherever a boundary lies, it lies on the right day; a sample of all that there are."""
    changes = sorted({phase.since for phases in courses.values() for phase in phases if phase.since > FIRST})
    for day in changes[:: max(1, len(changes) // sample)]:
        for each in (day - dt.timedelta(days=1), day):
            _agree(courses, _resolved(records, each))


MOVING = """\
dates: {signed: 2020-01-15, expires: 2022-10-31}
horizon: {date: 2022-06, reason: 到那时为止。}
tasks:
  - {id: plan, title: 订计划, actors: [north], due: {by: 2020-03-31}}
  - {id: count, title: 普查, actors: [north, south], due: {within: {days: 30, of: {done: plan}}}}
  - {id: tell, title: 报送, due: {within: {days: 10, of: {due: count}}}}
  - {id: publish, title: 公布, due: {within: {months: 1, of: {done: count}}}}
  - {id: meet, title: 开会, due: {every: {rule: FREQ=MONTHLY;INTERVAL=3, to: 2021-09-30}}}
  - {id: minute, title: 写纪要, due: {within: {days: 10, of: {due: meet}}}}
  - {id: file, title: 归档, due: {within: {days: 5, of: {due: minute}}}}
  - {id: train, title: 培训, due: {every: {rule: FREQ=YEARLY, after: {done: plan}}}}
  - {id: drill, title: 演练, due: {before: {days: 3, of: {done: plan}}}}
  - {id: first, title: 先开工, due: {by: 2020-06-30, begins: true}}
  - {id: choose, title: 择早, due: {earlier_of: [{by: 2020-12-31}, {days: 60, of: {done: count}}]}}
  - {id: wait, title: 择晚, due: {later_of: [{by: 2020-08-31}, {days: 60, of: {done: count}}]}}
  - {id: keep, title: 维护, due: {period: {after: {of: {done: plan}}, until: {of: {done: publish}}}}}
  - {id: mend, title: 修桥, due: {by: 2020-09-30}, measures: [{id: iron, title: 铁}, {id: wood, title: 木}]}
  - {id: sign, title: 立牌, due: {by: 2020-11-30}}
  - {id: by-one, title: 刷漆, actors: [north], due: {by: 2021-03-31}}
  - {id: by-two, title: 除锈, actors: [north, south], due: {by: 2021-03-31}}
  - id: by-leader
    title: 补栽
    actors: [{actor: south, role: lead}, {actor: north, role: support}]
    due: {by: 2021-03-31}
  - {id: by-group, title: 清淤, actors: [branches], due: {by: 2021-03-31}}
  - {id: with-one, title: 植树, actors: [{actor: north, role: support}], due: {by: 2021-03-31}}
  - {id: with-group, title: 护栏, actors: [{actor: branches, role: support}], due: {by: 2021-03-31}}
  - {id: by-our-reading, title: 照明, actors: [{actor: north, reason: 主送单位。}], due: {by: 2021-03-31}}
  - {id: by-nobody, title: 绿化, due: {by: 2021-03-31}}
"""
TOLD = """\
date,as_of,task,actor,status,extended_to
2020-01-02,,plan,north,in_progress,
2020-04-10,2020-04-02,plan,north,done,
2020-04-20,,count,north,done,
2020-05-25,2020-05-20,count,south,done,
2020-04-14,,meet,,done,
2020-08-01,,plan,north,in_progress,
2020-09-01,2020-08-30,plan,north,done,
2020-09-15,,mend,,in_progress,2020-11-30
2020-10-15,,iron,,done,
2020-12-24,,wood,,done,
"""


def test_what_hangs_on_other_tasks_stands_on_each_day_as_it_was_then(tmp_path: Path) -> None:
    """Times that are counted from what is done, from what recurs, and from these again."""
    records = records_of(tmp_path, MOVING, TOLD)
    courses = _courses(_resolved(records, FIXTURE_DAY))
    changes = {phase.since for phases in courses.values() for phase in phases if phase.since > FIRST}
    assert len(changes) > 60
    for day in sorted(changes):
        for each in (day - dt.timedelta(days=1), day):
            _agree(courses, _resolved(records, each))


def test_the_course_up_to_a_day_has_what_begins_on_it_and_nothing_later(tmp_path: Path) -> None:
    corpus = _resolved(records_of(tmp_path, MOVING, TOLD), FIXTURE_DAY)
    [directive] = corpus.directives.values()
    whole = {key: [phase.since for phase in phases] for key, phases in _courses(corpus).items()}
    assert all(days == sorted(set(days)) for days in whole.values())
    changes = sorted({day for days in whole.values() for day in days if day > FIRST})[::9]
    for last in (each for day in changes for each in (day - dt.timedelta(days=1), day)):
        course = corpus.course(directive, last)
        assert {key: [phase.since for phase in phases] for key, phases in course.items()} == {
            key: [day for day in days if day <= last] for key, days in whole.items()
        }
    assert not any(phase.standing.later for phases in course.values() for phase in phases)


def test_groups_with_as_many_members_stand_each_for_itself(tmp_path: Path) -> None:
    tasks = """\
tasks:
  - {id: count, title: 普查, actors: [branches], due: {by: 2021-03-31}}
  - {id: mend, title: 修桥, actors: [yards], due: {by: 2021-03-31}}
"""
    yards = "  - {id: yards, name: 各工段, kind: group, members: [north, south]}\n"
    corpus = _resolved(
        records_of(tmp_path, "dates: {signed: 2020-01-15}\n" + tasks, actors=yards), FIXTURE_DAY
    )
    _agree(_courses(corpus), corpus)


@pytest.mark.parametrize(("day", "times"), [("2020-06-30", 2), ("2020-07-01", 3)])
def test_a_course_ends_with_the_day_up_to_which_it_is_asked_for(tmp_path: Path, day: str, times: int) -> None:
    """Ahead, then due soon, then past its day: from 1 July on."""
    record = "dates: {signed: 2020-01-15}\ntasks: [{id: count, title: 普查, due: {by: 2020-06-30}}]\n"
    corpus = _resolved(records_of(tmp_path, record), FIXTURE_DAY)
    [phases] = corpus.course(corpus.directives["river"], dt.date.fromisoformat(day)).values()
    since = [phase.since for phase in phases]
    assert since == [dt.date.min, dt.date(2020, 5, 31), dt.date(2020, 7, 1)][:times]


@pytest.mark.parametrize(
    "actors",
    [
        ("branches", "yards"),
        ("{actor: north, role: support}, south", "{actor: south, role: support}, north"),
        ("north", "{actor: north, role: support}"),
        ("north", "{actor: north, reason: 主送单位。}"),
    ],
    ids=["groups", "two bodies", "one body", "our reading"],
)
def test_only_tasks_of_the_same_bodies_share_their_course(tmp_path: Path, actors: tuple[str, str]) -> None:
    tasks = "".join(
        f"  - {{id: {name}, title: 普查, actors: [{who}], due: {{by: 2020-06-30}}}}\n"
        for name, who in zip(("first", "second"), actors, strict=True)
    )
    yards = "  - {id: yards, name: 各工段, kind: group, members: [north, south]}\n"
    record = f"dates: {{signed: 2020-01-15}}\ntasks:\n{tasks}"
    corpus = _resolved(records_of(tmp_path, record, actors=yards), FIXTURE_DAY)
    courses = corpus.course(corpus.directives["river"], FIXTURE_DAY)
    for key, task in corpus.tasks.items():
        last = courses[key][-1]
        assert _of_bodies(last.bodies) == _of_bodies(task.bodies)
        assert _told(last.standing) == _told(task.standing)


_STATUSES = ("not_started", "in_progress", "incomplete", "not_done", "done", "cancelled", "waived", "")
_VERIFICATIONS = ("claimed", "confirmed", "unverified", "disputed")


@st.composite
def _reports(draw: st.DrawFn) -> str:
    """A file of reports on the first tasks of a made-up directive and on their measures."""
    lines = ["date,as_of,task,actor,status,verification,verified_by,note"]
    for _ in range(draw(st.integers(1, 8))):
        task = draw(st.sampled_from(["task-{}", "find-{}", "tell-{}"])).format(draw(st.integers(0, 3)))
        date = draw(st.dates(dt.date(2019, 6, 1), dt.date(2026, 1, 1)))
        about = date - dt.timedelta(days=draw(st.integers(0, 90)))
        status, sure = draw(st.sampled_from(_STATUSES)), draw(st.sampled_from(_VERIFICATIONS))
        actor = draw(st.sampled_from(["", f"actor-{draw(st.integers(0, 4))}"]))
        by = "第三方" if sure == "confirmed" else ""
        lines.append(f"{date},{about},{task},{actor},{status},{sure},{by},有此一说。")
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one made-up directive."""
    folder = tmp_path_factory.mktemp("made-up") / "data"
    write_corpus(folder, 8)
    return folder


@given(_reports(), st.lists(DAYS, min_size=4, max_size=4))
@examples(10)
def test_whatever_was_reported_tasks_stand_as_in_a_corpus_of_that_day(
    made_up: Path, reports: str, days: list[dt.date]
) -> None:
    (made_up / "directives" / "notice-0" / "progress.csv").write_text(reports, "utf-8")
    records, _ = read_records(made_up)
    courses = _courses(_resolved(records, FIXTURE_DAY))
    for day in days:
        _agree(courses, _resolved(records, day))


@given(DAYS, DAYS, st.integers(0, 60))
def test_a_clock_tells_until_when_its_answers_hold(today: dt.date, day: dt.date, days: int) -> None:
    questions = (Clock.reached, Clock.over, lambda clock, asked: clock.within(days, asked))
    for ask in questions:
        clock = Clock(today)
        answer = ask(clock, day)
        assert clock.until > today
        assert ask(Clock(clock.until - dt.timedelta(days=1)), day) == answer
        if clock.until < dt.date.max:
            assert ask(Clock(clock.until), day) != answer


def test_a_day_is_one_to_begin_by_unless_something_is_due_by_it_as_well() -> None:
    one, two, three = (parse_date(text) for text in ("2020", "2020-05", "2020-05-06"))
    told = [(one, True), (two, False), (three, True), (three, False), (None, True)]
    assert days_to_begin(told) == {one}


@pytest.mark.parametrize(
    ("date", "past"), [("2020-05-07", True), ("2020-05", True), ("2020-05-08", False), (None, True)]
)
def test_a_body_has_taken_over_from_the_first_day_on(date: str | None, past: bool) -> None:
    succession = Succession("old", "new", parse_date(date) if date else None, None, None)
    assert succession.past(dt.date(2020, 5, 7)) == past
