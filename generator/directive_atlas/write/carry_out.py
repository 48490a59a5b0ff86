"""Executing a plan: all that changes is prepared beside the pages, and then moved into place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from directive_atlas import filesystem
from directive_atlas.write.manifest import MANIFEST, manifest_of
from directive_atlas.write.plan import Plan
from directive_atlas.write.settle import NEW, READY, finish


@dataclass(frozen=True, slots=True)
class Summary:
    """How many files a run wrote, left unchanged, and removed."""

    written: int
    unchanged: int
    removed: int


def carry_out(planned: Plan, tick: Callable[[], None] = lambda: None) -> Summary:
    """Execute a plan; ``tick`` is called once for each file that is written.

    Raises:
        OSError: a file cannot be written or removed.

    """
    removed = 0
    if planned.write or planned.remove or planned.before != planned.after:
        try:
            _prepare(planned, tick)
        except BaseException:
            filesystem.discard(planned.root / NEW)
            raise
        removed = finish(planned.root, planned.before, planned.after, planned.marks)
    return Summary(len(planned.write), len(planned.unchanged), removed)


def _prepare(planned: Plan, tick: Callable[[], None]) -> None:
    """Write what changes into a folder beside the pages; when it is complete, its name says so."""
    root = planned.root
    root.mkdir(parents=True, exist_ok=True)
    filesystem.discard(root / NEW)
    (root / NEW).mkdir()
    numbers = {path: str(number) for number, path in enumerate(sorted(planned.after))}
    with filesystem.Descent(root / NEW) as tree:
        for path in planned.write:
            tree.create(numbers[path], planned.contents[path])
            tick()
        tree.create(MANIFEST, manifest_of(planned.after))
    (root / NEW).rename(root / READY)
