"""Output to disk: only what changed, each file at once, and nothing that is not ours.

A manifest beside the pages remembers which files an earlier run wrote and their digests. It is
written before the pages (with both the old and the new names) and after them, so that a run that
is cut off never leaves a file that the next run would not know.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place, Problem, problem

MANIFEST = ".generated.json"
"""Name of the manifest in the folder of pages; MkDocs passes over names that begin with a dot."""

_SUFFIXES = {".md", ".js"}
"""What the generator writes: pages, and the data that scripts of the site load."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many files a run wrote, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What writing would do: new bytes by path, paths that stay, paths that go."""

    root: Path
    write: Mapping[str, bytes]
    unchanged: tuple[str, ...]
    remove: tuple[str, ...]
    digests: Mapping[str, str]
    problems: tuple[Problem, ...]


def plan(output: Output, root: Path) -> Plan:
    """Compare an output with the folder ``root``; changes nothing.

    E501 where a file that no run wrote is in the way; W502 and W503 where a page was changed by
    hand: one that is still wanted is made again, one that is not stays.
    """
    known = _read_manifest(root)
    write, unchanged, problems = dict[str, bytes](), list[str](), list[Problem]()
    for path, content in output.files.items():
        present = _read(root / path)
        if present == content:
            unchanged.append(path)
            continue
        write[path] = content
        problems += _obstacles(root, path, output.places[path])
        problems += _conflicts(path, present, known, output.places[path])
    gone = {path: _read(root / path) for path in sorted(set(known) - set(output.files))}
    ours = tuple(path for path, present in gone.items() if present and _digest(present) == known[path])
    problems += (
        problem("W503", Place(path)) for path, present in gone.items() if present and path not in ours
    )
    digests = {path: _digest(content) for path, content in output.files.items()}
    return Plan(root, write, tuple(unchanged), ours, digests, tuple(problems))


def _obstacles(root: Path, path: str, place: Place) -> Iterator[Problem]:
    """A folder where the page belongs, or a file where one of its folders does."""
    if (root / path).is_dir():
        yield problem("E501", place, address=path)
    for folder in Path(path).parents:
        if (root / folder).exists() and not (root / folder).is_dir():
            yield problem("E501", place, address=folder.as_posix())


def _conflicts(path: str, present: bytes | None, known: Mapping[str, str], place: Place) -> Iterator[Problem]:
    if present is None:
        return
    if path not in known:
        yield problem("E501", place, address=path)
    elif _digest(present) != known[path]:
        yield problem("W502", Place(path))


def carry_out(planned: Plan, tick: Callable[[], None] = lambda: None) -> Summary:
    """Do what was planned; ``tick`` is called once for each file that is written."""
    root = planned.root
    _write_manifest(root, {**_read_manifest(root), **planned.digests})
    for path, content in planned.write.items():
        write_file(root / path, content)
        tick()
    removed = sum(_remove(root, path) for path in planned.remove)
    _write_manifest(root, planned.digests)
    return Summary(len(planned.write), len(planned.unchanged), removed)


def write_file(path: Path, content: bytes) -> None:
    """Write a file so that readers see the old or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _remove(root: Path, path: str) -> int:
    """Remove a file of an earlier run and the folders that this leaves empty."""
    target = root / path
    if not target.is_file():
        return 0
    target.unlink()
    for folder in target.parents:
        if folder == root or any(folder.iterdir()):
            break
        folder.rmdir()
    return 1


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_manifest(root: Path) -> dict[str, str]:
    """The files of earlier runs; a manifest that cannot be read counts as none."""
    try:
        entries = json.loads((root / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    inside = {k: v for k, v in entries.items() if _is_inside(k)} if isinstance(entries, dict) else {}
    return {str(path): str(digest) for path, digest in inside.items()}


def _is_inside(path: str) -> bool:
    """Whether a name from a manifest stays below the folder: nothing else is ever removed."""
    inside = not Path(path).is_absolute() and ".." not in Path(path).parts
    return inside and Path(path).suffix in _SUFFIXES


def _write_manifest(root: Path, digests: Mapping[str, str]) -> None:
    text = json.dumps(dict(sorted(digests.items())), indent=0) + "\n"
    if _read(root / MANIFEST) != text.encode():
        write_file(root / MANIFEST, text.encode())
