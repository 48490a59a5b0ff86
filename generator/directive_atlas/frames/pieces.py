"""A built sample cut at its texts, and a page made of the pieces.

A theme prints a text in several ways: as it is, without tags, escaped, as a link from the page. Each way has
a name; which one it was is seen from the sample, whose texts are different in each.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup
from markupsafe import escape as escape_html

from directive_atlas.frames.page import is_address
from directive_atlas.frames.sample import MARK, Sample, html_path
from directive_atlas.frames.unframed import UnframedError
from directive_atlas.problems import say

Gap: TypeAlias = tuple[int, str]
"""The number of the value that stands there, and the way in which it is printed."""

Pieces: TypeAlias = tuple[str | Gap, ...]
"""A text with gaps, in order."""


def unclear(where: str) -> UnframedError:
    """The error of a theme that does with the text of a sample what we do not know; ``where`` is the file."""
    return UnframedError(say("in {file} the theme does not print what it is told as it is", file=where))


def _stripped(text: str) -> str:
    return str(Markup(text).striptags())


def _slashes(text: str) -> str:
    """What the templates of Zensical escape."""
    return html.escape(text, quote=True).replace("/", "&#x2f;")


AS_IT_IS = "text"
LINKED, DOTTED = "link", "dotted link"
LINKS: Mapping[str, str] = {"mkdocs": LINKED, "properdocs": LINKED, "zensical": DOTTED}
"""How each builder writes a link within the site; Zensical begins one that leads only down with a dot."""

WAYS: Mapping[str, Callable[[str], str]] = {
    AS_IT_IS: lambda text: text,
    "stripped": _stripped,
    "escaped": lambda text: str(escape_html(text)),
    "stripped, escaped": lambda text: str(escape_html(_stripped(text))),
    "slashes": _slashes,
    "stripped, slashes": lambda text: _slashes(_stripped(text)),
}
"""How a theme may print a text, besides as a link from the page."""


def linked(address: str, page: str) -> str:
    """The link to an address of the site from one of its pages; both without a slash at the beginning."""
    there, here = address.split("/"), page.split("/")[:-1]
    shared = 0
    for one, other in zip(there, here, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])


def _dotted(address: str, page: str) -> str:
    link = linked(address, page)
    return link if link.startswith("../") else f"./{link}"


def cut(text: str, sample: Sample, builder: str, where: str) -> Pieces:
    """The pieces of a text in which the texts of a sample stand; ``where`` names it in an error.

    Raises:
        UnframedError: something else of the sample is in it.

    """
    pieces: list[str | Gap] = [text]
    forms = _forms(sample, LINKS[builder])
    for form in sorted(forms, key=len, reverse=True):
        if form in text:
            pieces = [part for piece in pieces for part in _parted(piece, form, forms[form])]
    if any(isinstance(piece, str) and MARK in piece for piece in pieces):
        raise unclear(where)
    return tuple(piece for piece in pieces if piece)


def _parted(piece: str | Gap, form: str, gap: Gap) -> Iterator[str | Gap]:
    """A piece with gaps where a form of a text stands."""
    if not isinstance(piece, str):
        yield piece
        return
    first, *others = piece.split(form)
    yield first
    for other in others:
        yield from (gap, other)


_LINKS = {LINKED: linked, DOTTED: _dotted}


def _forms(sample: Sample, link: str) -> dict[str, Gap]:
    """Every text of a sample in every way, the most usual way first."""
    forms: dict[str, Gap] = {}
    page = html_path(sample.path)
    for number, value in enumerate(sample.values):
        ways = {AS_IT_IS: value}
        if number > sample.shape.free:
            ways |= {way: change(value) for way, change in WAYS.items()}
            if is_address(value):
                ways = {link: _LINKS[link](value, page), **ways}
        for way, form in ways.items():
            forms.setdefault(form, (number, way))
    return forms


def spared(pieces: Pieces) -> Pieces:
    """The pieces of a page without its empty lines and indents, which are a fifth of what a theme prints.

    What fills the gaps is not touched. A frame has no block in which white space would show.
    """
    return tuple(_SPACE.sub("\n", piece) if isinstance(piece, str) else piece for piece in pieces)


def filled(pieces: Pieces, values: Sequence[str], page: str) -> str:
    """The text of a page: the pieces, with its values in the gaps; ``page`` is its address in the site."""
    return "".join(piece if isinstance(piece, str) else _filling(piece, values, page) for piece in pieces)


def _filling(gap: Gap, values: Sequence[str], page: str) -> str:
    number, way = gap
    if way == AS_IT_IS:
        return values[number]
    link = _LINKS.get(way)
    return link(values[number], page) if link else WAYS[way](values[number])


def is_way(name: str) -> bool:
    """Whether a text can be printed in a way of this name."""
    return name in WAYS or name in _LINKS


_SPACE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the pages of a shape, and their entry in the list of all pages (empty if none)."""

    page: Pieces
    entry: Pieces
    digest: str
