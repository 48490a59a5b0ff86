"""The files of a tree of git, written as they are."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

LARGEST = 2**30
"""The bytes of all files of a revision that are unpacked at most."""

ERRORS = (OSError, EOFError, subprocess.CalledProcessError, tarfile.TarError)
"""What is raised for a tree that cannot be written, or must not be, such as a link that leads outside."""

_LINK, _MODULE = "120000", "160000"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, a link or a submodule in a tree, with its mode and its object as git writes them."""

    mode: str
    name: str
    path: str
    size: int


def entries(listed: bytes) -> Sequence[Entry]:
    """The entries in what ``git ls-tree -r -z --long`` prints."""
    return [_entry(*each.split(b"\t", 1)) for each in listed.split(b"\0") if each]


def _entry(about: bytes, path: bytes) -> Entry:
    mode, _, name, size = about.decode().split()
    return Entry(mode, name, os.fsdecode(path), int(size) if size.isdecimal() else 0)


def extract(found: Sequence[Entry], repository: Path, target: Path) -> None:
    """Write the entries into a folder; nothing outside of it, no link that leads outside, no odd rights.

    Raises:
        OSError, EOFError, subprocess.CalledProcessError, tarfile.TarError: this cannot be done.

    """
    with TemporaryFile() as spool:
        with tarfile.open(fileobj=spool, mode="w") as archive:
            for entry, content in zip(found, _contents(found, repository), strict=True):
                archive.addfile(_member(entry, content), io.BytesIO(content))
        spool.seek(0)
        with tarfile.open(fileobj=spool) as archive:
            archive.extractall(target, filter="data")


def _member(entry: Entry, content: bytes) -> tarfile.TarInfo:
    """The entry of an archive: what extracts one safely is in the standard library."""
    member = tarfile.TarInfo(entry.path)
    member.mode = 0o755 if entry.mode in {"100755", _MODULE} else 0o644
    if entry.mode == _LINK:
        member.type, member.linkname = tarfile.SYMTYPE, os.fsdecode(content)
    elif entry.mode == _MODULE:
        member.type = tarfile.DIRTYPE  # as in a checkout without submodules
    else:
        member.size = len(content)
    return member


def _contents(found: Sequence[Entry], repository: Path) -> Iterator[bytes]:
    """The bytes of each entry; of submodules none."""
    command = ["git", "-C", str(repository), "cat-file", "--batch"]
    with TemporaryFile() as names:
        names.write("".join(f"{each.name}\n" for each in found if each.mode != _MODULE).encode())
        names.seek(0)
        with subprocess.Popen(command, stdin=names, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as git:
            assert git.stdout is not None
            for each in found:
                yield b"" if each.mode == _MODULE else _content(git.stdout, each.size)


def _content(printed: IO[bytes], size: int) -> bytes:
    """The next object that git prints: a line about it, its bytes, and a line end."""
    printed.readline()
    content = printed.read(size)
    if len(content) != size or printed.read(1) != b"\n":
        raise EOFError
    return content
