"""Lean and whole records are the same data: of the fixture and of the encodings."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from directive_atlas.build import Records, read_records
from directive_atlas.expand import Expanded, expand
from directive_atlas.load import schema
from directive_atlas.passages import Passages
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.schedule import schedule
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.corpora.records import block_in, read
from tests.tools.examples import examples
from tests.tools.moment import FIXTURE_DAY
from tests.tools.paths import ENCODINGS, FIXTURE

Block = dict[str, Any]

LONG = {"quote": "quotes", "due": "timing"}
SHORT = {long: short for short, long in LONG.items()}
ONE_WORD = {"actors": "actor", "also": "actor", "quotes": "exact", "quote": "exact", "timing": "by"}
"""By the key of a list, the key that an entry which is one word has."""

FILES = {
    path.parent.name: path
    for folder in (FIXTURE / "data", *ENCODINGS.iterdir())
    for path in sorted(folder.glob("directives/*/directive.yml"))
}
"""The records of all directives by their ids."""


def shortened(value: Any, choice: random.Random, key: str = "") -> Any:
    """The same data with short forms at some of the places that have one."""
    if isinstance(value, list):
        return [shortened(item, choice, key) for item in value]
    if not isinstance(value, dict):
        return value
    if list(value) == [ONE_WORD.get(key)] and choice.random() < 0.7:
        return value[ONE_WORD[key]]
    inner = {name: shortened(item, choice, name) for name, item in value.items()}
    short = {name for name in inner if name in SHORT and choice.random() < 0.7}
    return {SHORT[k] if k in short else k: _alone(v) if k in short else v for k, v in inner.items()}


def _alone(items: list[Any]) -> Any:
    return items[0] if len(items) == 1 else items


def lengthened(value: Any, key: str = "") -> Any:
    """The same data with all lists and blocks in full; only a time in one line stays one."""
    if isinstance(value, list):
        return [lengthened(item, key) for item in value]
    if isinstance(value, str):
        return {ONE_WORD[key]: value} if key in ONE_WORD and key != "timing" else value
    lists = {name for name in value if name in LONG and _has_lists(value)}
    return {
        LONG[k] if k in lists else k: lengthened(
            _listed(v) if k in lists else v, LONG.get(k, k) if k in lists else k
        )
        for k, v in value.items()
    }


def _has_lists(block: Block) -> bool:
    """Whether a block is of a task, a section or the defaults; other records have one entry."""
    return not block.keys() & {"to", "rule", "metric", "kind"} and list(block) != ["due"]


def _listed(item: Any) -> list[Any]:
    return item if isinstance(item, list) else [item]


@cache
def _block(name: str) -> Block:
    return block_in(FILES[name])


@cache
def _whole(name: str) -> Block:
    """What a directive's record says as it was written."""
    return _read(_block(name))


def _read(block: Block) -> Block:
    """What a directive says; without what may name pages of a file that is not there."""
    own = {key: item for key, item in block.items() if key not in {"progress", "references"}}
    return read(schema.Directive, own).model_dump(exclude_unset=True, warnings=False)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_record_says_in_long_forms_what_it_says_as_written(name: str) -> None:
    assert _read(lengthened(_block(name))) == _whole(name)


@given(st.sampled_from(sorted(FILES)), st.randoms(use_true_random=False))
@examples(30)
def test_a_record_says_in_short_forms_what_it_says_as_written(name: str, choice: random.Random) -> None:
    assert _read(shortened(_block(name), choice)) == _whole(name)


# The whole site.


def _site(target: Path, change: Any) -> Path:
    """The fixture's data with each directive's record changed."""
    shutil.copytree(FIXTURE / "data", target)
    for path in target.glob("directives/*/directive.yml"):
        path.write_text(json.dumps(change(block_in(path)), ensure_ascii=False), "utf-8")
    return target


def _resolved(expanded: Expanded, passages: Passages) -> Corpus:
    return resolve(expanded, passages, schedule(expanded.corpus, FIXTURE_DAY)[0], FIXTURE_DAY)


def _told(value: Any, without: Collection[str] = ()) -> Any:
    """A resolved graph without the places in the files, what is only computed, and some of its fields."""
    if isinstance(value, Place) or callable(value):
        return None
    if is_dataclass(value):
        names = (field.name for field in fields(value) if field.name not in without)
        return {name: _told(getattr(value, name), without) for name in names}
    if isinstance(value, Mapping):
        return {key: _told(item, without) for key, item in value.items()}
    return [_told(item, without) for item in value] if isinstance(value, tuple | list) else value


@pytest.mark.parametrize(
    "change", [lambda b: shortened(b, random.Random(1)), lengthened], ids=["short", "long"]
)
def test_a_site_is_the_same_in_either_form(change: Any, tmp_path: Path, corpus: Corpus) -> None:
    records, problems = read_records(_site(tmp_path / "data", change))
    assert not [problem for problem in problems if problem.is_error]
    assert _told(_resolved(records.expanded, records.passages)) == _told(corpus)


# What is written out.


@pytest.fixture(scope="module")
def again(records: Records) -> Expanded:
    """The whole records of the fixture, as if people had written out all that is inherited."""
    expanded, problems = expand(replace(records.expanded.corpus, catalogues={}), records.passages)
    assert not problems
    return replace(expanded, translations=records.expanded.translations)


def test_what_is_written_out_is_whole(records: Records, again: Expanded) -> None:
    assert again.corpus.directives == records.expanded.corpus.directives
    assert records.expanded.origins
    assert not again.origins


FOLLOWS = {"origin", "inherited", "timings", "standing", "events"}
"""Where things were said, and what follows from it: an inherited time goes by what was reported above, and
is no news of its own."""


def test_written_out_it_is_the_same_graph_but_for_where_it_was_said(
    records: Records, again: Expanded, corpus: Corpus
) -> None:
    assert _told(_resolved(again, records.passages), FOLLOWS) == _told(corpus, FOLLOWS)
