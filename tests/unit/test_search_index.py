"""The search index: keys of texts, postings, shards; what it promises to the scripts that read it."""

from __future__ import annotations

import bisect
import json
import re
import statistics
from array import array
from pathlib import Path
from typing import Any

import pytest
from directive_atlas.outputs.search.document import Kind
from directive_atlas.outputs.search.documents import documents
from directive_atlas.outputs.search.files import RECORDS
from directive_atlas.outputs.search.index import all_keys
from directive_atlas.outputs.search.numbers import han_number
from directive_atlas.outputs.search.pinyin import pinyin_keys
from directive_atlas.outputs.search.shards import SHARD_BYTES, encoded, enough, fingerprint, key_files
from directive_atlas.outputs.search.text import normalised, squeezed
from directive_atlas.resolve import Corpus
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.html import ids_in
from tests.tools.sites import bilingual

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@given(st.integers(1, 99_999_999))
def test_chinese_numbers_are_read(number: int) -> None:
    assert han_number(_in_chinese(number)) == number


def _in_chinese(number: int) -> str:
    """A number in Chinese signs, from the rules of arithmetic books."""
    high, low = divmod(number, 10_000)
    if high:
        gap = "零" if 0 < low < 1000 else ""
        return _in_chinese(high) + "万" + gap + (_in_chinese(low) if low else "")
    text, pending = "", ""
    for factor, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // factor % 10
        if digit:
            text, pending = text + pending + "零一二三四五六七八九"[digit] + sign, ""
        elif text:
            pending = "零"
    return text


def test_names_are_found_by_their_sound_in_each_likely_reading() -> None:
    keys = set(pinyin_keys("垂直行业"))
    assert {"=chuizhihangye", "=czhy", "~chui", "~angy", "^zhy"} <= keys
    assert {"~chon", "^cqy"} <= set(pinyin_keys("重庆银行"))
    assert not list(pinyin_keys("国"))


@given(
    st.lists(st.integers(0, 2**31), unique=True).map(sorted),
    st.lists(st.integers(0, 99), unique=True).map(sorted),
)
def test_postings_come_back(first: list[int], third: list[int]) -> None:
    lists = [first, [], third]
    decoded = _decoded(encoded(lists))
    assert [*decoded, [], [], []][:3] == lists


def _decoded(words: str) -> list[list[int]]:
    found = []
    for part in words.split(","):
        listed, number = list[int](), 0
        for digits in re.findall("[g-z0-9_-]*[A-Za-f]", part):
            number += sum((DIGITS.index(sign) & 31) << 5 * place for place, sign in enumerate(digits))
            listed.append(number)
        found.append(listed)
    return found


@given(st.text())
def test_keys_hold_nothing_that_parts_entries(text: str) -> None:
    assert not [key for key in all_keys(normalised(text)) if re.search(r"[\s;!]", key)]
    assert not re.search(r"[\s;!]", squeezed(normalised(text)))


@pytest.fixture(scope="module")
def index(project: Path) -> dict[str, Any]:
    """The files of the index of the fixture, by name, as scripts are given them."""
    docs = project / "docs"
    files = sorted((docs / "search").rglob("*.js"))
    return {
        path.relative_to(docs).with_suffix("").as_posix(): _given(path.read_text("utf-8")) for path in files
    }


def test_no_step_on_the_way_can_change_the_patterns_of_the_index(project: Path) -> None:
    """Characters such as U+F900 become others when a file is normalised; escaped they stay."""
    assert (project / "docs" / "search" / "index.js").read_bytes().isascii()


def _given(script: str) -> Any:
    """What a data file hands to ``atlas.define``."""
    return json.loads(f"[{script.partition('(')[2].rpartition(')')[0]}]")[1]


def _keys_in(words: str) -> list[str]:
    return re.findall(r"([^ ;]+) [^;]*;", words)


def _told_in_full(words: str) -> list[str]:
    found = [""]
    for part in words.split(" "):
        found.append(found[-1][: DIGITS.index(part[0])] + part[1:])
    return found[1:]


