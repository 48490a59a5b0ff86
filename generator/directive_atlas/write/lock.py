"""Only one run at a time writes below a folder.

The operating system holds the lock and releases it when the process ends; the file only says which process it
is. A run removes the file at its end, so whoever locks it checks that it is still the file that others will
lock.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from directive_atlas.filesystem import require_file
from directive_atlas.problems import Place, Problem, problem, say
from directive_atlas.write.settle import settle

LOCK = ".generated.lock"
"""Name of the file in the folder; MkDocs ignores names that begin with a dot."""

_OPEN = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK


class RunningError(Exception):
    """Another run holds the lock; ``problem`` is E504 and says which."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@contextmanager
def alone(root: Path, holder: str) -> Iterator[None]:
    """Keep other runs out of a folder; makes the folder if needed.

    ``holder`` says which process this is and since when.

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
            if _is_still_at(path, file):
                path.unlink()


@contextmanager
def alone_with_pages(root: Path, holder: str) -> Iterator[None]:
    """Keep other runs out of the folder of pages, and finish first what a killed one has left there.

    Raises:
        RunningError: another run is in it.
        OSError: the folder cannot be locked, or what is left cannot be finished.

    """
    with alone(root, holder):
        settle(root)
        yield


def _locked(path: Path) -> FileIO:
    """The lock file, open and locked."""
    while True:
        require_file(path)  # opening a device could do something
        file = FileIO(os.open(path, _OPEN, 0o644), "r+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with file:
                holder = file.read(1000).decode("utf-8", "replace")
            place = Place(f"{path.parent.name}/{LOCK}")
            raise RunningError(problem("E504", place, holder=holder or say("it has just begun"))) from None
        if _is_still_at(path, file):
            return file
        file.close()


def _is_still_at(path: Path, file: FileIO) -> bool:
    """Whether the file that was opened has been neither removed nor replaced since."""
    try:
        return os.path.samestat(path.stat(follow_symlinks=False), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
