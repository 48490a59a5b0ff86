"""Records know where they and their values are, without keeping what they were read from."""

from __future__ import annotations

import gc
import pickle
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from directive_atlas.load import load, schema
from directive_atlas.load.csv_file import parse_csv
from directive_atlas.load.marked import Mapping, Scalar, merged, without
from directive_atlas.load.places import Places
from directive_atlas.load.record import Languages
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.problems import Place

from tests.golden.base import write_base
from tests.tools.corpora.records import read

TASK = """\
id: count
quotes: [普查]
topics:
  - bridges
  - roads
due: {by: 2020}
title: {en: Count, zh: 普查}
"""


def _block(text: str = TASK, file: str = "d.yml") -> Mapping:
    value, problems = parse_yaml(text, file)
    assert isinstance(value, Mapping) and not problems
    return value


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("id",), "d.yml:1:5"),
        (("quotes",), "d.yml:2:9"),
        (("quotes", 0), "d.yml:2:10"),
        (("topics",), "d.yml:4:3"),
        (("topics", 0), "d.yml:4:5"),
        (("topics", 1), "d.yml:5:5"),
        (("due",), "d.yml:6:6"),
    ],
)
def test_each_value_and_each_entry_of_a_list_has_its_place(path: tuple[str, int], place: str) -> None:
    assert str(Places.of(_block()).at(*path)) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("topics", 2), "d.yml:4:3"),
        (("id", 0), "d.yml:1:5"),
        (("nothing",), "d.yml:1:1"),
        (("nothing", 1), "d.yml:1:1"),
    ],
)
def test_what_is_not_there_has_the_place_of_what_it_would_be_in(path: tuple[str, int], place: str) -> None:
    assert str(Places.of(_block()).at(*path)) == place


def test_blocks_that_are_written_alike_share_their_form() -> None:
    one, other, longer = (
        Places.of(_block(f"{{id: a, topics: [{topics}]}}")) for topics in ("a, b", "c, d", "a, b, c")
    )
    assert one.form is other.form
    assert one.form != longer.form


def test_a_block_merged_with_one_of_another_file_has_its_values_in_both() -> None:
    block, page = _block("{source: page, note: x}"), _block("grade: A\nnote: y", "sources.csv")
    found = Places.of(merged(block, page))
    assert [str(found.at(key)) for key in ("note", "grade")] == ["d.yml:1:22", "sources.csv:1:8"]
    assert str(found.place) == "d.yml:1:1"


def test_what_was_refused_is_known_and_is_not_there() -> None:
    value, _ = parse_yaml("id: count\nstage: wrong\ntitle:", "d.yml")
    found = Places.of(without(value, {("stage",)}))  # type: ignore[arg-type]  # a block without a key is one
    assert found.form.names == ("id",)
    assert found.form.refused == {"stage"}
    assert found.form.unusable == {"title"}


def test_a_row_of_a_table_has_the_places_of_its_cells() -> None:
    [row] = parse_csv("date,note.zh,note.en\n2020,,x\n", "p.csv", ["date", "note"], [])
    assert isinstance(row, Mapping)
    found, inner = Places.of(row), Places.of(row["note"])
    assert [str(each) for each in (found.place, found.at("date"), found.at("note"), inner.at("en"))] == [
        "p.csv:2:1",
        "p.csv:2:1",
        "p.csv:2:7",
        "p.csv:2:7",
    ]
    assert inner.form.names == ("en",)


# Records


def _topic() -> schema.Topic:
    return read(schema.Topic, {"id": "roads", "name": "Roads", "parent": "works"})


def test_a_text_in_one_language_is_where_it_is_written() -> None:
    name = _topic().name
    assert [str(each) for each in (name.place, name.at("en"))] == ["directive.yml:1:25"] * 2


def test_a_short_form_is_where_it_is_written() -> None:
    task = read(schema.Task, {"id": "count", "title": "Count", "due": "2020"})
    assert str(task.at("timing")) == str(task.at("timing", 0)) == str(task.timing[0].place)
    assert (task.has("timing"), task.has("due")) == (True, False)


def test_a_text_made_from_others_is_where_it_stands_for() -> None:
    text = Languages.of({"zh": "路"}, Place("a.po", 3)).also("en", "road")
    assert {text.place, text.at("zh"), text.at("en")} == {Place("a.po", 3)}


def test_a_copy_is_at_the_same_place_and_has_what_was_changed() -> None:
    topic = _topic()
    copy = topic.model_copy(update={"description": topic.name})
    assert (copy.place, copy.at("parent")) == (topic.place, topic.at("parent"))
    assert copy.model_fields_set == {*topic.model_fields_set, "description"}
    assert "description" not in topic.model_fields_set


def test_records_share_the_names_of_their_fields_before_and_after_they_are_copied() -> None:
    topics = [_topic(), _topic()]
    copies = [each.model_copy(update={"parent": None}) for each in topics]
    assert len({id(each.model_fields_set) for each in (*topics, *copies)}) == 1


def test_the_fields_of_a_record_take_less_room_than_a_dictionary() -> None:
    fields = vars(_topic())
    assert sys.getsizeof(fields) < sys.getsizeof({**fields})


def test_a_record_travels_with_its_places() -> None:
    topic = _topic()
    came = pickle.loads(pickle.dumps(topic))
    assert came == topic
    assert (came.place, came.at("parent"), came.name.place) == (
        topic.place,
        topic.at("parent"),
        topic.name.place,
    )


def test_a_record_that_was_not_read_is_nowhere() -> None:
    for record in (schema.Settings(), schema.Baseline.model_construct(value=Decimal(1))):
        assert (record.place, record.at("value"), record.has("value")) == (Place(""), Place(""), False)


def _all_in(root: object) -> Iterator[object]:
    seen, waiting = set[int](), [root]
    while waiting:
        each = waiting.pop()
        if id(each) not in seen and not isinstance(each, type):
            seen.add(id(each))
            yield each
            waiting += gc.get_referents(each)


def test_records_keep_nothing_of_what_they_were_read_from(tmp_path: Path) -> None:
    """Only a page that is cited keeps its row, which is merged with the references that cite it."""
    raw, problems = load(write_base(tmp_path))
    assert raw.directives and raw.progress and not problems
    assert not [each for each in _all_in(raw) if isinstance(each, Mapping | Scalar | Place)]
