"""Data flow through the rooms in one direction: no room imports one behind it, or its neighbour's inside."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

BESIDE = {"batched", "output", "problems", "source"}
MAY_IMPORT = {
    "source": {"load"},
    "problems": set[str](),
    "load": BESIDE,
    "review": BESIDE | {"load"},
    "check": BESIDE | {"load", "review", "schedule"},
    "schedule": BESIDE | {"load"},
    "resolve": BESIDE | {"load", "review", "schedule"},
    "pages": BESIDE | {"load", "schedule", "resolve"},
    "exports": BESIDE | {"load", "resolve", "pages"},
}
OF_PAGES = {"address", "catalogue", "labels"}
"""What exports need of pages: addresses, the words of the interface, and their labels."""


def _imports(path: Path) -> Iterator[list[str]]:
    """The modules of the generator that a file imports from, as the parts of their names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        inside = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
        for name in names:
            if (inside + name).startswith("generator."):
                yield (inside + name).split(".")[1:]


def _imported(room: str) -> list[list[str]]:
    return [parts for path in (ROOT / "generator" / room).rglob("*.py") for parts in _imports(path)]


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_stands_before_it(room: str) -> None:
    assert {parts[0] for parts in _imported(room)} <= MAY_IMPORT[room] | {room}


def test_exports_take_only_addresses_and_words_from_pages() -> None:
    assert {parts[1] for parts in _imported("exports") if parts[0] == "pages"} == OF_PAGES
