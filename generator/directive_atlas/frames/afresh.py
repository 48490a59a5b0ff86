"""A site built afresh beside the one that is there, and how files differ from those that it should have."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from directive_atlas.builders.config import CONFIG
from directive_atlas.frames.build import Outcome, Request, build_site
from directive_atlas.frames.listing import PACKED
from directive_atlas.frames.target import present
from directive_atlas.outputs.files import Output
from directive_atlas.outputs.names import is_generated
from directive_atlas.write import carry_out, plan

SITE = "site"
"""The folder of the built site in that of the project."""

OF_HOSTS = frozenset({".domains", ".git", ".nojekyll", ".well-known"})
"""What a published folder may have at its top for its host, or of version control; builders do not make it.

Other hidden names may change the whole site: ``.htaccess`` does so on Apache.
"""

_TIME = slice(4, 8)
"""Where a packed file says when it was packed (RFC 1952, 2.3)."""


class Difference(StrEnum):
    """How a file is not as it should be."""

    DIFFERS = "differs"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Project:
    """The folder of a site, and that of its pages."""

    folder: Path
    docs: Path


def build_afresh(project: Project, output: Output, builder: str, jobs: int, copy: Path) -> Outcome:
    """Build the site of an output in the empty folder ``copy``, with all else of a project.

    Pages that were written by hand, and all but the docs, are there by links; nothing is of an earlier run.

    Raises:
        OSError: a file cannot be read or written.

    """
    for path in sorted(project.folder.iterdir()):
        if not path.name.startswith(".") and path.name not in {CONFIG, SITE, project.docs.name}:
            (copy / path.name).symlink_to(path)
    (copy / CONFIG).write_bytes((project.folder / CONFIG).read_bytes())
    docs = copy / project.docs.name
    for name in present(project.docs):
        if not is_generated(name):
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).symlink_to((project.docs / name).resolve())
    carry_out(plan(output, docs))
    return build_site(Request(copy, docs, builder, jobs))


def differences(
    wanted: Path, found: Path, counts: Callable[[str], bool] = lambda _: True, docs: Path | None = None
) -> Iterator[tuple[str, Difference]]:
    """How files below ``found`` are not as below ``wanted``, by path; only those that ``counts`` takes.

    Nothing that is found is followed, waited for, or read beyond the size that it should have. A hidden file
    of a site may also be as it is in its ``docs``, which builders leave out and hosts may need.

    Raises:
        OSError: a file or folder cannot be read.

    """
    ours, theirs = dict(_below(wanted)), dict(_below(found))
    for name in sorted(filter(counts, ours.keys() | theirs.keys())):
        if name not in theirs:
            yield name, Difference.MISSING
        elif name in ours and not _same(name, wanted, found, theirs[name]):
            yield name, Difference.DIFFERS
        elif name not in ours and not (docs and name[0] == "." and _same(name, docs, found, theirs[name])):
            yield name, Difference.UNKNOWN


def _below(folder: Path) -> Iterator[tuple[str, int]]:
    """The sizes of the files below a folder, -1 of what is no plain file; without those of hosts."""
    waiting = [""] if folder.is_dir() else []
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder / prefix) as entries:
            for entry in entries:
                if not prefix and entry.name in OF_HOSTS:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{prefix}{entry.name}/")
                else:
                    plain = entry.is_file(follow_symlinks=False)
                    size = entry.stat(follow_symlinks=False).st_size if plain else -1
                    yield prefix + entry.name, size


def _same(name: str, wanted: Path, found: Path, size: int) -> bool:
    """Whether files have the same bytes; when the list of pages was packed does not matter."""
    one, other = wanted / name, found / name
    if not one.is_file() or one.stat().st_size != size:
        return False
    if name == PACKED:
        return _without_time(one) == _without_time(other)
    return filecmp.cmp(one, other, shallow=False)


def _without_time(file: Path) -> bytes:
    content = bytearray(file.read_bytes())
    content[_TIME] = b""
    return bytes(content)
