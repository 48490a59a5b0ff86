"""The whole site of the fixture, built by MkDocs and by Zensical from the same mkdocs.yml."""

from __future__ import annotations

import posixpath
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from tests.conftest import FIXTURE, build_site

SITES = ["site", "zensical_site"]


@cache
def _page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_bytes(), "html.parser")


def _pages(site: Path) -> dict[str, BeautifulSoup]:
    """The pages of a site; the error page is left out, because its links start at the root."""
    paths = (path for path in sorted(site.rglob("*.html")) if path.name != "404.html")
    return {path.relative_to(site).as_posix(): _page(path) for path in paths}


def _links(page: BeautifulSoup) -> Iterator[str]:
    for element in page.select("main [href], nav [href], link[href], script[src], img[src]"):
        yield str(element.get("href") or element.get("src"))


def _inside(address: str) -> bool:
    return not urlsplit(address).scheme and not address.startswith("//")


def test_both_builders_make_the_same_pages(site: Path, zensical_site: Path) -> None:
    assert set(_pages(site)) == set(_pages(zensical_site))


@pytest.mark.parametrize("name", SITES)
def test_every_internal_link_and_anchor_resolves(name: str, request: pytest.FixtureRequest) -> None:
    assert not broken_links(request.getfixturevalue(name))


def broken_links(site: Path) -> list[str]:
    """Each link inside of a site that leads to no file or no anchor, with the page it stands on."""
    pages = _pages(site)
    ids = {path: {tag["id"] for tag in page.select("[id]")} for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for link in filter(_inside, _links(page)):
            parts = urlsplit(link)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
            target = target if parts.path else path
            missing = not (site / target).is_file()
            anchor = unquote(parts.fragment)
            if missing or (anchor and not anchor.startswith("__") and anchor not in ids[target]):
                broken.append(f"{path}: {link}")
    return broken


@pytest.mark.parametrize("name", SITES)
def test_no_id_stands_twice_on_a_page(name: str, request: pytest.FixtureRequest) -> None:
    for path, page in _pages(request.getfixturevalue(name)).items():
        ids = [tag["id"] for tag in page.select("main [id]")]
        assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize("name", SITES)
def test_nothing_is_fetched_from_another_host(name: str, request: pytest.FixtureRequest) -> None:
    """What a browser loads by itself: scripts, styles, icons, images, frames; links are not loaded."""
    links = ", ".join(f"link[rel~={kind}]" for kind in ("stylesheet", "icon", "preconnect", "preload"))
    for path, page in _pages(request.getfixturevalue(name)).items():
        loaded = page.select(f"script[src], img[src], iframe[src], {links}")
        addresses = (str(tag.get("src") or tag.get("href")) for tag in loaded)
        assert not [address for address in addresses if not _inside(address)], path


@pytest.mark.parametrize("name", SITES)
def test_scripts_are_told_the_language_and_folder_of_their_page(
    name: str, request: pytest.FixtureRequest
) -> None:
    for path, page in _pages(request.getfixturevalue(name)).items():
        [script] = page.select("script[data-folder]")
        told = (script["data-language"], script["data-folder"])
        assert told == (("en", "en/") if path.startswith("en/") else ("zh", "")), path


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_with_an_address_pages_and_the_sitemap_name_it_in_every_language(
    builder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the pages written by hand are built here: the others have their addresses from the same place."""
    shutil.copytree(FIXTURE, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("SITE_URL", "https://atlas.example/some/where")
    site = build_site(tmp_path, builder, "build")
    urls = ElementTree.parse(site / "sitemap.xml").getroot()
    entries = {url.findtext("{*}loc"): [link.get("href") for link in url.findall("{*}link")] for url in urls}
    both = [f"https://atlas.example/some/where/{folder}about.html" for folder in ("", "en/")]
    assert [entries[address] for address in both] == [both, both]
    [named] = _page(site / "en/about.html").select('meta[property="og:url"]')
    assert named["content"] == both[1]


def _is_by_hand(path: str) -> bool:
    return path.removeprefix("en/") == "about.html"


def _is_home(path: str) -> bool:
    return path.removeprefix("en/") == "index.html"


def test_every_page_has_breadcrumbs_and_permalinks(site: Path) -> None:
    for path, page in _pages(site).items():
        if _is_by_hand(path):
            continue
        assert page.select("main h1[id=top] .headerlink"), path
        assert _is_home(path) or page.select(".crumbs a"), path


def _leads_everywhere(path: str) -> bool:
    """The home page and the help name pages of all kinds; the header leads back to them."""
    return _is_home(path) or path.removeprefix("en/").startswith("help/")


def _led_to(page: BeautifulSoup, path: str, links: str) -> set[str]:
    """The pages of the site that some links of a page lead to; anchors on the page itself do not count."""
    found = set()
    for tag in page.select(links):
        parts = urlsplit(str(tag["href"]))
        if not parts.scheme and parts.path.endswith(".html"):
            found.add(posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))))
    return found - {path}


_STEPS = ".crumbs a, .steps a, .timeline .axis a, .timeline a.count, .timeline figcaption a"
"""Ways up to lists that need not name every page: crumbs, a timeline's axis and counted marks."""


def test_every_link_is_returned_by_the_page_it_leads_to(site: Path) -> None:
    """Backlinks: whoever follows a link can come back by one, and no backlink lacks its link."""
    generated = {p: s for p, s in _pages(site).items() if not _is_by_hand(p)}
    links = {path: _led_to(page, path, "article a[href]") for path, page in generated.items()}
    steps = {path: _led_to(page, path, _STEPS) for path, page in generated.items()}
    one_way = [
        f"{source} -> {target}"
        for source, targets in links.items()
        for target in targets - steps[source]
        if source not in links[target] and not _leads_everywhere(source)
    ]
    assert not one_way
