"""What a file is: told by its first bytes, and by its suffix where these do not tell."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import PurePath

from directive_atlas.intake.taken import RefusedError, damaged, refused
from directive_atlas.problems import Wording, say


class Form(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    DOCX = "DOCX"
    PDF = "PDF"


_SAVE_AS_DOCX = say("open it in a word processor and save it as .docx, or export it as PDF")
_WITHOUT_PASSWORD = say("open it with its password and save a copy without one")
_RECOGNIZE = say("recognize its text first (OCR), correct it, and save it as .txt or .docx")
_AS_TABLE = say("a table is no running text; save the text of the document as .docx or PDF")

_SUFFIXES = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".docx": Form.DOCX,
    ".pdf": Form.PDF,
}
_PACKED = {".docx", ".docm", ".dotx", ".dotm"}
_REFUSED_SUFFIXES = dict.fromkeys((".doc", ".wps", ".wpt", ".dot", ".rtf", ".odt", ".pages"), _SAVE_AS_DOCX)
_REFUSED_SUFFIXES |= dict.fromkeys((".xls", ".xlsx", ".et", ".ods", ".csv"), _AS_TABLE)
_OFD = say("open it in a reader for OFD and export it as PDF, or copy its text into a .txt file")
_WEB_ARCHIVE = say("open it in a browser and save it as a web page, HTML only")
_REFUSED_SUFFIXES |= {".ofd": _OFD, ".mht": _WEB_ARCHIVE, ".mhtml": _WEB_ARCHIVE}
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_IMAGE_SUFFIXES = {".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic"}
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:!doctype html|html)\b", re.I | re.S)
"""How a page begins. A comment ends at the first mark of its end, and nowhere else if no page follows: what
could end at any of them would be tried with all of them, in steps that double with each."""


def form_of(content: bytes, file: str) -> Form:
    """The format of a file.

    Raises:
        RefusedError: its format is not read (E116), or it is encrypted or damaged (E117).

    """
    suffix = PurePath(file).suffix.lower()
    start = content[:1024].removeprefix(b"\xef\xbb\xbf")
    if start.startswith(b"PK"):
        return _form_of_archive(content, file, suffix)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise _ole(file, suffix)
    if b"%PDF-" in start:
        return Form.PDF
    _refuse_others(start, file, suffix)
    if suffix in {".docx", ".pdf"} and content:
        raise damaged(file, suffix[1:].upper())
    if _PAGE.match(start):
        return Form.HTML
    return _SUFFIXES.get(suffix, Form.TEXT)


def _refuse_others(start: bytes, file: str, suffix: str) -> None:
    if start.startswith(rb"{\rtf"):
        raise _not_read(file, "RTF", _SAVE_AS_DOCX)
    if suffix in _IMAGE_SUFFIXES or (start.startswith(_IMAGES) and b"\0" in start):
        raise _not_read(file, say("an image"), _RECOGNIZE)
    if suffix in _REFUSED_SUFFIXES:
        raise _not_read(file, suffix, _REFUSED_SUFFIXES[suffix])
    if suffix in _PACKED - {".docx"}:
        raise _not_read(file, suffix, _SAVE_AS_DOCX)


def _form_of_archive(content: bytes, file: str, suffix: str) -> Form:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise damaged(file, "DOCX" if suffix in _PACKED else "ZIP") from error
    if "OFD.xml" in names:
        raise _not_read(file, "OFD", _OFD)
    if suffix in _PACKED or "word/document.xml" in names:
        return Form.DOCX
    hint = _REFUSED_SUFFIXES.get(suffix, _SAVE_AS_DOCX)
    raise _not_read(file, suffix or say("an archive"), hint)


def _ole(file: str, suffix: str) -> RefusedError:
    """The container of old Office files; a new format in it is encrypted."""
    if suffix in _PACKED:
        return refused(file, "E117", _WITHOUT_PASSWORD, form="DOCX", why=say("it is encrypted"))
    return _not_read(file, suffix or ".doc", _REFUSED_SUFFIXES.get(suffix, _SAVE_AS_DOCX))


def _not_read(file: str, form: str | Wording, hint: Wording) -> RefusedError:
    return refused(file, "E116", hint, form=form)
