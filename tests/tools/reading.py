r"""A generated page in a short notation, in which cases of tests quote parts of it.

Nothing of a page is left out but white space and what only style sheets, scripts and search engines read.
Each block has its own lines; no line is blank.

``## Words { #id }``
    A heading of the second level.
``Words``
    A paragraph; a line ``{: .class key="value" }`` below it has its attributes, if it has any.
``- Words``, ``1. Words``
    An item of a list; what is below it is indented by four spaces.
``| a | b |``
    A row of a table; the row of names has ``| --- | --- |`` below it.
``> Words``
    A line of quoted words.
``[words](address)``
    A link to another site, or one that has no attribute but its address.
``**words**``
    Strong words; code stands between backticks.
``{ .class }``
    The attributes of an item, of a row or of a cell, at its end.
``\*``
    A sign that would be one of this notation, but is one of the page's own words.

All else is HTML as it stands: ``<span class="state open">…</span>``, ``<div class="work">``, ``&lt;``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

_INLINE = frozenset(
    {"a", "abbr", "b", "br", "button", "cite", "code", "data", "del", "em", "i", "img", "input", "ins", "kbd"}
    | {"label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "svg", "time", "u", "wbr"}
)
_UNREAD = "a.headerlink, details.atlas-toc"
"""What is beside the words of a page: links to headings, and the list of these."""
_BARE = "time, data, a.term, a:not(.state)[href*='help/statuses.html#']"
"""Elements of which only the words are read: the rest is for scripts, or says what stands elsewhere."""
_SIGNS = re.compile(r"[\\*`\[\]|{]")
_BEGINS = re.compile(r"(?=(?:#+|[->]|\d+[.)])(?: |$))|(?=---)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\xa0": "&nbsp;"}
_SPACE = re.compile(r"[ \t\n]+")


def reading(page: str) -> str:
    """A page with its front matter as it stands and its text in the notation."""
    front, _, body = page.removeprefix("---\n").partition("\n---\n")
    return "\n".join([front, *_lines(_read(body))])


def _read(body: str) -> BeautifulSoup:
    soup = BeautifulSoup(body, "html.parser", multi_valued_attributes=None)
    for element in soup.select(_UNREAD):
        element.decompose()
    for element in soup.select(_BARE):
        element.unwrap()
    for element in soup.select("a.state[href*='help/statuses.html#']"):
        element.name, element.attrs = "span", {"class": element["class"]}
    for element in soup.select("mark"):
        element.attrs = {}
    for element in soup.select("[data-days]"):
        del element["data-days"]
    soup.smooth()
    return soup


def _lines(element: Tag) -> Iterator[str]:
    """The blocks of an element, and the words between them."""
    words: list[PageElement] = []
    for child in element.children:
        if isinstance(child, Tag) and child.name not in _INLINE:
            yield from _paragraph(words)
            yield from _block(child)
            words = []
        else:
            words.append(child)
    yield from _paragraph(words)


def _paragraph(words: Iterable[PageElement]) -> Iterator[str]:
    if text := _joined(words):
        yield _BEGINS.sub(r"\\", text, count=1) if _BEGINS.match(text) else text


def _block(element: Tag) -> Iterator[str]:
    if re.fullmatch("h[1-6]", element.name):
        yield f"{'#' * int(element.name[1])} {_joined(element.children)}{_behind(element)}"
    elif element.name == "p":
        yield from _paragraph(element.children)
        yield from filter(None, [_behind(element).replace(" {", "{:", 1)])
    elif element.name == "summary":
        yield f"{_opened(element)}{_joined(element.children)}</summary>"
    elif element.name == "pre":
        yield from str(element).splitlines()
    else:
        yield from _around(element, list(_within(element)))


def _within(element: Tag) -> Iterator[str]:
    """The lines of an element that has blocks below it."""
    if element.name in {"ul", "ol"}:
        for item in element.find_all("li", recursive=False):
            yield from _item(item, "- " if element.name == "ul" else "1. ")
    elif element.name == "table":
        yield from _rows(element)
    elif element.name == "blockquote":
        yield from (f"> {line}" for line in _lines(element))
    else:
        yield from _lines(element)


def _around(element: Tag, lines: list[str]) -> list[str]:
    """Lines between the tags of their element, if the notation has no sign for it or it has attributes."""
    if element.name in {"ul", "ol", "table", "blockquote"} and not element.attrs:
        return lines
    return [_opened(element), *lines, f"</{element.name}>"]


def _item(item: Tag, sign: str) -> Iterator[str]:
    first, *more = list(_lines(item)) or [""]
    yield f"{sign}{first}{_behind(item)}"
    yield from (f"    {line}" for line in more)


def _rows(table: Tag) -> Iterator[str]:
    for row in table.find_all("tr"):
        cells = row.find_all(["th", "td"], recursive=False)
        shown = (f"{_joined(cell.children)}{_behind(cell, 'data-label')}" for cell in cells)
        yield f"| {' | '.join(shown)} |{_behind(row)}"
        if row.find_parent("thead"):
            yield f"|{' --- |' * len(cells)}"


def _joined(nodes: Iterable[PageElement]) -> str:
    """Words in one line."""
    return _SPACE.sub(" ", "".join(map(_inline, nodes))).strip(" ")


def _inline(node: PageElement) -> str:
    if isinstance(node, NavigableString):
        return "".join(_ENTITIES.get(sign, sign) for sign in _SIGNS.sub(r"\\\g<0>", node))
    assert isinstance(node, Tag)
    words = "".join(map(_inline, node.children))
    if node.name == "strong" and not node.attrs:
        return f"**{words}**"
    if node.name == "code" and not node.attrs:
        return f"`{words}`"
    if node.name == "a" and (set(node.attrs) == {"href"} or node.get("class") == "outside"):
        return f"[{words}]({node['href']})"
    if node.name == "svg":
        return str(node)
    return f"{_opened(node)}{words}" + ("" if node.is_empty_element else f"</{node.name}>")


def _opened(element: Tag) -> str:
    return f"<{' '.join([element.name, *map(_pair, element.attrs.items())])}>"


def _behind(element: Tag, *but: str) -> str:
    """The attributes of an element behind its words; the style sheet's names of cells are not read."""
    short = {"id": "#", "class": "."}
    named = [f"{sign}{word}" for name, sign in short.items() for word in str(element.get(name, "")).split()]
    others = [_pair(pair) for pair in element.attrs.items() if pair[0] not in {*short, *but}]
    return f" {{ {' '.join([*named, *others])} }}" if named or others else ""


def _pair(attribute: tuple[str, object]) -> str:
    name, value = attribute
    return f'{name}="{escape(str(value), quote=False)}"' if value else name
