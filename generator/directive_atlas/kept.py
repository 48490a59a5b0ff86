"""Files in which one run keeps what the next one may use: nothing is lost without them.

The first line is the digest of the rest, so whatever happened to a file is seen; and a file says of which
format it is. One that cannot be used is not used, and a word says so.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from directive_atlas import filesystem
from directive_atlas.problems import Wording, say


def read_kept(folder: Path, name: str, form: int) -> tuple[Any, Wording | None]:
    """What is kept in a file of the format ``form``; ``None`` if nothing is, and why it cannot be used."""
    try:
        content = filesystem.read(folder, name)
        if content is None:
            return None, None
        digest, _, body = content.partition(b"\n")
        if digest.decode() != hashlib.sha256(body).hexdigest():
            return None, say("{file} is damaged; all is made anew", file=name)
        kept = json.loads(body)
        if kept["format"] != form:
            return None, say("{file} is of another version; all is made anew", file=name)
        return kept["content"], None
    except OSError as error:
        why = str(error.strerror)
        return None, say("{file} cannot be read: {why}; all is made anew", file=name, why=why)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None, say("{file} is damaged; all is made anew", file=name)


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
