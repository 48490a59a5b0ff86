"""Do the tests see small mistakes? ``make mutants ARGS="schedule"``; ``make mutants-all`` tries every one.

All tests are measured once. Each mutant of a sample is then shown to the tests that run its line, the most
telling first, in a process of their own; no file is changed. A mutant that none of them notices is printed,
and survives unless ``survivors.yml`` says why it may. The sample is the same in each run with the same
``--seed`` and ``--count``.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import pickle
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import zip_longest
from pathlib import Path
from types import CodeType
from typing import cast

import pytest
import yaml

from tests.tools.apart import passes
from tests.tools.mutation import warm
from tests.tools.mutation.mutating import Mutant, mutants, mutated
from tests.tools.mutation.swapped import Functions, Instead, differing, functions_of, swap
from tests.tools.mutation.touched import Measuring, Touched
from tests.tools.paths import ROOT

PACKAGE = ROOT / "generator" / "directive_atlas"
STAGES = ("check", "schedule", "resolve", "expand", "write")
"""The packages whose mistakes matter most: a wrong status or a lost page is not seen by looking at a site."""

_UNIT = """
test_any_day test_beside test_board test_changes test_completion test_correcting test_coverage
test_dated_entries test_days test_editions test_every_problem test_evidence test_expand test_extension
test_history test_identify test_incremental test_limits test_lineage test_links_both_ways test_lock
test_manifest test_other_kinds test_properties test_recurrence test_recurrence_far test_resolved_values
test_review test_schedule test_second_derivation test_slips test_standing test_standing_rules
test_statuses test_subject test_terms test_timing_text test_timings test_translations test_upgrade
test_what_pages_read test_whole_or_nothing test_words_of_text test_write
"""
TESTS = ("tests/golden/test_cases.py", *(f"tests/unit/{name}.py" for name in _UNIT.split()))
"""The tests that are to see them."""
ALL_SECONDS = 3600
"""Far more than the tests need without a mistake."""
GRACE_SECONDS = 20
"""A mutant for which tests compute so much longer than without it is noticed."""


def survivors() -> Mapping[tuple[str, str, str], str]:
    """Mutants that do the same, or something as good: module, line before and part after the mistake, why."""
    listed = yaml.safe_load((ROOT / "tests/tools/mutation/survivors.yml").read_text("utf-8")) or {}
    return {
        (module, each["line"], each["after"]): each["why"]
        for module, found in listed.items()
        for each in found
    }


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
    def stage(self) -> str:
        """The stage of its module."""
        return self.path.relative_to(PACKAGE).parts[0]

    @property
    def known(self) -> tuple[str, str, str]:
        """What ``survivors`` knows it by: lines move."""
        line = _text(self.path).splitlines()[self.mutant.line - 1].strip()
        return self.path.relative_to(PACKAGE).as_posix(), line, self.mutant.after

    def code(self) -> tuple[CodeType, CodeType]:
        """The code without the mistake, and with it."""
        right = compile(_text(self.path), self.path, "exec", dont_inherit=True)
        wrong = mutated(_text(self.path), self.mutant.number)
        return right, compile(wrong, self.path, "exec", dont_inherit=True)


@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8")


def cases(stage: str, like: Sequence[str] = ("",)) -> list[Case]:
    """All mutants of a stage, or those whose names begin like one of these."""
    paths = sorted((PACKAGE / stage).rglob("*.py"))
    found = (Case(path, mutant) for path in paths for mutant in mutants(_text(path)))
    return [case for case in found if case.name.startswith(tuple(like))]


class _Chosen:
    """A plugin of pytest: runs only these tests, in this order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.order = {name: number for number, name in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )


class _Trials:
    """A plugin of pytest: instead of running the tests once, runs some of them for each mutant."""

    def __init__(self, cases: Sequence[Case], touched: Touched, seconds: float, tally: Tally) -> None:
        self.cases, self.touched, self.seconds, self.tally = cases, touched, seconds, tally

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        warm.run(items[name] for name in warm.chosen(self.touched.seconds) if name in items)
        warm.empty_caches(f"{PACKAGE.name}.{stage}" for stage in STAGES)
        functions = functions_of(PACKAGE)
        gc.freeze()  # so that a process of a mutant need not copy what is there
        for case in self.cases:
            chosen = self.touched.within(self.seconds, case.path, case.mutant.lines)
            with tempfile.TemporaryDirectory() as folder:
                own = [items[name] for name in chosen]
                run = partial(_run_swapped, session, own, functions, case, Path(folder))
                self.tally.tell(case, not passes(run, self.touched.needed(chosen) + GRACE_SECONDS))
        return True


