"""The frames of a site: built around samples, and cut."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.builders.run import Result
from directive_atlas.frames.inputs import Project, code, inputs
from directive_atlas.frames.links import targets
from directive_atlas.frames.listing import PACKED, SITEMAP, Listing, read_listing
from directive_atlas.frames.page import Shape
from directive_atlas.frames.pieces import Frame, cut, spared, unclear
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


def build_frames(project: Project, copy: Path) -> Built:
    """Let the builder make the frames of all shapes, in the empty folder ``copy``.

    Raises:
        UnframedError: the theme does with the samples what we do not know.

    """
    made = samples(sorted(shapes_of(project.found), key=repr), project.linked)
    stubs = _stubs(project, {sample.path for sample in made})
    result = _build(project, made, stubs, copy)
    if not result.ok:
        if MARK in result.output:
            raise unclear(project.builder)
        return Built(result)
    files = built_files(copy / project.config.site)
    listing, frames = _frames(project, files, made, stubs)
    passing = {html_path(path) for path in (*stubs, *(sample.path for sample in made))}
    passing |= {SITEMAP, PACKED, *project.found.files}
    own = {path: file for path, file in files.items() if path not in passing}
    return Built(result, Frames(inputs(project), frames, listing, _digests(own)), own)


def shapes_of(found: Survey) -> set[Shape]:
    """The shapes of all finished pages."""
    return {seen.shape for seen in found.pages.values() if seen.shape}


def _by_builder(found: Survey) -> list[str]:
    """What the builder makes itself, from files as they are."""
    return [*found.by_hand, *found.unfinished]


def _stubs(project: Project, sampled: Collection[str]) -> dict[str, str]:
    """Pages in place of those to which others link: nobody sees them, but links to them are checked."""
    pages = [path for path in project.linked if path in project.found.pages and path not in sampled]
    return {path: _stub(project.linked[path]) for path in pages}


def _stub(anchors: Sequence[str]) -> str:
    return "\n".join(["<div>", *(f'<div id="{anchor}"></div>' for anchor in anchors), "</div>\n"])


def _build(project: Project, made: Sequence[Sample], stubs: Mapping[str, str], copy: Path) -> Result:
    linked = [path for path in project.linked if path in project.found.files]
    texts = {sample.path: sample.source for sample in made}
    docs = Reduced({**texts, **stubs}, [*_by_builder(project.found), *linked])
    return build_reduced(project.folder, project.config, project.builder, docs, copy)


def _frames(
    project: Project, files: Mapping[str, Path], made: Sequence[Sample], stubs: Mapping[str, str]
) -> tuple[Listing, dict[Shape, Frame]]:
    """The list of all pages as far as the builder made it, and the frames of the samples."""
    others = [path for path in (*_by_builder(project.found), *stubs) if path.endswith(".md")]
    packed = files[PACKED].read_bytes() if PACKED in files else None
    listing, entries = read_listing(_text(files, SITEMAP), project.builder, made, others, packed)
    own, frames = code(), {}
    for sample, entry in zip(made, entries, strict=True):
        built = _text(files, html_path(sample.path))
        page = spared(cut(built, sample, project.builder, sample.path))
        told = json.dumps([own, page, entry], ensure_ascii=False)
        frames[sample.shape] = Frame(page, entry, hashlib.sha256(told.encode()).hexdigest()[:16])
    return listing, frames


def _text(files: Mapping[str, Path], path: str) -> str:
    if path not in files:
        raise unclear(path)
    return files[path].read_text("utf-8")


def _digests(own: Mapping[str, Path]) -> dict[str, str]:
    """The digests of the builder's own files.

    Raises:
        UnframedError: one of them tells something of a sample.

    """
    for path, file in own.items():
        if is_marked(file):
            raise unclear(path)
    return {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in own.items()}
