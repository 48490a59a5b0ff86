"""A source text: its paragraphs with their sentences, labels and places in the file."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from directive_atlas.passages.labels.name import name
from directive_atlas.vocabulary.folding import Folded, fold


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of the whole text, counted from 0."""

    start: int
    end: int


class Kind(StrEnum):
    """What a paragraph is in the layout of its text."""

    TEXT = "text"
    HEADING = "heading"
    ENTRY = "list entry"
    ROW = "table row"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of the source that stands by itself and has words; ``number`` counts them from 1.

    ``line`` and ``column`` tell where it begins in the file. ``path`` are the text's own labels that it
    lies within, outermost first; the last ``own`` of them stand at its beginning: 0 where it has none, 2
    in “4.1. Reports. (a) The Secretary …”.
    """

    number: int
    span: Span
    sentences: tuple[Span, ...]
    line: int = 1
    column: int = 1
    kind: Kind = Kind.TEXT
    path: tuple[str, ...] = ()
    own: int = 0

    @property
    def label(self) -> str | None:
        """Its label with those around it, 4(e); nothing where it has none of its own."""
        return name(self.path) if self.own else None

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The paths that name it, the fullest last; none where it has no label of its own."""
        length = len(self.path)
        return tuple(self.path[:end] for end in range(length - self.own + 1, length + 1))


@dataclass(frozen=True)
class SourceText:
    """The text that a reader sees, verbatim, with its paragraphs in order.

    ``file`` is its name for messages, ``struck`` what is struck through, in order. ``is_plain`` tells that
    the text is that of the file, without any markup.
    """

    file: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    struck: tuple[Span, ...] = ()
    is_plain: bool = True

    @cached_property
    def folded(self) -> Folded:
        """The text as quotes are compared with it."""
        return fold(self.text)

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds the character at ``offset``, or the next one.

        Raises:
            IndexError: the offset is after the last paragraph.

        """
        index = bisect.bisect_right(self.paragraphs, offset, key=lambda p: p.span.end)
        return self.paragraphs[index]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character in the file; those of its paragraph where there is markup."""
        paragraph = self.paragraph_at(offset)
        before = self.text[paragraph.span.start : offset]
        lines = before.count("\n")
        if lines:
            return paragraph.line + lines, len(before) - before.rfind("\n")
        return paragraph.line, paragraph.column + (len(before) if self.is_plain else 0)
