"""Every problem of the catalogue is found by some test."""

from __future__ import annotations

import re

import pytest
from directive_atlas.problems import problem

from tests.golden.base import GOLDEN
from tests.tools.paths import ROOT

CODES = sorted(problem.kinds)


@pytest.fixture(scope="module")
def expected() -> set[str]:
    """The codes that stand in the problems of golden cases, or that a unit test asserts."""
    files = [*GOLDEN.glob("*/*.yml"), *(ROOT / "tests" / "unit").glob("*.py")]
    return {code for path in files for code in re.findall(r"\b[EW]\d{3}\b", path.read_text("utf-8"))}


@pytest.mark.parametrize("code", CODES)
def test_a_case_has_it(code: str, expected: set[str]) -> None:
    assert code in expected
