"""The pages of a built site that are to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

PRINT = "print"
"""The folder of pages for paper, at the top of a site and in the folder of each other language."""


class MissingPageError(LookupError):
    """A site has no page, and no folder with pages, of the name ``target``."""

    def __init__(self, target: str) -> None:
        super().__init__(target)
        self.target = target


def pages_of(site: Path, targets: Iterable[str]) -> list[str]:
    """The addresses of pages within a site: those named, those in folders named, or all that are for paper.

    Raises:
        MissingPageError: there is none of a name.

    """
    named = [page for target in targets for page in _named(site, target)]
    return list(dict.fromkeys(named or _for_paper(site)))


def _for_paper(site: Path) -> list[str]:
    folders = [site / PRINT, *sorted(site.glob(f"*/{PRINT}"))]
    found = [page for folder in folders for page in _below(site, folder)]
    if not found:
        raise MissingPageError(PRINT)
    return found


def _named(site: Path, target: str) -> list[str]:
    if "\0" in target:  # no file can have it
        raise MissingPageError(target)
    path = (site / target).resolve()
    inside = path.is_relative_to(site.resolve())
    found = list(_below(site.resolve(), path)) if inside and path.exists() else []
    if not found:
        raise MissingPageError(target)
    return found


def _below(site: Path, path: Path) -> Iterator[str]:
    """A page, or all pages in a folder, by their addresses."""
    pages = sorted(path.rglob("*.html")) if path.is_dir() else [path]
    return (page.relative_to(site).as_posix() for page in pages if page.suffix == ".html")
