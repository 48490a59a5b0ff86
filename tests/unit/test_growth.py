"""The cost of a run grows with the data and not faster: counted work, which no busy machine changes."""

from __future__ import annotations

import cProfile
from array import array
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from directive_atlas.outputs.search.shards import MOST_FULL, MOST_SHARDS, SHARD_BYTES, key_files

from tests.benchmarks.library.maker import write_library
from tests.benchmarks.stages import to_corpus, to_files

SMALLEST, SMALL, LARGE = 1, 4, 12
"""Directives of the three libraries."""
MOST = 1.15
"""How many times as many calls one more record may cost in the larger ones."""
CALLS = {
    "check": 650,
    "finder": 2_650,
    "search": 3_250,
    "preview": 320,
    "calendar": 650,
    "sheet": 1_600,
}
"""Calls that one more record may cost at most in stages that once made the same things again and again.

These are about a quarter more than they cost, as versions of Python and of libraries differ.
"""

_Result = TypeVar("_Result")


@dataclass
class Calls:
    """Runs stages, and counts the calls of functions in each, those of C too."""

    of: dict[str, int] = field(default_factory=dict)

    def __call__(self, stage: str, run: Callable[[], _Result], /) -> _Result:
        """Run a stage once."""
        profile = cProfile.Profile(subcalls=False)
        try:
            return profile.runcall(run)
        finally:
            self.of[stage] = sum(entry.callcount for entry in profile.getstats())


@dataclass(frozen=True)
class Run:
    """The calls of each stage, and how many tasks and measures there are."""

    records: int
    calls: Mapping[str, int]

    def further(self, smaller: Run, stage: str) -> float:
        """The calls for each record more than a smaller library has: what is done once for all is in both."""
        return (self.calls[stage] - smaller.calls[stage]) / (self.records - smaller.records)


def _run(folder: Path, directives: int) -> Run:
    write_library(folder, directives)
    calls = Calls()
    corpus, site = to_corpus(folder, calls)
    to_files(corpus, site, calls, pages=False)
    return Run(len(corpus.tasks), calls.of)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Run, Run]:
    """The runs of the three libraries."""
    folder = tmp_path_factory.mktemp("growth")
    _run(folder / "first", SMALLEST)  # reads and computes what is kept for all runs
    smallest, small, large = (_run(folder / str(size), size) for size in (SMALLEST, SMALL, LARGE))
    return smallest, small, large


def test_no_stage_grows_faster_than_the_data(runs: tuple[Run, Run, Run]) -> None:
    """One more record costs as much in a larger library; for a square it would cost three times as much."""
    smallest, small, large = runs
    stages = (stage for stage, calls in smallest.calls.items() if large.calls[stage] > calls)
    growth = {stage: large.further(small, stage) / small.further(smallest, stage) for stage in stages}
    assert {stage: f"{times:.2f}" for stage, times in growth.items() if times > MOST} == {}


def test_a_record_costs_no_more_than_it_has_to(runs: tuple[Run, Run, Run]) -> None:
    _, small, large = runs
    cost = {stage: large.further(small, stage) for stage in CALLS}
    assert {stage: round(calls) for stage, calls in cost.items() if calls > CALLS[stage]} == {}


def test_a_library_of_any_size_has_few_files_of_the_search() -> None:
    """Keys of a library of many times the size at which a shard holds no more than in a small one."""
    postings = {f"key{number}": array("I", [8 * number]) for number in range(240_000)}
    postings |= {f"often{number}": array("I", range(0, 8 * 5_000, 8)) for number in range(600)}
    kinds = Counter(file.path.split("/")[1] for file in key_files(postings))
    assert 240_000 * len("key100000 AAAA;") > SHARD_BYTES * MOST_SHARDS
    assert MOST_SHARDS // 3 < kinds["keys"] <= MOST_SHARDS
    assert MOST_FULL // 3 < kinds["full"] <= MOST_FULL


def test_a_loop_in_a_loop_would_be_seen() -> None:
    """What compares each record with each other costs more for each further one."""
    runs = []
    for records in (10, 40, 120):
        counted = Calls()
        counted("compare", partial(_compared, records))
        runs.append(Run(records, counted.of))
    smallest, small, large = runs
    assert large.further(small, "compare") > 2 * small.further(smallest, "compare")


def _compared(records: int) -> int:
    return sum(abs(one - other) for one in range(records) for other in range(records))
