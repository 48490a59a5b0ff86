"""The table as a source text in Markdown, and the passages of it that a record quotes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.load.schema import Quote
from directive_atlas.passages import Found, Kind, Paragraph, SourceText, locate, read_source
from directive_atlas.passages.blocks import CELL
from directive_atlas.tables.layout import Layout, Row, distinct

FILE = "source.md"
"""The name of the source text beside the record."""

Quoted = str | dict[str, object]
"""A quote as a record has it: its words, or these with a position."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&{}#!$]")


@dataclass(frozen=True, slots=True)
class TableText:
    """The source text of a table: as Markdown and as it is read.

    ``rows`` has the paragraph of each row of the sheet, and how many empty cells stand before its words.
    """

    markdown: str
    source: SourceText
    rows: Mapping[int, tuple[Paragraph, int]]

    def quote(self, number: int, columns: Iterable[int]) -> Quoted | None:
        """A quote of neighbouring cells of a row; nothing where they have no words."""
        if number not in self.rows:
            return None
        paragraph, empty = self.rows[number]
        cells = [""] * empty + self.source.text[paragraph.span.start : paragraph.span.end].split(CELL)
        words = " ".join(cells[index] for index in columns if index < len(cells) and cells[index]).strip()
        if not words:
            return None
        return words if self.is_unique(words) else {"exact": words, "paragraph": paragraph.number}

    def is_unique(self, words: str) -> bool:
        """Whether words stand in the text once."""
        found = locate(self.source, Quote(exact=words))
        return isinstance(found, Found) and len(found.spans) == 1


def table_text(layout: Layout, notes: Collection[int], title: str) -> TableText:
    """The source text of a table; its ``title`` is a heading, what else stands around it are paragraphs."""
    written = {n: _written(n, row) for n, row in layout.rows if n not in notes and distinct(row, n)}
    table = [[_escaped(heading.text) for heading in layout.headings], *written.values()]
    below = [cell.line for number, row in layout.rows if number in notes for cell in distinct(row, number)]
    around = [[_paragraph(line, title) for line in lines] for lines in (layout.above, below)]
    markdown = "\n\n".join([*around[0], _markdown(table), *around[1]]) + "\n"
    source = read_source(markdown, FILE)
    found = [each for each in source.paragraphs if each.kind is Kind.ROW][1:]
    empty = [next(index for index, cell in enumerate(row) if cell) for row in written.values()]
    return TableText(
        markdown, source, dict(zip(written, zip(found, empty, strict=True), strict=True))
    )


def _written(number: int, row: Row) -> list[str]:
    """The cells of a row; a merged one has its words only where it begins."""
    return [
        _escaped(cell.text).replace("\n", "<br>") if (cell.row, cell.column) == (number, column) else ""
        for column, cell in enumerate(row, 1)
    ]


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *body])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _paragraph(line: str, title: str) -> str:
    """A line that begins no list and no heading, whatever its first signs are."""
    written = re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", _escaped(line)))
    return f"# {written}" if line == title else written
