"""Which test runs which lines: measured once, so that a mistake in a line is shown to these tests only."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain, islice
from pathlib import Path

import coverage
import pytest

_START = 0.05
"""The seconds that it takes to begin any test."""


_UNLIKE = 40
"""How many tests come early because they run what those before them do not."""


@dataclass(frozen=True)
class Touched:
    """The processor seconds of each test, and the tests that run each line of each file."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[int, list[str]]] = field(default_factory=dict)

    def tests_of(self, path: Path, lines: Iterable[int] | None = None) -> list[str]:
        """The tests that run one of the lines of a file, or any of its lines, the most telling first.

        A test tells the more of a file the more lines of it that few tests run it runs, and the sooner.
        Every second one of the first is there because it is unlike the others: where a mistake does harm
        may be a line that few tests run, in whatever file.
        """
        known = self.lines.get(str(path), {})
        found = {test for line in (known if lines is None else lines) for test in known.get(line, ())}
        tells: dict[str, float] = defaultdict(float)
        for tests in known.values():
            for test in tests:
                tells[test] += 1 / len(tests)
        telling = sorted(found, key=lambda test: (-self._by_second(tells[test], test), test))
        mixed = chain.from_iterable(zip(islice(self._unlike(telling), _UNLIKE), telling, strict=False))
        return list(dict.fromkeys([*mixed, *telling]))

    def _by_second(self, worth: float, test: str) -> float:
        return worth / (self.seconds[test] + _START)

    def _unlike(self, tests: Sequence[str]) -> Iterator[str]:
        """Each time the test that runs most lines by the second which none before it runs, while one does."""
        left, run = dict.fromkeys(tests), 0
        while left:
            gains = {test: (self._all_lines[test] & ~run).bit_count() for test in left}
            best = max(left, key=lambda test: self._by_second(gains[test], test))
            if not gains[best]:
                return
            run |= self._all_lines[best]
            del left[best]
            yield best

    @cached_property
    def _all_lines(self) -> dict[str, int]:
        """The lines that each test runs: one bit for each line of any file."""
        found: dict[str, int] = defaultdict(int)
        for bit, tests in enumerate(tests for lines in self.lines.values() for tests in lines.values()):
            for test in tests:
                found[test] |= 1 << bit
        return found

    def within(self, seconds: float, path: Path, lines: Iterable[int] | None = None) -> list[str]:
        """As many of these tests as take so many seconds together; those of which ten fit come first."""
        tests = sorted(self.tests_of(path, lines), key=lambda test: self.seconds[test] > seconds / 10)
        spent = accumulate(self.seconds[test] for test in tests)
        return [test for test, so_far in zip(tests, spent, strict=True) if so_far <= seconds]

    def needed(self, tests: Iterable[str]) -> float:
        """The seconds that tests take together."""
        return sum(self.seconds[test] for test in tests)


class Measuring:
    """A plugin of pytest that measures a run of tests."""

    def __init__(self, sources: Sequence[Path]) -> None:
        self.touched = Touched()
        self.coverage = coverage.Coverage(
            data_file=None, branch=True, config_file=False, include=[f"{each}/*" for each in sources]
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self) -> Iterator[None]:
        """Measure all tests, without what is run when modules are loaded."""
        self.coverage.start()
        try:
            return (yield)
        finally:
            self.coverage.stop()
            self._keep()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Measure one test."""
        self.coverage.switch_context(item.nodeid)
        started = time.process_time()
        try:
            return (yield)
        finally:
            self.touched.seconds[item.nodeid] = time.process_time() - started
            self.coverage.switch_context("")

    def _keep(self) -> None:
        data = self.coverage.get_data()
        for path in data.measured_files():
            lines = data.contexts_by_lineno(path)
            self.touched.lines[path] = {
                line: [each for each in tests if each] for line, tests in lines.items()
            }
