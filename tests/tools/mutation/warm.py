"""Made ready once for all mutants: loaded modules, and caches of what no mistake can change."""

from __future__ import annotations

import functools
import gc
from collections.abc import Iterable, Mapping
from itertools import groupby

import pytest

MOST_SECONDS = 2
"""A test that takes longer is not run for this."""


def chosen(seconds: Mapping[str, float]) -> list[str]:
    """Of each file of tests one that takes as long as most of its tests, unless that is long."""
    ordered = sorted(seconds, key=lambda test: (_file(test), seconds[test], test))
    files = (list(tests) for _, tests in groupby(ordered, key=_file))
    middles = (tests[len(tests) // 2] for tests in files)
    return [test for test in middles if seconds[test] <= MOST_SECONDS]


def _file(test: str) -> str:
    return test.partition("::")[0]


def run(items: Iterable[pytest.Item]) -> None:
    """Run tests in this process; they leave no fixture behind."""
    for item in items:
        item.ihook.pytest_runtest_protocol(item=item, nextitem=None)


def empty_caches(packages: Iterable[str]) -> None:
    """Forget what functions of some packages have kept: with a mistake they may give something else."""
    beginnings = tuple(f"{package}." for package in packages)
    for each in gc.get_objects():
        if isinstance(each, _CACHED) and (each.__module__ or "").startswith(beginnings):
            each.cache_clear()


_CACHED = type(functools.cache(len))
