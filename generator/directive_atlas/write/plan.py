"""Comparing an output with a folder: what writing would do, and what is in its way."""

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
    """What writing would do: new bytes by path, paths that stay, paths that go.

    ``during`` is what the manifest says while files are written, ``after`` what it says in the end.
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

    E501 where a file that no run wrote is in the way, E505 where a link is; W502 and W503 where a
    page was changed by hand: one that is still wanted is made again, one that is not stays.

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
    """Gathers what is to be done with each file."""

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
        """A file of an earlier run that is no longer wanted: it goes, unless its bytes are not ours."""
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
        """All that was gathered; until the end, old and new bytes are both known."""
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
