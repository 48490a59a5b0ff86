"""No builder of sites stumbles over any character in the front matter of a page."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from directive_atlas.interface.markdown import head

from tests.tools.attack import attack
from tests.tools.builders import build_site
from tests.tools.characters import CLASSES


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs", "zensical"])
def test_every_builder_reads_the_same_from_it(attacked: Path, tmp_path: Path, builder: str) -> None:
    shutil.copytree(attacked, tmp_path, dirs_exist_ok=True)
    site = build_site(tmp_path, builder, "build", "--strict")
    for number, char in enumerate(CLASSES.values()):
        for path in (f"directives/c-{number}/index.html", f"en/directives/c-{number}/task.html"):
            page = BeautifulSoup((site / path).read_bytes(), "html.parser")
            [title] = page.select('meta[property="og:title"]')
            [about] = page.select('script[type="application/ld+json"]')
            assert title["content"] == head(attack(number, char)), path
            assert json.loads(about.string or "")["name"].startswith("Zebra"), path
