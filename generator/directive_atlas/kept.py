"""Files in which one run keeps what the next one may use: nothing is lost without them.

The first line is the digest of the rest, so whatever happened to a file is seen; and a file says of which
format it is. One that cannot be used is not used, and a word says so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from directive_atlas import filesystem
from directive_atlas.problems import Wording, say

T = TypeVar("T")

MOST = 1 << 28
"""So many bytes at most are read of such a file: what is kept of a million pages needs less."""


def read_kept(
    folder: Path, name: str, form: int, understood: Callable[[Any], T]
) -> tuple[T | None, Wording | None]:
    """What is kept in a file of the format ``form``; ``None`` if nothing is, and why it cannot be used.

    The digest says that a file is whole, not who wrote it. ``understood`` makes of its content what a run
    uses; wherever it cannot, the file is damaged.
    """
    try:
        content = filesystem.read(folder, name, MOST)
        if content is None:
            return None, None
        digest, _, body = content.partition(b"\n")
        if digest.decode() != hashlib.sha256(body).hexdigest():
            return None, damaged(name)
        kept = json.loads(body)
        if kept["format"] != form:
            return None, say("{file} is of another version; all is made anew", file=name)
        return understood(kept["content"]), None
    except OSError as error:
        why = str(error.strerror)
        return None, say("{file} cannot be read: {why}; all is made anew", file=name, why=why)
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None, damaged(name)


def damaged(name: str) -> Wording:
    """What is said of a file that does not hold what a run keeps in it."""
    return say("{file} is damaged; all is made anew", file=name)


def write_kept(folder: Path, name: str, form: int, content: Any) -> Wording | None:
    """Keep what JSON can tell; why it cannot be kept, if so."""
    told = {"format": form, "content": content}
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    try:
        filesystem.write(folder, name, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    except OSError as error:
        why = str(error.strerror)
        return say("{file} cannot be written: {why}; the next run makes all anew", file=name, why=why)
    return None
