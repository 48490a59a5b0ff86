"""The small corpus from which each golden case starts."""

from __future__ import annotations

from pathlib import Path

import yaml

GOLDEN = Path(__file__).parent
BASE: dict[str, str] = yaml.safe_load((GOLDEN / "base.yml").read_text("utf-8"))["files"]
"""Texts by the names of their files below ``data/``."""


def write_base(folder: Path) -> Path:
    """Write them into the folder ``data`` of another one; gives that folder."""
    for name, text in BASE.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder / "data"
