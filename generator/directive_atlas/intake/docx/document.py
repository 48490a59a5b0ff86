"""From a Word document to its pieces: paragraphs with labels, headings, tables, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.document import Document
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from directive_atlas.intake.docx.numbering import BULLET, Numbering, numbering_of
from directive_atlas.intake.docx.package import opened
from directive_atlas.intake.docx.words import Words
from directive_atlas.intake.pieces import Piece, clean, written
from directive_atlas.intake.taken import Limits, Taken, damaged, too_much
from directive_atlas.passages import Kind
from directive_atlas.problems import Wording, say

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TOLD = {
    "inserted": say("{count} insertions that are not accepted yet were taken into the text"),
    "deleted": say("{count} deletions that are not accepted yet were left out"),
    "hidden": say("{count} pieces of hidden text were left out"),
    "picture": say("{count} images were left out"),
    "formula": say("{count} formulas were written in one line, so look at them"),
    "sign": say("{count} characters are private to a font, so look at what they mean"),
    "number": say("{count} labels have a form that is not known, and were written in figures"),
    "comment": say("{count} comments were left out"),
}


def read_docx(content: bytes, file: str, limits: Limits) -> Taken:
    """The words of a Word document as it shows them, without running or fetching anything."""
    document = opened(content, file, limits)
    try:
        return _taken(document, file, limits)
    except (ValueError, KeyError, AttributeError, TypeError, SyntaxError, RecursionError) as error:
        raise damaged(file, "DOCX") from error


def _taken(document: Document, file: str, limits: Limits) -> Taken:
    walk = _Walk(numbering_of(document), _levels_of_styles(document))
    pieces: list[Piece] = []
    for piece in walk.through(document.element.body):
        pieces.append(piece)
        if len(pieces) > limits.paragraphs:
            raise too_much(file, limits.paragraphs, say("paragraphs"))
    pieces += walk.footnotes(document)
    text, suffix = written(pieces)
    aside = (*dict.fromkeys(_margins(document)), *walk.words.boxes)
    title = clean(document.core_properties.title or "")
    return Taken(text, suffix, title, tuple(walk.told(document, len(aside))), aside)


@dataclass
class _Walk:
    """One walk through the body, in the order in which Word counts."""

    numbering: Numbering
    levels: dict[str, int]
    words: Words = field(default_factory=Words)
    tables: int = 0

    def through(self, top: Element) -> Iterator[Piece]:
        for block in _blocks(top):
            if block.tag == qn("w:tbl"):
                self.tables += 1
                yield from self._rows(block, self.tables)
            else:
                yield from self._paragraph(block)

    def _paragraph(self, paragraph: Element) -> Iterator[Piece]:
        label, depth = self.numbering.label(paragraph)
        level = self._level(paragraph)
        for number, line in enumerate(self.words.lines(paragraph)):
            words = clean_line(line)
            if not words:
                continue
            if label.startswith(BULLET) and not level:
                yield Piece(words, Kind.ENTRY, depth=depth + 1)
            else:
                own = label if not number and not label.startswith(BULLET) else ""
                kind = Kind.HEADING if level else Kind.TEXT
                yield Piece(own + words, kind, level=level)

    def _level(self, paragraph: Element) -> int:
        """The level of a heading from 1, or 0: the paragraph's own outline level, or that of its style."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return 0
        outline, style = properties.find(qn("w:outlineLvl")), properties.find(qn("w:pStyle"))
        if outline is not None:
            level = int(outline.get(qn("w:val"), 9))
            return min(level + 1, 6) if level < 9 else 0
        return self.levels.get(style.get(qn("w:val"), ""), 0) if style is not None else 0

    def _rows(self, table: Element, number: int) -> Iterator[Piece]:
        for row in _below(table, "w:tr"):
            cells: list[str] = []
            for cell in _below(row, "w:tc"):
                merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                goes_on = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                width = int(span.get(qn("w:val"), 1)) if span is not None else 1
                cells += ["" if goes_on else self._cell(cell), *[""] * (min(width, 64) - 1)]
            yield Piece(kind=Kind.ROW, cells=tuple(cells), table=number)

    def _cell(self, cell: Element) -> str:
        """The words of a cell in one line; of a table in it too."""
        lines = []
        for paragraph in cell.iter(qn("w:p")):
            label, _ = self.numbering.label(paragraph)
            lines.append("" if label.startswith(BULLET) else label)
            lines[-1] += clean_line(" ".join(self.words.lines(paragraph)))
        return " ".join(filter(None, lines))

    def footnotes(self, document: Document) -> Iterator[Piece]:
        """The footnotes that the text refers to, in its order."""
        found = {
            f"{prefix}{each.get(qn('w:id'))}": each
            for name, prefix in (("footnote", ""), ("endnote", "e"))
            for part in _parts(document, f"{name}s")
            for each in parse_xml(part.blob).findall(qn(f"w:{name}"))
        }
        for name in list(dict.fromkeys(self.words.notes)):
            if name in found:
                lines = (clean_line(" ".join(self.words.lines(p))) for p in found[name].iter(qn("w:p")))
                yield Piece(" ".join(filter(None, lines)), Kind.FOOTNOTE, note=name)

    def told(self, document: Document, aside: int) -> Iterator[Wording]:
        """What a person should know of how the document was read."""
        met = self.words.met
        met["number"] = self.numbering.unknown
        met["comment"] = sum(
            len(parse_xml(part.blob).findall(qn("w:comment"))) for part in _parts(document, "comments")
        )
        yield from (told.with_words({"count": met[what]}) for what, told in _TOLD.items() if met[what])
        if aside:
            yield say("{count} headers, footers and text boxes were set aside", count=aside)