def test_each_key_lies_in_the_shard_where_it_is_looked_for(index: dict[str, Any]) -> None:
    first = _told_in_full(index["search/places"])
    places = [key.encode("utf-16-be") for key in first]
    shards = [_keys_in(index[f"search/keys/{fingerprint(key):x}"]) for key in first]
    assert len(shards) == sum(name.startswith("search/keys/") for name in index) > 10
    for number, keys in enumerate(shards):
        for key in keys:
            assert bisect.bisect_right(places, key.encode("utf-16-be")) - 1 == number, key


def test_shards_are_small(index: dict[str, Any]) -> None:
    sizes = [len(words.encode()) for name, words in index.items() if name.startswith("search/keys/")]
    assert max(sizes) < 3 * SHARD_BYTES


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.integers(1, 2000))
def test_files_grow_with_the_library_so_that_there_are_never_many(size: int, whole: int, most: int) -> None:
    grown = enough(size, whole, most)
    assert whole <= grown * most
    assert grown == size or whole > grown // 2 * most


def _made(count: int) -> dict[str, array[int]]:
    """Keys of a library, each of a few documents."""
    return {f"key{number * 7919 % count}": array("I", [number * 8]) for number in range(count)}


def test_a_key_more_or_less_changes_the_shard_where_it_is_and_seldom_others() -> None:
    """Ends of shards depend on what is around them: after a change, all soon are where they were."""
    before = _shards_of(_made(3000))
    assert len(before) > 15
    counts = []
    for number in range(0, 3000, 97):
        postings = _made(3000)
        del postings[f"key{number}"]
        after = _shards_of(postings)
        counts.append(sum(before.get(path) != after.get(path) for path in before.keys() | after.keys()))
    assert statistics.median(counts) == 1
    assert statistics.mean(counts) < 3


def _shards_of(postings: dict[str, array[int]]) -> dict[str, bytes]:
    return {file.path: file.content for file in key_files(postings) if file.path.startswith("search/keys/")}


def test_each_posting_is_of_a_document_and_frequent_keys_have_all_elsewhere(index: dict[str, Any]) -> None:
    size = index["search/index"]["size"]
    for name, words in index.items():
        if not name.startswith("search/keys/"):
            continue
        for key, head, long, total in re.findall(r"([^ ;]+) ([^!;]*)(?:!(\d+)\.(\d+))?;", words):
            found = [number for numbers_ in _decoded(head) for number in numbers_]
            assert found and len(set(found)) == len(found) and max(found) < size, key
            if long:
                [line] = re.findall(rf"(?:^|;){re.escape(key)} ([^;]*)", index[f"search/full/{long}"])
                whole = [number for numbers_ in _decoded(line) for number in numbers_]
                assert set(found) < set(whole) and len(whole) == int(total)


def test_each_record_and_each_task_has_its_number(index: dict[str, Any], corpus: Corpus) -> None:
    records = [
        record for n in range(len(index) - 1) for record in index.get(f"search/records/{n}", [[], []])[1]
    ]
    assert len(records) == index["search/index"]["size"]
    assert len(index["search/records/0"][1]) == RECORDS
    start = index["search/index"]["tasks"][0]
    names = [
        f"{line.split()[0]}/{name.removeprefix('-')}"
        for line in index["search/tasks/0"].split("\n")
        for name in line.split()[1:]
    ]
    assert set(names) == set(corpus.tasks)
    for key, record in zip(names, records[start:], strict=False):
        task = corpus.tasks[key]
        assert record[0] == (Kind.TASK if task.root == key else Kind.MEASURE)
        assert record[3] == dict(task.title.values)


def test_each_document_leads_to_a_page_and_anchor_that_exist(site: Path, corpus: Corpus) -> None:
    for document in documents(corpus, bilingual()):
        ids = ids_in(site / (document.address.path.removesuffix(".md") + ".html"))
        assert not document.address.anchor or document.address.anchor in ids, document.address
