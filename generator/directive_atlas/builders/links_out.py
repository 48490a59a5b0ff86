"""Links that lead out of a published folder: builders of sites follow them and publish what is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from directive_atlas.problems import Place, Problem, problem


def links_out(folder: Path, shown: str) -> Iterator[Problem]:
    """E713 for each link below a folder to something outside; ``shown`` is its name in messages."""
    root = folder.resolve()
    for path in sorted(_links(folder)):
        target = Path(os.path.realpath(path))  # a circle leads to itself
        if not target.is_relative_to(root):
            yield problem("E713", Place(f"{shown}/{path.relative_to(folder).as_posix()}"), target=target)


def _links(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                yield Path(entry.path)
            elif entry.is_dir():
                yield from _links(Path(entry.path))
