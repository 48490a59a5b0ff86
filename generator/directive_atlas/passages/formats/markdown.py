"""Markdown: CommonMark with tables, struck-through text and footnotes, read as the HTML that it becomes.

Four things differ from CommonMark, for the sake of legal texts and of the sites that publish them:
an indented line is text, not code; footnotes stay where they stand; the numbers of a list are those
that are written; and front matter, attribute lists and template tags are no text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from directive_atlas.passages.blocks import Shown
from directive_atlas.passages.formats.html import LINE, read_html

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TEMPLATE_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_ATTRIBUTES = re.compile(r"\{:[^{}]*\}\s*")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:")
_MARK = re.compile(r"\[\^([^\]\s]+)\](?!:)")


def read_markdown(text: str) -> Shown:
    """The shown text of a Markdown file."""
    return read_html(_render(_without_front_matter(text)), from_markdown=True)


def _without_front_matter(text: str) -> str:
    """The text with as many lines; where it has front matter, tags of its site's templates go too."""
    match = _FRONT_MATTER.match(text)
    return "\n" * match[0].count("\n") + _TEMPLATE_TAG.sub("", text[match.end() :]) if match else text


def _render(text: str) -> str:
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).disable("code")
    markdown.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    markdown.block.ruler.before("reference", "attributes", _attributes, {"alt": ["paragraph", "reference"]})
    markdown.inline.ruler.before("link", "footnote_mark", _footnote_mark)
    tokens = markdown.parse(text)
    _number(tokens)
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def _number(tokens: Sequence[Token]) -> None:
    """Give each block the line it begins in, and each entry of an ordered list its written number."""
    last: list[int] = []
    for token in tokens:
        if token.map and token.nesting > 0:
            token.attrSet(LINE, str(token.map[0] + 1))
        if token.type == "ordered_list_open":
            last.append(-1)
        elif token.type == "ordered_list_close":
            last.pop()
        elif token.type == "list_item_open" and token.info.isdecimal():
            last[-1] = max(last[-1] + 1, int(token.info))
            token.attrSet("value", str(last[-1]))


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule: the text of a footnote, up to a blank line or the next footnote."""
    match = _FOOTNOTE.match(_line(state, start))
    if not match or silent:
        return bool(match)
    after = start + 1
    while after < end and not state.isEmpty(after) and not _FOOTNOTE.match(_line(state, after)):
        after += 1
    words = state.getLines(start, after, state.blkIndent, False).strip()
    opening = state.push("paragraph_open", "p", 1)
    opening.attrs, opening.map = {"role": "doc-footnote"}, [start, after]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = f"[^{match[1]}] {words[match.end() :]}", [start, after], []
    state.push("paragraph_close", "p", -1)
    state.line = after
    return True


def _attributes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule: a line such as ``{:start="2"}`` says how the next block looks, and is no text."""
    if not _ATTRIBUTES.fullmatch(_line(state, start)):
        return False
    if not silent:
        state.line = start + 1
    return True


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """An inline rule: the mark of a footnote is its name in brackets."""
    match = _MARK.match(state.src, state.pos)
    if match and not silent:
        token = state.push("text", "", 0)
        token.content = f"[{match[1]}]"
    if match:
        state.pos = match.end()
    return bool(match)
