"""What every reader of a format gives: the shown text and where its paragraphs lie in it."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.passages.text import Kind, Span

CELL = "\u2003"
"""Stands between the cells of a table row: white space, so that quotes may pass over it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as its format has it, at ``line`` and ``column`` of the file.

    ``level`` is that of a heading (1 to 6), or 0; ``depth`` counts the lists around it.
    """

    span: Span
    line: int
    column: int
    kind: Kind = Kind.TEXT
    level: int = 0
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that a reader sees, its paragraphs, and what of it is struck through."""

    text: str
    blocks: tuple[Block, ...]
    struck: tuple[Span, ...] = ()
