"""Building samples: a copy of the project in which the generated pages are few."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from directive_atlas.builders.config import CONFIG
from directive_atlas.builders.run import Result, run_builder
from directive_atlas.frames.fitness import Configured
from directive_atlas.frames.sample import MARK

MINUTES = 30
"""How long a builder may take for samples and for pages written by hand, however many pages there are."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """The docs that the builder gets: texts by path, and files of the real docs that stay as they are."""

    texts: Mapping[str, str]
    kept: Iterable[str]


def build_reduced(folder: Path, config: Configured, builder: str, docs: Reduced, copy: Path) -> Result:
    """Build the project of ``folder`` with other docs in the empty folder ``copy``.

    Everything else is there by links, so that the configuration says the same.
    """
    for path in sorted(folder.iterdir()):
        if not path.name.startswith(".") and path.name not in {CONFIG, config.docs, config.site}:
            (copy / path.name).symlink_to(path)
    (copy / CONFIG).write_text(config.text, "utf-8")
    for name in docs.kept:
        _place(copy / config.docs / name).symlink_to((folder / config.docs / name).resolve())
    for name, text in docs.texts.items():
        _place(copy / config.docs / name).write_text(text, "utf-8")
    done = run_builder(builder, copy, MINUTES)
    return replace(done, output=done.output.replace(f"{copy}{os.sep}", f"{folder}{os.sep}"))


def _place(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def built_files(site: Path) -> dict[str, Path]:
    """The files of a built site by path."""
    found = {}
    for top, folders, names in os.walk(site):
        folders.sort()
        for name in sorted(names):
            path = Path(top, name)
            found[path.relative_to(site).as_posix()] = path
    return found


def is_marked(path: Path) -> bool:
    """Whether something of a sample is in a file."""
    return MARK.encode() in path.read_bytes()
