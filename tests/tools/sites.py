"""A site in Chinese and English without data of its own, and the theme's assets."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from directive_atlas.interface.site import Site, describe_site
from directive_atlas.load import schema

ASSETS = Path(str(files("directive_atlas.theme"))) / "assets"
LANGUAGES = ("zh", "en")


def bilingual() -> Site:
    """A site whose pages are in Chinese first, then in English."""
    site, problems = describe_site(schema.Settings(languages=LANGUAGES), None)
    assert site, problems
    return site
