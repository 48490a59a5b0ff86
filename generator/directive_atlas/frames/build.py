"""Building a site: frames from the builder, finished pages in them, and only what has changed."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from directive_atlas.builders.config import CONFIG
from directive_atlas.builders.run import Result, run_builder
from directive_atlas.collector import without_collector
from directive_atlas.frames.fitness import Configured, configured
from directive_atlas.frames.framing import Built, build_frames, linked_from, shapes_of
from directive_atlas.frames.inputs import Project, inputs
from directive_atlas.frames.record import RECORD, Entry, Frames, Record, read_record, write_record
from directive_atlas.frames.survey import Survey, survey
from directive_atlas.frames.target import aside, discard, present, settle
from directive_atlas.frames.unframed import UnframedError
from directive_atlas.frames.wanted import Before, Wanted, all_files
from directive_atlas.frames.work import ChangedError, Framing, Job, make_files
from directive_atlas.kept import damaged
from directive_atlas.problems import Wording, say


@dataclass(frozen=True, slots=True)
class Request:
    """A site to build: its folder, its docs, which were just generated, the builder, how many processes."""

    folder: Path
    docs: Path
    builder: str
    processes: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: that of the builder, and what else there is to tell."""

    result: Result
    notes: tuple[Wording, ...] = ()


@without_collector()
def build_site(request: Request) -> Outcome:
    """Build the site, with warnings as errors; what is there and has not changed stays.

    Raises:
        OSError: a file cannot be read or written.

    """
    try:
        config = configured(request.folder)
        if request.folder / config.docs != request.docs:
            raise UnframedError(say("{file} has {what}", file=CONFIG, what=f"docs_dir: {config.docs}"))
        return _from_record(request, config)
    except UnframedError as found:
        return _by_builder(request, found.why)


def _by_builder(request: Request, why: Wording) -> Outcome:
    note = say("{builder} makes every page itself: {why}", builder=request.builder, why=why)
    return Outcome(run_builder(request.builder, request.folder), (note,))


def _from_record(request: Request, config: Configured) -> Outcome:
    """Build the site with what is known of the last run; without, if that does not fit the pages."""
    record, discarded = read_record(request.folder)
    try:
        outcome = _framed(request, config, record)
    except ChangedError:
        discarded, outcome = damaged(RECORD), _framed(request, config, Record())
    return replace(outcome, notes=(*filter(None, [discarded]), *outcome.notes))


def _framed(request: Request, config: Configured, record: Record) -> Outcome:
    found = survey(request.docs, record, config.known)
    before = Before(record, present(request.folder / config.site))
    with tempfile.TemporaryDirectory(prefix="directives-") as copy:
        built = _frames(request, config, found, before, Path(copy).resolve())
        if not built.frames:
            return Outcome(built.result)
        wanted = all_files(request.docs, request.builder, found, built)
        files = _write(request, config, wanted, before, built.frames)
    now = Record(built.frames, config.known, files, found.pages)
    unwritten = write_record(request.folder, now) if now != record else None
    return Outcome(built.result, tuple(filter(None, [unwritten])))


def _frames(request: Request, config: Configured, found: Survey, before: Before, copy: Path) -> Built:
    """The frames of the last run if they are those of this one, else new ones."""
    linked = linked_from(request.docs, found)
    project = Project(request.folder, config, request.builder, found, linked)
    known = before.record.frames
    if not known or known.inputs != inputs(project) or not before.has(known.own):
        return build_frames(project, copy)
    has_all = shapes_of(found) <= known.frames.keys()
    return Built(Result(True, ""), known) if has_all else build_frames(project, copy)


def _write(
    request: Request, config: Configured, wanted: Mapping[str, Wanted], before: Before, frames: Frames
) -> dict[str, Entry]:
    """Write what is new, remove what is gone; gives all files of the site."""
    site = request.folder / config.site
    new = {path: want for path, want in wanted.items() if not before.stays(path, want)}
    gone = sorted(before.there.keys() - wanted.keys())
    files = {path: before.record.files[path] for path in wanted if path not in new}
    if not new and not gone:
        discard(site)
        return files
    with aside(site) as folder:
        jobs = [Job(want, folder / str(number)) for number, want in enumerate(new.values())]
        states = make_files(jobs, Framing(frames.frames, config.known), request.processes)
        settle(site, {path: job.goal for path, job in zip(new, jobs, strict=True)}, gone)
    made = zip(new.items(), states, strict=True)
    return files | {path: Entry(want.source, want.frame, *state) for (path, want), state in made}
