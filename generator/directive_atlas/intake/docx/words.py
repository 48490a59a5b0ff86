"""The words of a paragraph: what is inserted is taken, what is deleted or hidden is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from directive_atlas.intake.pieces import NOTE, NOTE_END, STRUCK, UNSTRUCK
from directive_atlas.vocabulary.characters import UNFIT

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIGNS = {qn("w:tab"): " ", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): " "}
_DELETED = frozenset({qn("w:del"), qn("w:moveFrom")})
_SKIPPED = frozenset(
    {qn("w:rPr"), qn("w:pPr"), qn("w:instrText"), qn("w:delText"), qn("w:softHyphen"), qn("w:sdtPr")}
)
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = {qn("w:footnoteReference"): "", qn("w:endnoteReference"): "e"}
_PICTURES = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:object")})


@dataclass
class Words:
    """A walk through the elements of paragraphs; ``met`` counts what is not taken as words."""

    met: Counter[str] = field(default_factory=Counter)
    boxes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lines(self, paragraph: Element) -> list[str]:
        """The words of a paragraph; a line break within it begins another one."""
        return "".join(self._of(paragraph)).split("\n")

    def _of(self, top: Element) -> Iterator[str]:
        """The words below an element, without recursion: fields and marks may be nested deeply."""
        todo: list[Element | str] = [*reversed(list(top))]
        while todo:
            node = todo.pop()
            if isinstance(node, str):
                yield node
            elif not self._is_left_out(node):
                if words := self._word(node):
                    yield words
                    continue
                struck = node.tag == qn("w:r") and _is_on(node, "w:strike", "w:dstrike")
                inner: list[Element | str] = [*node]
                todo += reversed([STRUCK, *inner, UNSTRUCK] if struck else inner)

    def _word(self, node: Element) -> str:
        if node.tag in (qn("w:t"), _MATH):
            self.met["formula"] += node.tag == _MATH
            return UNFIT.sub("", node.text or "")
        if node.tag == qn("w:br"):
            return " " if node.get(qn("w:type")) in ("page", "column") else "\n"
        if node.tag in _NOTES:
            name = f"{_NOTES[node.tag]}{node.get(qn('w:id'))}"
            self.notes.append(name)
            return f"{NOTE}{name}{NOTE_END}"
        if node.tag == qn("w:sym"):
            self.met["sign"] += 1
            return _sign(node.get(qn("w:char"), ""))
        return _SIGNS.get(node.tag, "")

    def _is_left_out(self, node: Element) -> bool:
        """Whether an element has no words for a reader; what a person may miss is counted."""
        if node.tag in _DELETED:
            self.met["deleted"] += 1
            return True
        if node.tag in _PICTURES:
            self._box(node)
            return True
        if node.tag == qn("w:r") and _is_on(node, "w:vanish"):
            self.met["hidden"] += any(each.text for each in node.iter(qn("w:t")))
            return True
        self.met["inserted"] += node.tag == qn("w:ins") and len(node) > 0
        return node.tag in _SKIPPED or node.tag == _FALLBACK

    def _box(self, node: Element) -> None:
        """A picture is counted; the words of a text box are kept apart, as they stand beside the text."""
        boxes = list(node.iter(qn("w:txbxContent")))[:1]
        self.met["picture"] += not boxes
        for box in boxes:
            words = " ".join("".join(self._of(each)).strip() for each in box.findall(qn("w:p")))
            if words.strip():
                self.boxes.append(words)


def _sign(code: str) -> str:
    """A character of a symbol font: private to it, so that it can only be told."""
    try:
        return UNFIT.sub("", chr(int(code, 16)))
    except (ValueError, OverflowError):
        return "\ufffd"


def _is_on(run: Element, *names: str) -> bool:
    properties = run.find(qn("w:rPr"))
    found = [properties.find(qn(name)) for name in names] if properties is not None else []
    return any(each is not None and each.get(qn("w:val"), "1") not in ("0", "false", "off") for each in found)
