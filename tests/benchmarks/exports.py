"""``make bench-exports``: how large each form of the records is, and its share of the time of a run.

Each size runs in a process of its own; what counts is the share: all forms together are to take no more than
a quarter of the processor time of the run. Of three “tasks”, one is a task and two are its measures.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.api.v1 import records
from directive_atlas.build import resolved
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports import FORMS, export_files
from directive_atlas.outputs.files import File
from directive_atlas.outputs.kinds import OUTPUTS
from directive_atlas.resolve import Corpus

from tests.benchmarks.corpus import write_corpus
from tests.tools.moment import midnight

SIZES = (1_000, 10_000)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one form costs: its files, their bytes, and seconds of the processor."""

    name: str
    files: int
    size: int
    seconds: float


def costs(corpus: Corpus, site: Site) -> Iterator[Cost]:
    """The cost of the records that all forms share, of each form, and of each other output."""
    start = time.process_time()
    made = records(corpus)
    yield Cost("records", 0, 0, time.process_time() - start)
    for form in FORMS:
        yield _cost(form.__name__, lambda form=form: form(made, corpus, site))  # type: ignore[misc]
    for output in OUTPUTS:
        if output.emit is not export_files:
            yield _cost(f"({output.emit.__name__})", lambda emit=output.emit: emit(corpus, site))  # type: ignore[misc]


def _cost(name: str, emit: Callable[[], Iterator[File]]) -> Cost:
    start, files, size = time.process_time(), 0, 0
    for file in emit():
        files, size = files + 1, size + len(file.content)
    return Cost(name, files, size, time.process_time() - start)


def measure(tasks: int) -> None:
    """Print the table of one size; what is in brackets is no export."""
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder) / "data", tasks // 3)
        start = time.process_time()
        found = resolved(Path(folder) / "data", midnight(dt.date(2020, 1, 1)))
        assert found.corpus and found.site, [each for each in found.problems if each.is_error][:3]
        before = Cost("(load to resolve)", 0, 0, time.process_time() - start)
        table = [*costs(found.corpus, found.site), before]
    total = sum(cost.seconds for cost in table)
    for cost in table:
        print(_row(cost, total), flush=True)
    print(_row(_together(cost for cost in table if not cost.name.startswith("(")), total), flush=True)


def _together(exports: Iterable[Cost]) -> Cost:
    found = tuple(exports)
    seconds = sum(cost.seconds for cost in found)
    files, size = sum(cost.files for cost in found), sum(cost.size for cost in found)
    return Cost("exports together", files, size, seconds)


def _row(cost: Cost, total: float) -> str:
    share = cost.seconds / total
    return f"{cost.name:18} {cost.files:8,} {cost.size / 1e6:9.1f} {cost.seconds:8.2f} {share:7.1%}"


def main() -> None:
    """Print the tables of all sizes."""
    for tasks in SIZES:
        print(f"{tasks:,} tasks\n{'form':18} {'files':>8} {'MB':>9} {'s':>8} {'share':>7}", flush=True)
        subprocess.run([sys.executable, "-m", "tests.benchmarks.exports", str(tasks)], check=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
    else:
        main()
