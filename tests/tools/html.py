"""The pages of a built site as parsed HTML, and their links."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup


@cache
def parsed(path: Path) -> BeautifulSoup:
    """One page, parsed once in a run of the tests."""
    return BeautifulSoup(path.read_bytes(), "html.parser")


def pages_of(site: Path) -> dict[str, BeautifulSoup]:
    """The pages of a site; the error page is left out, because its links start at the root."""
    paths = (path for path in sorted(site.rglob("*.html")) if path.name != "404.html")
    return {path.relative_to(site).as_posix(): parsed(path) for path in paths}


def is_inside(address: str) -> bool:
    """Whether an address leads to the site itself."""
    return not urlsplit(address).scheme and not address.startswith("//")


def broken_links(site: Path) -> list[str]:
    """Each link inside of a site that leads to no file or no anchor, with the page it stands on."""
    pages = pages_of(site)
    ids = {path: {tag["id"] for tag in page.select("[id]")} for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for link in filter(is_inside, _links(page)):
            parts = urlsplit(link)
            target = beside(path, parts.path)
            missing = not (site / target).is_file()
            anchor = unquote(parts.fragment)
            if missing or (anchor and not anchor.startswith("__") and anchor not in ids[target]):
                broken.append(f"{path}: {link}")
    return broken


def _links(page: BeautifulSoup) -> Iterator[str]:
    for element in page.select("main [href], nav [href], link[href], script[src], img[src]"):
        yield str(element.get("href") or element.get("src"))


def beside(path: str, link: str) -> str:
    """Where the path of a link on a page leads; an empty one leads to the page itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(link))) if link else path
