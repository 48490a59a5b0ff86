"""``make bench``: does the cost grow with the data, and not with its square?

Each size runs in a process of its own, so that its peak memory is its own. What counts is the
last columns: how the cost per task compares with that of the smallest size. Linear is 1.0.
"""

from __future__ import annotations

import datetime as dt
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from directive_atlas.build import build
from directive_atlas.write import carry_out, plan

from tests.benchmarks.corpus import write_corpus
from tests.tools.moment import midnight

SIZES = (1_000, 4_000, 16_000)


def measure(tasks: int) -> str:
    """Seconds to build, to write and to write again without changes; megabytes at the peak."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_corpus(root / "data", tasks)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        marks = [time.perf_counter()]
        built = build(root / "data", midnight(dt.date(2020, 1, 1)))
        marks.append(time.perf_counter())
        assert built.output, [problem for problem in built.problems if problem.is_error][:3]
        for _ in range(2):
            carry_out(plan(built.output, root / "docs"))
            marks.append(time.perf_counter())
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        seconds = (late - early for early, late in pairwise(marks))
        return " ".join([*(f"{s:.3f}" for s in seconds), f"{peak / 1024:.1f}"])


def main() -> None:
    """Print the table of all sizes."""
    print(
        f"{'tasks':>7} {'build s':>8} {'write s':>8} {'again s':>8} {'peak MB':>8}   per task, to the first"
    )
    first: list[float] = []
    for tasks in SIZES:
        command = [sys.executable, "-m", "tests.benchmarks", str(tasks)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        figures = [float(figure) for figure in done.stdout.split()]
        first = first or figures
        ratios = (f / tasks / (g / SIZES[0]) for f, g in zip(figures, first, strict=True))
        row = " ".join(f"{figure:8.2f}" for figure in figures)
        print(f"{tasks:7} {row}   " + " ".join(f"{ratio:5.2f}" for ratio in ratios), flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(measure(int(sys.argv[1])))
    else:
        main()
