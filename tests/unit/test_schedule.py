"""Deadlines that hang on each other: in any order, in long chains and in circles."""

from __future__ import annotations

import datetime as dt
import random
import tempfile
from pathlib import Path

import pytest
import yaml
from directive_atlas.check import check
from directive_atlas.load import RawCorpus, load
from directive_atlas.passages import find_passages
from directive_atlas.schedule import Schedule, schedule
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.base import BASE
from tests.tools.examples import examples
from tests.tools.turns import one_in

DAY = dt.timedelta(days=1)
AS_OF = dt.date(2020, 12, 31)


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
