"""The data as they are in revisions of git; nothing of the working copy is touched."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.load.kinds import CHANGES, SCHEMAS

SHORT = 12
"""The digits of a revision that are recorded: enough for any repository of texts."""


class NoRevisionError(Exception):
    """There is no such revision, or it has no data that can be read."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision that changed the data, and when it was committed."""

    name: str
    moment: dt.datetime

    @property
    def short(self) -> str:
        """Its name as it is recorded."""
        return self.name[:SHORT]


def revisions(data: Path, since: str | None = None) -> Sequence[Revision]:
    """The revisions of this branch that changed the records, the oldest first, or only those since one.

    Raises:
        NoRevisionError: the folder is in no repository, or there is no revision ``since``.

    """
    wanted = f"{full_name(data, since)}..HEAD" if since else "HEAD"
    aside = [f":(exclude){name}" for name in (CHANGES, SCHEMAS)]
    arguments = (
        "--first-parent",
        "--reverse",
        "--format=%H %ct",
        "--end-of-options",
        wanted,
        "--",
        ".",
        *aside,
    )
    lines = _git(data, "log", *arguments).decode().splitlines()
    return [_revision(*line.split()) for line in lines]


def _revision(name: str, seconds: str) -> Revision:
    return Revision(name, dt.datetime.fromtimestamp(int(seconds), dt.UTC))


def full_name(data: Path, revision: str) -> str:
    """The whole name of a revision.

    Raises:
        NoRevisionError: there is none.

    """
    arguments = ("--verify", "--end-of-options", f"{revision}^{{commit}}")
    return _git(data, "rev-parse", *arguments).decode().split()[-1]


def unpack(revision: str, data: Path, target: Path) -> Path:
    """The data of a revision, in a folder of their own.

    Raises:
        NoRevisionError: there is no such revision, or it has no such folder.

    """
    top = _git(data, "rev-parse", "--show-toplevel").decode().strip()
    tree = _git(data, "rev-parse", "--verify", "--end-of-options", f"{revision}:./").decode().strip()
    packed = _git(Path(top), "archive", "--format=tar", tree)
    try:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(target, filter="data")
    except (OSError, tarfile.TarError) as error:
        raise NoRevisionError(revision) from error
    return target


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints; a word of the command line is never taken for an option."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoRevisionError(" ".join(arguments)) from error
