"""The lines of a page: characters that stand beside each other, in the order in which the file has them.

Positions are in points (1/72 inch), counted from the lower left corner of the page.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

_CELL_GAP = 1.6
"""A gap of so many heights of a line separates the cells of a table."""

_ROW_JUMP = 6.0
"""In a table the next cell begins at most so many lines higher; a column of the page begins higher still."""

_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LARGEST = 400
"""No letters are larger than this."""

_NO_BREAK = "\u00a0"
"""A space that keeps two words in one line."""

_HYPHEN = 2
"""What the library gives for a hyphen that divides a word at the end of a line."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words that stand together in one line; ``head`` is where the first of them ends."""

    words: str
    left: float
    head: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """The height of its line, which is about the size of its font."""
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        """The height above the foot of the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of a line from left to right; most lines have one.

    ``page`` counts from 1, ``column`` those of a page with several columns from 1; else it is 0.
    """

    page: int
    cells: tuple[Cell, ...]
    column: int = 0

    @property
    def words(self) -> str:
        """The words of all cells."""
        return " ".join(cell.words for cell in self.cells)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(cell.right for cell in self.cells)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return max(cell.top for cell in self.cells)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return min(cell.bottom for cell in self.cells)

    @property
    def height(self) -> float:
        """The height of its highest cell."""
        return max(cell.height for cell in self.cells)


@dataclass(frozen=True, slots=True)
class _Glyph:
    sign: str
    left: float
    right: float
    bottom: float
    top: float
    spaced: str


def lines_of(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    """The lines of a page; text that is turned, such as a watermark, is left out."""
    columns: list[list[list[Cell]]] = [[]]
    for cell in _cells(_glyphs(page)):
        found = columns[-1]
        jump = cell.middle - found[-1][-1].middle if found else 0
        if jump > _ROW_JUMP * cell.height:
            columns.append([[cell]])
            continue
        beside = _beside(cell, found) if jump > -cell.height else None
        if beside is not None:
            beside.append(cell)
        else:
            found.append([cell])
    several = len(columns) > 1
    return [
        Line(number, tuple(sorted(cells, key=lambda cell: cell.left)), at if several else 0)
        for at, found in enumerate(columns, 1)
        for cells in _sorted(found)
    ]


def _beside(cell: Cell, lines: Sequence[list[Cell]]) -> list[Cell] | None:
    """The line that a cell goes on with, among the last ones."""
    for line in reversed(lines[-40:]):
        first = line[0]
        if first.bottom < cell.middle < first.top and all(not _overlap(cell, each) for each in line):
            return line
    return None


def _overlap(one: Cell, other: Cell) -> bool:
    return one.left < other.right - 1 and other.left < one.right - 1


def _sorted(lines: Sequence[list[Cell]]) -> Iterator[list[Cell]]:
    """Lines in the order of the file, but a higher one first where it is but a few lines higher."""
    group: list[list[Cell]] = []
    for line in lines:
        if group and abs(line[0].middle - group[-1][0].middle) > _ROW_JUMP * line[0].height:
            yield from sorted(group, key=lambda cells: -cells[0].middle)
            group = []
        group.append(line)
    yield from sorted(group, key=lambda cells: -cells[0].middle)


def _cells(glyphs: Iterable[_Glyph]) -> Iterator[Cell]:
    """Runs of characters without a wide gap."""
    open_: Cell | None = None
    for glyph in glyphs:
        if open_ and _follows(open_, glyph):
            gap = _space(open_, glyph)
            open_ = replace(
                open_,
                words=open_.words + gap + glyph.sign,
                head=glyph.right if _is_first(open_.words + gap, glyph.sign) else open_.head,
                right=max(open_.right, glyph.right),
                top=max(open_.top, glyph.top),
                bottom=min(open_.bottom, glyph.bottom),
            )
            continue
        if open_:
            yield open_
        open_ = Cell(glyph.sign, glyph.left, glyph.right, glyph.right, glyph.bottom, glyph.top)
    if open_:
        yield open_


def _is_first(words: str, sign: str) -> bool:
    """Whether a character is of the first word: in Chinese a word is a character and its punctuation."""
    if _HAN.match(words):
        return len(words) == 1 and not sign.isalnum()
    return " " not in words and not _HAN.match(sign)


def _follows(cell: Cell, glyph: _Glyph) -> bool:
    middle = (glyph.bottom + glyph.top) / 2
    gap = glyph.left - cell.right
    return cell.bottom < middle < cell.top and -cell.height < gap < _CELL_GAP * cell.height


def _space(cell: Cell, glyph: _Glyph) -> str:
    """The space before a character; between Chinese ones only where it is a wide one."""
    narrow = _HAN.match(cell.words[-1]) and _HAN.match(glyph.sign)
    if not glyph.spaced or (narrow and glyph.left - cell.right < 0.7 * cell.height):
        return ""
    return _NO_BREAK if glyph.spaced == _NO_BREAK else " "


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[_Glyph]:
    text = page.get_textpage()
    spaced = ""
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        sign = "-" if code == _HYPHEN else _character(code)
        if not sign.strip():
            spaced = spaced or sign
            continue
        turned = 0.1 < pdfium.FPDFText_GetCharAngle(text, index) < math.tau - 0.1
        if not turned:
            yield _glyph(text, index, sign, spaced)
            spaced = ""
    text.close()


def _glyph(text: pypdfium2.PdfTextPage, index: int, sign: str, spaced: str) -> _Glyph:
    """A character with its place; above and below its base line as far as letters of its size reach.

    The library's own boxes are those of the ink for some characters, and flat for a dash or for 一.
    """
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.b, matrix.d)
    size = size if 1 < size < _LARGEST else max(abs(box.top - box.bottom), 1)
    left, right = min(x.value, box.left), max(x.value, box.right)
    return _Glyph(sign, left, right, y.value - 0.2 * size, y.value + 0.8 * size, spaced)


def _character(code: int) -> str:
    """A character of the text; halves of pairs and what is none are left out."""
    return "" if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)
