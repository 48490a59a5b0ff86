"""The finder's data come out of the browser as they went in, and its counts are right."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from directive_atlas.interface.collation import ranks
from directive_atlas.outputs.packing import numbers, zigzag
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Standing, Task
from directive_atlas.vocabulary.dates import on_day
from directive_atlas.vocabulary.progress import DeadlineStatus
from directive_atlas.vocabulary.tasks import Role
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.tools.browsing.finder_page import Opened
from tests.tools.corpora.made_up import AS_OF, Size, made_up_corpus, with_bodies, with_tasks
from tests.tools.examples import examples
from tests.tools.turns import one_in

EPOCH = dt.date(1970, 1, 1)


# Data: what is packed in Python is unpacked in the browser.


@given(st.lists(st.integers(0, 2**31 - 1)))
@examples(30)
def test_numbers_come_out_as_they_went_in(empty_finder: Page, values: list[int]) -> None:
    assert empty_finder.evaluate("(text) => [...packing.numbers(text)]", numbers(values)) == values


@given(st.integers(-4_000_000, 4_000_000))
def test_zigzag_is_one_to_one(value: int) -> None:
    folded = zigzag(value)
    assert folded >= 0
    assert (-(folded + 1) // 2 if folded % 2 else folded // 2) == value


_TABLE = """async () => {
  const index = await atlas.load("finder/index");
  const shards = [];
  for (let at = 0; at * index.columnRows < Math.max(1, index.rows); at++) {
    shards.push(await atlas.load(`finder/columns/${at}`));
  }
  const table = finderColumns.table(index, shards);
  const { duties, topics, dues, figures, directives, ...columns } = table;
  const lists = ({ start, items }) => Array.from({ length: index.rows },
    (_, row) => [...items.subarray(start[row], start[row + 1])]);
  const plain = Object.fromEntries(["depth", "standing", "state", "obligation", "due"].map(
    (name) => [name, [...columns[name]]]));
  const listed = { dues: lists(dues), figures: lists(figures), duties: lists(duties), topics: lists(topics) };
  return { ...plain, ...listed, directive: [...directives.ofRow],
    values: index.values };
}"""
_SEEN = """async (actors) => {
  const index = await atlas.load("finder/index");
  const shards = [];
  for (let at = 0; at * index.columnRows < index.rows; at++) {
    shards.push(await atlas.load(`finder/columns/${at}`));
  }
  const table = finderColumns.table(index, shards);
  return actors.map((actor) => {
    const { standing, state, due } = finderBodies.seenBy(table, actor);
    return Array.from(standing, (own, row) =>
      [index.values.standing[own], index.values.state[state[row]], due[row]]);
  });
}"""


@pytest.mark.parametrize(
    ("seed", "rows"),
    [
        (1, 0),
        (2, 1),
        (3, 250),
        (4, 5_003),
        pytest.param(5, 5_000, marks=pytest.mark.long),
        pytest.param(6, 11_003, marks=pytest.mark.long),
    ],
)
def test_columns_come_out_as_they_went_in(opened: Opened, seed: int, rows: int) -> None:
    corpus = _stretched(made_up_corpus(seed, Size(rows)))
    found = opened(corpus).evaluate(_TABLE)
    tasks = list(corpus.tasks.values())
    directives, actors, topics = (list(ids) for ids in (corpus.directives, corpus.actors, corpus.topics))
    values = found.pop("values")
    assert [values["standing"][n] for n in found["standing"]] == [t.standing.timeliness for t in tasks]
    assert [values["state"][n] for n in found["state"]] == [t.standing.state for t in tasks]
    assert [values["obligation"][n] for n in found["obligation"]] == [t.obligation or "-" for t in tasks]
    assert found["depth"] == [t.depth for t in tasks]
    assert found["due"] == [_day(t.standing) for t in tasks]
    assert found["dues"] == [_days(days) if len(days := _deadlines(t)) > 1 else [] for t in tasks]
    assert found["figures"] == [_days(_figures(t)) for t in tasks]
    assert found["directive"] == [directives.index(t.directive) for t in tasks]
    assert [[topics[n] for n in own] for own in found["topics"]] == [list(t.topics) for t in tasks]
    assert [
        [(actors[n // len(Role)], list(Role)[n % len(Role)]) for n in own] for own in found["duties"]
    ] == [[(d.actor, d.role) for d in t.duties] for t in tasks]


@pytest.mark.parametrize(("seed", "rows"), [(6, 300), (7, 5_003)])
def test_each_body_comes_out_with_its_own_standings(opened: Opened, seed: int, rows: int) -> None:
    corpus = with_bodies(made_up_corpus(seed, Size(rows)), seed)
    actors = list(corpus.actors)[::9]
    found = opened(corpus).evaluate(_SEEN, [list(corpus.actors).index(actor) for actor in actors])
    for actor, seen in zip(actors, found, strict=True):
        own = [_own(corpus, task, actor) for task in corpus.tasks.values()]
        assert seen == [[each.timeliness, each.state, _day(each)] for each in own], actor


def _own(corpus: Corpus, task: Task, actor: str) -> Standing:
    """How an actor stands; as the whole where the task is not its work."""
    asked = [duty.actor for duty in task.duties if duty.role.asks]
    if actor in asked:
        return task.standing_of(actor)
    below = any(actor in _with_members(corpus, group) for group in asked)
    return task.standing_of(actor, through=True) if below else task.standing


def _day(standing: Standing) -> int:
    due = standing.due
    return (due.last - EPOCH).days if due else 0x7FFFFFFF


def _days(days: set[dt.date]) -> list[int]:
    return sorted((day - EPOCH).days for day in days)


def _deadlines(task: Task) -> set[dt.date]:
    own = {task.standing.due.last} if task.standing.due else set()
    return own | {timing.due.last for timing in task.timings if timing.due}


def _figures(task: Task) -> set[dt.date]:
    """The last days of the figures that the text itself sets."""
    own = (target for target in task.targets if target.passage is not None or target.reference is None)
    return {target.by.last for target in own if target.by}


def _stretched(corpus: Corpus) -> Corpus:
    """The same with the first and the last day that a date can have."""
    tasks = dict(corpus.tasks)
    for key, day in zip(list(tasks)[:2], (dt.date.min, dt.date.max), strict=False):
        standing = replace(tasks[key].standing, due=on_day(day))
        tasks[key] = replace(tasks[key], standing=standing)
    return with_tasks(corpus, tasks)


# Choices: counts and rows are those that a slow and simple count gives.

_FACETS = (
    "actor",
    "role",
    "standing",
    "due",
    "figure",
    "state",
    "topic",
    "directive",
    "year",
    "kind",
    "obligation",
    "level",
)


@pytest.mark.parametrize("seed", one_in(3, range(6)))
def test_counts_and_rows_equal_a_naive_count(opened: Opened, seed: int) -> None:
    corpus = with_bodies(made_up_corpus(seed, Size(300, actors=12, groups=3, members=4, topics=5)), seed)
    page, dice = opened(corpus), random.Random(seed)
    rows = [_values(corpus, task) for task in corpus.tasks.values()]
    for _ in range(12):
        choice = _random_choice(dice, rows)
        found = page.evaluate(_SELECT, choice)
        fits = _fitting(choice)
        fitting = [place for place, row in enumerate(rows) if fits(row)]
        assert found["rows"] == fitting
        for facet in _FACETS:
            assert found["counts"][facet] == dict(_counts(rows, choice, facet)), (facet, choice)


_SELECT = """async (choice) => {
  const index = await atlas.load("finder/index");
  const table = finderColumns.table(index, [await atlas.load("finder/columns/0")]);
  const ids = { actors: (await atlas.load("finder/actors")).split(" "),
                topics: (await atlas.load("finder/topics")).split(" ") };
  const all = finderFacets.facets(index, table, ids);
  all.directive.values = (await atlas.load("finder/directives")).split(" ");
  const chosen = Object.fromEntries(Object.entries(choice).map(([name, values]) =>
    [name, new Set(values.map((value) => all[name].values.indexOf(value)))]));
  const [actor, ...more] = chosen.actor ?? [];
  const seen = more.length || !(actor < index.actors) ? table : finderBodies.seenBy(table, actor);
  const own = { ...all, ...finderFacets.standings(index, seen) };
  const { rows, counts } = finderSelect.select(seen, index.groups, own, chosen, null);
  const named = (name, own) => Object.fromEntries(
    [...own].map((count, at) => [all[name].values[at], count]).filter(([, count]) => count));
  return { rows: [...rows],
    counts: Object.fromEntries(Object.entries(counts).map(([name, own]) => [name, named(name, own)])) };
}"""

Row = dict[str, Any]
"""A row's values by facet; under ``part`` the pairs of actor and role, groups told apart into members.

