"""Each builder of the whole site of the fixture makes the same of it, from the same mkdocs.yml."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.tools.builders import build_site
from tests.tools.finished import small_site
from tests.tools.html import paper_of, parsed, paths_of
from tests.tools.kinds import EACH_KIND
from tests.tools.paths import FIXTURE


def _files(site: Path) -> dict[str, bytes]:
    """The files of a site without the name of its builder; an archive has the time in it."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(site).as_posix(): _anonymous(path.read_bytes()) for path in files}


def _anonymous(content: bytes) -> bytes:
    return re.sub(rb'<meta name="generator" [^>]*>', b"", content)


@pytest.fixture
def small_sites(tmp_path: Path) -> tuple[Path, Path]:
    """A small project as MkDocs and as ProperDocs build it."""
    project = small_site(tmp_path / "project")
    ours, theirs = (
        Path(shutil.copytree(project, tmp_path / builder)) for builder in ("mkdocs", "properdocs")
    )
    return build_site(ours, "mkdocs"), build_site(theirs, "properdocs")


@pytest.fixture
def whole_sites(site: Path, request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """The fixture as MkDocs and as ProperDocs build it."""
    return site, request.getfixturevalue("properdocs_site")


@pytest.mark.parametrize("sites", ["small_sites", pytest.param("whole_sites", marks=pytest.mark.long)])
def test_properdocs_makes_the_same_files_as_mkdocs(sites: str, request: pytest.FixtureRequest) -> None:
    built: tuple[Path, Path] = request.getfixturevalue(sites)
    ours, theirs = map(_files, built)
    assert set(ours) == set(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []


ONE_BY_ONE = re.compile(r'(?:href|src)="(?:\./)?(assets/[\w/]+\.(css|js))"')
"""Files of the theme that a page of Zensical names, but for those with a digest in their names."""


def test_one_style_sheet_and_one_script_have_all_that_zensical_names_one_by_one(
    site: Path, zensical_site: Path
) -> None:
    """Ours whole and in the same order, before them what Material has, without the address of its map."""
    named = ONE_BY_ONE.findall((zensical_site / "index.html").read_text("utf-8"))
    materials = [f"assets/stylesheets/{path.name}" for path in (site / "assets/stylesheets").glob("*.css")]
    styles = sorted(materials) + [path for path, kind in named if kind == "css"]
    scripts = [path for path, kind in named if kind == "js" and path != "assets/theme/start.js"]
    for whole, parts in (("assets/site.css", styles), ("assets/site.js", scripts)):
        text = (site / whole).read_text("utf-8")
        texts = [
            (site / part).read_text("utf-8").partition("/*# sourceMappingURL")[0].strip() for part in parts
        ]
        places = [text.index(each) for each in texts]
        assert len(parts) > 5 and places[0] == 0 and places == sorted(places)


def _told(page: Path) -> list[str]:
    """What a page tells: its title, its description for machines, and all that is its own.

    Zensical has an anchor there for those who skip the navigation, and white space of its own.
    """
    text = page.read_text("utf-8").replace('<a id="__skip" tabindex="-1"></a>', "")
    told = re.findall(r'<title>.*?</title>|<meta name="description"[^>]*>|<article.*?</article>', text, re.S)
    return [" ".join(part.split()) for part in told]


def test_zensical_makes_the_same_of_every_page(site: Path, zensical_site: Path) -> None:
    ours, theirs = paths_of(site), paths_of(zensical_site)
    assert ours == theirs
    for path in ours:
        told = _told(site / path)
        assert len(told) == 3, path
        assert told == _told(zensical_site / path), path
    for path in paper_of(site):
        assert (site / path).read_bytes() == (zensical_site / path).read_bytes(), path


@pytest.mark.parametrize("builder", ["site", "zensical_site"])
def test_each_kind_of_page_has_one_link_past_the_navigation(
    builder: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(builder)
    for path in EACH_KIND:
        [link] = parsed(site / path).select("a.md-skip")
        assert parsed(site / path).select_one(f'[id="{str(link["href"]).lstrip("#")}"]'), path


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_with_an_address_pages_and_the_sitemap_name_it_in_every_language(
    builder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two small pages stand for all: they have their addresses from the same place."""
    before, _, rest = (FIXTURE / "mkdocs.yml").read_text("utf-8").partition("nav:")
    nav = "nav: [{中文: [about.md]}, {English: [en/about.md]}]\n"
    (tmp_path / "mkdocs.yml").write_text(f"{before}{nav}\n{rest[rest.index('validation:') :]}", "utf-8")
    for folder in ("docs", "docs/en"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "about.md").write_text("# About\n", "utf-8")
    monkeypatch.setenv("SITE_URL", "https://atlas.example/some/where")
    site = build_site(tmp_path, builder)
    urls = ElementTree.parse(site / "sitemap.xml").getroot()
    entries = {url.findtext("{*}loc"): [link.get("href") for link in url.findall("{*}link")] for url in urls}
    both = [f"https://atlas.example/some/where/{folder}about.html" for folder in ("", "en/")]
    assert [entries[address] for address in both] == [both, both]
    [named] = parsed(site / "en/about.html").select('meta[property="og:url"]')
    assert named["content"] == both[1]
