"""Which program this is: what it makes may be used again only by the same one."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import distributions
from importlib.resources import files
from pathlib import Path


def of_program() -> str:
    """A fingerprint of this program and of all that is installed beside it.

    Its files count, not only its version: that stays the same while somebody works on it.
    """
    found = hashlib.sha256(sys.version.encode())
    for name in sorted(f"{each.name} {each.version}" for each in distributions()):
        found.update(f"{name}\n".encode())
    found.update(of_folder(Path(str(files("directive_atlas")))).encode())
    return found.hexdigest()


def of_folder(folder: Path) -> str:
    """A fingerprint of all plain files below a folder but hidden and compiled ones."""
    found = hashlib.sha256()
    for path in _files(folder):
        own = hashlib.sha256(path.read_bytes()).hexdigest()
        found.update(f"{path.relative_to(folder).as_posix()} {own}\n".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """By name."""
    for path in sorted(folder.rglob("[!.]*")):
        if path.suffix != ".pyc" and path.is_file() and not path.is_symlink():
            yield path
