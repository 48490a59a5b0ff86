"""The manifest: the files that the last run wrote below a folder, with digests.

It is a JSON object of paths, each with the SHA-256 digest of its file. It is only a hint. What is not the
name of a generated file is ignored, and files with other digests are left alone; so is a page without the
mark of generated pages: a forged manifest may have the right digest of one written by hand among them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Container, Mapping
from pathlib import Path

from directive_atlas import filesystem
from directive_atlas.kept import MOST
from directive_atlas.outputs.names import can_be_made, is_page

MANIFEST = ".generated.json"
"""Its name in the folder of pages; MkDocs ignores names that begin with a dot."""

_MADE = re.compile(rb"---\n(?:(?!---\n)[^\n]*\n)*made: ")
"""How each generated page begins: its front matter says which generator made it."""

Known = Mapping[str, str]
"""The files of the last run: path to digest."""


def digest(content: bytes) -> str:
    """The SHA-256 digest by which the manifest identifies content."""
    return hashlib.sha256(content).hexdigest()


def is_ours(path: str, content: bytes, digests: Container[str]) -> bool:
    """Whether a file is of a run: by its bytes; or it has none but zeros, as after a loss of power."""
    if not content.strip(b"\0"):
        return True
    return digest(content) in digests and (not is_page(path) or bool(_MADE.match(content)))


def read_manifest(root: Path) -> Known:
    """The files of the last run; none if there is no manifest. Names that no run gives are left out.

    Raises:
        OSError: it cannot be read, or is too large, so nobody knows what it says.

    """
    return {path: own for path, own in (listed(root, MANIFEST) or {}).items() if may_be_ours(path)}


def may_be_ours(path: str) -> bool:
    """Whether this generator gives such names to files below the folder."""
    return filesystem.is_inside(path) and can_be_made(path)


def listed(root: Path, name: str) -> Known | None:
    """All that a manifest lists; ``None`` if the file is none.

    Raises:
        OSError: it cannot be read, or is too large.

    """
    try:
        entries = json.loads(filesystem.read(root, name, MOST) or b"")
    except (filesystem.NotPlainError, ValueError, RecursionError):
        return None
    return {path: str(own) for path, own in entries.items()} if isinstance(entries, dict) else None


def manifest_of(known: Known) -> bytes:
    """The content of a manifest."""
    return (json.dumps(dict(sorted(known.items())), indent=0) + "\n").encode()
