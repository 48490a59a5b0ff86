"""What there is to build: generated pages and files by their digests, and what is written by hand."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.frames.page import Places, is_of, read_page
from directive_atlas.frames.record import Record, Seen
from directive_atlas.write.manifest import read_manifest


@dataclass(frozen=True, slots=True)
class Survey:
    """The docs of a site: generated pages, other generated files with their digests, the rest."""

    pages: Mapping[str, Seen]
    files: Mapping[str, str]
    by_hand: tuple[str, ...]

    @property
    def unfinished(self) -> list[str]:
        """Pages that the builder has to make itself, though they are generated."""
        return [path for path, seen in self.pages.items() if seen.shape is None]


def survey(docs: Path, record: Record, known: Places) -> Survey:
    """The docs of a site, just generated; pages that the record knows need not be read.

    Raises:
        OSError: a file cannot be read.

    """
    digests = read_manifest(docs) or {}
    before = record.pages if record.known == known else {}
    pages = {
        path: _seen(docs, path, digest, before.get(path), known)
        for path, digest in digests.items()
        if path.endswith(".md")
    }
    files = {path: digest for path, digest in digests.items() if path not in pages}
    return Survey(pages, files, tuple(path for path in _plain_files(docs) if path not in digests))


def _seen(docs: Path, path: str, digest: str, before: Seen | None, known: Places) -> Seen:
    if before and before.digest == digest and (not before.shape or is_of(path, before.shape, known)):
        return before
    page = read_page(path, (docs / path).read_text("utf-8"), known)
    return Seen(digest, page.shape if page else None)


def _plain_files(docs: Path) -> Iterator[str]:
    """All files below a folder but hidden ones, which no builder takes."""
    for top, folders, names in os.walk(docs, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        prefix = os.path.relpath(top, docs).replace(os.sep, "/") + "/"
        for name in sorted(names):
            if not name.startswith("."):
                yield (prefix + name).removeprefix("./")
