"""Making the files of a site: pages fill their frames, others are copied; in one process or in several."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from directive_atlas.frames.page import Places, Shape, read_page
from directive_atlas.frames.pieces import Frame, filled
from directive_atlas.frames.sample import html_path
from directive_atlas.frames.wanted import Wanted

FEW = 400
"""So many files take less time than to start another process."""


class ChangedError(Exception):
    """A page is not of the shape that the record of the last run says; nothing is written."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to make, and where."""

    want: Wanted
    goal: Path


@dataclass(frozen=True, slots=True)
class Framing:
    """What all jobs have in common: the frames by shape, the places of the navigation."""

    frames: Mapping[Shape, Frame]
    known: Places


def make_files(jobs: Sequence[Job], framing: Framing, processes: int) -> list[tuple[int, int]]:
    """Make the file of each job; gives their sizes and times of change, in the same order.

    Raises:
        ChangedError: a page is of another shape than was known of it.
        OSError: a file cannot be read or written.

    """
    count = min(processes, len(jobs) // FEW)
    if count < 2:
        return _make(jobs, framing)
    shares = [jobs[number::count] for number in range(count)]
    with ProcessPoolExecutor(count) as pool:
        found = list(pool.map(partial(_make, framing=framing), shares))
    return [found[number % count][number // count] for number in range(len(jobs))]


def _make(jobs: Sequence[Job], framing: Framing) -> list[tuple[int, int]]:
    return list(_made(jobs, framing))


def _made(jobs: Sequence[Job], framing: Framing) -> Iterator[tuple[int, int]]:
    for job in jobs:
        _make_one(job.want, job.goal, framing)
        state = job.goal.stat()
        yield state.st_size, state.st_mtime_ns


def _make_one(want: Wanted, goal: Path, framing: Framing) -> None:
    if isinstance(want.origin, bytes):
        goal.write_bytes(want.origin)
    elif want.shape:
        goal.write_bytes(_page(want.path, want.origin, want.shape, framing))
    else:
        shutil.copyfile(want.origin, goal)


def _page(path: str, origin: Path, shape: Shape, framing: Framing) -> bytes:
    page = read_page(path, origin.read_text("utf-8"), framing.known)
    if page is None or page.shape != shape:
        raise ChangedError(path)
    return filled(framing.frames[shape].page, page.values, html_path(path)).encode()
