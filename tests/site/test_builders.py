"""Each builder of the whole site of the fixture makes the same of it, from the same mkdocs.yml."""

from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.tools.builders import build_site
from tests.tools.html import pages_of, parsed
from tests.tools.paths import FIXTURE


def test_both_builders_make_the_same_pages(site: Path, zensical_site: Path) -> None:
    assert set(pages_of(site)) == set(pages_of(zensical_site))


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
    [named] = parsed(site / "en/about.html").select('meta[property="og:url"]')
    assert named["content"] == both[1]