def clean_line(line: str) -> str:
    """A line with single spaces; our marks stay, but not around nothing."""
    line = re.sub("\x03(\\s*)\x02", r"\1", line)
    return " ".join(re.split(r"[ \t\r\f\v\n]+", line.strip(" \t\r\f\v\n")))


def _blocks(top: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body, in order, those in content controls and insertions too."""
    todo = [*reversed(list(top))]
    while todo:
        node = todo.pop()
        if node.tag in (qn("w:p"), qn("w:tbl")):
            yield node
        elif node.tag not in (qn("w:del"), qn("w:moveFrom")):
            todo += reversed(list(node))


def _below(top: Element, name: str) -> Iterable[Element]:
    """The rows of a table or the cells of a row, those in content controls too, without nested ones."""
    todo = [*reversed(list(top))]
    while todo:
        node = todo.pop()
        if node.tag == qn(name):
            yield node
        elif node.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            todo += reversed(list(node))


def _levels_of_styles(document: Document) -> dict[str, int]:
    """The level of heading that each style gives, from 1."""
    found = {}
    for style in document.styles.element.findall(qn("w:style")):
        name, outline = style.find(qn("w:name")), style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        called = (name.get(qn("w:val")) or "").lower() if name is not None else ""
        heading = re.fullmatch(r"(?:heading|标题) ?([1-9])", called)
        if called in ("title", "标题"):
            found[style.get(qn("w:styleId"))] = 1
        elif heading:
            found[style.get(qn("w:styleId"))] = min(int(heading[1]), 6)
        elif outline is not None and int(outline.get(qn("w:val"), 9)) < 9:
            found[style.get(qn("w:styleId"))] = min(int(outline.get(qn("w:val"), 9)) + 1, 6)
    return found


def _parts(document: Document, name: str) -> Iterator[Part]:
    return (p for p in document.part.package.iter_parts() if str(p.partname) == f"/word/{name}.xml")


def _margins(document: Document) -> Iterator[str]:
    """The words of headers and footers."""
    for part in document.part.package.iter_parts():
        if re.fullmatch(r"/word/(?:header|footer)\d*\.xml", str(part.partname)):
            words = clean(" ".join("".join(Words().lines(p)) for p in parse_xml(part.blob).iter(qn("w:p"))))
            if words:
                yield words
