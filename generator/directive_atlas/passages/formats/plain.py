"""Plain text: a line is a paragraph, or a run of lines if paragraphs are wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from directive_atlas.passages.blocks import Block, Shown
from directive_atlas.passages.text import Span

_LINE = re.compile(r"[^\n]+")
_HEADING = r"[ \t]*(?:#{1,6}[ \t][^\n]*|-{3,}[ \t]*(?=\n|\Z))"
_ENTRY = r"[ \t]*(?:[-*+•]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|\[\^\d+\]:)[ \t]"
_WRAPPED = re.compile(rf"{_HEADING}|[^\n]*\S[^\n]*(?:\n(?![ \t]*(?:\n|\Z))(?!{_ENTRY})(?!{_HEADING})[^\n]+)*")
"""A block of lines up to a blank line, or to one that begins a heading or an entry of a list."""


def read_plain(text: str, *, wrapped: bool) -> Shown:
    """The text as it is; in a ``wrapped`` one a paragraph may go on over several lines."""
    return Shown(text, tuple(_blocks(text, _WRAPPED if wrapped else _LINE)))


def _blocks(text: str, pattern: re.Pattern[str]) -> Iterator[Block]:
    line, counted = 1, 0
    for block in pattern.finditer(text):
        if not block[0].strip():
            continue
        lead = len(block[0]) - len(block[0].lstrip())
        span = Span(block.start() + lead, block.start() + len(block[0].rstrip()))
        line += text.count("\n", counted, span.start)
        counted = span.start
        yield Block(span, line, span.start - text.rfind("\n", 0, span.start))
