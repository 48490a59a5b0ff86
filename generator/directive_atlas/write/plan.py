"""Comparing an output with a folder: what to write, what to remove, and what prevents it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from directive_atlas import filesystem
from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place, Problem, problem
from directive_atlas.write.manifest import Known, digest, read_manifest


@dataclass(frozen=True, slots=True)
class Plan:
    """What writing would do: new bytes by path, paths that stay, paths to remove.

    ``during`` is the content of the manifest while files are written, ``after`` the final one.
    """

    root: Path
    write: Mapping[str, bytes]
    unchanged: tuple[str, ...]
    remove: tuple[str, ...]
    during: Known
    after: Known
    problems: tuple[Problem, ...]


def plan(output: Output, root: Path) -> Plan:
    """Compare an output with the folder ``root``; changes nothing.

    E501 if a file that no run wrote is in the way, E505 if a link is; W502 and W503 if a page was changed
    by hand: one that is still generated is written again, another one stays.

    Raises:
        OSError: a file cannot be read.

    """
    comparison = _Comparison(root, read_manifest(root))
    for path, content in output.files.items():
        comparison.wanted(path, content, output.places[path])
    for path in sorted(set(comparison.known) - set(output.files)):
        comparison.gone(path)
    return comparison.plan({path: frozenset([digest(content)]) for path, content in output.files.items()})


@dataclass
class _Comparison:
    """Collects what is to be done with each file."""

    root: Path
    known: Known
    write: dict[str, bytes] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    remove: list[str] = field(default_factory=list)
    old: dict[str, frozenset[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def wanted(self, path: str, content: bytes, place: Place) -> None:
        """A file of the output: it stays, is written, or something is in its way."""
        try:
            present = filesystem.read(self.root, path)
        except filesystem.NotPlainError as found:
            code = "E505" if found.is_link else "E501"
            self.problems.append(problem(code, place, address=found.name))
            return
        if present == content:
            self.unchanged.append(path)
            return
        self.write[path] = content
        if present is None:
            return
        if path not in self.known:
            self.problems.append(problem("E501", place, address=path))
        elif (own := digest(present)) in self.known[path]:
            self.old[path] = frozenset([own])
        else:
            self.problems.append(problem("W502", Place(path)))

    def gone(self, path: str) -> None:
        """A file of an earlier run that is no longer generated: removed, unless somebody changed it."""
        try:
            present = filesystem.read(self.root, path)
        except filesystem.NotPlainError:
            return
        if present is None or digest(present) in self.known[path]:
            self.old[path] = self.known[path]
            self.remove.append(path)
        else:
            self.problems.append(problem("W503", Place(path)))

    def plan(self, after: Known) -> Plan:
        """The collected plan; until the end, old and new digests are both in the manifest."""
        paths = {**self.old, **after}
        none = frozenset[str]()
        return Plan(
            self.root,
            self.write,
            tuple(self.unchanged),
            tuple(self.remove),
            {path: self.old.get(path, none) | after.get(path, none) for path in paths},
            after,
            tuple(self.problems),
        )
