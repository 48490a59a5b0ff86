"""The table as a source text in Markdown, one row a line, and where each of its cells stands in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.passages import Kind, Paragraph, SourceText, Span, read_source
from directive_atlas.passages.blocks import CELL
from directive_atlas.tables.cells import Cell
from directive_atlas.tables.layout import Layout, Row, distinct
from directive_atlas.tables.rows import Contents

FILE = "source.md"
"""The name of the source text beside the record."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&{}#!$]")


@dataclass(frozen=True, slots=True)
class TableText:
    """The source text of a table: as Markdown and as it is read.

    ``cells`` has the span of each cell with words by the row and column where it begins, ``headings`` that
    of each heading by the place of its column; ``around`` are the spans of the lines above and below.
    """

    markdown: str
    source: SourceText
    cells: Mapping[tuple[int, int], Span]
    headings: Mapping[int, Span]
    around: tuple[Span, ...]

    def span(self, cell: Cell) -> Span | None:
        """Where a cell stands; nothing for an empty one."""
        return self.cells.get((cell.row, cell.column))

    def joined(self, spans: Sequence[Span]) -> list[Span]:
        """Cells of a row as passages: those with nothing but empty cells between them are one."""
        found: list[Span] = []
        for span in spans:
            if found and not self.source.text[found[-1].end : span.start].strip(CELL):
                found[-1] = Span(found[-1].start, span.end)
            else:
                found.append(span)
        return found

    def words(self, span: Span) -> str:
        """What stands there."""
        return self.source.text[span.start : span.end]


def table_text(layout: Layout, contents: Contents, title: str) -> TableText:
    """The source text of a table; its ``title`` is a heading, what else stands around it are paragraphs.

    Headings of several rows, and what belongs to several parts of a task, have a row of their own.
    """
    rows = [each for number, row in layout.rows for each in _rows(number, row, contents)]
    table = [[_escaped(heading.text) for heading in layout.headings], *(written for _, written in rows)]
    notes = contents.notes
    below = [cell.line for number, row in layout.rows if number in notes for cell in distinct(row, number)]
    above, under = ([_paragraph(line, title) for line in lines] for lines in (layout.above, below))
    markdown = "\n\n".join([*above, _markdown(table), *under]) + "\n"
    source = read_source(markdown, FILE)
    first, *found = [each for each in source.paragraphs if each.kind is Kind.ROW]
    cells = {
        (number, index + 1): span
        for (number, written), paragraph in zip(rows, found, strict=True)
        for index, span in _spans(source.text, paragraph, written)
    }
    around = tuple(each.span for each in source.paragraphs if each.kind is not Kind.ROW)
    return TableText(markdown, source, cells, dict(_spans(source.text, first, table[0])), around)


def _rows(number: int, row: Row, contents: Contents) -> Iterator[tuple[int, list[str]]]:
    """The lines of the text for a row of the sheet, with its number; none for an empty one, or a note."""
    left = set(distinct(row, number)) if number not in contents.notes else set()
    for cells in (*contents.over.get(number, ()), left):
        here = left & cells
        left = left - here
        if here:
            yield number, [_in_row(cell, column, here) for column, cell in enumerate(row, 1)]


def _in_row(cell: Cell, column: int, wanted: Collection[Cell]) -> str:
    """The words of a cell; a merged one has them only where it begins."""
    return _escaped(cell.text).replace("\n", "<br>") if cell in wanted and cell.column == column else ""


def _spans(text: str, paragraph: Paragraph, row: Sequence[str]) -> Iterator[tuple[int, Span]]:
    """The cells of a row with words, by their place from 0; empty ones before the first are not read."""
    start = paragraph.span.start
    index = next(index for index, cell in enumerate(row) if cell)
    for words in text[start : paragraph.span.end].split(CELL):
        if words:
            yield index, Span(start, start + len(words))
        start, index = start + len(words) + len(CELL), index + 1


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *body])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text.replace(CELL, " "))


def _paragraph(line: str, title: str) -> str:
    """A line that begins no list and no heading, whatever its first signs are."""
    written = re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", _escaped(line)))
    return f"# {written}" if line == title else written
