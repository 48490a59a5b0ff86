"""No builder of sites stumbles over any character in the front matter of a page."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from directive_atlas.interface.markup import head

from tests.tools.builders import build_site
from tests.tools.hostile.attack import attack
from tests.tools.hostile.characters import CLASSES


def _assert_heads(site: Path) -> None:
    """The pages of a directive and of its task have the texts of their class in their heads."""
    for number, char in enumerate(CLASSES.values()):
        for name in ("index", "task"):
            path = site / f"directives/c-{number}/{name}.html"
            page = BeautifulSoup(path.read_text("utf-8").partition("</head>")[0], "html.parser")
            [title] = page.select('meta[property="og:title"]')
            [about] = page.select('script[type="application/ld+json"]')
            assert title["content"] == head(attack(number, char)), path
            assert json.loads(about.string or "")["name"].startswith("Zebra"), path


def test_mkdocs_reads_the_front_matter_of_every_page(attacked_site: Path) -> None:
    _assert_heads(attacked_site)


@pytest.mark.parametrize("builder", [pytest.param("properdocs", marks=pytest.mark.long), "zensical"])
def test_the_other_builders_read_the_same_from_it(attacked: Path, tmp_path: Path, builder: str) -> None:
    shutil.copytree(attacked, tmp_path, dirs_exist_ok=True)
    _assert_heads(build_site(tmp_path, builder))
