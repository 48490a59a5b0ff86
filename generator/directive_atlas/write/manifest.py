"""The manifest: the files that the last run wrote below a folder, with digests.

It is a JSON object of paths, each with the SHA-256 digest of its file. It is only a hint. A forged one does
no harm: what is not the name of a generated file is ignored, and files with other digests are left alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Mapping
from pathlib import Path

from directive_atlas import filesystem
from directive_atlas.outputs import is_generated

MANIFEST = ".generated.json"
"""Its name in the folder of pages; MkDocs ignores names that begin with a dot."""

Known = Mapping[str, str]
"""The files of the last run: path to digest."""


def digest(content: bytes) -> str:
    """The SHA-256 digest by which the manifest identifies content."""
    return hashlib.sha256(content).hexdigest()


def is_ours(content: bytes, digests: Container[str]) -> bool:
    """Whether bytes are those of a run, or none, as a machine that lost its power may leave them."""
    return not content or digest(content) in digests


def read_manifest(root: Path) -> Known:
    """The files of the last run; none if there is no manifest. Names that no run gives are left out.

    Raises:
        OSError: it cannot be read, so nobody knows what it says.

    """
    return {path: own for path, own in (listed(root, MANIFEST) or {}).items() if may_be_ours(path)}


def may_be_ours(path: str) -> bool:
    """Whether this generator gives such names to files below the folder."""
    return filesystem.is_inside(path) and is_generated(path)


def listed(root: Path, name: str) -> Known | None:
    """All that a manifest lists; ``None`` if the file is none.

    Raises:
        OSError: it cannot be read.

    """
    try:
        entries = json.loads(filesystem.read(root, name) or b"")
    except (filesystem.NotPlainError, ValueError, RecursionError):
        return None
    return {path: str(own) for path, own in entries.items()} if isinstance(entries, dict) else None


def manifest_of(known: Known) -> bytes:
    """The content of a manifest."""
    return (json.dumps(dict(sorted(known.items())), indent=0) + "\n").encode()
