"""The list of all pages that a site has for search engines, made of the builder's entries for some."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from directive_atlas.frames.pieces import Pieces, cut, unclear
from directive_atlas.frames.sample import MARK, Sample

SITEMAP = "sitemap.xml"
PACKED = f"{SITEMAP}.gz"
_ENTRY = re.compile(r"(<url>.*?</url>)", re.S)


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands around the entries, between two of them, and when the packed list was made.

    ``own`` has the entries of the pages that the builder made itself, by path. Without an address of the
    site no page has an entry. ``packed`` is a time in seconds since 1970; ``None`` if the builder packs no
    list.
    """

    before: str
    between: str
    behind: str
    own: Mapping[str, str]
    packed: int | None = None


def _as_walked(path: str) -> Any:
    """MkDocs: the files of a folder before the folders in it, the index first."""
    *folders, name = path.split("/")
    is_index = name.rpartition(".")[0] in {"index", "README"}
    return [*((1, "", folder) for folder in folders), (0, "" if is_index else "x", name)]


ORDERS: Mapping[str, Callable[[str], Any]] = {
    "mkdocs": _as_walked,
    "properdocs": _as_walked,
    "zensical": lambda path: path,
}
"""The order of the pages in the list of each builder, as a key for sorting."""


def read_listing(
    text: str, builder: str, samples: Sequence[Sample], others: Sequence[str], packed: bytes | None
) -> tuple[Listing, list[Pieces]]:
    """The list that a builder made of samples and other pages, and the entry of each sample.

    Raises:
        UnframedError: not every page has an entry, or in another order than we know.

    """
    parts = _ENTRY.split(text)
    entries, around = parts[1::2], parts[::2]
    made = int.from_bytes(packed[4:8], "little") if packed else None
    if not entries:
        if MARK in text:
            raise unclear(SITEMAP)
        return Listing(text, "", "", {}, made), [() for _ in samples]
    paths = sorted([*(sample.path for sample in samples), *others], key=ORDERS[builder])
    by_path, between = dict(zip(paths, entries, strict=False)), set(around[1:-1])
    if len(paths) != len(entries) or len(between) > 1 or not _agree(by_path):
        raise unclear(SITEMAP)
    own = {path: by_path[path] for path in others}
    listing = Listing(around[0], between.pop() if between else "", around[-1], own, made)
    return listing, [cut(by_path[sample.path], sample, builder, SITEMAP) for sample in samples]


def _agree(by_path: Mapping[str, str]) -> bool:
    """Whether each entry is that of its page: its name is in there, and a sample's in no other."""
    names = {path: path.rpartition("/")[2].removesuffix(".md") for path in by_path}
    return all(
        f"{names[path]}.html" in entry and (MARK in path) == (MARK in entry)
        for path, entry in by_path.items()
    )


def whole(listing: Listing, builder: str, entries: Mapping[str, str]) -> str:
    """The list of all pages; ``entries`` has that of each page by path."""
    ordered = [entries[path] for path in sorted(entries, key=ORDERS[builder])]
    return listing.before + listing.between.join(filter(None, ordered)) + listing.behind


def pack(text: str, made: int) -> bytes:
    """The list as the builder packs it; ``made`` is the time that stands in it."""
    target = io.BytesIO()
    with gzip.GzipFile(filename=SITEMAP, mode="wb", fileobj=target, mtime=made) as packing:
        packing.write(text.encode())
    return target.getvalue()
