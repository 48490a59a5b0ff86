"""The record of a site: what each of its files was made from.

It is kept outside of the site, and says of each file when it was written and from what. A file that is not as
the record says is made again, so the next run goes on from wherever another one was interrupted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, astuple, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from directive_atlas.frames.listing import Listing
from directive_atlas.frames.page import Places, Shape, names_of
from directive_atlas.frames.pieces import Frame, Gap, Pieces, is_way
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
    record, why = read_kept(folder, RECORD, FORMAT, _record)
    return record or Record(), why


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


@dataclass(frozen=True, slots=True)
class _Told:
    """What the file holds, so far as a run relies on it.

    Of ``files`` and ``pages`` only what agrees with what is there is used, so they may be anything.
    """

    inputs: str
    shapes: list[tuple[str, int, str, str, bool]]
    frames: list[tuple[Pieces, Pieces, str]]
    listing: Listing
    own: dict[str, str]
    known: tuple[frozenset[str], frozenset[str]]
    files: dict[str, Any]
    pages: dict[str, Any]


_TOLD = TypeAdapter(_Told)


def _record(content: Any) -> Record:
    """The record of what was read.

    Raises:
        ValueError: no run has written this; or another error of values that are of other types.

    """
    told = _TOLD.validate_python(content)
    "".join(_texts(told)).encode()  # half of a surrogate pair is no text of a page
    shapes = [*(Shape(*each) for each in told.shapes), None]
    by_shape = {shape: Frame(*each) for shape, each in zip(shapes, told.frames, strict=False) if shape}
    if not (_fits(told.listing) and all(_fills(shape, frame) for shape, frame in by_shape.items())):
        raise ValueError("no run has kept this")
    return Record(
        Frames(told.inputs, by_shape, told.listing, told.own),
        Places(*told.known),
        {path: Entry(*each) for path, each in told.files.items()},
        {path: Seen(digest, shapes[number]) for path, (digest, number) in told.pages.items()},
    )


def _texts(told: _Told) -> Iterator[str]:
    """All that may stand on a page or in the list of all pages."""
    yield from (told.listing.before, told.listing.between, told.listing.behind, *told.listing.own.values())
    for page, entry, _ in told.frames:
        yield from (piece for piece in (*page, *entry) if isinstance(piece, str))


def _fits(listing: Listing) -> bool:
    """Whether the time of a list can stand in a packed file."""
    return listing.packed is None or 0 <= listing.packed < 1 << 32


def _fills(shape: Shape, frame: Frame) -> bool:
    """Whether a page of a shape has a value for each gap of a frame."""
    values = shape.free + 1 + sum(1 for _ in names_of(shape.head))
    return all(
        0 <= number < most and is_way(way)
        for pieces, most in ((frame.page, values), (frame.entry, shape.free))
        for number, way in _gaps(pieces)
    )


def _gaps(pieces: Pieces) -> Iterator[Gap]:
    return (piece for piece in pieces if not isinstance(piece, str))
