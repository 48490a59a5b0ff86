"""A run that has nothing to do: all that it would read, and all that the last one wrote, is as it was."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from directive_atlas.builders.config import CONFIG
from directive_atlas.cli.options import Folders
from directive_atlas.frames.target import present
from directive_atlas.kept import read_kept, write_kept
from directive_atlas.load import schema
from directive_atlas.problems import Wording
from directive_atlas.program import of_folder, of_program
from directive_atlas.vocabulary.zones import zone

RECORD = ".cache/run.json"
"""The record of the last run that wrote pages; git ignores it."""

_FORMAT = 1


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


def last_run(asked: Asked) -> Done | None:
    """The last run, if another one would do the same."""
    kept, _ = read_kept(asked.folders.site, RECORD, _FORMAT)
    try:
        if kept and kept["of"] == _print_of(asked, _day(asked, kept["zone"], kept["as_of"])):
            return Done(str(kept["printed"]), int(kept["files"]))
    except (KeyError, TypeError, ValueError):
        pass
    return None


def keep_run(asked: Asked, settings: schema.Settings, done: Done) -> Wording | None:
    """Keep what a run has done; why it cannot be kept, if so."""
    named, folders = settings.as_of.first.isoformat() if settings.as_of else None, asked.folders
    if _has_links(folders.docs) or (folders.overrides and _has_links(folders.overrides)):
        return None  # nobody knows where they lead tomorrow
    told: dict[str, Any] = {"zone": settings.time_zone, "as_of": named}
    of_what = _print_of(asked, _day(asked, settings.time_zone, named))
    told |= {"of": of_what, "printed": done.printed, "files": done.files}
    return write_kept(folders.site, RECORD, _FORMAT, told)


def _day(asked: Asked, place: str | None, named: str | None) -> str:
    """The reference date of a run, given the time zone and the date of the settings."""
    if asked.as_of:
        return asked.as_of.isoformat()
    return named or (asked.now.astimezone(zone(place)) if place else asked.now).date().isoformat()


def _print_of(asked: Asked, day: str) -> str:
    """A fingerprint of all that a run reads, and of the files that are there."""
    folders = asked.folders
    told = [
        day,
        asked.options,
        of_program(),
        of_folder(folders.data),
        str(folders.docs),
        _state(folders.docs),
    ]
    if folders.overrides:
        told += (of_folder(folders.overrides), _state(folders.overrides))
    config = folders.site / CONFIG
    told.append(config.read_text("utf-8", "replace") if config.is_file() else "")
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def _state(folder: Path) -> str:
    """Names, sizes and times of all files below a folder: those of a large site are not read again."""
    return "\n".join(f"{name} {size} {time}" for name, (size, time) in sorted(present(folder).items()))


def _has_links(folder: Path) -> bool:
    return any(size < 0 for size, _ in present(folder).values())
