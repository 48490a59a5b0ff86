"""The manifest: which files runs have written below a folder, and which bytes.

It is a JSON object of paths, each with the SHA-256 digests that its file may have: one, or two while a
run writes (the old and the new one), so that after a run that is cut off every file is still known. A
path or digest that somebody else wrote into it does no harm: a path that leads outside is passed over,
and a file with other bytes than the manifest says is left alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from directive_atlas import filesystem

MANIFEST = ".generated.json"
"""Its name in the folder of pages; MkDocs passes over names that begin with a dot."""

Known = Mapping[str, frozenset[str]]
"""The files of earlier runs: path to the digests that they may have."""


def digest(content: bytes) -> str:
    """The SHA-256 digest by which the manifest knows bytes again."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(root: Path) -> Known:
    """The files of earlier runs; what is no manifest counts as none.

    Raises:
        OSError: it cannot be read, so nobody knows what it says.

    """
    try:
        entries = json.loads(filesystem.read(root, MANIFEST) or b"{}")
    except (filesystem.NotPlainError, ValueError, RecursionError):
        return {}
    pairs = entries.items() if isinstance(entries, dict) else ()
    return {path: frozenset(str(digests).split()) for path, digests in pairs if filesystem.is_inside(path)}


def write_manifest(root: Path, known: Known) -> None:
    """Write the manifest, unless it says this already; without files there is none."""
    if not known:
        return filesystem.remove(root, MANIFEST)
    entries = {path: " ".join(sorted(digests)) for path, digests in sorted(known.items())}
    content = (json.dumps(entries, indent=0) + "\n").encode()
    if not _says(root, content):
        filesystem.write(root, MANIFEST, content)
    return None


def _says(root: Path, content: bytes) -> bool:
    try:
        return filesystem.read(root, MANIFEST) == content
    except filesystem.NotPlainError:
        return False