def _run_swapped(
    session: pytest.Session, items: Sequence[pytest.Item], functions: Functions, case: Case, folder: Path
) -> int:
    # What tests share in their folder was made by the code of another mutant.
    session.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]
    swap(functions, differing(*case.code()) or ())
    for item, following in zip_longest(items, items[1:]):
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0


def _run_instead(case: Case, tests: Sequence[str]) -> int:
    sys.meta_path.insert(0, Instead(case.path, PACKAGE, case.code()[1]))
    return _pytest(_Chosen(tests))


def _pytest(plugin: object) -> int:
    """Run the tests with a plugin; nobody reads what they say, so they say little."""
    brief = ["-n", "0", "-x", "-s", "-p", "no:cacheprovider", "--assert=plain", "--tb=native"]
    return int(pytest.main([*brief, *TESTS], plugins=[plugin]))


def _measured() -> Touched:
    """What the tests touch.

    Raises:
        SystemExit: one fails without a mistake.

    """
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder, "touched")

        def measure() -> int:
            measuring = Measuring([PACKAGE / stage for stage in STAGES])
            failed = _pytest(measuring)
            kept.write_bytes(pickle.dumps(measuring.touched))
            return failed

        if not passes(measure, ALL_SECONDS):
            raise SystemExit("the tests fail without a mutant")
        return cast("Touched", pickle.loads(kept.read_bytes()))


@dataclass
class Tally:
    """Counts and prints what becomes of mutants, and how many were tried."""

    known: Mapping[tuple[str, str, str], str] = field(default_factory=survivors)
    ends: Counter[tuple[str, str]] = field(default_factory=Counter)

    def tell(self, case: Case, killed: bool) -> None:
        """Count a mutant, and print it if no test saw it."""
        why = self.known.get(case.known)
        end = "killed" if killed else "known" if why else "new"
        self.ends[case.stage, end] += 1
        if (tried := self.ends.total()) % 100 == 0:
            print(f"{tried} tried", file=sys.stderr, flush=True)
        if not killed:
            print(f"{case.name}: {case.mutant.before}  ->  {case.mutant.after} ({why or 'new'})", flush=True)

    def shown(self, stage: str) -> str:
        """What became of the mutants of a stage."""
        counts = {end: self.ends[stage, end] for end in ("killed", "known", "new")}
        return f"{sum(counts.values())} tried: " + ", ".join(f"{n} {end}" for end, n in counts.items())


def _try(tried: Sequence[Case], touched: Touched, seconds: float) -> Tally:
    """Those that are seen when modules are loaded first: no module of a stage is loaded yet."""
    tally = Tally()
    inside = {case for case in tried if differing(*case.code()) is not None}
    for case in tried:
        if case not in inside:
            chosen = touched.within(seconds, case.path)
            run = partial(_run_instead, case, chosen)
            tally.tell(case, not passes(run, touched.needed(chosen) + GRACE_SECONDS))
    _pytest(_Trials([case for case in tried if case in inside], touched, seconds, tally))
    return tally


def main() -> int:
    """Try a sample of the mutants of each stage; 1 if one survives."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stages", nargs="*", choices=[[], *STAGES], metavar="STAGE", help="all without one")
    parser.add_argument("--count", type=int, default=60, help="mutants of each stage (0: all)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--seconds", type=int, default=60, help="for each mutant; most are noticed in one second"
    )
    parser.add_argument(
        "--like",
        nargs="+",
        default=[""],
        metavar="BEGINNING",
        help="only of modules, or lines, that begin so: write check/ids.py:12",
    )
    options = parser.parse_args()
    os.nice(10)
    os.chdir(ROOT)
    for name in ("hypothesis", "pydantic", "babel", "mkdocs", "lxml.etree", "directive_atlas.load"):
        importlib.import_module(name)  # what no mutant changes, once for all of them
    found = {stage: cases(stage, options.like) for stage in options.stages or STAGES}
    chance = random.Random(options.seed)
    samples = {
        stage: chance.sample(of, min(options.count or len(of), len(of))) for stage, of in found.items()
    }
    tried = [case for sample in samples.values() for case in sample]
    tally = _try(tried, _measured(), options.seconds)
    for stage in samples:
        print(f"{stage}: {len(found[stage])} mutants, {tally.shown(stage)}")
    return int(any(end == "new" for _, end in tally.ends))


if __name__ == "__main__":
    raise SystemExit(main())
