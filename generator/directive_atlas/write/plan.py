"""Comparing an output with a folder: what to write, what to remove, and what prevents it.

Of the output one file is in memory at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from directive_atlas import filesystem
from directive_atlas.filesystem import Descent, Marks
from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place, Problem, problem
from directive_atlas.write.manifest import Known, digest, is_ours, read_manifest
from directive_atlas.write.strays import strays


@dataclass(frozen=True, slots=True)
class Plan:
    """What writing would do: new bytes by path, paths that stay, paths to remove.

    ``contents`` has the bytes of what is to be written, ``before`` and ``after`` are the files that the
    manifest lists and will list, ``marks`` those of the files that are to be replaced or removed.
    """

    root: Path
    write: tuple[str, ...]
    contents: Mapping[str, bytes]
    unchanged: tuple[str, ...]
    remove: tuple[str, ...]
    before: Known
    after: Known
    marks: Mapping[str, Marks]
    problems: tuple[Problem, ...]


def plan(output: Output, root: Path) -> Plan:
    """Compare an output with the folder ``root``; changes nothing.

    E501 if a file that no run wrote is in the way, E502 if it is a page that was changed by hand, E505 if a
    link is; W503 if such a page is no longer generated: it stays; W508 if there are files of nobody.

    Raises:
        OSError: a file cannot be read.

    """
    known = read_manifest(root)
    with Descent(root) as tree:
        comparison = _Comparison(tree, known)
        for path in sorted(output.files):
            comparison.wanted(path, output.files[path], output.places[path])
        for path in sorted(known.keys() - output.files.keys()):
            comparison.gone(path)
    comparison.problems += strays(root, known.keys() | output.files.keys())
    return comparison.plan(output.files)


@dataclass
class _Comparison:
    """Collects what is to be done with each file."""

    tree: Descent
    known: Known
    after: dict[str, str] = field(default_factory=dict)
    write: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    remove: list[str] = field(default_factory=list)
    marks: dict[str, Marks] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def wanted(self, path: str, content: bytes, place: Place) -> None:
        """A file of the output: it stays, is written, or something is in its way."""
        self.after[path] = digest(content)
        try:
            present = self.tree.read(path)
        except filesystem.NotPlainError as found:
            code = "E505" if found.is_link else "E501"
            self.problems.append(problem(code, place, address=found.name))
            return
        if present and present.content == content:
            self.unchanged.append(path)
            return
        self.write.append(path)
        if not present:
            return
        self.marks[path] = present.marks
        if content.startswith(present.content.rstrip(b"\0")):
            return  # a loss of power has cut it off; all that it has will be there again
        if path not in self.known:
            self.problems.append(problem("E501", place, address=path))
        elif not is_ours(path, present.content, {self.known[path]}):
            self.problems.append(problem("E502", Place(path)))

    def gone(self, path: str) -> None:
        """A file of an earlier run that is no longer generated: removed, unless somebody changed it."""
        try:
            present = self.tree.read(path)
        except filesystem.NotPlainError:
            return
        if present is None or is_ours(path, present.content, {self.known[path]}):
            self.remove.append(path)
            if present:
                self.marks[path] = present.marks
        else:
            self.problems.append(problem("W503", Place(path)))

    def plan(self, contents: Mapping[str, bytes]) -> Plan:
        """The collected plan."""
        return Plan(
            self.tree.root,
            tuple(self.write),
            contents,
            tuple(self.unchanged),
            tuple(self.remove),
            self.known,
            self.after,
            self.marks,
            tuple(self.problems),
        )
