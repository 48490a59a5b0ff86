"""The record of a site: what each of its files was made from.

It is kept outside of the site, and says of each file when it was written and from what. A file that is not as
the record says is made again, so the next run goes on from wherever another one was interrupted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from directive_atlas.frames.listing import Listing
from directive_atlas.frames.page import Places, Shape
from directive_atlas.frames.pieces import Frame, Pieces
from directive_atlas.kept import read_kept, write_kept
from directive_atlas.problems import Wording

RECORD = ".cache/site.json"
"""Its name below the folder of the site; git ignores it."""

FORMAT = 2


class Entry(NamedTuple):
    """A file of the site: digests of its source and of the frame around it (empty if none), size and time.

    ``time`` is that of its last change in nanoseconds, by which a change from outside is seen.
    """

    source: str
    frame: str
    size: int
    time: int


class Seen(NamedTuple):
    """A generated page: its digest, and its shape unless it is not finished."""

    digest: str
    shape: Shape | None


@dataclass(frozen=True, slots=True)
class Frames:
    """What a builder made of the samples, and from which ``inputs``: frames by shape, its own files.

    ``own`` has the digests of the files that it made itself.
    """

    inputs: str
    frames: Mapping[Shape, Frame]
    listing: Listing
    own: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of the last run: its frames, the files of the site, the pages that were generated.

    ``known`` are the places of the navigation, by which the shapes of the pages were found.
    """

    frames: Frames | None = None
    known: Places | None = None
    files: Mapping[str, Entry] = field(default_factory=dict)
    pages: Mapping[str, Seen] = field(default_factory=dict)


def read_record(folder: Path) -> tuple[Record, Wording | None]:
    """The record of a site, and why it cannot be used, if there is one that cannot."""
    told, why = read_kept(folder, RECORD, FORMAT)
    return _record(told) if told else Record(), why


def write_record(folder: Path, record: Record) -> Wording | None:
    """Write the record; why it could not, if so."""
    return write_kept(folder, RECORD, FORMAT, _told(record))


def _told(record: Record) -> dict[str, Any]:
    found, known = record.frames, record.known
    assert found and known
    shapes = {shape: number for number, shape in enumerate(found.frames)}
    return {
        "inputs": found.inputs,
        "shapes": [astuple(shape) for shape in shapes],
        "frames": [astuple(frame) for frame in found.frames.values()],
        "listing": asdict(found.listing),
        "own": found.own,
        "known": [sorted(known.named), sorted(known.folders)],
        "files": record.files,
        "pages": {
            path: (seen.digest, -1 if seen.shape is None else shapes[seen.shape])
            for path, seen in record.pages.items()
        },
    }


def _record(told: Mapping[str, Any]) -> Record:
    """The record of what was read; its digest says that it is as we wrote it."""
    shapes = [*(Shape(*each) for each in told["shapes"]), None]
    frames = [Frame(_pieces(page), _pieces(entry), digest) for page, entry, digest in told["frames"]]
    by_shape = {shape: frame for shape, frame in zip(shapes, frames, strict=False) if shape}
    return Record(
        Frames(told["inputs"], by_shape, Listing(**told["listing"]), told["own"]),
        Places(*map(frozenset, told["known"])),
        {path: Entry(*each) for path, each in told["files"].items()},
        {path: Seen(digest, shapes[number]) for path, (digest, number) in told["pages"].items()},
    )


def _pieces(told: list[Any]) -> Pieces:
    return tuple(each if isinstance(each, str) else (each[0], each[1]) for each in told)
