"""Reading a source by the suffix of its file: plain text, Markdown or HTML, all to one model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from directive_atlas.passages.blocks import CELL, Block, Shown
from directive_atlas.passages.formats.html import read_html
from directive_atlas.passages.formats.markdown import read_markdown
from directive_atlas.passages.formats.plain import read_plain
from directive_atlas.passages.labels.outline import outline
from directive_atlas.passages.sentences import sentences
from directive_atlas.passages.text import Kind, Paragraph, SourceText, Span

_MARKED_UP = {".md": read_markdown, ".markdown": read_markdown, ".html": read_html, ".htm": read_html}
"""The readers of formats with markup; every other file is plain text."""


def read_source(text: str, file: str, *, wrapped: bool = False) -> SourceText:
    """The paragraphs of a file as a reader sees them; only plain text may be ``wrapped``."""
    read = _MARKED_UP.get(PurePosixPath(file).suffix.lower())
    shown = read(text) if read else read_plain(text, wrapped=wrapped)
    return SourceText(file, shown.text, tuple(_paragraphs(shown)), shown.struck, is_plain=read is None)


def _paragraphs(shown: Shown) -> Iterator[Paragraph]:
    """Every block with its number, its sentences and its labels."""
    found = [tuple(_sentences(shown.text, block)) for block in shown.blocks]
    labels = outline(shown.text, shown.blocks)
    for number, (block, parts, (path, own)) in enumerate(zip(shown.blocks, found, labels, strict=True), 1):
        yield Paragraph(number, block.span, parts, block.line, block.column, block.kind, path, own)


def _sentences(text: str, block: Block) -> Iterator[Span]:
    """The sentences of a block; those of a table row end with its cells."""
    if block.kind is not Kind.ROW:
        yield from sentences(text, block.span)
        return
    start = block.span.start
    for cell in text[block.span.start : block.span.end].split(CELL):
        yield from sentences(text, Span(start, start + len(cell)))
        start += len(cell) + len(CELL)
