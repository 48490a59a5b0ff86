"""A record's text is changed at one place, and stays as it was everywhere else."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any

import pytest
from directive_atlas.lean.editing import (
    UneditableError,
    lines_at,
    moved,
    with_entry,
    with_lines,
    with_value,
    without,
)
from directive_atlas.lean.spans import Path, node_at, path_at, plain, read_nodes
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.paths import FIXTURE, ROOT

TEXT = """\
# A record.
id: river   # never change this
kind: notice
title: {zh: 关于桥梁, en: 'On bridges'}
issuers: [office]
dates:
  signed: 2020-03-01
note: >-
  Words that are folded over
  two lines.
tasks:
  # The first one.
  - id: count
    quote: "Count the bridges."
    actors:
      - branches   # all of them
      - {actor: office, role: recipient}

  - label: '2'
    quote: Report.
    measures:
      - quote: Write it down.
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("kind",), "plan", "kind: notice", "kind: plan"),
        (("id",), "road", "id: river   #", "id: road   #"),
        (("title", "en"), "Roads: a plan", "'On bridges'", "'Roads: a plan'"),
        (("title", "zh"), "路, 桥", "关于桥梁", '"路, 桥"'),
        (("tasks", 0, "quote"), "Count.", '"Count the bridges."', '"Count."'),
        (("tasks", 1, "label"), "3", "'2'", "'3'"),
        (("tasks", 0, "actors", 0), "north", "branches ", "north "),
        (("tasks", 0, "due"), "2020-09", "recipient}\n", "recipient}\n    due: 2020-09\n"),
        (("tasks", 0, "label"), "1", "id: count\n", 'id: count\n    label: "1"\n'),
        (("tasks", 1, "id"), "report", "- label", "- id: report\n    label"),
        (("tasks", 1, "due"), "2020", "Report.\n", "Report.\n    due: 2020\n"),
        (("title", "fr"), "Ponts", "'On bridges'}", "'On bridges', fr: Ponts}"),
        (("number",), "12", "issuers: [office]\n", 'issuers: [office]\nnumber: "12"\n'),
        (("issuers",), ["office", "north"], "[office]", "[office, north]"),
        (("note",), "Short.", ">-\n  Words that are folded over\n  two lines.", "Short."),
        (
            ("tasks", 0, "actors"),
            ["branches", "south", {"actor": "office", "role": "lead"}],
            "# all of them\n      - {actor: office, role: recipient}",
            "# all of them\n      - south\n      - {actor: office, role: lead}",
        ),
        (("dates",), {}, "dates:\n  signed: 2020-03-01", "dates: {}"),
    ],
)
def test_only_what_is_asked_for_changes(path: Path, value: Any, old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert with_value(TEXT, path, value) == TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (("kind",), "kind: notice\n", ""),
        (("title", "zh"), "zh: 关于桥梁, ", ""),
        (("title", "en"), ", en: 'On bridges'", ""),
        (("issuers", 0), "issuers: [office]\n", ""),
        (("tasks", 0, "actors", 0), "      - branches   # all of them\n", ""),
        (("tasks", 1, "label"), "label: '2'\n    ", ""),
        (("tasks", 1, "measures", 0), "    measures:\n      - quote: Write it down.\n", ""),
        (("note",), "note: >-\n  Words that are folded over\n  two lines.\n", ""),
    ],
)
def test_a_value_is_removed_with_its_lines(path: Path, old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert without(TEXT, path) == TEXT.replace(old, new)


def test_a_list_begins_and_grows() -> None:
    task = {"quote": "Go: now.", "actors": ["north"], "due": "90 days after signed"}
    first = with_entry(TEXT, ("sections",), 0, {"title": "One", "quote": "One"})
    assert "tasks:\n" in first and first.endswith("sections:\n  - title: One\n    quote: One\n") is False
    added = with_entry(first, ("sections", 0, "tasks"), 0, task)
    assert (
        '  - title: One\n    quote: One\n    tasks:\n      - quote: "Go: now."\n        actors: [north]\n'
        "        due: 90 days after signed\n"
    ) in added
    marked = with_entry(TEXT, ("background",), 0, {"reason": "标题。", "paragraph": "1"})
    assert "background:\n  - {paragraph: 1, reason: 标题。}\n" in marked


def test_an_entry_moves_as_it_is_written() -> None:
    there = moved(TEXT, ("tasks", 0), ("tasks", 1, "measures"), 0)
    assert there == TEXT.replace(TEXT[TEXT.index("  - id: count") : TEXT.index("\n  - label")], "").replace(
        "    measures:\n",
        '    measures:\n      - id: count\n        quote: "Count the bridges."\n        actors:\n'
        "          - branches   # all of them\n          - {actor: office, role: recipient}\n",
    )
    swapped = moved(TEXT, ("tasks", 1), ("tasks",), 0)
    assert [task.get("id") for task in read(swapped)["tasks"]] == [None, "count"]


def test_a_text_with_an_alias_is_left_to_a_person() -> None:
    with pytest.raises(UneditableError):
        with_value("a: &x 1\nb: *x\n", ("a",), "2")


def read(text: str) -> Any:
    return plain(read_nodes(text))


FILES = sorted(
    [*(FIXTURE / "data").rglob("directive.yml"), *(ROOT / "tests/encodings").rglob("directive.yml")]
)


def _text(file: File) -> str:
    return file.read_text("utf-8")


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    for step, each in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from _paths(each, (*path, step))


WORDS = (
    st.text(st.sampled_from("ab 1,:#-'\"[]{}%&*!|>@`?。，要\\"), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(
            st.sampled_from(["quote", "actors", "role", "due", "zh", "tasks"]), inner, min_size=1, max_size=3
        )
    ),
    max_leaves=6,
)


def _changed_lines(before: str, after: str) -> tuple[int, int]:
    """The first line that differs, and how many at the end are the same."""
    ours, theirs = before.splitlines(), after.splitlines()
    first = next(
        (n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
    )
    back = zip(reversed(ours[first:]), reversed(theirs[first:]), strict=False)
    return first, next((n for n, (a, b) in enumerate(back) if a != b), 0)


@given(st.data())
def test_any_value_of_any_record_can_be_changed_and_nothing_else_does(data: st.DataObject) -> None:
    text = _text(data.draw(st.sampled_from(FILES)))
    path = data.draw(st.sampled_from(list(_paths(read(text)))))
    value = data.draw(VALUES)
    after = with_value(text, path, value)
    node = node_at(read_nodes(text), path)
    first, last = text.count("\n", 0, node.start), text.count("\n", 0, node.end)
    same = [
        line
        for line in difflib.unified_diff(text.splitlines(), after.splitlines(), n=0, lineterm="")
        if line[:1] == "-"
    ][1:]
    assert len(same) <= last - first + 2
    at, behind = _changed_lines(text, after)
    assert at >= first - 1
    assert len(text.splitlines()) - behind <= last + 2
    assert read(with_value(after, path, node_value(text, path))) == read(text)


def node_value(text: str, path: Path) -> Any:
    return plain(node_at(read_nodes(text), path))


@given(st.data())
def test_any_value_of_any_record_can_be_removed(data: st.DataObject) -> None:
    text = _text(data.draw(st.sampled_from(FILES)))
    path = data.draw(st.sampled_from(list(_paths(read(text)))))
    after = without(text, path)
    ours, theirs = text.splitlines(), after.splitlines()
    assert [line for line in theirs if line.lstrip().startswith("#")] == [
        line for line in ours if line.lstrip().startswith("#")
    ]
    assert len(theirs) <= len(ours)


@given(st.data())
def test_each_value_is_found_by_its_place(data: st.DataObject) -> None:
    text = _text(data.draw(st.sampled_from(FILES)))
    root = read_nodes(text)
    path = data.draw(st.sampled_from(list(_paths(plain(root)))))
    found = path_at(root, node_at(root, path).start)
    assert found[: len(path)] == path


def _lists(value: Any, path: Path = ()) -> Iterator[Path]:
    """The lists of blocks: sections, tasks, measures and so on."""
    for step, each in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(each, list) and each and all(isinstance(one, dict) for one in each):
            yield (*path, step)
        if isinstance(each, dict | list):
            yield from _lists(each, (*path, step))


@given(st.data())
def test_an_entry_of_any_list_can_be_moved_with_all_that_is_written_in_it(data: st.DataObject) -> None:
    text = _text(data.draw(st.sampled_from(FILES)))
    lists = list(_lists(read(text)))
    if not lists:
        return
    path, to = data.draw(st.sampled_from(lists)), data.draw(st.sampled_from(lists))
    index = data.draw(st.integers(0, len(node_value(text, path)) - 1))
    if to[: len(path) + 1] == (*path, index):
        return
    after = moved(text, (*path, index), to, data.draw(st.integers(0, len(node_value(text, to)))))
    assert sorted(_words(read(after))) == sorted(_words(read(text))) or len(node_value(text, path)) == 1
    assert sorted(line.strip() for line in after.splitlines() if "#" in line) == sorted(
        line.strip() for line in text.splitlines() if "#" in line
    )


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _words(each)


@given(st.data())
def test_what_is_written_by_hand_may_take_the_place_of_any_block_or_list(data: st.DataObject) -> None:
    text = _text(data.draw(st.sampled_from(FILES)))
    blocks = (path for path in _paths(read(text)) if not isinstance(node_value(text, path), str))
    path = data.draw(st.sampled_from(list(blocks)))
    assert with_lines(text, path, lines_at(text, path)) == text
