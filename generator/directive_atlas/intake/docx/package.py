"""Opening the archive of a document: bounded, without running, fetching or expanding anything."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx
from docx.document import Document

from directive_atlas.intake.taken import Limits, damaged, refused, too_much
from directive_atlas.problems import say

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,  # a part is missing
    ValueError,  # it is no document of this kind
    SyntaxError,  # a part is no XML
    AttributeError,
    TypeError,
    EOFError,
    OSError,
    NotImplementedError,
    RecursionError,
)
"""What zipfile, lxml and python-docx raise for a file that is not what it should be."""

_MACROS = "macroEnabled"
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""Marks of byte order and white space, which may stand before XML; zeros are of UTF-16 and UTF-32."""
_XML_BEGINS = (b"<", "<".encode("cp037"))


def opened(content: bytes, file: str, limits: Limits) -> Document:
    """The document of an archive whose size was looked at first.

    Macros are not even read: a document that may have them is refused.

    Raises:
        RefusedError: it has macros, is encrypted, too large or damaged.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > limits.entries:
                raise too_much(file, limits.entries, say("files"))
            if sum(entry.file_size for entry in entries) > limits.unpacked:
                raise too_much(file, limits.unpacked, say("bytes when it is unpacked"))
            if any(entry.flag_bits & 1 for entry in entries):
                hint = say("open it with its password and save a copy without one")
                raise refused(file, "E117", hint, form="DOCX", why=say("it is encrypted"))
            if sum(entry.file_size for entry in entries if _may_be_xml(archive, entry)) > limits.xml:
                raise too_much(file, limits.xml, say("bytes when it is unpacked"))
            if _MACROS.encode() in archive.read("[Content_Types].xml"):
                hint = say("save it without macros, as .docx")
                raise refused(file, "E116", hint, form=say("a document with macros"))
        return docx.Document(io.BytesIO(content))
    except _BROKEN as error:
        raise damaged(file, "DOCX") from error


def _may_be_xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether a part may be parsed, which takes many times its bytes; it may have any name."""
    with archive.open(entry) as part:
        begin = part.read(100).lstrip(_BEFORE_XML)
    return not begin or begin.startswith(_XML_BEGINS)
