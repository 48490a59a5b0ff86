"""What each stage of a run costs at one size, in a process of its own.

``python -m tests.benchmarks.costs d1k`` prints them as JSON; names of builders behind the size let each of
them make the site alone, too.
"""

from __future__ import annotations

import dataclasses
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from directive_atlas.collector import without_collector
from directive_atlas.outputs.files import File, gathered
from directive_atlas.write import carry_out, plan

from tests.benchmarks.again import to_again
from tests.benchmarks.library.maker import write_library
from tests.benchmarks.library.sizes import SIZES
from tests.benchmarks.stages import Ended, to_corpus, to_files, to_site
from tests.benchmarks.yardstick import Yardstick

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stage costs.

    ``seconds`` are those of the reference processor; ``peak`` is the greatest memory of the process until its
    end, in MB, or that of the process that the stage is. ``files`` and ``size``, in bytes, are those it made,
    ``pages`` how many of them are pages.
    """

    stage: str
    seconds: float
    peak: float
    files: int = 0
    size: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Costs:
    """All stages at one size, and how many records there are: tasks with their measures."""

    size: str
    records: int
    stages: dict[str, Cost]


@dataclass(frozen=True, slots=True)
class Measuring:
    """Runs stages, and keeps what each of them cost."""

    yardstick: Yardstick
    costs: dict[str, Cost] = field(default_factory=dict)

    def __call__(self, stage: str, run: Callable[[], _Result], /) -> _Result:
        """Run a stage once."""
        self.yardstick.lap()  # what is between two stages belongs to neither
        result = run()
        seconds = self.yardstick.lap()
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        peak = result.peak if isinstance(result, Ended) else own
        self.costs[stage] = Cost(stage, seconds, peak, *_made(result))
        return result


def _made(result: object) -> tuple[int, int, int]:
    """The files, bytes and pages that a stage made, if it made any; it may give the folder they are in."""
    if isinstance(result, Path):
        made = [path for path in result.rglob("*") if path.is_file()]
        pages = sum(path.suffix == ".html" for path in made)
        return len(made), sum(path.stat().st_size for path in made), pages
    files = [each for each in result if isinstance(each, File)] if isinstance(result, list) else []
    pages = sum(file.path.endswith(".md") for file in files)
    return len(files), sum(len(file.content) for file in files), pages


@without_collector()
def costs(size: str, builders: Sequence[str] = ()) -> Costs:
    """What each stage costs at one size; this is to be the only thing that its process does.

    ``builders`` make the site alone, too.
    """
    with tempfile.TemporaryDirectory() as folder, Yardstick() as yardstick:
        root = Path(folder)
        write_library(root / "data", SIZES[size])
        measuring = Measuring(yardstick)
        corpus, site = to_corpus(root / "data", measuring)
        output, _ = gathered(to_files(corpus, site, measuring))
        planned = measuring("plan", lambda: plan(output, root / "docs"))
        measuring("carry_out", lambda: carry_out(planned))
        to_site(root, output, measuring, builders)
        to_again(root, measuring)
        return Costs(size, len(corpus.tasks), measuring.costs)


def in_own_process(size: str, builders: Sequence[str] = ()) -> Costs:
    """The same, in a process of its own, so that its peaks of memory are its own.

    Raises:
        CalledProcessError: the stages failed; what they said stands on stderr.

    """
    command = [sys.executable, "-m", "tests.benchmarks.costs", size, *builders]
    told = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
    return Costs(size, told["records"], {stage: Cost(**cost) for stage, cost in told["stages"].items()})


if __name__ == "__main__":
    print(json.dumps(dataclasses.asdict(costs(sys.argv[1], sys.argv[2:]))))
