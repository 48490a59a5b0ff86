"""Which program this is: what it makes may be used again only by the same one."""

from __future__ import annotations

import hashlib
import stat
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

_COMPILED = ".pyc"

LARGE = 1 << 26
"""Beyond so many bytes the size and the time of a file stand for its content."""


@cache
def of_program() -> str:
    """A fingerprint of this program and of all that is installed beside it.

    Its files count, not only its version: that stays the same while somebody works on it. They are looked at
    once, as it is loaded once. Of each package beside it, the folder that names its version counts.
    """
    found = hashlib.sha256(sys.version.encode())
    for name in sorted({each.name for path in sys.path for each in Path(path).glob("*.*-info")}):
        found.update(f"{name}\n".encode())
    found.update(of_folder(Path(str(files("directive_atlas"))), but=_COMPILED).encode())
    return found.hexdigest()


def of_folder(folder: Path, but: str = "") -> str:
    """A fingerprint of all that is below a folder, ``but`` for files with this suffix."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if not but or path.suffix != but:
            told = f"{path.relative_to(folder).as_posix()} {of_file(path)}\n"
            found.update(told.encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def of_file(path: Path) -> str:
    """What stands for a file; links are not followed, and what is no plain file is not read."""
    try:
        state = path.lstat()
        if stat.S_ISLNK(state.st_mode):
            return f"link to {path.readlink()}"
        if not stat.S_ISREG(state.st_mode):
            return f"kind {stat.S_IFMT(state.st_mode)}"
        if state.st_size > LARGE:
            return f"{state.st_size} {state.st_mtime_ns}"
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:  # whoever needs the file will say so
        return f"error {error.errno}"
