"""A site in Chinese and English without data of its own, and the theme's assets."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from directive_atlas.interface.site import Site, describe_site
from directive_atlas.load import schema

ASSETS = Path(str(files("directive_atlas.theme"))) / "assets"
LANGUAGES = ("zh", "en")
COUNTRIES = ("中国", "china")
"""As names begin with them on a site with bodies of China."""


@cache
def bilingual() -> Site:
    """A site whose pages are in Chinese first, then in English; nothing may be changed in it."""
    site, problems = describe_site(schema.Settings(languages=LANGUAGES), None)
    assert site, problems
    return site


def script_tags(language: str, *names: str, up: str = "") -> str:
    """What loads scripts into a page of such a site: ``atlas.js`` with the page's language, then those named.

    ``up`` leads from the page to where the site begins.
    """
    about = f'data-language="{language}" data-folder="{"" if language == LANGUAGES[0] else f"{language}/"}"'
    others = "".join(f'<script src="{up}assets/{name}.js"></script>' for name in names)
    return f'<script src="{up}assets/atlas.js" {about}></script>{others}'
