"""Files below a folder: read, written and removed without following a link.

Each folder on the path is opened separately, so a link that is put there meanwhile is not followed either.
Only plain files are opened: reading a named pipe could wait for ever. Names are paths from the folder with
forward slashes.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import takewhile
from operator import eq
from pathlib import Path
from typing import Self

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
_NOWHERE = frozenset({"", ".", ".."})
_ENTER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


Marks = tuple[int, int, int, int]
"""Number of the file, its bytes, and when it and its entry were last changed."""


class NotPlainError(OSError):
    """Something other than a plain file or folder is at ``name``; ``what`` says what.

    ``name`` is a path from the folder; ``filename`` is the whole one, as of every error of the system.
    """

    def __init__(self, name: str, what: Wording) -> None:
        super().__init__(errno.EINVAL, f"it is {what}", name)
        self.name, self.what = name, what

    @property
    def is_link(self) -> bool:
        """Whether it is a link; links are never followed."""
        return self.what == _KINDS[stat.S_IFLNK]


class TooLargeError(OSError):
    """A file has more bytes than are read of it."""


def is_inside(name: str) -> bool:
    """Whether a name is below the folder and in normal form."""
    return _NOWHERE.isdisjoint(name.split("/")) and not UNFIT.search(name)


def read(root: Path, name: str, most: int | None = None) -> bytes | None:
    """The bytes of a plain file, ``most`` of them at most; ``None`` if there is none.

    Raises:
        TooLargeError: it has more.
        NotPlainError: it, or a folder on the way to it, is something else.
        OSError: it cannot be read; names the file.

    """
    with Descent(root) as tree:
        found = tree.read(name, most)
    return found.content if found else None


def folders_in(root: Path, name: str) -> list[str] | None:
    """The names of the folders in a folder, sorted; links are listed too. ``None`` if there is no folder.

    Raises:
        NotPlainError: it is no plain folder.
        OSError: it cannot be read; names the folder.

    """
    try:
        with Descent(root) as tree:
            return [own for own, kind in tree.entries(name) if kind in {stat.S_IFDIR, stat.S_IFLNK}]
    except FileNotFoundError:
        return None


def odd(path: Path) -> Wording | None:
    """What a path leads to if that is no plain file or folder; links are followed.

    Raises:
        OSError: it leads nowhere, or nobody may look there.
    """
    kind = stat.S_IFMT(path.stat().st_mode)
    return None if kind in {stat.S_IFREG, stat.S_IFDIR} else _KINDS[kind]


def files_below(root: Path, name: str) -> Iterator[str]:
    """The plain files in a folder at any depth, or the one of this name; as far as they can be read."""
    with Descent(root) as tree:
        yield from tree.files(name)


def write(root: Path, name: str, content: bytes) -> None:
    """Write a file atomically: readers see the old or the new one. Missing folders are made.

    Raises:
        NotPlainError: a folder on the way to it is something else.
        OSError: it cannot be written; names the file.

    """
    *folders, own = name.split("/")
    with _names(root, name):
        root.mkdir(parents=True, exist_ok=True)
        with Descent(root) as top, Descent(root) as tree:
            folder = tree.enter(folders, make=True)
            discard(root / TEMPORARY)
            try:
                top.create(TEMPORARY, content)
                os.replace(TEMPORARY, own, src_dir_fd=top.enter(()), dst_dir_fd=folder)
            except BaseException:
                discard(root / TEMPORARY)
                raise


def remove(root: Path, name: str) -> None:
    """Remove a file, if it is there, and folders that become empty.

    Raises:
        NotPlainError: a folder on the way to it is something else.
        OSError: it cannot be removed; names the file.

    """
    with Descent(root) as tree:
        tree.unlink(name)
        while "/" in name:
            name = name.rpartition("/")[0]
            tree.remove_empty(name)


def discard(path: Path) -> None:
    """Remove what is at a path of ours, whatever it is: a folder with all that is in it, or a link itself.

    Raises:
        OSError: it cannot be removed.

    """
    with suppress(FileNotFoundError):
        if not stat.S_ISDIR(path.lstat().st_mode):
            path.unlink()  # shutil would open it first, and wait for a named pipe
            return
        try:
            shutil.rmtree(path)
        except RecursionError as error:
            raise OSError(errno.ELOOP, "its folders are too deep", str(path)) from error


def require_file(path: Path) -> None:
    """Nothing, if a plain file is at a path or nothing is.

    Raises:
        NotPlainError: something else is there; links are not followed.
        OSError: nobody may look there.

    """
    with suppress(FileNotFoundError), _names(path.parent, path.name), Descent(path.parent) as tree:
        _expect(stat.S_IFREG, path.name, tree.enter(()), path.name)


@dataclass(frozen=True, slots=True)
class Found:
    """A file: its bytes, and the marks that change when somebody writes it."""

    content: bytes
    marks: Marks


class Descent:
    """Files below a folder, one after the other; the folders on the way to the last one stay open.

    So each folder is opened about once if names come in their order. Errors are those of ``read`` below.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._names: list[str] = []
        self._handles: list[int] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        while self._handles:
            os.close(self._handles.pop())

    def enter(self, folders: Sequence[str], *, make: bool = False) -> int:
        """A handle of a folder; it is good until the next call."""
        if not self._handles:
            self._handles.append(os.open(self.root, os.O_RDONLY | os.O_DIRECTORY))
        shared = sum(1 for _ in takewhile(bool, map(eq, self._names, folders)))
        while len(self._names) > shared:
            self._names.pop()
            os.close(self._handles.pop())
        for name in folders[shared:]:
            outer = self._handles[-1]
            if make:
                with suppress(FileExistsError):
                    os.mkdir(name, dir_fd=outer)
            _expect(stat.S_IFDIR, name, outer, "/".join([*self._names, name]))
            self._handles.append(os.open(name, _ENTER, dir_fd=outer))
            self._names.append(name)
        return self._handles[-1]

    def read(self, name: str, most: int | None = None) -> Found | None:
        """A plain file of so many bytes at most; ``None`` if there is none."""
        *folders, own = name.split("/")
        try:
            with _names(self.root, name):
                folder = self.enter(folders)
                _expect(stat.S_IFREG, own, folder, name)
                return _read(os.open(own, _READ, dir_fd=folder), most)
        except FileNotFoundError:
            return None

    def marks(self, name: str) -> Marks | None:
        """What is at a name, without reading it; ``None`` if there is nothing."""
        *folders, own = name.split("/")
        try:
            with _names(self.root, name):
                return _marks(os.stat(own, dir_fd=self.enter(folders), follow_symlinks=False))
        except FileNotFoundError:
            return None

    def entries(self, name: str) -> list[tuple[str, int]]:
        """What is in a folder, by name: each with its kind, such as ``stat.S_IFDIR``."""
        with _names(self.root, name), os.scandir(self.enter(name.split("/"))) as entries:
            return sorted((entry.name, _kind(entry)) for entry in entries)

    def files(self, name: str) -> Iterator[str]:
        """The plain files in a folder, as ``files_below`` has them."""
        try:
            entries = self.entries(name)
        except NotPlainError as found:
            if (found.name, found.what) == (name, _KINDS[stat.S_IFREG]):
                yield name
            return
        except OSError:
            return
        for own, kind in entries:
            if kind == stat.S_IFDIR:
                yield from self.files(f"{name}/{own}")
            elif kind == stat.S_IFREG:
                yield f"{name}/{own}"

    def take(self, name: str, source: Descent, old: str) -> None:
        """Move a file from another name; missing folders are made."""
        *folders, own = name.split("/")
        *outer, old_own = old.split("/")
        with _names(self.root, name):
            folder = self.enter(folders, make=True)
            os.replace(old_own, own, src_dir_fd=source.enter(outer), dst_dir_fd=folder)

    def create(self, name: str, content: bytes) -> None:
        """Write a file that is not there yet; missing folders are made."""
        *folders, own = name.split("/")
        with _names(self.root, name):
            handle = os.open(own, _CREATE, 0o644, dir_fd=self.enter(folders, make=True))
            try:
                rest = memoryview(content)
                while rest:
                    rest = rest[os.write(handle, rest) :]
            finally:
                os.close(handle)

    def unlink(self, name: str) -> None:
        """Remove a file, if it is there."""
        *folders, own = name.split("/")
        with suppress(FileNotFoundError), _names(self.root, name):
            os.unlink(own, dir_fd=self.enter(folders))

    def remove_empty(self, folder: str) -> None:
        """Remove a folder, if it is there and empty."""
        *folders, own = folder.split("/")
        with suppress(OSError), _names(self.root, folder):
            os.rmdir(own, dir_fd=self.enter(folders))


