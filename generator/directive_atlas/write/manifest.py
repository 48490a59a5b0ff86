"""The manifest: the files that runs have written below a folder, with digests.

It is a JSON object of paths, each with the SHA-256 digests that its file may have: one, or two while a run
writes (the old and the new one), so that every file is known after an interrupted run. A forged manifest does
no harm: paths outside the folder are ignored, and files with other digests are left alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from directive_atlas import filesystem

MANIFEST = ".generated.json"
"""Its name in the folder of pages; MkDocs ignores names that begin with a dot."""

Known = Mapping[str, frozenset[str]]
"""The files of earlier runs: path to the digests that they may have."""


def digest(content: bytes) -> str:
    """The SHA-256 digest by which the manifest identifies content."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(root: Path) -> Known:
    """The files of earlier runs; empty if the file is not a manifest.

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
    """Write the manifest if it has changed; remove it if there are no files."""
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
