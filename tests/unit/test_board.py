"""The status board, the work list and what changed recent_changes: what holds whatever the tasks are."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from directive_atlas.resolve.corpus import Owed
from directive_atlas.resolve.model import Standing, Task
from directive_atlas.views.board import board
from directive_atlas.views.changes import RECENT_DAYS, Change, ChangeKind, recent_changes
from directive_atlas.views.work import (
    Work,
    by_group,
    next_deadline,
)
from directive_atlas.vocabulary.dates import ImpreciseDate, on_day, parse_date
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus, WorkGroup
from directive_atlas.vocabulary.tasks import Role
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.corpora import made

AS_OF = dt.date(2020, 6, 20)
DAY = dt.timedelta(days=1)
FIRST, LAST = dt.date(2019, 1, 1), dt.date(2024, 12, 31)
days, past, coming = st.dates(FIRST, LAST), st.dates(FIRST, AS_OF - DAY), st.dates(AS_OF, LAST)
NOBODY_SAYS = (ReportedStatus.NO_REPORT, ReportedStatus.PARTS_ONLY, ReportedStatus.UNVERIFIED)
DONE = (ReportedStatus.DONE,)
OFF = {
    DeadlineStatus.CANCELLED: ReportedStatus.CANCELLED,
    DeadlineStatus.WAIVED: ReportedStatus.WAIVED,
    DeadlineStatus.NOT_SELECTED: ReportedStatus.NOT_SELECTED,
}
RUNNING = tuple(state for state in ReportedStatus if state not in OFF.values())
DENIED = (
    ReportedStatus.NOT_STARTED,
    ReportedStatus.IN_PROGRESS,
    ReportedStatus.INCOMPLETE,
    ReportedStatus.NOT_DONE,
)
POSSIBLE: dict[DeadlineStatus, tuple[st.SearchStrategy[dt.date | None], tuple[ReportedStatus, ...]]] = {
    DeadlineStatus.OVERDUE: (past, DENIED),
    DeadlineStatus.UNREPORTED: (past, (*NOBODY_SAYS, ReportedStatus.DONE)),
    DeadlineStatus.DUE_SOON: (coming, RUNNING),
    DeadlineStatus.AHEAD: (coming, RUNNING),
    DeadlineStatus.WAITING: (st.none(), RUNNING),
    DeadlineStatus.PER_CASE: (st.none(), RUNNING),
    DeadlineStatus.OPEN: (st.none(), RUNNING),
    DeadlineStatus.NOT_BEGUN: (past, NOBODY_SAYS),
    DeadlineStatus.BEGUN: (st.none() | days, (ReportedStatus.IN_PROGRESS,)),
    DeadlineStatus.PARTLY: (st.none() | past, (ReportedStatus.PARTLY, ReportedStatus.INCOMPLETE)),
    DeadlineStatus.REPORTED: (st.none(), (ReportedStatus.PARTS_ONLY, ReportedStatus.IN_PROGRESS)),
    DeadlineStatus.NOT_DONE: (st.none(), (ReportedStatus.NOT_DONE,)),
    DeadlineStatus.NOT_FOUND: (st.none() | days, (ReportedStatus.NO_REPORT,)),
    DeadlineStatus.NOT_RECORDED: (st.none() | days, (ReportedStatus.NO_REPORT,)),
    DeadlineStatus.CARRIED_ON: (st.none(), NOBODY_SAYS),
    DeadlineStatus.OVER: (st.none() | past, RUNNING),
    DeadlineStatus.LATE: (days, DONE),
    DeadlineStatus.ON_TIME: (st.none() | days, DONE),
    DeadlineStatus.FINISHED: (st.none() | days, DONE),
    DeadlineStatus.CONFIRMED: (st.none() | days, DONE),
    DeadlineStatus.CLOSED: (st.none() | days, RUNNING),
    DeadlineStatus.DECLINED: (st.none() | days, RUNNING),
    DeadlineStatus.ENDED: (st.none() | days, RUNNING),
    **{status: (st.none() | days, (state,)) for status, state in OFF.items()},
}
"""The deadlines and states that go with each status (``resolve/standing``)."""


def _standing(status: DeadlineStatus) -> st.SearchStrategy[Standing]:
    due, states = POSSIBLE[status]
    return st.builds(made.standing, st.just(status), st.sampled_from(states), due)


standings = st.sampled_from(DeadlineStatus).flatmap(_standing)


@st.composite
def tasks(draw: st.DrawFn) -> list[Task]:
    """Tasks, some with a report, some of those with evidence; some stand in the list twice."""
    numbers = draw(st.lists(st.integers(0, 30), max_size=40))
    made_tasks = {n: _task(draw, f"river/t-{n}") for n in sorted(set(numbers))}
    return [made_tasks[n] for n in numbers]


def _task(draw: st.DrawFn, key: str) -> Task:
    evidence = draw(st.lists(st.booleans(), max_size=2))
    reports = [made.report(key, AS_OF, evidence=shown) for shown in evidence]
    return made.task(key, stands=draw(standings), reports=reports)


@given(tasks())
def test_each_task_counts_once_and_the_numbers_add_up(some: list[Task]) -> None:
    told = board(some)
    different = {task.key: task for task in some}
    assert told.total == len(different) == sum(told.standings.values())
    assert told.standings == Counter(task.standing.timeliness for task in different.values())
    assert list(told.standings) == [standing for standing in DeadlineStatus if standing in told.standings]
    assert told.states == Counter(task.standing.state for task in different.values())
    assert told.evidenced == sum(any(r.counts for r in t.reports) for t in different.values())


def test_evidence_of_a_part_is_evidence_of_the_whole() -> None:
    part = made.task("river/part", reports=[made.report("river/part", AS_OF, evidence=True)], root="river/t")
    whole = made.task("river/t", measures=[part])
    assert board([whole, part, made.task("river/other")]).evidenced == 2


def test_every_standing_has_its_group_and_every_group_its_title() -> None:
    assert all(status.group in WorkGroup for status in DeadlineStatus)
    assert all(group.heading for group in WorkGroup)


@st.composite
def works(draw: st.DrawFn) -> list[Work]:
    """Different tasks, each with one or two parts of the actor in it."""
    several = {task.key: task for task in draw(tasks())}
    roles = st.lists(st.sampled_from(Role), min_size=1, max_size=2).map(
        lambda r: sorted(r, key=list(Role).index)
    )
    return [
        Work(
            task,
            tuple(Owed(task.key, made.duty("north", role), None) for role in draw(roles)),
            task.standing,
        )
        for task in several.values()
    ]


@given(works())
def test_the_next_deadline_is_the_earliest_that_runs(rows: list[Work]) -> None:
    running = {DeadlineStatus.DUE_SOON, DeadlineStatus.AHEAD}
    coming = [row.task.standing.due for row in rows if row.task.standing.timeliness in running]
    found = next_deadline(rows)
    assert (found is None) == (not coming)
    if found and found.task.standing.due:
        assert found.task.standing.due.last == min(date.last for date in coming if date)


@given(tasks())
def test_grouped_keys_are_those_of_the_groups_asked_for(some: list[Task]) -> None:
    found = by_group(some, (WorkGroup.OVERDUE, WorkGroup.DONE))
    assert sum(map(len, found.values())) == sum(
        task.standing.timeliness.group in (WorkGroup.OVERDUE, WorkGroup.DONE) for task in some
    )


dates = days.map(on_day) | st.sampled_from(["2019", "2020", "2020-Q2", "2020-06", "2021"]).map(parse_date)


@given(st.lists(dates, max_size=10))
def test_what_changed_lately_is_of_the_last_days_or_else_the_last_change(told: list[ImpreciseDate]) -> None:
    found = recent_changes((Change(date, ChangeKind.DIRECTIVE, "river") for date in told), AS_OF)
    past = [date for date in told if date.last <= AS_OF]
    recent = [date for date in past if (AS_OF - date.last).days <= RECENT_DAYS]
    assert len(found.changes) == (len(recent) or min(len(past), 1))
    assert found.stale == bool(past and not recent)
    firsts = [change.date.first for change in found.changes]
    assert firsts == sorted(firsts, reverse=True)
