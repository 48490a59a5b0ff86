"""Tasks of one title in one list: what tells them apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from directive_atlas.resolve import Corpus
from directive_atlas.resolve.links import links
from directive_atlas.resolve.model import Task
from directive_atlas.views.twins import Difference, told_apart

from tests.tools.corpora import made
from tests.tools.corpora.made_up import Size, made_up_corpus

SAME = made.text("报送")


def test_tasks_of_different_titles_need_nothing_more() -> None:
    assert _apart(made.task("river/count"), made.task("river/paint")) == {}


def test_the_directive_tells_apart_where_it_differs() -> None:
    found = _apart(_named("river/send", label="一"), _named("lake/send", label="二"))
    assert found == {"river/send": made.text("river"), "lake/send": made.text("lake")}


def test_in_one_directive_the_label_of_the_text_tells_apart() -> None:
    found = _apart(_named("river/send", label="一"), _named("river/tell", label="二"))
    assert found == {"river/send": "一", "river/tell": "二"}


def test_measures_are_told_apart_by_the_tasks_that_they_are_part_of() -> None:
    count = made.task("river/count", measures=[_named("river/send", root="river/count")])
    paint = made.task("river/paint", measures=[_named("river/tell", root="river/paint")])
    found = _apart(count, paint, listed=("river/send", "river/tell"))
    assert found == {"river/send": made.text("count"), "river/tell": made.text("paint")}


def test_what_nothing_else_tells_apart_has_its_own_id() -> None:
    found = _apart(_named("river/send"), _named("river/tell", label="一"), _named("river/give"))
    assert found == {key: key for key in ("river/send", "river/tell", "river/give")}


def _named(key: str, *, label: str | None = None, root: str | None = None) -> Task:
    return replace(made.task(key, root=root), title=SAME, label=label)


def _apart(*tasks: Task, listed: Iterable[str] = ()) -> dict[str, Difference]:
    names = dict.fromkeys(task.directive for task in tasks)
    directives = {name: made.directive(name, [t for t in tasks if t.directive == name]) for name in names}
    every = [part for task in tasks for part in task.walk()]
    corpus: Corpus = replace(
        made_up_corpus(0, Size(0)),
        directives=directives,
        tasks={task.key: task for task in every},
        links=links(directives.values(), every, {}),
    )
    return told_apart(corpus, listed or [task.key for task in tasks])
