"""What is read of a page at most, and what no further program has to read of it."""

from __future__ import annotations

from collections.abc import Iterator

from justhtml import JustHTML, Node, NodeType

from directive_atlas.intake.taken import Limits, too_much
from directive_atlas.problems import say

_HIDDEN = frozenset(
    {"script", "style", "template", "noscript", "iframe", "noembed", "noframes", "textarea", "title", "xmp"}
    | {"plaintext", "svg", "math", "#comment"}
)
"""What shows no words of a document; some programs take the text in it for elements."""


def refuse_too_much(page: JustHTML, file: str, limits: Limits) -> None:
    """Refuse a page with more than the limits.

    Raises:
        RefusedError: it has too many elements, in all or in one another, or one with too many attributes.

    """
    for number, (node, depth) in enumerate(_nodes(page)):
        if number >= limits.elements:
            raise too_much(file, limits.elements, say("elements"))
        if depth > limits.nested:
            raise too_much(file, limits.nested, say("elements in one another"))
        if isinstance(node, Node) and len(node.attrs or ()) > limits.attributes:
            raise too_much(file, limits.attributes, say("attributes of one element"))


def _nodes(page: JustHTML) -> Iterator[tuple[NodeType, int]]:
    """The elements of a page, those in templates too, and how many stand around each."""
    todo: list[tuple[NodeType, int]] = [(page.root, 0)]
    while todo:
        node, depth = todo.pop()
        if not node.name.startswith("#"):
            yield node, depth
        inside = [*(node.children or ()), *filter(None, (getattr(node, "template_content", None),))]
        todo += ((each, depth + 1) for each in inside)


def without_hidden(page: JustHTML) -> str:
    """The markup of a page with only what may show words; the page itself loses the rest."""
    for node in _hidden(page):
        if node.parent is not None:
            node.parent.remove_child(node)
    return page.to_html(pretty=False)


def _hidden(page: JustHTML) -> list[NodeType]:
    found: list[NodeType] = []
    todo: list[NodeType] = [page.root]
    while todo:
        node = todo.pop()
        if node.name in _HIDDEN:
            found.append(node)
        else:
            todo += node.children or ()
    return found
