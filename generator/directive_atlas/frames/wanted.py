"""The files that a site has to have, and whether they are there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.frames.framing import Built
from directive_atlas.frames.listing import PACKED, SITEMAP, pack, whole
from directive_atlas.frames.page import Shape, free_parts
from directive_atlas.frames.pieces import filled
from directive_atlas.frames.record import Frames, Record
from directive_atlas.frames.sample import html_path
from directive_atlas.frames.survey import Survey


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file of the site: the digests of its source and of its frame, and where it comes from.

    ``origin`` is a file or the content itself; a page has a path and a shape, too.
    """

    source: str
    origin: Path | bytes
    frame: str = ""
    path: str = ""
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What is there before a run: the record of the last one, size and time of each file of the site."""

    record: Record
    there: Mapping[str, tuple[int, int]]

    def stays(self, path: str, want: Wanted) -> bool:
        """Whether a file of the site is what it would become."""
        return self._is(path, want.source, want.frame)

    def has(self, files: Mapping[str, str]) -> bool:
        """Whether files are there, given by the digests of their sources."""
        return all(self._is(path, source, "") for path, source in files.items())

    def _is(self, path: str, source: str, frame: str) -> bool:
        entry = self.record.files.get(path)
        known = entry and (entry.source, entry.frame) == (source, frame)
        return bool(entry and known and self.there.get(path) == (entry.size, entry.time))


def all_files(docs: Path, builder: str, found: Survey, built: Built) -> dict[str, Wanted]:
    """All files of the site by path."""
    frames = built.frames
    assert frames
    made = built.own or {}
    own = {path: Wanted(digest, made.get(path, b"")) for path, digest in frames.own.items()}
    others = {path: Wanted(digest, docs / path) for path, digest in found.files.items()}
    return {**own, **others, **dict(_pages(docs, found, frames)), **dict(_lists(builder, found, frames))}


def _pages(docs: Path, found: Survey, frames: Frames) -> Iterator[tuple[str, Wanted]]:
    for path, seen in found.pages.items():
        if seen.shape:
            frame = frames.frames[seen.shape].digest
            yield html_path(path), Wanted(seen.digest, docs / path, frame, path, seen.shape)


def _lists(builder: str, found: Survey, frames: Frames) -> Iterator[tuple[str, Wanted]]:
    listing = frames.listing
    entries = dict(listing.own) | {
        path: filled(frames.frames[seen.shape].entry, free_parts(path, seen.shape), html_path(path))
        for path, seen in found.pages.items()
        if seen.shape
    }
    text = whole(listing, builder, entries)
    digest = hashlib.sha256(text.encode()).hexdigest()
    yield SITEMAP, Wanted(digest, text.encode())
    if listing.packed is not None:
        yield PACKED, Wanted(digest, pack(text, listing.packed))
