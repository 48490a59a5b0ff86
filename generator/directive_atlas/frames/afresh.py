"""A site built afresh beside the one that is there, and how files differ from those that it should have."""

from __future__ import annotations

import filecmp
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
    wanted: Path, found: Path, counts: Callable[[str], bool] = lambda _: True
) -> Iterator[tuple[str, Difference]]:
    """How files below ``found`` are not as below ``wanted``, by path; only those that ``counts`` takes."""
    ours, theirs = present(wanted), present(found)
    for name in sorted(filter(counts, ours.keys() | theirs.keys())):
        if name not in theirs:
            yield name, Difference.MISSING
        elif name not in ours:
            yield name, Difference.UNKNOWN
        elif theirs[name][0] < 0 or not _same(name, wanted / name, found / name):
            yield name, Difference.DIFFERS


def _same(name: str, one: Path, other: Path) -> bool:
    """Whether files have the same bytes; when the list of pages was packed does not matter."""
    if name == PACKED:
        return _without_time(one) == _without_time(other)
    return filecmp.cmp(one, other, shallow=False)


def _without_time(file: Path) -> bytes:
    content = bytearray(file.read_bytes())
    content[_TIME] = b""
    return bytes(content)
