"""Each line of the threat model has a test that exists, in every language the same."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.tools.own import GUIDE, needs_guide
from tests.tools.paths import ROOT

pytestmark = needs_guide
PAGES = (GUIDE / "threat-model.md", ROOT / "docs/en/guide/threat-model.md")


def _lines(page: Path) -> list[str]:
    """The lines of the tables, without their headings."""
    tables = re.findall(r"^\| --- .*\n((?:\|.*\n)+)", page.read_text("utf-8"), re.MULTILINE)
    return [line for table in tables for line in table.splitlines()]


def _named(line: str) -> list[tuple[str, str]]:
    return re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", line)


def _tests_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {
        each.name for each in tree.body if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    }


@pytest.mark.parametrize("page", PAGES, ids=["zh", "en"])
def test_each_line_has_a_test_that_exists(page: Path) -> None:
    lines = _lines(page)
    assert len(lines) > 30
    for line in lines:
        named = _named(line)
        assert named, line
        for path, test in named:
            assert test in _tests_in(ROOT / path), line


def test_both_languages_name_the_same_tests() -> None:
    chinese, english = ([_named(line) for line in _lines(page)] for page in PAGES)
    assert chinese == english
