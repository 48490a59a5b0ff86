"""Where the repository, the package and the fixture lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
"""The repository."""
PACKAGE = ROOT / "generator" / "directive_atlas"
ENCODINGS = ROOT / "tests" / "encodings"
FIXTURE = ROOT / "tests" / "fixture"
"""A small site of its own, of an invented country; its data have all that the format has."""
