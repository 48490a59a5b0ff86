"""The search queries that nobody who works on the search wrote: enough of them, in two halves that stay."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.benchmarks.search.labels import HALVES, HAND_WRITTEN, half_of, read, unseen

ENGLISH, CHINESE = (read(HAND_WRITTEN.with_name(f"unseen-{language}.yml")) for language in ("en", "zh"))


def test_there_are_enough_in_each_half() -> None:
    assert len(ENGLISH) >= 120
    assert len(CHINESE) >= 40
    for queries in (ENGLISH, CHINESE):
        halves = Counter(half_of(query.text) for query in queries)
        assert min(halves[half] for half in HALVES) >= len(queries) * 0.4


def test_each_kind_is_in_both_halves() -> None:
    for half in HALVES:
        assert {query.kind for query in unseen("en", half)} == {query.kind for query in ENGLISH}


def test_none_is_among_the_queries_that_the_search_was_written_with() -> None:
    seen = {query.text for query in read(HAND_WRITTEN)}
    assert {query.text for query in CHINESE} & seen == set()


@pytest.mark.parametrize("half", HALVES)
def test_the_half_of_a_query_follows_from_its_text(half: str) -> None:
    assert all(half_of(query.text) == half for query in unseen("en", half))
    assert (half_of("overdue"), half_of("consulted")) == ("development", "development")


def test_the_files_say_how_they_are_used() -> None:
    for language in ("en", "zh"):
        head = Path(HAND_WRITTEN).with_name(f"unseen-{language}.yml").read_text("utf-8")[:600]
        assert "test half is scored only when it is asked for by name" in head