def _kind(entry: os.DirEntry[str]) -> int:
    if entry.is_symlink():
        return stat.S_IFLNK
    if entry.is_dir(follow_symlinks=False):
        return stat.S_IFDIR
    return stat.S_IFREG if entry.is_file(follow_symlinks=False) else 0


def _read(handle: int, most: int | None) -> Found:
    """A file that is open; its size is counted while it is read, because it may grow meanwhile."""
    with os.fdopen(handle, "rb", buffering=0) as file:
        found = os.fstat(handle)
        if most is None:
            return Found(file.read(), _marks(found))
        content, expected = b"", min(found.st_size, most) + 1
        while len(content) <= most and (more := file.read(max(1, expected - len(content)))):
            content += more
    if len(content) > most:
        raise TooLargeError(errno.EFBIG, os.strerror(errno.EFBIG))
    return Found(content, _marks(found))


def _marks(found: os.stat_result) -> Marks:
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _expect(kind: int, own: str, folder: int, name: str) -> None:
    found = stat.S_IFMT(os.stat(own, dir_fd=folder, follow_symlinks=False).st_mode)
    if found != kind:
        raise NotPlainError(name, _KINDS.get(found, say("no file")))


@contextmanager
def _names(root: Path, name: str) -> Iterator[None]:
    """Let errors name the whole path; a name that no file can have is treated as missing."""
    try:
        yield
    except (NotPlainError, TooLargeError) as found:
        found.filename = str(root / getattr(found, "name", name))
        raise
    except OSError as error:
        number = errno.ENOENT if error.errno == errno.ENAMETOOLONG else error.errno
        raise OSError(number, error.strerror, str(root / name)) from error
    except ValueError as error:  # a zero byte
        raise FileNotFoundError(errno.ENOENT, str(error), str(root / name)) from error
