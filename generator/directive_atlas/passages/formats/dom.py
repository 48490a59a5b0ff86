"""Questions about the elements of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from justhtml import Node, NodeType

_HIDDEN = re.compile(
    "audio|button|canvas|datalist|head|iframe|math|nav|noscript|object|rp|script|select|style|svg|template"
    "|textarea|title|video"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption"
    "|figure|footer|form|h[1-6]|header|hr|html|legend|li|main|menu|ol|p|pre|section|summary|table|tbody|td"
    "|tfoot|th|thead|tr|ul"
)
_NOTES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes"})
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)


def attributes(node: NodeType) -> dict[str, str]:
    """The attributes of an element; one without a value has an empty one."""
    found = node.attrs if isinstance(node, Node) else None
    return {name: value or "" for name, value in (found or {}).items()}


def children(node: NodeType) -> list[NodeType]:
    """The nodes directly in an element."""
    return list(node.children or ())


def is_block(node: NodeType) -> bool:
    """Whether its words stand apart from those around it."""
    return bool(_BLOCK.fullmatch(node.name))


def is_hidden(node: NodeType) -> bool:
    """Whether a browser shows nothing of it, or only what leads to other pages."""
    own = attributes(node)
    return bool(_HIDDEN.fullmatch(node.name)) or "hidden" in own or bool(_UNSEEN.search(own.get("style", "")))


def is_struck(node: NodeType) -> bool:
    """Whether its words are struck through."""
    return node.name in {"del", "s", "strike"} or bool(_STRUCK.search(attributes(node).get("style", "")))


def is_footnote(node: NodeType) -> bool:
    """Whether it is a footnote, or holds the footnotes of a page."""
    own = attributes(node)
    return "footnotes" in own.get("class", "").split() or own.get("role", "") in _NOTES


def is_row(node: NodeType) -> bool:
    """Whether it is a table row with data: one cell, or a table in a cell, only lays out the page."""
    cells = [child for child in children(node) if child.name in {"td", "th"}]
    return node.name == "tr" and len(cells) > 1 and not any(each.name == "table" for each in _below(node))


def _below(top: NodeType) -> Iterator[NodeType]:
    todo = children(top)
    while todo:
        node = todo.pop()
        yield node
        todo += children(node)
