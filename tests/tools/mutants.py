"""Do the tests see small mistakes? ``make mutants ARGS="schedule"``.

For each mutant of a sample, a process of its own runs the tests of the stage with the mutated module in place
of the real one; no file is changed. A mutant that no test notices is printed, and survives unless
``SURVIVORS`` says why it may. The sample is the same in each run with the same ``--seed`` and ``--count``.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.machinery
import importlib.util
import os
import random
import resource
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType

from tests.tools.mutation import Mutant, mutants, mutated
from tests.tools.paths import ROOT

PACKAGE = ROOT / "generator" / "directive_atlas"
CPU_SECONDS = 240
"""A mutant that computes for longer than any run of the tests is noticed; so is one that waits."""
WAITING_SECONDS = 1200

_GOLDEN = "tests/golden/test_cases.py"
_UNIT = "tests/unit"


STAGES: dict[str, tuple[tuple[str, ...], ...]] = {
    "check": (
        (f"{_UNIT}/test_slips.py", f"{_UNIT}/test_coverage.py", f"{_UNIT}/test_review.py"),
        (_GOLDEN, "-k", "bad or slips or review or coverage or quotes or references or relations or changes"),
        (f"{_UNIT}/test_limits.py", f"{_UNIT}/test_every_problem.py"),
    ),
    "schedule": (
        (f"{_UNIT}/test_schedule.py", f"{_UNIT}/test_completion.py", "-k", "not thousand"),
        (_GOLDEN, "-k", "timing or progress"),
        (f"{_UNIT}/test_any_day.py", f"{_UNIT}/test_schedule.py"),
    ),
    "resolve": (
        (f"{_UNIT}/test_terms.py", f"{_UNIT}/test_extension.py"),
        (_GOLDEN, "-k", "progress or inherit or timing or bodies or relations or editions or changes"),
        (f"{_UNIT}/test_any_day.py", f"{_UNIT}/test_second_derivation.py", f"{_UNIT}/test_board.py"),
    ),
    "expand": (
        (f"{_UNIT}/test_expand.py",),
        (_GOLDEN, "-k", "inherit or short-forms or translations or bodies"),
        (f"{_UNIT}/test_upgrade.py", f"{_UNIT}/test_translations.py"),
    ),
    "write": (
        (f"{_UNIT}/test_write.py", f"{_UNIT}/test_lock.py"),
        (f"{_UNIT}/test_whole_or_nothing.py",),
    ),
}
"""The packages, each with the tests that are to see its mistakes, those first that see most in least time."""

SURVIVORS: dict[tuple[str, str, str], str] = {
    (
        "schedule/recurrence.py",
        "return _later(series.rule, series.origin, number + 1) - dt.timedelta(days=1)",
        "number - 1",
    ): "the search begins two periods earlier, and what is before the start of a series is left out anyway",
}
"""Mutants that do the same, or something as good: module, line before and part after the mistake, and why."""


@dataclass(frozen=True, slots=True)
class Case:
    """A mutant of a module."""

    path: Path
    mutant: Mutant

    @property
    def name(self) -> str:
        """Its place, as editors know it."""
        return f"{self.path.relative_to(PACKAGE)}:{self.mutant.line}"

    @property
    def known(self) -> tuple[str, str, str]:
        """What ``SURVIVORS`` knows it by: lines move."""
        line = self.path.read_text("utf-8").splitlines()[self.mutant.line - 1].strip()
        return self.path.relative_to(PACKAGE).as_posix(), line, self.mutant.after


def cases(stage: str) -> list[Case]:
    """All mutants of a stage."""
    paths = sorted((PACKAGE / stage).rglob("*.py"))
    return [Case(path, mutant) for path in paths for mutant in mutants(path.read_text("utf-8"))]


class _Instead(importlib.machinery.SourceFileLoader):
    """Loads a mutant in place of its module."""

    def __init__(self, case: Case) -> None:
        parts = case.path.relative_to(PACKAGE.parent).with_suffix("").parts
        super().__init__(".".join(parts[:-1] if parts[-1] == "__init__" else parts), str(case.path))
        self.case = case

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=self)

    def get_code(self, fullname: str) -> CodeType:
        tree = mutated(self.case.path.read_text("utf-8"), self.case.mutant.number)
        return compile(tree, self.path, "exec", dont_inherit=True)


def passes(arguments: Sequence[str], case: Case | None = None) -> bool:
    """Whether tests pass, with a mutant or without, in a process of their own."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os._exit(_run(arguments, case))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _run(arguments: Sequence[str], case: Case | None) -> int:
    import pytest

    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    signal.alarm(WAITING_SECONDS)
    with Path(os.devnull).open("w") as nowhere:
        for number in (1, 2):
            os.dup2(nowhere.fileno(), number)
    if case:
        sys.meta_path.insert(0, _Instead(case))
    os.chdir(ROOT)
    return int(pytest.main(["-x", "-n", "0", "-p", "no:cacheprovider", *arguments]))


def _prepare() -> None:
    """Load what no mutant changes, once for all of them."""
    for name in ("pytest", "hypothesis", "pydantic", "babel", "mkdocs", "lxml.etree", "directive_atlas.load"):
        importlib.import_module(name)


def main() -> int:
    """Try a sample of the mutants of each stage; 1 if one survives."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stages", nargs="+", choices=list(STAGES), metavar="STAGE")
    parser.add_argument("--count", type=int, default=60, help="mutants of each stage (0: all)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.nice(10)
    _prepare()
    return max([_try(stage, options.count, options.seed) for stage in options.stages])


def _try(stage: str, count: int, seed: int) -> int:
    found, rounds = cases(stage), STAGES[stage]
    sample = random.Random(seed).sample(found, count) if 0 < count < len(found) else found
    if not all(passes(each) for each in rounds):
        print(f"{stage}: the tests fail without a mutant")
        return 1
    survived = [case for case in sample if _survives(case, rounds)]
    known = sum(case.known in SURVIVORS for case in survived)
    killed, new = len(sample) - len(survived), len(survived) - known
    print(f"{stage}: {len(sample)} of {len(found)} mutants: {killed} killed, {known} known, {new} new")
    return int(new > 0)


def _survives(case: Case, rounds: Sequence[Sequence[str]]) -> bool:
    """Whether no test sees a mutant; says so."""
    started = _spent()
    survives = all(passes(each, case) for each in rounds)
    why = SURVIVORS.get(case.known, "new")
    end = f"survives: {case.mutant.before}  ->  {case.mutant.after} ({why})" if survives else "killed"
    print(f"{case.name}: {end} [{_spent() - started:.0f} s]", flush=True)
    return survives


def _spent() -> float:
    """Processor seconds of all tests so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
