"""A source text as paragraphs and sentences, each with its position in the whole."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from directive_atlas.vocabulary.folding import Folded, fold

_CHINESE_END = r"(?:[。！？…]|[!?](?=[^\x00-\x7f]|$))+[”’」』）)\"]*"
_ENGLISH_END = r"(?!(?<=\bNo)\.\s+\d)[.!?]+[\"'”’)\]*_]*(?=\s+(?:[\"'“‘(\[*_]*[A-Z0-9]|\([a-z]{1,4}\)\s))"
_END = re.compile(f"{_CHINESE_END}|{_ENGLISH_END}")
_BRACKET = re.compile(r"（(?![一二三四五六七八九十\d]+）)[^（）。]*）[。；，]*")
"""A remark in brackets after a sentence, often who is responsible for it; not the number of an entry."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|a\.k\.a|U\.S|U\.S\.C|Nos|div|Sec|sec|Dr|Mr|Ms|Mrs|vs|cf|Inc|Co|Ltd|Corp|St|Art|Para|Pub|L"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|^\W*(?:\d+|[a-z]|[ivx]+))\.$"
)
"""Words whose full stop does not end a sentence; also initials and the number of a list item."""

_LINE = re.compile(r"[^\n]+")
_HEADING = r"[ \t]*(?:#{1,6}[ \t][^\n]*|-{3,}[ \t]*(?=\n|\Z))"
_ENTRY = r"[ \t]*(?:[-*+•]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\[\^\d+\]:)[ \t]"
_WRAPPED = re.compile(rf"{_HEADING}|[^\n]*\S[^\n]*(?:\n(?![ \t]*(?:\n|\Z))(?!{_ENTRY})(?!{_HEADING})[^\n]+)*")
"""A block of lines up to a blank line, or to one that begins a heading or an entry of a list."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of the whole text, counted from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the source that has words; ``number`` counts these lines from 1."""

    number: int
    span: Span
    sentences: tuple[Span, ...]


@dataclass(frozen=True)
class SourceText:
    """The verbatim text with its paragraphs in order; ``file`` is its name for messages."""

    file: str
    text: str
    paragraphs: tuple[Paragraph, ...]

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


def read_source(text: str, file: str, *, wrapped: bool = False) -> SourceText:
    """Split a text into paragraphs and sentences.

    A paragraph is a line that is not blank; in a ``wrapped`` text it continues over the next lines until
    a blank line, an entry of a list or a heading.
    """
    blocks = _WRAPPED if wrapped else _LINE
    return SourceText(file, text, tuple(_paragraphs(text, blocks)))


def _paragraphs(text: str, blocks: re.Pattern[str]) -> Iterator[Paragraph]:
    found = (block for block in blocks.finditer(text) if block[0].strip())
    for number, block in enumerate(found, start=1):
        lead = len(block[0]) - len(block[0].lstrip())
        span = Span(block.start() + lead, block.start() + len(block[0].rstrip()))
        yield Paragraph(number, span, tuple(_sentences(text, span)))


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for mark in _END.finditer(text, paragraph.start, paragraph.end):
        if _ABBREVIATION.search(text[max(start, mark.end() - 12) : mark.end()]):
            continue
        if mark.end() <= start:
            continue
        yield Span(start, mark.end())
        start = mark.end() + _spaces(text, mark.end(), paragraph.end)
        if bracket := _BRACKET.match(text, start, paragraph.end):
            yield Span(start, bracket.end())
            start = bracket.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _spaces(text: str, start: int, end: int) -> int:
    return len(text[start:end]) - len(text[start:end].lstrip())
