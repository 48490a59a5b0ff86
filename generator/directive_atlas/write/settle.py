"""Moving prepared files into place, by the run that prepared them or, if it was killed, by the next one.

A folder with all that changes, and with the new manifest, is complete as soon as it has its final name.
From then on the new pages count: whoever locks the folder of pages first moves what is still to be moved.
Until the last page is in place there is no first page, without which MkDocs makes no site.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.filesystem import TEMPORARY, Descent, Marks, NotPlainError, discard
from directive_atlas.interface.addresses import HOME
from directive_atlas.write.manifest import MANIFEST, Known, is_ours, listed, may_be_ours, read_manifest

NEW = ".generated.new"
"""The folder of what changes, while it is prepared."""
READY = ".generated.ready"
"""The same folder when it is complete.

The name of each file in it is its number in the order of the manifest.
"""


def settle(root: Path) -> None:
    """Finish what a killed run has prepared, and remove what one has left.

    Raises:
        OSError: a file cannot be moved or removed; the next call goes on.

    """
    discard(root / NEW)
    discard(root / TEMPORARY)
    after = listed(root, f"{READY}/{MANIFEST}")
    if after is None:
        discard(root / READY)
    else:
        finish(root, read_manifest(root), after, {})


def finish(root: Path, before: Known, after: Known, marks: Mapping[str, Marks]) -> int:
    """Move what is ready, and remove the files that no longer are; returns how many of them there were.

    ``before`` and ``after`` are the manifests, ``marks`` those of files that are known to be ours. What
    somebody wrote meanwhile stays.

    Raises:
        OSError: a file cannot be moved or removed; ``settle`` goes on.

    """
    _discard_odd(root)
    with Descent(root) as source, Descent(root) as target:
        removed = _Moves(source, target, before, after, marks).all()
    discard(root / READY)
    return removed


def _discard_odd(root: Path) -> None:
    """Remove from what is ready all that no run has put there: each file of a run is a plain one."""
    with Descent(root) as source:
        odd = [name for name, kind in source.entries(READY) if kind != stat.S_IFREG]
    for name in odd:
        discard(root / READY / name)


@dataclass(frozen=True, slots=True)
class _Moves:
    """From the folder ``READY`` below a root to the root itself; each step may be the last one of a run."""

    source: Descent
    target: Descent
    before: Known
    after: Known
    marks: Mapping[str, Marks]

    def all(self) -> int:
        """Move and remove everything; returns how many files were removed."""
        paths = sorted(self.after)
        home = f"{READY}/{paths.index(HOME)}" if HOME in self.after else None
        removed = self._hide_home(home)
        for number in sorted(self._prepared()):
            if number < len(paths) and paths[number] != HOME and may_be_ours(paths[number]):
                self._move_file(f"{READY}/{number}", paths[number])
        removed += self._remove(sorted(self.before.keys() - self.after.keys()))
        if home:
            self._move_file(home, HOME)
        if self.after:
            self.target.take(MANIFEST, self.source, f"{READY}/{MANIFEST}")
        else:
            self.target.unlink(MANIFEST)
        return removed

    def _prepared(self) -> Iterator[int]:
        """The numbers of the files that are still to be moved."""
        for name, _ in self.source.entries(READY):
            if name.isdecimal():
                yield int(name)

    def _hide_home(self, prepared: str | None) -> int:
        """Take the first page away, for as long as there are old and new ones; returns whether for good."""
        if self.target.marks(HOME) is None or not self._is_ours(HOME):
            return 0
        if prepared and self.source.marks(prepared) is None:
            self.target.take(prepared, self.source, HOME)
            return 0
        self.target.unlink(HOME)
        return int(prepared is None)

    def _move_file(self, prepared: str, path: str) -> None:
        present = self.target.marks(path)
        if present is None or self._is_as_planned(path, present):
            with suppress(FileNotFoundError):
                self.target.take(path, self.source, prepared)

    def _remove(self, paths: Sequence[str]) -> int:
        """Remove pages and the folders that become empty; a killed run may have left some of these."""
        ours = [path for path in paths if self._is_present(path)]
        for path in ours:
            self.target.unlink(path)
        for folder in sorted(_folders_of(paths), reverse=True):
            self.target.remove_empty(folder)
        return len(ours)

    def _is_present(self, path: str) -> bool:
        """Whether a page is where it was; a link on the way to it is not followed."""
        try:
            present = self.target.marks(path)
        except NotPlainError:
            return False
        return present is not None and self._is_as_planned(path, present)

    def _is_as_planned(self, path: str, present: Marks) -> bool:
        return present == self.marks.get(path) or self._is_ours(path)

    def _is_ours(self, path: str) -> bool:
        """Whether the file at a path has bytes of the last run or of this one."""
        try:
            found = self.target.read(path)
        except NotPlainError:
            return False
        own = {known[path] for known in (self.before, self.after) if path in known}
        return found is not None and is_ours(path, found.content, own)


def _folders_of(paths: Iterable[str]) -> set[str]:
    """All folders that files are in."""
    found = set[str]()
    for path in paths:
        while (path := path.rpartition("/")[0]) and path not in found:
            found.add(path)
    return found
