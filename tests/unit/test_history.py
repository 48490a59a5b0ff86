"""What is recorded of changes: who was who, what each is called today, and what became of what is gone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from directive_atlas.load import schema
from directive_atlas.resolve.history import NO_LANGUAGE, history
from directive_atlas.resolve.model import Text
from directive_atlas.resolve.model.changes import History, Identity, Name
from directive_atlas.vocabulary.changes import RecordKind, What

from tests.tools.corpora.records import read

TASK, TOPIC, ACTOR, DIRECTIVE = RecordKind.TASK, RecordKind.TOPIC, RecordKind.ACTOR, RecordKind.DIRECTIVE
TODAY = {
    (DIRECTIVE, "river"): "河", (TASK, "river/count"): "普查", (TASK, "river/report"): "报送",
    (TOPIC, "bridges"): "桥梁", (ACTOR, "bridges"): "桥梁处", (ACTOR, "office"): "办公室",
}  # fmt: skip
ROOTS = {"river/count": "river/count", "river/report": "river/count"}


def _history(*days: list[dict[str, Any]]) -> History:
    """The changes of days from 1 May 2020 on; the first day is written last."""
    sets = [
        read(schema.Changeset, {"date": f"2020-05-{day:02}", "revision": "a" * 7, "records": records})
        for day, records in enumerate(days, 1)
    ]
    names = {name: Text((("zh", words),)) for name, words in TODAY.items()}
    return history(reversed(sets), names, ROOTS)


def _topic(name: str, what: str = "changed", **keys: Any) -> dict[str, Any]:
    fields = [{"field": "title", "after": [{"plain": "x"}]}] if what == "changed" else []
    return {"id": name, "kind": "topic", "what": what, "fields": fields, **keys}


def _renamed(former: str, name: str, kind: str = "topic", **keys: Any) -> dict[str, Any]:
    return {"id": name, "kind": kind, "what": "renamed", "former": former, **keys}


def _told(found: History, name: Identity) -> list[tuple[int, str]]:
    return [(each.date.day, each.change.id) for each in found.of[name]]


def test_the_newest_day_comes_first_and_within_a_day_the_order_of_the_file_holds() -> None:
    found = _history([_topic("a"), _topic("b")], [_topic("c"), _topic("a")])
    assert [(each.date.day, each.change.id) for each in found.recorded] == [
        (2, "c"), (2, "a"), (1, "a"), (1, "b"),
    ]  # fmt: skip
    assert _told(found, (TOPIC, "a")) == [(2, "a"), (1, "a")]


def test_a_renamed_record_has_the_changes_that_it_had_under_all_its_names() -> None:
    found = _history([_topic("a")], [_renamed("a", "b")], [_renamed("b", "bridges")], [_topic("bridges")])
    assert _told(found, (TOPIC, "bridges")) == [(4, "bridges"), (3, "bridges"), (2, "b"), (1, "a")]
    assert {name: (each.successor, each.title.values[0][1]) for name, each in found.gone.items()} == {
        (TOPIC, "a"): ("bridges", "桥梁"),
        (TOPIC, "b"): ("bridges", "桥梁"),
    }
    assert found.former == {(TOPIC, "bridges"): ("a", "b")}
    assert found.origin((TOPIC, "bridges")) == "a"
    assert found.origin((TOPIC, "other")) == "other"


def test_an_id_that_is_used_again_is_that_of_another_record() -> None:
    found = _history([_renamed("a", "bridges")], [_topic("a", "added")], [_topic("a", "removed")])
    assert (found.gone[TOPIC, "a"].successor, found.gone[TOPIC, "a"].last.date.day) == (None, 3)
    assert found.origin((TOPIC, "bridges")) == "bridges"
    again = _history([_topic("office", "removed")], [_topic("office", "added")])
    assert again.gone == {}


def test_what_was_renamed_and_then_removed_has_become_nothing_and_keeps_its_title() -> None:
    title = {"zh": "旧题"}
    found = _history([_renamed("a", "b")], [_topic("b", "removed", title=title)])
    assert [(each.id, each.successor, each.title.values[0][1]) for each in found.gone.values()] == [
        ("a", None, "旧题"), ("b", None, "旧题"),
    ]  # fmt: skip


def test_a_record_may_get_its_first_name_back() -> None:
    found = _history([_renamed("bridges", "b")], [_renamed("b", "c")], [_renamed("c", "bridges")])
    assert {each.id: each.successor for each in found.gone.values()} == {"b": "bridges", "c": "bridges"}
    assert _told(found, (TOPIC, "bridges")) == [(3, "bridges"), (2, "c"), (1, "b")]


def test_what_nobody_called_anything_has_its_id_for_a_title() -> None:
    found = _history([_topic("a", "removed"), _topic("b")])
    assert found.gone[TOPIC, "a"].title == Text(((NO_LANGUAGE, "a"),))
    assert [each.change.title.values[0][1] for each in found.recorded] == ["a", "b"]


def test_the_root_of_a_task_is_that_of_today_else_the_recorded_one_else_itself() -> None:
    part = {"kind": "task", "what": "removed"}
    found = _history(
        [{"id": "river/report", "kind": "task", "what": "added"}],
        [
            {"id": "river/gone", **part, "root": "river/count"},
            {"id": "river/old", **part},
            _topic("t", "removed"),
        ],
        [_renamed("river/survey", "river/count", "task"), _renamed("river/tell", "river/report", "task")],
    )
    assert {each.change.id: each.change.root for each in found.recorded} == {
        "river/report": "river/count", "river/gone": "river/count", "river/old": "river/old", "t": None,
        "river/count": "river/count",
    }  # fmt: skip
    assert {each.id: each.root for each in found.gone.values()} == {
        "river/gone": "river/count", "river/old": "river/old", "t": None,
        "river/survey": "river/survey", "river/tell": "river/count",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "name", "called"),
    [
        ("duty", "bridges", "桥梁处"),
        ("topic", "bridges", "桥梁"),
        ("title", "bridges", "桥梁"),
        ("relation", "river", "河"),
        ("duty", "river", "河"),
        ("duty", "nobody", None),
    ],
)
@pytest.mark.parametrize("side", ["before", "after", "of"])
def test_a_record_that_a_field_names_is_called_what_it_is_called_today(
    field: str, name: str, called: str | None, side: str
) -> None:
    """The kind that the field is likely to name goes first; a title names a record of the same kind."""
    told = {"field": field, "after": [{"plain": "1"}]} | {side: [{"record": name}, {"plain": "2"}]}
    [each] = _history([_topic("a", fields=[told])]).recorded
    [change] = each.change.fields
    values = {"before": change.before, "after": change.after, "of": change.of}[side]
    assert values == (Name(name), "2")
    title = next(value.called for value in values if isinstance(value, Name))
    assert (title.values[0][1] if title else None) == called


@pytest.mark.parametrize(
    ("sides", "what"),
    [({"before", "after"}, What.CHANGED), ({"after"}, What.ADDED), ({"before"}, What.REMOVED)],
)
def test_what_a_field_had_and_has_tells_what_happened_to_it(sides: set[str], what: What) -> None:
    text = {"text": {"zh": "旧"}}
    told = {"field": "note", **{side: [text] for side in sides}}
    [each] = _history([_topic("a", fields=[told])]).recorded
    [change] = each.change.fields
    assert change.what is what
    assert (*change.before, *change.after) == (Text((("zh", "旧"),)),) * len(sides)


def test_why_a_day_was_moved_names_the_directive_as_it_is_called_today() -> None:
    def because(**why: Any) -> dict[str, Any]:
        return {
            "field": "deadline",
            "before": [{"date": "2020"}],
            "after": [{"date": "2021"}],
            "because": why,
        }

    fields = [because(directive="river"), because(note={"zh": "改期。"})]
    [each] = _history([{"id": "river/count", "kind": "task", "what": "changed", "fields": fields}]).recorded
    first, second = (change.because for change in each.change.fields)
    assert first and first.directive and first.directive.called == Text((("zh", "河"),))
    assert second and second.directive is None and second.note == Text((("zh", "改期。"),))


def test_a_change_has_an_id_that_stays_and_that_no_other_has() -> None:
    """By its day, its revision, and the kind and id of the record."""
    sets = [
        {"date": "2020-05-01", "revision": "a" * 7, "records": [_topic("a"), _topic("b")]},
        {"date": "2020-05-01", "revision": "b" * 7, "records": [_topic("a"), _topic("a", kind="term")]},
        {"date": "2020-05-01", "records": [_topic("a")]},
        {"date": "2020-05-02", "revision": "a" * 7, "records": [_topic("a")]},
    ]
    found = history((read(schema.Changeset, each) for each in sets), {}, {})
    ids = [each.id for each in found.recorded]
    assert len(set(ids)) == 6
    assert ids[0].startswith("2020-05-02-") and len(ids[0]) == len("2020-05-02-") + 12
    assert ids[0] == "2020-05-02-b3b8d58ad70c", "others have stored it"
    assert found.recorded[0].date == dt.date(2020, 5, 2)
    assert found.recorded[0].revision == "aaaaaaa"
