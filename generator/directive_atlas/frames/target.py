"""The folder of the finished site: what is in it, and how new files come there.

New files are made aside, in a hidden folder of the site, while the site stays as it was. Only when all are
there they take their places, which is a matter of moments and not interrupted by signals.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from directive_atlas import filesystem

ASIDE = ".unfinished"
"""The folder of files that have no place yet; builders and hosts leave hidden names out."""

_LATER = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}


def present(site: Path) -> dict[str, tuple[int, int]]:
    """Size and time of the files in a site; of what is no plain file both are -1.

    Hidden names at the top belong to others, as for the builders.
    """
    return dict(_below(str(site), ""))


def _below(folder: str, prefix: str) -> Iterator[tuple[str, tuple[int, int]]]:
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if not prefix and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                state = entry.stat(follow_symlinks=False)
                yield prefix + entry.name, (state.st_size, state.st_mtime_ns)
            else:
                yield prefix + entry.name, (-1, -1)


@contextmanager
def aside(site: Path) -> Iterator[Path]:
    """An empty folder for files that have no place yet; it is gone afterwards."""
    discard(site)
    folder = site / ASIDE
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        discard(site)


def discard(site: Path) -> None:
    """Remove what a run has left aside that did not come to its end.

    Raises:
        OSError: it cannot be removed.

    """
    filesystem.discard(site / ASIDE)


def settle(site: Path, made: Mapping[str, Path], gone: Iterable[str]) -> None:
    """Give new files their places and remove those that are gone; signals have to wait meanwhile."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _LATER)
    try:
        for name in gone:
            _remove(site, name)
        folders: set[str] = set()
        for name, path in made.items():
            folder = name.rpartition("/")[0]
            if folder not in folders:
                (site / folder).mkdir(parents=True, exist_ok=True)
                folders.add(folder)
            path.replace(site / name)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _remove(site: Path, name: str) -> None:
    """Remove a file, and the folders that are empty then."""
    (site / name).unlink()
    folder = name.rpartition("/")[0]
    with suppress(OSError):  # not empty
        while folder:
            (site / folder).rmdir()
            folder = folder.rpartition("/")[0]
