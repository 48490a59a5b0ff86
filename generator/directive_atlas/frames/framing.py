"""The frames of a site: built around samples, and cut."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.builders.run import Result
from directive_atlas.frames.fitness import Configured
from directive_atlas.frames.links import targets
from directive_atlas.frames.listing import PACKED, SITEMAP, Listing, read_listing
from directive_atlas.frames.pieces import Frame, Pieces, cut, spared, unclear
from directive_atlas.frames.project import Reduced, build_reduced, built_files, is_marked
from directive_atlas.frames.record import Frames
from directive_atlas.frames.sample import MARK, Sample, html_path, samples
from directive_atlas.frames.survey import Survey


def linked_from(docs: Path, found: Survey) -> dict[str, list[str]]:
    """The generated files to which other pages link, with the anchors that are there and that links name."""
    others = [path for path in (*found.by_hand, *found.unfinished) if path.endswith(".md")]
    texts = {path: (docs / path).read_text("utf-8-sig", "replace") for path in others}
    finished = {path for path, seen in found.pages.items() if seen.shape}
    linked = targets(texts, finished | set(found.files))
    return {
        path: _there(anchors, (docs / path).read_text("utf-8")) if path in finished and anchors else []
        for path, anchors in linked.items()
    }


def _there(anchors: Sequence[str], text: str) -> list[str]:
    return [anchor for anchor in anchors if f' id="{anchor}"' in text]


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build of samples: the builder's message, or the frames and the files of its own."""

    result: Result
    frames: Frames | None = None
    own: Mapping[str, Path] | None = None


def build_frames(
    folder: Path,
    config: Configured,
    builder: str,
    found: Survey,
    linked: Mapping[str, Sequence[str]],
    inputs: str,
    copy: Path,
) -> Built:
    """Let the builder make the frames of all shapes, in the empty folder ``copy``.

    Raises:
        UnframedError: the theme does with the samples what we do not know.

    """
    shapes = sorted({seen.shape for seen in found.pages.values() if seen.shape}, key=repr)
    made = samples(shapes, linked)
    texts = {sample.path: sample.source for sample in made}
    stubs = {path: _stub(linked[path]) for path in linked if path in found.pages and path not in texts}
    kept = [*found.by_hand, *found.unfinished, *(path for path in linked if path in found.files)]
    result = build_reduced(folder, config, builder, Reduced({**texts, **stubs}, kept), copy)
    if not result.ok:
        if MARK in result.output:
            raise unclear(builder)
        return Built(result)
    files = built_files(copy / config.site)
    others = [path for path in (*found.by_hand, *found.unfinished, *stubs) if path.endswith(".md")]
    listing, entries = _listing(files, builder, made, others)
    frames = {
        sample.shape: _frame(files[html_path(sample.path)], sample, builder, entry)
        for sample, entry in zip(made, entries, strict=True)
    }
    passing = {html_path(path) for path in (*texts, *stubs)} | {SITEMAP, PACKED} | set(found.files)
    own = {path: file for path, file in files.items() if path not in passing}
    return Built(result, Frames(inputs, frames, listing, _digests(own)), own)


def _stub(anchors: Sequence[str]) -> str:
    """A page to which others link: nobody sees it, but links to it are checked."""
    return "\n".join(['<div id="top">', *(f'<div id="{anchor}"></div>' for anchor in anchors), "</div>\n"])


def _listing(
    files: Mapping[str, Path], builder: str, made: Sequence[Sample], others: Sequence[str]
) -> tuple[Listing, list[Pieces]]:
    packed = files[PACKED].read_bytes() if PACKED in files else None
    return read_listing(files[SITEMAP].read_text("utf-8"), builder, made, others, packed)


def _frame(file: Path, sample: Sample, builder: str, entry: Pieces) -> Frame:
    page = spared(cut(file.read_text("utf-8"), sample, builder, sample.path))
    told = json.dumps([page, entry], ensure_ascii=False)
    return Frame(page, entry, hashlib.sha256(told.encode()).hexdigest()[:16])


def _digests(own: Mapping[str, Path]) -> dict[str, str]:
    """The digests of the builder's own files.

    Raises:
        UnframedError: one of them tells something of a sample.

    """
    for path, file in own.items():
        if is_marked(file):
            raise unclear(path)
    return {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in own.items()}
