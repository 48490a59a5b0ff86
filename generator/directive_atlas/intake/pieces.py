"""The paragraphs of a document as all formats give them, and how they are written as a source text.

Marks of ours inside of words are control characters, which no words may have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from directive_atlas.passages import Kind
from directive_atlas.vocabulary.characters import UNFIT

STRUCK, UNSTRUCK = "\x02", "\x03"
"""Stand around words that are struck through."""

NOTE, NOTE_END = "\x04", "\x05"
"""Stand around the name of a footnote where the text refers to it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, list entry, table row or footnote.

    ``level`` is that of a heading, ``depth`` counts the lists around an entry, ``cells`` are those of a
    row, ``table`` tells the tables of a document apart, ``note`` names a footnote.
    """

    words: str = ""
    kind: Kind = Kind.TEXT
    level: int = 0
    depth: int = 1
    cells: tuple[str, ...] = ()
    table: int = 0
    note: str = ""

    @property
    def plain(self) -> str:
        """Its words without our marks."""
        return UNFIT.sub("", " ".join(filter(None, self.cells)) or self.words)


def clean(words: str) -> str:
    """Words of a document in one line, without characters that are marks of ours."""
    return UNFIT.sub("", " ".join(re.split(r"[ \t\n\r\f\v]+", words.strip(" \t\n\r\f\v"))))


def written(pieces: Sequence[Piece]) -> tuple[str, str]:
    """The text of a document and its suffix: plain text where that can say all."""
    kept = [each for each in pieces if each.plain.strip()]
    if all(each.kind is Kind.TEXT and not re.search(r"[\x02-\x05]", each.words) for each in kept):
        return "".join(f"{each.words}\n" for each in kept), ".txt"
    return "\n".join(_blocks(kept)), ".md"


def _blocks(pieces: Iterable[Piece]) -> Iterator[str]:
    for (kind, _), group in groupby(pieces, key=lambda piece: (piece.kind, piece.table)):
        if kind is Kind.ROW:
            yield _table([piece.cells for piece in group])
        elif kind is Kind.ENTRY:
            yield _list(group)
        else:
            yield "\n".join(f"{_paragraph(piece)}\n" for piece in group)


def _paragraph(piece: Piece) -> str:
    if piece.kind is Kind.HEADING:
        return f"{'#' * min(max(piece.level, 1), 6)} {re.sub(r'(#+)$', _escape, _inline(piece.words))}"
    if piece.kind is Kind.FOOTNOTE and piece.note:
        return f"[^{piece.note}]: {_inline(piece.words)}"
    return _line(piece.words)


def _list(pieces: Iterable[Piece]) -> str:
    """Entries, each below the words of the one that it is part of."""
    lines, margins = [], [0]
    for piece in pieces:
        number = _NUMBER.match(piece.words)
        mark = number[0].rstrip() + " " if number else "- "
        words = piece.words[number.end() :] if number else piece.words
        del margins[max(piece.depth, 1) :]
        lines.append(" " * margins[-1] + mark + _line(words))
        margins.append(margins[-1] + len(mark))
    return "\n".join(lines) + "\n"


_NUMBER = re.compile(r"\d{1,9}\. +(?=\S)")


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    width = max(map(len, rows))
    if width == 1:
        return "\n".join(f"{_line(row[0])}\n" for row in rows)
    head, *others = [_row((*row, *[""] * (width - len(row)))) for row in rows]
    return "\n".join((head, _row(["---"] * width), *others)) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_inline(cell).replace('|', chr(92) + '|') for cell in cells)} |"


_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|[`*\[\]]|~~|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|\{(?=[{%])"
)
"""What would be read as Markdown or HTML anywhere in a line."""

_START = re.compile(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[-=]+\s*$|-[- ]*$|\{:|\|)")
_START_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
"""What would be read as a block of Markdown at the beginning of a line."""

_MARKS = {STRUCK: "<del>", UNSTRUCK: "</del>", NOTE: "[^", NOTE_END: "]"}


def _escape(found: re.Match[str]) -> str:
    return "".join(f"\\{char}" for char in found[0])


def _inline(words: str) -> str:
    escaped = _INLINE.sub(_escape, words)
    return re.sub("[\x02-\x05]", lambda found: _MARKS[found[0]], escaped)


def _line(words: str) -> str:
    """Words that begin a paragraph, so that they are read as nothing else."""
    words = _inline(words)
    if _START.match(words):
        return f"\\{words}"
    return _START_NUMBER.sub(r"\1\\\2", words, count=1) if _START_NUMBER.match(words) else words
