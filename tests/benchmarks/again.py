"""Runs of ``directives generate`` on pages that are there: of what has changed since, only that is made."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from click.testing import CliRunner
from directive_atlas.cli import main

from tests.benchmarks.stages import Measured

AGAIN = "again: "
"""Stages that are no part of a run, but runs of their own."""


def to_again(root: Path, measured: Measured) -> None:
    """A whole run, one with nothing to do, and with a title, an English name and the day changed."""
    measured(f"{AGAIN}all", partial(_generate, root))
    measured(f"{AGAIN}nothing", partial(_generate, root))
    _edit(next((root / "data" / "directives").glob("*/directive.yml")), "title:\n  zh: ")
    measured(f"{AGAIN}one title", partial(_generate, root))
    _edit(root / "data" / "actors.yml", "\n    en: ")
    measured(f"{AGAIN}one body", partial(_generate, root))
    measured(f"{AGAIN}next day", partial(_generate, root, "--as-of", "2024-07-01"))


def _edit(file: Path, before: str) -> None:
    text = file.read_text("utf-8")
    assert before in text, file
    file.write_text(text.replace(before, f"{before}X", 1), "utf-8")


def _generate(root: Path, *options: str) -> None:
    result = CliRunner().invoke(main, ["generate", "--site", str(root), *options])
    assert result.exit_code == 0, result.output
