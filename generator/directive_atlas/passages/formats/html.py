"""HTML: the text that a browser shows, block by block; a table row is one block.

The tree is that of the HTML standard, so a page with tags left open reads as it looks. What a page
hides, its navigation and everything outside of ``main`` (where there is one) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from justhtml import JustHTML, NodeType, Text

from directive_atlas.passages.blocks import Shown
from directive_atlas.passages.formats import dom
from directive_atlas.passages.formats.lists import markers
from directive_atlas.passages.formats.writer import Within, Writer
from directive_atlas.passages.text import Kind

LINE = "data-source-line"
"""The attribute by which HTML that was Markdown says which line of the file it was."""


def read_html(text: str, *, from_markdown: bool = False) -> Shown:
    """The shown text of a page; one ``from_markdown`` names the lines of its file."""
    page = JustHTML(text, sanitize=False, track_node_locations=True)
    walk = _Walk(from_markdown)
    walk.through(page.query_one("main") or page.root)
    return walk.writer.finished()


@dataclass
class _Walk:
    """One walk through a page, without recursion: pages may be nested deeply."""

    from_markdown: bool
    line: int = 1
    writer: Writer = field(default_factory=Writer)
    markers: dict[int, str] = field(default_factory=dict)

    def through(self, top: NodeType) -> None:
        todo: list[tuple[NodeType, Within] | None] = [(top, Within())]
        while todo:
            step = todo.pop()
            if step is None:
                self.writer.end_block()
            elif isinstance(step[0], Text):
                self._words(step[0], step[1])
            elif not dom.is_hidden(step[0]):
                todo += self._inside(*step)
        self.writer.end_block()

    def _words(self, node: Text, within: Within) -> None:
        place = (node.origin_line or 1, node.origin_col or 1)
        words = node.data or ""
        for number, line in enumerate(words.splitlines() if within.verbatim else [words]):
            if number:
                self.writer.end_block()
            here = (self.line, 1) if self.from_markdown else (place[0] + number, 1 if number else place[1])
            self.writer.words(line, within, here)

    def _inside(self, node: NodeType, outer: Within) -> Iterator[tuple[NodeType, Within] | None]:
        """What is to be done after an element was entered, the last step first."""
        inner = _within(node, outer)
        line = dom.attributes(node).get(LINE, "") if self.from_markdown else ""
        self.line = int(line) if line.isdecimal() else self.line
        if node.name == "ol":
            self.markers |= markers(node)
        if dom.is_block(node) and not outer.in_row:
            self.writer.end_block()
            yield None
        elif node.name in {"td", "th"}:
            self.writer.cell()
        elif node.name == "br" or dom.is_block(node):
            self.writer.break_line(outer)
        if node.name == "li":
            self.writer.marker = self.markers.get(id(node), "")
        yield from ((child, inner) for child in reversed(dom.children(node)))


def _within(node: NodeType, outer: Within) -> Within:
    """What the words of an element are, from what its surroundings are."""
    return replace(
        outer,
        struck=outer.struck or dom.is_struck(node),
        raised=node.name if node.name in {"sup", "sub"} else outer.raised,
        depth=outer.depth + (node.name in {"ol", "ul", "menu", "dir"}),
        verbatim=outer.verbatim or node.name == "pre",
        in_row=outer.in_row or dom.is_row(node),
        level=int(node.name[1]) if re.fullmatch("h[1-6]", node.name) else outer.level,
        kind=_kind(node, outer.kind),
    )


def _kind(node: NodeType, outer: Kind) -> Kind:
    if outer is Kind.FOOTNOTE or dom.is_footnote(node):
        return Kind.FOOTNOTE
    if re.fullmatch("h[1-6]", node.name):
        return Kind.HEADING
    if node.name == "li":
        return Kind.ENTRY
    return Kind.ROW if dom.is_row(node) else outer
