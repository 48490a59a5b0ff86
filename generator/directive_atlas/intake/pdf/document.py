"""From a PDF to its pieces: pages to lines, lines to paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

from directive_atlas.intake.pdf.apart import read_apart
from directive_atlas.intake.pdf.heads import without_heads
from directive_atlas.intake.pdf.lines import Line, lines_of
from directive_atlas.intake.pdf.paragraphs import Layout, is_heading, layout_of, paragraphs
from directive_atlas.intake.pdf.tables import rows, ruled, split
from directive_atlas.intake.pieces import Piece, clean, written
from directive_atlas.intake.taken import Limits, Taken, damaged, refused, too_much
from directive_atlas.intake.wrapping import Spelling, join, spelled
from directive_atlas.passages import Kind
from directive_atlas.problems import Wording, say

_WITHOUT_PASSWORD = say("open it with its password and save a copy without one")
_RECOGNIZE = say("recognize its text first (OCR), correct it, and save it as .txt or .docx")
_TAIL = 4096
"""The mark of the end stands in so many bytes; without it the library would guess what was cut off."""

_PROGRAM = re.compile(r"Microsoft Word\s*-\s*|\.(?:docx?|wps|pdf|html?)\Z", re.I)


@dataclass(frozen=True, slots=True)
class _Pages:
    """The lines, the height and the ruled lines of each page; the numbers of those that have only images."""

    lines: list[list[Line]]
    heights: list[float]
    rules: list[list[float]]
    images: list[int]


def read_pdf(content: bytes, file: str, limits: Limits) -> Taken:
    """The words of a PDF in reading order, without running heads and page numbers."""
    if b"%%EOF" not in content[-_TAIL:]:
        raise damaged(file, "PDF")
    return read_apart(_read, content, file, limits)


def _read(content: bytes, file: str, limits: Limits) -> Taken:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) == pdfium.FPDF_ERR_PASSWORD:
            why = say("it is encrypted")
            raise refused(file, "E117", _WITHOUT_PASSWORD, form="PDF", why=why) from error
        raise damaged(file, "PDF") from error
    try:
        return _taken(document, file, limits)
    except pypdfium2.PdfiumError as error:
        raise damaged(file, "PDF") from error
    finally:
        document.close()


def _taken(document: pypdfium2.PdfDocument, file: str, limits: Limits) -> Taken:
    if len(document) > limits.pages:
        raise too_much(file, limits.pages, say("pages"))
    pages = _pages(document, file, limits)
    if not any(pages.lines):
        why = say("it has no text, only images of pages")
        raise refused(file, "E117", _RECOGNIZE, form="PDF", why=why)
    kept, removed = without_heads(pages.lines, pages.heights)
    pieces = list(_pieces(kept, pages.rules))
    if len(pieces) > limits.paragraphs:
        raise too_much(file, limits.paragraphs, say("paragraphs"))
    text, suffix = written(pieces)
    notes = (say("the lines of the PDF were joined to paragraphs"), *_told(pieces, pages, removed))
    return Taken(text, suffix, _title(document), notes, tuple(dict.fromkeys(removed)))


def _title(document: pypdfium2.PdfDocument) -> str:
    return clean(_PROGRAM.sub("", document.get_metadata_value("Title").strip()))


def _pages(document: pypdfium2.PdfDocument, file: str, limits: Limits) -> _Pages:
    found, count = _Pages([], [], [], []), 0
    for number, page in enumerate(document, 1):
        lines = lines_of(page, number)
        count += sum(len(line.words) for line in lines)
        if count > limits.characters:
            raise too_much(file, limits.characters, say("characters"))
        found.lines.append(lines)
        found.heights.append(page.get_height())
        found.rules.append(ruled(page) if any(len(line.cells) > 1 for line in lines) else [])
        if not lines and next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3), None):
            found.images.append(number)
        page.close()
    return found


def _told(pieces: Sequence[Piece], pages: _Pages, removed: Sequence[str]) -> Iterator[Wording]:
    if removed:
        yield say("{count} running heads and page numbers were removed", count=len(removed))
    if pages.images:
        listed = ", ".join(map(str, pages.images))
        yield say("these pages have no text, only an image: {pages}", pages=listed)
    if any(piece.kind is Kind.ROW for piece in pieces):
        yield say("tables were read by where their words stand, so look at them")


def _pieces(pages: Sequence[list[Line]], rules: Sequence[Sequence[float]]) -> Iterator[Piece]:
    """The paragraphs and tables; a paragraph may go on over the end of a page."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    spelling = spelled("\n".join(line.words for line in lines))
    layout = layout_of(lines)
    runs = [
        (is_table, run, number)
        for number, page in enumerate(pages)
        for is_table, run in split(page, rules[number])
    ]
    tables = 0
    for is_table, group in groupby(runs, key=lambda run: run[0]):
        if not is_table:
            yield from _text([line for _, run, _ in group for line in run], layout, spelling)
            continue
        for _, run, number in group:
            tables += 1
            found = rows(run, rules[number], spelling)
            yield from (Piece(kind=Kind.ROW, cells=cells, table=tables) for cells in found)


def _text(lines: Sequence[Line], layout: Layout, spelling: Spelling) -> Iterator[Piece]:
    for group in paragraphs(lines, layout):
        kind = Kind.HEADING if is_heading(group, layout) else Kind.TEXT
        yield Piece(clean(join([line.words for line in group], spelling)), kind, level=kind is Kind.HEADING)
