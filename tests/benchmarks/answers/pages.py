"""How long each kind of page is: in screens, bytes and rows of tables, and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from playwright.sync_api import Page

from tests.tools.browsing.browser import at_rest, settle

_OURS = "directives/miit-2020-02-22-5g"
OWN_KINDS = {
    "home": "index.html",
    "directive": f"{_OURS}/index.html",
    "task: build pace": f"{_OURS}/build-pace.html",
    "task: coordination": f"{_OURS}/coordination.html",
    "task: overall demand": f"{_OURS}/overall-demand.html",
    "actor: China Mobile": "actors/china-mobile.html",
    "actor: China Tower": "actors/china-tower.html",
    "actor: Guangdong": "actors/guangdong-ca.html",
    "topic": "topics/network-construction.html",
    "timeline": "timeline/index.html",
    "year": "timeline/2020.html",
    "matrix": "matrix/index.html",
    "lineage": "lineage/index.html",
    "finder": "tasks/index.html",
    "directives": "directives/index.html",
    "actors": "actors/index.html",
    "topics": "topics/index.html",
    "glossary": "glossary/index.html",
    "coverage": "coverage/index.html",
    "help": "help/index.html",
}
"""A page of each kind of our own site."""

PRINTED = ("actor: China Mobile",)

_MEASURE = """() => ({
  screens: document.documentElement.scrollHeight / innerHeight,
  rows: document.querySelectorAll("main tr").length,
})"""


@dataclass(frozen=True, slots=True)
class Length:
    """Screens at one size of the window; bytes of the HTML; rows of tables."""

    screens: float
    bytes: int
    rows: int


def length(page: Page, root: str, site: Path, path: str) -> Length:
    """Open a page as it is at first, with nothing unfolded."""
    page.goto(root + path)
    at_rest(page)
    found = page.evaluate(_MEASURE)
    return Length(round(found["screens"], 2), (site / path).stat().st_size, found["rows"])


def sheets(page: Page, address: str) -> int:
    """How many sheets of A4 a page takes."""
    page.goto(address)
    settle(page)
    with pypdfium2.PdfDocument(page.pdf(format="A4")) as document:
        return len(document)
