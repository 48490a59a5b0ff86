"""Text and Markdown files: finding out the encoding, joining wrapped lines, reading front matter."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

import yaml

from directive_atlas.intake.taken import Limits, Taken, refused, too_much
from directive_atlas.intake.wrapping import Wrapped, unwrapped
from directive_atlas.problems import Wording, say

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF_32 = {codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be"}
_MARKS = {**_UTF_32, **_UTF_16}
"""The byte order marks; those of UTF-32 first, as one begins like one of UTF-16."""

_USUAL_SHARE = 0.9
"""Of a text that really is GB18030, nearly all characters are in the old set GB 2312."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEPT_KEY = re.compile(r"^([A-Za-z][\w -]*):[ \t]*(.*)$", re.M)


def read_text_file(content: bytes, file: str, limits: Limits) -> Taken:
    """A text file: a line is a paragraph, and wrapped lines are joined where they clearly are."""
    text, notes = decoded(content, file)
    if text.count("\n") > limits.paragraphs:
        raise too_much(file, limits.paragraphs, say("paragraphs"))
    state, joined = unwrapped(text)
    if state is Wrapped.YES:
        return Taken(joined, notes=(*notes, say("lines that were wrapped were joined to paragraphs")))
    if state is Wrapped.PERHAPS:
        doubt = say("some lines may go on in the next one; join them where they do")
        return Taken(text, notes=(*notes, doubt))
    return Taken(text, notes=notes)


def read_markdown_file(content: bytes, file: str, limits: Limits) -> Taken:
    """A Markdown file as it is; its front matter is read, too."""
    text, notes = decoded(content, file)
    if text.count("\n") > limits.paragraphs:
        raise too_much(file, limits.paragraphs, say("paragraphs"))
    metadata = _front_matter(text)
    return Taken(text, ".md", metadata.get("title", ""), notes, metadata=metadata)


def decoded(content: bytes, file: str) -> tuple[str, tuple[Wording, ...]]:
    """The text of a file in UTF-8, in UTF-16 or UTF-32 with a mark, or in GB18030; a guess is told.

    Raises:
        RefusedError: it is in none of them (E101).

    """
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding, file), ()
    try:
        text, notes = content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        text = _strictly(content, "gb18030", file)
        notes = (say("the encoding was taken to be GB18030"),)  # type: ignore[assignment]
        if not _is_usual(text):
            raise _of_no_encoding(file) from None
    if "\0" in text:
        raise _of_no_encoding(file)
    return _with_line_feeds(text), notes


def _with_line_feeds(text: str) -> str:
    return re.sub("\r\n?", "\n", text)


def _strictly(content: bytes, encoding: str, file: str) -> str:
    try:
        return _with_line_feeds(content.decode(encoding))
    except UnicodeDecodeError:
        raise _of_no_encoding(file) from None


def _of_no_encoding(file: str) -> Exception:
    why = say("it is neither UTF-8 nor GB18030, and not UTF-16 with a byte order mark")
    return refused(
        file, "E101", say("open it in a program that shows it right, and save it as UTF-8"), why=why
    )


def _is_usual(text: str) -> bool:
    beyond = re.sub(r"[\x00-\x7f]+", "", text)
    usual = len(beyond.encode("gb2312", "ignore")) / 2
    return usual >= _USUAL_SHARE * len(beyond)


def _front_matter(text: str) -> Mapping[str, str]:
    """The keys of the front matter that have one value, as written; a date stays a text."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}
    try:
        nodes = yaml.compose(match[1], Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return {key.strip(): value.strip() for key, value in _KEPT_KEY.findall(match[1])}
    if not isinstance(nodes, yaml.MappingNode):
        return {}
    pairs = ((key, value) for key, value in nodes.value if isinstance(value, yaml.ScalarNode))
    return {str(key.value): " ".join(str(value.value).split()) for key, value in pairs}
