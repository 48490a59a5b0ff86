"""Reading a file: by what it begins with, not only by the suffix of its name."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from directive_atlas import filesystem
from directive_atlas.intake.characters import fitted
from directive_atlas.intake.docx import read_docx
from directive_atlas.intake.html import read_page
from directive_atlas.intake.kinds import Form, form_of
from directive_atlas.intake.pdf import read_pdf
from directive_atlas.intake.plain import read_markdown_file, read_text_file
from directive_atlas.intake.taken import Limits, RefusedError, Taken, refused, too_much
from directive_atlas.problems import say

Read = Callable[[bytes, str, Limits], Taken]
"""How a format is read: the bytes of a file, its name for messages, and the limits."""

_READERS: dict[Form, Read] = {
    Form.TEXT: read_text_file,
    Form.MARKDOWN: read_markdown_file,
    Form.HTML: read_page,
    Form.DOCX: read_docx,
    Form.PDF: read_pdf,
}


def read_file(path: Path, limits: Limits | None = None) -> Taken:
    """The words of a file as a source text.

    The file is somebody's own: a link to it is followed. Nothing in it is run, and nothing that it names
    is fetched.

    Raises:
        RefusedError: it cannot be read; has the problem to print (E101, E106, E112, E116 to E118).

    """
    limits = limits or Limits()
    file = str(path)
    content = content_of(path, file, limits)
    taken = _READERS[form_of(content, file)](content, file, limits)
    text, notes = fitted(taken.text)
    if not text.strip():
        raise refused(file, "E101", _GIVE_TEXT, why=say("the file is empty"))
    if len(text) > limits.characters:
        raise too_much(file, limits.characters, say("characters"))
    if max(map(len, text.split("\n"))) > limits.paragraph:
        raise too_much(file, limits.paragraph, say("characters in one paragraph"))
    return replace(taken, text=text, notes=(*taken.notes, *notes))


_GIVE_TEXT = say("name a file that has the text of the document")


def content_of(path: Path, file: str, limits: Limits) -> bytes:
    """The bytes of a file that somebody names; a link to it is followed.

    Raises:
        RefusedError: it is not there (E106), no plain file (E112), unreadable (E101) or too large (E118).

    """
    try:
        own = path.resolve()
        found = own.stat()
        if stat.S_ISREG(found.st_mode) and found.st_size > limits.size:
            raise too_much(file, limits.size, say("bytes"))
        content = filesystem.read(own.parent, own.name)
    except FileNotFoundError:
        content = None
    except filesystem.NotPlainError as error:
        raise refused(file, "E112", what=error.what) from error
    except (OSError, RuntimeError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise refused(file, "E101", say("make it a file that this user may read"), why=why) from error
    if content is None:
        raise refused(file, "E106", say("correct the name of the file"), name=path.name)
    return content


__all__ = ["RefusedError", "read_file"]
