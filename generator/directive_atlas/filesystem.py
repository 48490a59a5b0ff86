"""Files below a folder: read, written and removed without following a link.

Each folder on the path is opened separately, so a link that is put there meanwhile is not followed either.
Only plain files are opened: reading a named pipe could wait for ever. Names are paths from the folder with
forward slashes.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from directive_atlas.problems import Wording, say
from directive_atlas.vocabulary.characters import UNFIT

TEMPORARY = ".generated.tmp"
"""The name of a file while it is written; only one run at a time writes below a folder."""

_KINDS = {
    stat.S_IFREG: say("a file"),
    stat.S_IFDIR: say("a folder"),
    stat.S_IFLNK: say("a link"),
    stat.S_IFIFO: say("a named pipe"),
    stat.S_IFSOCK: say("a socket"),
    stat.S_IFCHR: say("a device"),
    stat.S_IFBLK: say("a device"),
}
_ENTER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


class NotPlainError(OSError):
    """Something other than a plain file or folder is at ``name``; ``what`` says what."""

    def __init__(self, name: str, what: Wording) -> None:
        super().__init__(errno.EINVAL, f"it is {what}", name)
        self.name, self.what = name, what

    @property
    def is_link(self) -> bool:
        """Whether it is a link; links are never followed."""
        return self.what == _KINDS[stat.S_IFLNK]


def is_inside(name: str) -> bool:
    """Whether a name is below the folder and in normal form."""
    path = PurePosixPath(name)
    usual = bool(path.name) and str(path) == name and not UNFIT.search(name)
    return usual and not path.is_absolute() and ".." not in path.parts


def read(root: Path, name: str) -> bytes | None:
    """The bytes of a plain file; ``None`` if there is none.

    Raises:
        NotPlainError: it, or a folder on the way to it, is something else.
        OSError: it cannot be read; names the file.

    """
    *folders, own = name.split("/")
    try:
        with _names(root / name), _entered(root, folders) as folder:
            _expect(stat.S_IFREG, own, folder, name)
            with os.fdopen(os.open(own, _READ, dir_fd=folder), "rb") as file:
                return file.read()
    except FileNotFoundError:
        return None


def folders_in(root: Path, name: str) -> list[str] | None:
    """The names of the folders in a folder, sorted; links are listed too. ``None`` if there is no folder.

    Raises:
        NotPlainError: it is no plain folder.
        OSError: it cannot be read; names the folder.

    """
    try:
        with _names(root / name), _entered(root, name.split("/")) as folder, os.scandir(folder) as entries:
            return sorted(e.name for e in entries if e.is_symlink() or e.is_dir(follow_symlinks=False))
    except FileNotFoundError:
        return None


def write(root: Path, name: str, content: bytes) -> None:
    """Write a file atomically: readers see the old or the new one. Missing folders are made.

    Raises:
        NotPlainError: a folder on the way to it is something else.
        OSError: it cannot be written; names the file.

    """
    *folders, own = name.split("/")
    with _names(root / name):
        root.mkdir(parents=True, exist_ok=True)
        with _entered(root, ()) as top, _entered(root, folders, make=True) as folder:
            remove_temporary(root)
            try:
                with os.fdopen(os.open(TEMPORARY, _CREATE, 0o644, dir_fd=top), "wb") as file:
                    file.write(content)
                os.replace(TEMPORARY, own, src_dir_fd=top, dst_dir_fd=folder)
            except BaseException:
                remove_temporary(root)
                raise


def remove(root: Path, name: str) -> None:
    """Remove a file, if it is there, and folders that become empty.

    Raises:
        NotPlainError: a folder on the way to it is something else.
        OSError: it cannot be removed; names the file.

    """
    *folders, own = name.split("/")
    with suppress(FileNotFoundError), _names(root / name), _entered(root, folders) as folder:
        os.unlink(own, dir_fd=folder)
    while folders:
        *folders, own = folders
        try:
            with _entered(root, folders) as folder:
                os.rmdir(own, dir_fd=folder)
        except FileNotFoundError:
            continue
        except OSError:  # not empty
            return


def remove_temporary(root: Path) -> None:
    """Remove the temporary file that a killed run has left."""
    (root / TEMPORARY).unlink(missing_ok=True)


@contextmanager
def _entered(root: Path, folders: Sequence[str], *, make: bool = False) -> Iterator[int]:
    """A handle of a folder below the root."""
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for depth, name in enumerate(folders, start=1):
            if make:
                with suppress(FileExistsError):
                    os.mkdir(name, dir_fd=handle)
            _expect(stat.S_IFDIR, name, handle, "/".join(folders[:depth]))
            outer, handle = handle, os.open(name, _ENTER, dir_fd=handle)
            os.close(outer)
        yield handle
    finally:
        os.close(handle)


def _expect(kind: int, own: str, folder: int, name: str) -> None:
    found = stat.S_IFMT(os.stat(own, dir_fd=folder, follow_symlinks=False).st_mode)
    if found != kind:
        raise NotPlainError(name, _KINDS.get(found, say("no file")))


@contextmanager
def _names(path: Path) -> Iterator[None]:
    """Let errors name the whole path; a name that no file can have is treated as missing."""
    try:
        yield
    except NotPlainError:
        raise
    except OSError as error:
        number = errno.ENOENT if error.errno == errno.ENAMETOOLONG else error.errno
        raise OSError(number, error.strerror, str(path)) from error
    except ValueError as error:  # a zero byte
        raise FileNotFoundError(errno.ENOENT, str(error), str(path)) from error
