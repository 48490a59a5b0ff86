"""What may not be in, or on the way to, a folder of a site: builders would wait for it, or follow it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from directive_atlas.filesystem import odd
from directive_atlas.problems import Place, Problem, problem

DEEPEST = 100
"""How deep folders may stand in one another: what walks through them calls itself for each."""


def links_out(folder: Path, shown: str) -> Iterator[Problem]:
    """E713 for each link below a folder to something outside, E112 for what is neither file nor folder.

    A folder that is a link itself leads out of the one it is in. ``shown`` is its name in messages.
    """
    root = folder.parent.resolve() / folder.name
    for path in [folder] if folder.is_symlink() else sorted(_suspicious(folder)):
        place = Place(shown if path == folder else f"{shown}/{path.relative_to(folder).as_posix()}")
        target = Path(os.path.realpath(path))  # a circle leads to itself
        if not target.is_relative_to(root):
            yield problem("E713", place, target=target)
        elif not path.is_symlink() and (what := odd(path)):
            yield problem("E112", place, what=what)


def require_shallow(folder: Path) -> None:
    """Nothing, unless folders stand more than ``DEEPEST`` deep in one another below a folder.

    Raises:
        OSError: they do, or one of them cannot be read.

    """
    todo = [(folder, 0)] if folder.is_dir() else []
    while todo:
        outer, depth = todo.pop()
        if depth > DEEPEST:
            raise OSError(errno.ELOOP, "its folders are too deep", str(outer))
        with os.scandir(outer) as entries:
            todo += ((Path(e.path), depth + 1) for e in entries if e.is_dir(follow_symlinks=False))


def link_to_site(folder: Path, site: str, shown: str) -> Iterator[Problem]:
    """E510 if the built site, below a ``folder`` that is ``shown`` so, is or is in a link.

    What is in a built site and no part of it is removed: through a link that would be what others have there.
    """
    parts = Path(site).parts
    for path in (Path(*parts[: number + 1]) for number in range(len(parts))):
        if (folder / path).is_symlink():
            yield problem("E510", Place(f"{shown}/{path.as_posix()}"), target=os.path.realpath(folder / path))
            return


def _suspicious(folder: Path) -> Iterator[Path]:
    """All links below a folder, and all that is neither a file nor a folder."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _suspicious(Path(entry.path))
            elif not entry.is_file(follow_symlinks=False):
                yield Path(entry.path)
