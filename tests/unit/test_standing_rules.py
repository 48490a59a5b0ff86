"""How single tasks stand, where one day or one report decides."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from directive_atlas.build import read_records
from directive_atlas.load import schema
from directive_atlas.resolve.corpus import steady
from directive_atlas.resolve.model import Task
from directive_atlas.resolve.standing.deadline import denies, of_last_occurrence
from directive_atlas.resolve.standing.horizon import horizons
from directive_atlas.resolve.values import report
from directive_atlas.schedule.recurrence import Near
from directive_atlas.vocabulary.dates import on_day

from tests.golden.base import BASE, write_base
from tests.tools.corpora.records import directive, read
from tests.tools.corpora.river import HEAD, records_of, resolved_on

DAY = dt.date(2020, 3, 31)
MONTHLY = "{every: {rule: FREQ=MONTHLY, from: 2020-01-31}}"


def _tasks(folder: Path, tasks: str, reports: str, day: str, dates: str = "") -> dict[str, Task]:
    head = f"dates: {{signed: 2020-01-01{dates}}}\ntasks:\n"
    told = f"date,task,status,occurrence\n{reports}" if reports else ""
    corpus = resolved_on(records_of(folder, head + tasks, told), dt.date.fromisoformat(day))
    return {task.id: task for task in corpus.tasks.values()}


@pytest.mark.parametrize(("due", "status"), [("2020-12-31", "unreported"), ("2021-01-01", "not_recorded")])
def test_what_was_due_by_the_last_day_of_force_remains_due(tmp_path: Path, due: str, status: str) -> None:
    tasks = f"  - {{id: count, title: 普查, due: {due}}}\n"
    found = _tasks(tmp_path, tasks, "", "2021-03-01", ", expires: 2020-12-31")
    assert found["count"].standing.timeliness.value == status


@pytest.mark.parametrize(
    ("reports", "status", "due"),
    [
        ("2020-04-02,meet,not_done,2020-03-31\n", "overdue", "2020-03-31"),
        ("2020-04-02,meet,not_done,2020-03\n", "overdue", "2020-03-31"),
        ("2020-04-02,meet,not_done,2020-02-29\n", "unreported", "2020-03-31"),
        ("2020-04-02,meet,done,2020-03-31\n", "due_soon", "2020-04-30"),
        ("2020-04-02,meet,done,2020-03-31\n2020-04-03,meet,not_done,2020-03-31\n", "overdue", "2020-03-31"),
        ("2020-04-03,meet,done,\n", "due_soon", "2020-04-30"),
    ],
)
def test_of_what_recurs_a_report_is_about_the_time_that_it_names(
    tmp_path: Path, reports: str, status: str, due: str
) -> None:
    found = _tasks(tmp_path, f"  - {{id: meet, title: 开会, due: {MONTHLY}}}\n", reports, "2020-04-10")
    standing = found["meet"].standing
    assert (standing.timeliness.value, standing.due and standing.due.text) == (status, due)


def test_days_past_are_counted_where_the_text_names_who_or_a_report_denies(tmp_path: Path) -> None:
    tasks = """\
  - {id: named, title: 甲, actors: [north], due: 2020-02-01}
  - {id: nobody, title: 乙, due: 2020-02-01}
  - {id: denied, title: 丙, due: 2020-02-01}
