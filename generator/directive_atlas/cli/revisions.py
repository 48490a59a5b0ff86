"""The data as they are in revisions of git; nothing of the working copy is touched."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.cli.unpacking import ERRORS, LARGEST, entries, extract
from directive_atlas.load.kinds import CHANGES, SCHEMAS
from directive_atlas.vocabulary.dates import FIRST_YEAR, LAST_YEAR

LISTED = 2**28
"""The bytes of the list of files of a revision at most: a few folders that hold each other many times over
make one that never ends, of files without a byte.
"""

SHORT = 12
"""The digits of a revision that are recorded: enough for any repository of texts."""


class NoRevisionError(Exception):
    """There is no such revision, or it has no data that can be read."""


class TooLargeError(NoRevisionError):
    """The data of a revision have more bytes than are unpacked."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision that changed the data, and when it was committed; ``None`` for a moment of no calendar."""

    name: str
    moment: dt.datetime | None

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
    return [_revision(line) for line in lines]


def _revision(line: str) -> Revision:
    name, _, seconds = line.partition(" ")
    return Revision(name, _moment(seconds))


def _moment(seconds: str) -> dt.datetime | None:
    """The moment of a commit; git keeps whatever number somebody wrote there."""
    try:
        moment = dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def full_name(data: Path, revision: str) -> str:
    """The whole name of a revision.

    Raises:
        NoRevisionError: there is none.

    """
    arguments = ("--verify", "--end-of-options", f"{revision}^{{commit}}")
    return _git(data, "rev-parse", *arguments).decode().split()[-1]


def unpack(revision: str, data: Path, target: Path, largest: int = LARGEST) -> Path:
    """The data of a revision as they are in git, in a folder of their own.

    What attributes say of an export (``.gitattributes``) is not followed: they would hide files, or change
    their words.

    Raises:
        NoRevisionError: there is no such revision, or it has no such folder.
        TooLargeError: it has more than ``largest`` bytes, or files without number.

    """
    top = Path(_git(data, "rev-parse", "--show-toplevel").decode().strip())
    tree = _git(data, "rev-parse", "--verify", "--end-of-options", f"{revision}:./").decode().strip()
    listed = _git(top, "ls-tree", "-r", "-z", "--long", "--full-tree", tree, most=LISTED)
    found = entries(listed) if len(listed) <= LISTED else ()
    if len(listed) > LISTED or sum(each.size for each in found) > largest:
        raise TooLargeError(revision)
    try:
        extract(found, top, target)
    except ERRORS as error:
        raise NoRevisionError(revision) from error
    return target


def _git(folder: Path, *arguments: str, most: int | None = None) -> bytes:
    """What git prints, or one byte more than ``most`` of it; no word is ever taken for an option."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as git:
            assert git.stdout is not None
            printed = git.stdout.read(-1 if most is None else most + 1)
            if most is not None and len(printed) > most:
                git.kill()
                return printed
    except OSError as error:
        raise NoRevisionError(" ".join(arguments)) from error
    if git.returncode:
        raise NoRevisionError(" ".join(arguments))
    return printed
