"""Where known kinds of site have the document on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from justhtml import JustHTML, Node

from directive_atlas.intake.pieces import clean

_ARTICLES = (
    "#UCAP-CONTENT",  # gov.cn and most sites of governments in China
    "#UCAP_CONTENT",
    ".pages_content",
    ".trs_editor_view",
    ".TRS_Editor",
    ".article-content",
    "#zoom",
    "#Zoom",
    "#fulltext_content_area",  # federalregister.gov
    "#fulltext",
    ".doc-content",
    ".entry-content",  # whitehouse.gov
    ".body-content",
    ".l-full__main",  # cisa.gov
    ".l-page-section--rich-text",
    ".usa-prose",
)

_FURNITURE = re.compile(
    r"(?:bd)?share|related|breadcrumbs?|crumbs?|toolbar|print(?:er)?|keywords?|copyright|subscribe|social|pagination"
    r"|sidebar|advert|qrcode|font-?size|feedback|newsletter|back-to-top|sitemap|editor|pages-date|pages_print",
    re.I,
)
"""Names, or parts of names, that sites give to what is around a document."""

_ELEMENTS = frozenset({"nav", "aside", "footer", "form", "button"})


def known_article(page: JustHTML) -> Node | None:
    """The element that has the document; nothing on a page of an unknown kind."""
    named = _named(page)
    for name in _ARTICLES:
        words = {node: len(node.to_text().strip()) for node in _outermost(named[name])}
        if any(length > 1 for length in words.values()):
            return max(words, key=words.__getitem__)
    return None


def _named(page: JustHTML) -> Mapping[str, list[Node]]:
    """The elements of a page by the names in ``_ARTICLES``, found in one walk."""
    found: dict[str, list[Node]] = {name: [] for name in _ARTICLES}
    for node in page.query("*"):
        own = node.attrs or {}
        classes = (f".{name}" for name in (own.get("class") or "").split())
        for name in {f"#{own.get('id') or ''}", *classes} & found.keys():
            found[name].append(node)
    return found


def _outermost(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes that stand in none of the others: these have the same words, and more."""
    seen: set[int] = set()
    for node in nodes:
        above = node.parent
        while above is not None and id(above) not in seen:
            above = above.parent
        seen.add(id(node))
        if above is None:
            yield node


def put_aside(article: Node) -> Iterator[str]:
    """Take furniture out of an article; what was said there."""
    for node in list(_outermost(_furniture(article))):
        if node.parent is not None:
            words = clean(node.to_text())
            node.parent.remove_child(node)
            if words:
                yield words


def _furniture(article: Node) -> Iterator[Node]:
    for node in article.query("*"):
        own = node.attrs or {}
        names = f"{own.get('class') or ''} {own.get('id') or ''}".split()
        if node.name in _ELEMENTS or any(map(_is_furniture, names)):
            yield node


def _is_furniture(name: str) -> bool:
    return any(_FURNITURE.fullmatch(part) for part in (name, *re.split("[-_]+", name)))


def without_links(article: Node) -> None:
    """Take out the links that only permit to jump, such as ¶ behind a heading."""
    for node in article.query("a"):
        if node.parent is not None and node.to_text().strip() in {"¶", "#", "Back to top", "返回顶部"}:
            node.parent.remove_child(node)
