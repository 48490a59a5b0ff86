"""One run at a time writes below a folder.

The system itself keeps the lock and gives it back when its holder ends, however that happens; the file
only says who holds it. A run that ends removes the file, so whoever has locked it looks whether it is
still the one that others will lock.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from directive_atlas.problems import Place, Problem, problem

LOCK = ".generated.lock"
"""Name of the file in the folder; MkDocs passes over names that begin with a dot."""

_OPEN = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK


class RunningError(Exception):
    """Another run holds the lock; ``problem`` is E504 and says which."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@contextmanager
def alone(root: Path, holder: str) -> Iterator[None]:
    """Keep other runs out of a folder; makes it if it is not there.

    ``holder`` tells them who this is and since when.

    Raises:
        RunningError: another run is in it.
        OSError: the folder cannot be locked.

    """
    root.mkdir(parents=True, exist_ok=True)
    path = root / LOCK
    with _locked(path) as file:
        file.truncate(0)
        file.write(holder.encode())
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _locked(path: Path) -> FileIO:
    """The lock file, open and locked."""
    while True:
        file = FileIO(os.open(path, _OPEN, 0o644), "r+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with file:
                holder = file.read(1000).decode("utf-8", "replace")
            place = Place(f"{path.parent.name}/{LOCK}")
            raise RunningError(problem("E504", place, holder=holder or "it has just begun")) from None
        if _is_still_at(path, file):
            return file
        file.close()


def _is_still_at(path: Path, file: FileIO) -> bool:
    """Whether the file that was opened has not been removed since, nor another one put in its place."""
    try:
        return os.path.samestat(path.stat(follow_symlinks=False), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
