"""Executing a plan; after every step the next run can continue from what is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from directive_atlas import filesystem
from directive_atlas.write.manifest import digest, write_manifest
from directive_atlas.write.plan import Plan


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
    root = planned.root
    write_manifest(root, planned.during)
    for path, content in planned.write.items():
        filesystem.write(root, path, content)
        tick()
    removed = sum(_remove(planned, path) for path in planned.remove)
    write_manifest(root, planned.after)
    filesystem.remove_temporary(root)
    return Summary(len(planned.write), len(planned.unchanged), removed)


def _remove(planned: Plan, path: str) -> bool:
    """Remove a file of an earlier run, if its bytes are unchanged; returns whether it was there.

    If it is gone already, empty folders may be left from a run that was interrupted.
    """
    present = filesystem.read(planned.root, path)
    if present is not None and digest(present) not in planned.during[path]:
        return False
    filesystem.remove(planned.root, path)
    return present is not None
