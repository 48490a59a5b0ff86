"""The links of the whole site of the fixture: none is broken, none leads out, each has its way back."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.tools.html import beside, broken_links, is_inside, pages_of, paper_of, paths_of
from tests.tools.kinds import EACH_KIND

Pages = dict[str, BeautifulSoup]


@pytest.fixture(params=["site", "zensical_site"])
def built(request: pytest.FixtureRequest) -> tuple[Path, list[str]]:
    """A site, and the pages of it to look at.

    Of Zensical's site a page of each kind is looked at: its articles are those of MkDocs (`test_builders`).
    """
    site: Path = request.getfixturevalue(request.param)
    return site, paths_of(site) if request.param == "site" else EACH_KIND


@pytest.fixture
def pages(built: tuple[Path, list[str]]) -> Pages:
    return pages_of(*built)


def test_every_internal_link_and_anchor_resolves(built: tuple[Path, list[str]]) -> None:
    site, paths = built
    paper = paper_of(site)
    assert paper
    assert not broken_links(site, [*paths, *paper])


def test_no_id_stands_twice_on_a_page(pages: Pages) -> None:
    for path, page in pages.items():
        ids = [tag["id"] for tag in page.select("main [id]")]
        assert len(ids) == len(set(ids)), path


def test_nothing_is_fetched_from_another_host(pages: Pages) -> None:
    """What a browser loads by itself: scripts, styles, icons, images, frames; links are not loaded."""
    links = ", ".join(f"link[rel~={kind}]" for kind in ("stylesheet", "icon", "preconnect", "preload"))
    for path, page in pages.items():
        loaded = page.select(f"script[src], img[src], iframe[src], {links}")
        addresses = (str(tag.get("src") or tag.get("href")) for tag in loaded)
        assert not [address for address in addresses if not is_inside(address)], path


def test_scripts_are_told_the_language_and_folder_of_their_page(pages: Pages) -> None:
    for path, page in pages.items():
        [script] = page.select("script[data-folder]")
        told = (script["data-language"], script["data-folder"])
        assert told == (("en", "en/") if path.startswith("en/") else ("zh", "")), path


def _is_by_hand(path: str) -> bool:
    return path.removeprefix("en/") == "about.html"


def _is_home(path: str) -> bool:
    return path.removeprefix("en/") == "index.html"


def test_every_page_has_breadcrumbs_and_permalinks(site: Path) -> None:
    for path, page in pages_of(site).items():
        if _is_by_hand(path):
            continue
        assert page.select("main h1[id=top] + .headerlink"), path
        assert _is_home(path) or page.select(".crumbs a"), path


def _leads_everywhere(path: str) -> bool:
    """The home page and the help name pages of all kinds; the header leads back to them.

    So do the pages of what changed: a record's page leads to its last change only.
    """
    return _is_home(path) or path.removeprefix("en/").startswith(("help/", "changes/"))


def _led_to(page: BeautifulSoup, path: str, links: str) -> set[str]:
    """The pages of the site that some links of a page lead to; anchors on the page itself do not count."""
    found = set()
    for tag in page.select(links):
        parts = urlsplit(str(tag["href"]))
        if not parts.scheme and parts.path.endswith(".html"):
            found.add(beside(path, parts.path))
    return found - {path}


_STEPS = ", ".join(
    (
        ".crumbs a, .steps a, .timeline .axis a, .timeline a.count, .timeline figcaption a",
        '.board a, .matrix a.role[href*="?"], a[href*="help/statuses.html"]',
        'a[href*="help/index.html#"]',
        'a[href*="tasks/index.html?"], .months a',
    )
)
"""Ways to pages that need not name every page: crumbs, an axis, counted marks, words explained, filters."""

_REST = "/linked-from.html"
"""How the address of the page ends that has all links back to another one, where they are many."""


def test_every_link_is_returned_by_the_page_it_leads_to(site: Path) -> None:
    """Backlinks: whoever follows a link can come back by one, and no backlink lacks its link."""
    generated = {p: s for p, s in pages_of(site).items() if not _is_by_hand(p)}
    links = {path: _led_to(page, path, "article a[href]") for path, page in generated.items()}
    steps = {path: _led_to(page, path, _STEPS) for path, page in generated.items()}
    rests = {path for path in generated if path.endswith(_REST)}
    for rest in rests:
        links[f"{rest.removesuffix(_REST)}.html"] |= links.pop(rest)
    one_way = [
        f"{source} -> {target}"
        for source, targets in links.items()
        for target in (targets - steps[source] - rests) & links.keys()  # those for paper have one link, back
        if source not in links[target] and not _leads_everywhere(source)
    ]
    assert not one_way