Under ``by`` are the values that differ for an actor, if it alone is chosen.
"""


def _values(corpus: Corpus, task: Task) -> Row:
    directive = corpus.directives[task.directive]
    return {
        "part": {
            (actor, duty.role.value) for duty in task.duties for actor in _with_members(corpus, duty.actor)
        },
        **_stands(task.standing, task),
        "by": {actor: _stands(_own(corpus, task, actor), task) for actor in corpus.actors},
        "figure": {str(day.year) for day in _figures(task)} or {"-"},
        "topic": set(task.topics) or {"-"},
        "directive": {task.directive},
        "year": {str(directive.date.first.year) if directive.date else "-"},
        "kind": {directive.kind.value},
        "obligation": {task.obligation.value if task.obligation else "-"},
        "level": {"measure" if task.depth else "task"},
    }


def _with_members(corpus: Corpus, actor: str) -> set[str]:
    found = {actor}
    for member in corpus.actors[actor].members:
        found |= _with_members(corpus, member)
    return found


def _stands(standing: Standing, task: Task) -> dict[str, set[str]]:
    late = standing.timeliness in {DeadlineStatus.OVERDUE, DeadlineStatus.UNREPORTED}
    due = _due(standing.due.last, late=late) if standing.due else set()
    several = _deadlines(task) if len(_deadlines(task)) > 1 else set()
    due = due.union(*(_due(day, late=False) for day in several)) or {"none"}
    return {"standing": {standing.timeliness.value}, "due": due, "state": {standing.state.value}}


def _due(day: dt.date, *, late: bool) -> set[str]:
    """Seen from 20 November 2026."""
    found = {str(day.year)}
    if day < AS_OF:
        return found | ({"overdue"} if late else set())
    found |= {"month"} if day <= dt.date(2026, 11, 30) else set()
    return found | ({"quarter"} if day <= dt.date(2026, 12, 31) else {"later"})


def _fitting(choice: dict[str, list[str]]) -> Callable[[Row], bool]:
    """Tells whether a row fits a choice."""
    others = {name: set(values) for name, values in choice.items()}
    actors, roles = others.pop("actor", None), others.pop("role", None)
    roles_of_work = roles or {role.value for role in Role if role.asks}
    alone = next(iter(actors)) if actors and len(actors) == 1 else ""

    def fits(row: Row) -> bool:
        own = row | row["by"].get(alone, {})
        if not all(own[name] & values for name, values in others.items()):
            return False
        if actors is None and roles is None:
            return True
        if any((not actors or a in actors) and r in roles_of_work for a, r in row["part"]):
            return True
        return bool(actors and "-" in actors and not roles and not row["part"])

    return fits


def _counts(rows: list[Row], choice: dict[str, list[str]], facet: str) -> Counter[str]:
    """How many rows each value of a facet would give, if it alone were chosen there."""
    if facet == "actor":
        values = {actor for row in rows for actor, _ in row["part"]} | {"-"}
    elif facet == "role":
        values = {role for row in rows for _, role in row["part"]}
    else:
        values = {
            value for row in rows for each in (row, *row["by"].values()) for value in each.get(facet, ())
        }
    found = {v: sum(map(_fitting({**choice, facet: [v]}), rows)) for v in values}
    return Counter({value: count for value, count in found.items() if count})


def _random_choice(dice: random.Random, rows: list[Row]) -> dict[str, list[str]]:
    choice: dict[str, list[str]] = {}
    for facet in dice.sample(_FACETS, dice.randint(0, 4)):
        row = dice.choice(rows)
        row = row | dice.choice([{}, *row["by"].values()])
        if facet in {"actor", "role"}:
            pairs = sorted(row["part"]) or [("-", "lead")]
            values = [pair[facet == "role"] for pair in pairs]
        else:
            values = sorted(row[facet])
        choice[facet] = dice.sample(values, dice.randint(1, len(values)))
    return choice


def test_titles_sort_by_pinyin_in_chinese_and_by_letters_in_english() -> None:
    chinese = ["中国", "阿里", "5G", "绿", "路", "abc"]
    assert _in_order(chinese, "zh") == ["5G", "abc", "阿里", "路", "绿", "中国"]
    assert _in_order(["Éa", "eb", "Ab"], "en") == ["Ab", "Éa", "eb"]


def _in_order(titles: list[str], language: str) -> list[str]:
    return [title for _, title in sorted(zip(ranks(titles, language), titles, strict=True))]
