"""A run that has nothing to do: all that it would read, and all that the last one wrote, is as it was."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from directive_atlas.builders.config import CONFIG
from directive_atlas.cli.options import Folders, shown
from directive_atlas.filesystem import TEMPORARY
from directive_atlas.kept import read_kept, write_kept
from directive_atlas.load import schema
from directive_atlas.outputs.names import is_generated
from directive_atlas.problems import Wording
from directive_atlas.program import of_file, of_folder, of_program
from directive_atlas.vocabulary.zones import zone
from directive_atlas.write import LOCK, MANIFEST, NEW, READY

RECORD = ".cache/run.json"
"""The record of the last run that wrote pages; git ignores it."""

_FORMAT = 1
_MANY = 1 << 40
_PASSING = {LOCK, NEW, READY, TEMPORARY}
"""What is in the folder of pages only while a run is."""


@dataclass(frozen=True, slots=True)
class Done:
    """The last run: what it printed of its problems, and how many files there are."""

    printed: str
    files: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is asked for: folders, the day if one is named, the moment, and all its other options."""

    folders: Folders
    as_of: dt.date | None
    now: dt.datetime
    options: str


def last_run(asked: Asked, inputs: str) -> tuple[Done | None, Wording | None]:
    """The last run, if another one would do the same; or why that is not known, if it should be.

    ``inputs`` is the fingerprint of what the other one would read.
    """
    return read_kept(asked.folders.site, RECORD, _FORMAT, partial(_same, asked, inputs))


def _same(asked: Asked, inputs: str, kept: Mapping[str, Any]) -> Done | None:
    """The run that is kept, if it is the one that is asked for.

    Raises:
        ValueError: no run has kept this.

    """
    of, zone_name, named, printed, files = (kept[key] for key in ("of", "zone", "as_of", "printed", "files"))
    printed.encode()
    if not (isinstance(files, int) and 0 <= files < _MANY):
        raise ValueError(f"no number of files: {files}")
    return Done(printed, files) if of == _of_run(asked, inputs, zone_name, named) else None


def keep_run(asked: Asked, inputs: str, settings: schema.Settings, done: Done) -> Wording | None:
    """Keep what a run has done that read ``inputs``; why it cannot be kept, if so."""
    named = settings.as_of.first.isoformat() if settings.as_of else None
    of_run = _of_run(asked, inputs, settings.time_zone, named)
    told: dict[str, Any] = {"of": of_run, "zone": settings.time_zone, "as_of": named}
    return write_kept(
        asked.folders.site, RECORD, _FORMAT, {**told, "printed": done.printed, "files": done.files}
    )


def inputs_of(asked: Asked) -> str:
    """A fingerprint of all that a run reads, but for the pages of earlier runs, and of what it calls it."""
    folders = asked.folders
    told = [asked.options, of_program(), of_folder(folders.data), of_file(folders.site / CONFIG)]
    told += (f"{folder} {shown(folder)}" for folder in (folders.site, folders.data, folders.docs))
    if folders.overrides:
        told.append(of_folder(folders.overrides))
    told += (state for name, state in _states(folders.docs) if not is_generated(name) and name != MANIFEST)
    return _digest(told)


def _of_run(asked: Asked, inputs: str, place: str | None, named: str | None) -> str:
    """A fingerprint of a run: its day, all that it reads, and the pages that are there."""
    pages = (state for _, state in _states(asked.folders.docs))
    return _digest([_day(asked, place, named), inputs, *pages])


def _day(asked: Asked, place: str | None, named: str | None) -> str:
    """The reference date of a run, given the time zone and the date of the settings."""
    if asked.as_of:
        return asked.as_of.isoformat()
    return named or (asked.now.astimezone(zone(place)) if place else asked.now).date().isoformat()


def _digest(told: list[str]) -> str:
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def _states(folder: Path, prefix: str = "") -> Iterator[tuple[str, str]]:
    """What is below a folder, by name: size and time of a file, as a large site is not read again."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            name = prefix + entry.name
            if name in _PASSING:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _states(Path(entry.path), f"{name}/")
            elif entry.is_file(follow_symlinks=False):
                state = entry.stat(follow_symlinks=False)
                yield name, f"{name} {state.st_size} {state.st_mtime_ns}"
            else:
                yield name, f"{name} {of_file(Path(entry.path))}"
