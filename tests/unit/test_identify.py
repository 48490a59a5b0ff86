"""Every record has an id, and every name of a record becomes one."""

from __future__ import annotations

from typing import Any

import pytest
from directive_atlas.identify.ids import label_parts, with_ids
from directive_atlas.identify.names import Names
from directive_atlas.load import schema
from directive_atlas.load.walk import records_in
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.corpora.records import directive

Block = dict[str, Any]


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("三", ("3",)),
        ("（十二）", ("12",)),
        ("第二十一条", ("21",)),
        ("4.", ("4",)),
        ("4(e)", ("4", "e")),
        ("（a）", ("a",)),
        ("", ()),
        ("Annex", ()),
    ],
)
def test_a_label_has_numbers(label: str, parts: tuple[str, ...]) -> None:
    assert label_parts(label) == parts


def test_a_label_below_another_does_not_repeat_it() -> None:
    parts: list[Block] = [{"label": label, "title": "普查"} for label in ("4(e)", "(f)", "5")]
    assert _ids([{"label": "4.", "title": "普查", "measures": parts}]) == ["t-4", "t-4-e", "t-4-f", "t-4-5"]


def _ids(tasks: list[Block], **keys: Any) -> list[str]:
    found = with_ids(directive(tasks=tasks, **keys))
    return [measure.id for measure in records_in(found, schema.Measure)]


def test_ids_come_from_the_label_else_from_the_place() -> None:
    parts = [{"title": "登记"}, {"label": "（二）", "title": "查看"}]
    tasks: list[Block] = [
        {"label": "三", "title": "普查", "measures": parts},
        {"title": "报送"},
        {"id": "own", "title": "抽查"},
    ]
    assert _ids(tasks) == ["t-3", "t-3-1", "t-3-2", "t-2", "own"]


def test_what_was_given_is_not_given_again() -> None:
    assert _ids([{"label": "一", "title": "普查"}, {"id": "t-1", "title": "报送"}]) == ["t-1-2", "t-1"]


def test_tasks_of_a_section_stand_behind_the_others_and_know_their_section() -> None:
    inner = {"title": "报送", "tasks": [{"title": "抄送"}]}
    found = with_ids(
        directive(
            tasks=[{"title": "普查"}],
            sections=[{"title": "任务", "tasks": [{"title": "抽查"}], "sections": [inner]}],
        )
    )
    assert [(task.id, task.section) for task in found.tasks] == [
        ("t-1", None),
        ("t-2", "s-1"),
        ("t-3", "s-1-1"),
    ]
    assert not [section for section in records_in(found, schema.Section) if section.tasks]


def test_figures_are_counted_at_their_task() -> None:
    figure = {"metric": "桥梁", "value": "1"}
    found = with_ids(directive(targets=[figure], tasks=[{"title": "普查", "targets": [figure, figure]}]))
    names = [target.id for target in records_in(found, schema.Target)]
    assert sorted(filter(None, names)) == ["d-figure-1", "t-1-figure-1", "t-1-figure-2"]


labels = st.sampled_from(["一", "二", "（一）", "1", "1-2", "2(a)", "a", None])


def _measure(label: str | None, parts: list[Block]) -> Block:
    return {"title": "普查", "measures": parts} | ({"label": label} if label else {})


measures = st.recursive(
    st.builds(_measure, labels, st.just([])),
    lambda inner: st.builds(_measure, labels, st.lists(inner, max_size=3)),
    max_leaves=8,
)


@given(st.lists(measures, min_size=1, max_size=5), st.data())
def test_a_derived_id_depends_on_what_stands_before_only(tasks: list[Block], data: st.DataObject) -> None:
    kept = data.draw(st.integers(0, len(tasks)))
    before = _ids(tasks[:kept])
    assert _ids(tasks)[: len(before)] == before


@given(st.lists(measures, max_size=6))
def test_no_two_have_the_same_id_and_ids_stay(tasks: list[Block]) -> None:
    found = with_ids(directive(tasks=tasks))
    ids = [measure.id for measure in records_in(found, schema.Measure)]
    assert len(set(ids)) == len(ids)
    assert with_ids(found) == found


# Names.


@pytest.fixture
def names() -> Names:
    """Three bodies: one is called as another is for short."""
    names = Names()
    names.add("actor", "office", ["总办公室", "Head Office"], ["办公室"])
    names.add("actor", "north", ["北方分局", "North Branch"], ["办公室", "office"])
    names.add("actor", "club", ["办公室（俱乐部）"], ["北方分局"])
    return names


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("office", ["office"]),  # an id before an alias
        ("北方分局", ["north"]),  # a name before an alias
        ("办公室", ["office", "north"]),
        ("head  OFFICE", ["office"]),
        ("办公室(俱乐部)", ["club"]),
        ("南方分局", []),
    ],
)
def test_a_name_means_what_is_called_so(names: Names, name: str, found: list[str]) -> None:
    assert list(names.find("actor", name)) == found


def test_names_are_of_a_kind(names: Names) -> None:
    assert not names.find("topic", "office")
