"""What machines read of a page: Open Graph, JSON-LD, the sitemap."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

DIRECTIVE = "directives/miit-2020-02-22-5g/index.html"
TASK = "directives/miit-2020-02-22-5g/build-pace.html"


def _soup(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path).read_bytes(), "html.parser")


def _about(site: Path, path: str) -> dict[str, Any]:
    [script] = _soup(site, path).select('head script[type="application/ld+json"]')
    told: dict[str, Any] = json.loads(script.string or "")
    return told


def _named(site: Path, path: str, name: str) -> str:
    [tag] = _soup(site, path).select(f'meta[property="{name}"], meta[name="{name}"]')
    return str(tag["content"])


@pytest.mark.parametrize("builder", ["site", "zensical_site"])
def test_a_directive_is_legislation_in_the_words_of_schema_org(
    builder: str, request: pytest.FixtureRequest
) -> None:
    told = _about(request.getfixturevalue(builder), f"en/{DIRECTIVE}")
    assert told["@type"] == "Legislation"
    assert told["legislationDate"] == "2020-02-22"
    assert told["legislationPassedBy"][0]["name"] == "Ministry of Industry and Information Technology"
    assert told["legislationEnsuresImplementationOf"][0]["identifier"] == "politburo-2020-02-21-meeting"
    assert told["inLanguage"] == "zh"


def test_a_task_is_a_part_of_its_directive_with_the_words_it_rests_on(site: Path) -> None:
    told = _about(site, TASK)
    assert told["isPartOf"]["identifier"] == "miit-2020-02-22-5g"
    assert "二要加快建设进度。" in told["text"]


def test_an_actor_is_an_organization_or_a_person_with_its_other_names(site: Path) -> None:
    assert "China Tower" in " ".join(_about(site, "actors/china-tower.html")["alternateName"])
    assert _about(site, "actors/wang-xinzhe.html")["@type"] == "Person"


def test_every_page_says_what_it_is_when_it_is_shared(site: Path) -> None:
    for path in ("index.html", DIRECTIVE, TASK, "en/index.html", f"en/{DIRECTIVE}"):
        assert _named(site, path, "og:title"), path
        assert 20 < len(_named(site, path, "og:description")) <= 160, path
    assert _named(site, "index.html", "og:locale") == "zh_CN"
    assert _named(site, "en/index.html", "og:locale") == "en_US"


def test_with_an_address_of_its_own_the_site_has_a_sitemap_in_all_languages(
    project: Path, tmp_path: Path
) -> None:
    shutil.copytree(project, tmp_path, dirs_exist_ok=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://atlas.example/x"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    pages = ElementTree.parse(tmp_path / "site" / "sitemap.xml").getroot()
    found = {str(page[0].text): [link.attrib["href"] for link in page[1:]] for page in pages}
    both = [f"https://atlas.example/x/{DIRECTIVE}", f"https://atlas.example/x/en/{DIRECTIVE}"]
    assert [found[address] for address in both] == [both, both]
    assert _named(tmp_path / "site", f"en/{DIRECTIVE}", "og:url") == both[1]