"""
    found = _tasks(tmp_path, tasks, "2020-03-01,denied,not_done,\n", "2020-04-10")
    counted = {name: task.timings[0].counts_days for name, task in found.items()}
    assert counted == {"named": True, "nobody": False, "denied": True}


def test_a_whole_tells_how_its_most_pressing_part_stands(tmp_path: Path) -> None:
    parts = "[{id: a, title: 甲, due: 2020-06-30}, {id: b, title: 乙, due: 2020-02-01}]"
    found = _tasks(tmp_path, f"  - {{id: count, title: 普查, measures: {parts}}}\n", "", "2020-04-10")
    assert found["count"].standing.parts == "unreported"
    assert found["a"].standing.parts is None


@pytest.mark.parametrize(
    ("status", "date", "denied"),
    [
        ("not_done", "2020-03-31", True),
        ("in_progress", "2020-03-31", False),
        ("in_progress", "2020-04-01", True),
        ("in_progress", "2020-03", False),
        ("done", "2020-05-01", False),
    ],
)
def test_a_report_denies_what_it_says_of_a_day_that_is_surely_late(
    status: str, date: str, denied: bool
) -> None:
    raw = read(schema.Progress, {"date": date, "task": "count", "status": status})
    assert denies(report(raw, "river", None), on_day(DAY)) == denied


@pytest.mark.parametrize("near", [Near(None, None, DAY), Near(None, DAY, None)])
def test_before_its_first_time_nothing_is_told_of_one(near: Near) -> None:
    raw = read(schema.Progress, {"date": "2020-04-01", "task": "meet", "status": "done"})
    assert of_last_occurrence(near, [report(raw, "river", None)]) == []


def test_where_no_course_is_known_a_task_has_one_phase(tmp_path: Path) -> None:
    record = "dates: {}\ntasks: [{id: count, title: 普查, due: {by: 2021, begins: true}}]\n"
    corpus = resolved_on(records_of(tmp_path, record), DAY)
    [directive] = corpus.directives.values()
    [[phase]] = steady(directive, DAY).values()
    [task] = corpus.tasks.values()
    assert (phase.since, phase.standing, phase.timings) == (dt.date.min, task.standing, task.timings)
    assert [day.text for day in phase.to_begin] == ["2021"]


def test_what_has_no_date_has_ended_what_it_repeals(tmp_path: Path) -> None:
    records_of(tmp_path, "dates: {signed: 2020-01-01}\ntasks: [{id: count, title: 普查}]\n")
    folder = tmp_path / "data" / "directives" / "later"
    folder.mkdir()
    rest = "dates: {}\nrelations: [{kind: repeals, to: river}]\ntasks: []\n"
    (folder / "directive.yml").write_text(HEAD.replace("id: river", "id: later") + rest, "utf-8")
    records, problems = read_records(tmp_path / "data")
    assert not [problem for problem in problems if problem.is_error], problems
    assert resolved_on(records, DAY).tasks["river/count"].standing.timeliness == "ended"


def test_a_quote_without_a_source_is_not_resolved(tmp_path: Path) -> None:
    data = write_base(tmp_path)
    (data / "directives/river/source.txt").unlink()
    text = BASE["directives/river/directive.yml"].replace("source: {file: source.txt, language: zh}\n", "")
    (data / "directives/river/directive.yml").write_text(text, "utf-8")
    records, _ = read_records(data)
    with pytest.raises(KeyError):
        resolved_on(records, DAY)


def _horizon(**dates: str) -> tuple[str, str] | None:
    found = horizons([directive(dates={"signed": "2020-01-01", **dates})]).get("river")
    return (found.day.text, found.basis.value) if found else None


def test_the_horizon_of_a_directive_is_that_of_its_plan_else_of_its_force() -> None:
    assert _horizon(planned_to="2025", expires="2030-12-31") == ("2025", "planned")
    assert _horizon(expires="2030-12-31") == ("2030-12-31", "expiry")
    assert _horizon() is None


def test_a_body_of_which_nobody_spoke_stands_by_what_was_said_of_the_whole(tmp_path: Path) -> None:
    """That its owner reports it as done releases the others, whatever was said of the whole before."""
    duties = "[{actor: north, role: lead}, {actor: south, role: support}]"
    tasks = "".join(
        f"  - {{id: {name}, title: 普查, actors: {duties}, due: 2020-06-30}}\n" for name in ("said", "silent")
    )
    told = "2020-02-01,{},,in_progress\n2020-03-01,{},north,done\n2020-03-01,{},north,done\n"
    head = f"dates: {{signed: 2020-01-01}}\ntasks:\n{tasks}"
    reports = "date,task,actor,status\n" + told.format("said", "said", "silent")
    corpus = resolved_on(records_of(tmp_path, head, reports), DAY)
    said, silent = (corpus.tasks[f"river/{name}"].bodies for name in ("said", "silent"))
    assert said and silent
    assert (said.silent.state.value, said.silent.released) == ("in_progress", True)
    assert (silent.silent.state.value, silent.silent.released) == ("no_report", True)
    assert {each.silent.later for each in (said, silent)} == {0}
