"""The record of a directive on disk: read, saved unless somebody else changed it, kept as a copy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from directive_atlas import filesystem
from directive_atlas.load.fields import is_id
from directive_atlas.load.kinds import BEFORE_RELOAD

_MARK = b"\xef\xbb\xbf"
"""What some programs write at the beginning of a file in UTF-8."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The data folder of a site, its name for messages, and how to keep other runs out of it."""

    data: Path
    shown: str
    alone: Callable[[], AbstractContextManager[None]]

    def directives(self) -> list[str]:
        """The ids of the directives, sorted."""
        return [name for name in filesystem.folders_in(self.data, "directives") or () if is_id(name)]


def record_name(directive: str) -> str:
    """The path of a record below the data folder."""
    return f"directives/{directive}/directive.yml"


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A record as it is in its file: the text, and a digest of the bytes."""

    text: str
    digest: str


class GoneError(Exception):
    """The record is not there any more."""


class ChangedError(Exception):
    """Somebody else has changed the file; ``there`` is what it has now."""

    def __init__(self, there: OnDisk) -> None:
        super().__init__(there.digest)
        self.there = there


def read(folder: Folder, directive: str) -> OnDisk:
    """A record as it is now.

    Raises:
        GoneError: there is none.
        UnicodeDecodeError, OSError: it cannot be read.

    """
    content = _content(folder, directive)
    return OnDisk(content.decode("utf-8-sig"), digest_of(content))


def _content(folder: Folder, directive: str) -> bytes:
    content = filesystem.read(folder.data, record_name(_known(folder, directive)))
    if content is None:
        raise GoneError
    return content


def _known(folder: Folder, directive: str) -> str:
    """The name of a folder of a directive, and of nothing else.

    Raises:
        GoneError: there is none.

    """
    if directive not in folder.directives():
        raise GoneError
    return directive


def digest_of(content: bytes) -> str:
    """What tells a content from every other one."""
    return hashlib.sha256(content).hexdigest()


def save(folder: Folder, directive: str, text: str, digest: str) -> OnDisk:
    """Write a record in place of that with a digest; the same text changes no byte.

    Raises:
        ChangedError: the file has changed since it was read.
        GoneError: it is not there any more.
        write.RunningError: another run writes into the data folder.
        UnicodeError, OSError: it cannot be written.

    """
    with folder.alone():
        content = _content(folder, directive)
        if digest_of(content) != digest:
            raise ChangedError(OnDisk(content.decode("utf-8-sig", "replace"), digest_of(content)))
        new = (_MARK if content.startswith(_MARK) else b"") + text.encode()
        if new != content:
            filesystem.write(folder.data, record_name(directive), new)
        return OnDisk(text, digest_of(new))


def keep(folder: Folder, directive: str, text: str) -> str:
    """Write a text as a copy beside the record, in a file that is not there yet; its path.

    Raises:
        GoneError: there is no folder of the directive.
        write.RunningError: another run writes into the data folder.
        UnicodeError, OSError: it cannot be written.

    """
    with folder.alone():
        stem = record_name(_known(folder, directive))
        taken = (f"{stem}{f'.{number}' if number else ''}{BEFORE_RELOAD}" for number in count())
        name = next(each for each in taken if filesystem.read(folder.data, each) is None)
        filesystem.write(folder.data, name, text.encode())
        return f"{folder.shown}/{name}"
