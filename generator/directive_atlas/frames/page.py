"""A finished page: what of it is its own, and what of it decides about its frame."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

OWN = frozenset({"title", "description", "jsonld", "picture", "contents", "alternates"})
"""The keys of the front matter whose texts stand in a frame as they are; others may decide what is in it."""

FINISHED = "contents"
"""The key that only a finished page has."""

GAP = '"<gap>"'
"""In the front matter of a shape: a text of the page's own that is not empty."""

_FRONT = re.compile(r"---\n((?:[a-z_]+: .*\n)+)---\n")
_LINE = re.compile(r"([a-z_]+): (.*)\n")
_STRING = re.compile(r'(\w+): ("(?:[^"\\]|\\.)*")')
_SAFE_PATH = re.compile(r"[A-Za-z0-9_.~-]+(?:/[A-Za-z0-9_.~-]+)*")
_CHANGED = ("\t", "\r", "\x02", "\x03", " markdown=")
_SPACES = re.compile("\n +\n")
"""What Python-Markdown changes in blocks of HTML."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the frame of a page depends on.

    ``folder`` is the part of its path that the navigation knows, ``free`` the number of parts below that may
    have any name, ``leaf`` the name of the file if that is none of them. ``head`` is its front matter with a
    gap for each text of its own, ``headed`` whether its article has the heading of the page.
    """

    folder: str
    free: int
    leaf: str
    head: str
    headed: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: its shape, and what fills the gaps of its frame.

    ``values`` are the free parts of the path, the article, and the texts of the front matter, in this order.
    """

    path: str
    shape: Shape
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """What the builder tells pages apart by: the pages that the navigation names, and the folders it knows.

    Each folder ends in a slash; the topmost is the empty text.
    """

    named: frozenset[str]
    folders: frozenset[str]


def places(named: frozenset[str], languages: frozenset[str]) -> Places:
    """The places of a navigation in a site with these folders of languages."""
    folders = {""}
    for path in (*named, *languages):
        parts = path.split("/")[:-1]
        folders.update("/".join(parts[:depth]) + "/" for depth in range(1, len(parts) + 1))
    return Places(named, frozenset(folders))


def read_page(path: str, text: str, known: Places) -> Page | None:
    """A finished page; ``None`` if it is not, or a builder would not leave it as it is."""
    front = _FRONT.match(text)
    if not front or not _SAFE_PATH.fullmatch(path) or GAP in front[1]:
        return None
    if f"\n{FINISHED}: " not in front[0]:
        return None
    article = text[front.end() :].strip()
    found = _front(front[1], titled=path in known.named)
    if found is None or not article.startswith("<") or _is_changed(article):
        return None
    head, texts = found
    folder, free, leaf = _place(path, known)
    shape = Shape(folder, len(free), leaf, head, "<h1" in article)
    return Page(path, shape, (*free, article, *texts))


def _is_changed(article: str) -> bool:
    """Whether Python-Markdown would not leave an article as it is; quick, as it is asked of every page."""
    return any(sign in article for sign in _CHANGED) or (" \n" in article and bool(_SPACES.search(article)))


def free_parts(path: str, shape: Shape) -> list[str]:
    """The parts of the path of a page that its shape leaves free."""
    parts = path.removesuffix(".md")[len(shape.folder) :].split("/")
    return parts[: shape.free]


def is_of(path: str, shape: Shape, known: Places) -> bool:
    """Whether a page at a path can have a shape; only its text tells whether it has."""
    folder, free, leaf = _place(path, known)
    return (shape.folder, shape.free, shape.leaf) == (folder, len(free), leaf)


def _place(path: str, known: Places) -> tuple[str, list[str], str]:
    """The folder that the navigation knows, the free parts below it, and the name of the file if not free."""
    folder, _, name = path.rpartition("/")
    if path in known.named:
        return f"{folder}/" if folder else "", [], name
    top = f"{folder}/" if folder else ""
    while top not in known.folders:
        top = top[: top.rstrip("/").rfind("/") + 1]
    free = [part for part in f"{folder}/"[len(top) :].split("/") if part]
    stem = name.removesuffix(".md")
    return (top, free, name) if stem in {"index", "README"} else (top, [*free, stem], "")


def _front(front: str, *, titled: bool) -> tuple[str, list[str]] | None:
    """The front matter with gaps, and what was in them; a page that is named elsewhere keeps its title."""
    texts: list[str] = []

    def gap(match: re.Match[str]) -> str:
        text = json.loads(match[2])
        if match[1] == "href" and not is_address(text):
            raise ValueError
        if not text:
            return match[0]
        texts.append(text)
        return f"{match[1]}: {GAP}"

    own = OWN - {"title"} if titled else OWN
    try:
        lines = [_STRING.sub(gap, line[0]) if line[1] in own else line[0] for line in _LINE.finditer(front)]
    except ValueError:  # also an escape of YAML that JSON has not
        return None
    return "".join(lines), texts


def names_of(head: str) -> Iterator[str]:
    """The keys of the gaps in the front matter of a shape, in order."""
    for match in re.finditer(rf"(\w+): {re.escape(GAP)}", head):
        yield match[1]


def is_address(text: str) -> bool:
    """Whether a text is a path within the site that needs no escape anywhere."""
    return bool(_SAFE_PATH.fullmatch(text)) and ".." not in text.split("/")
