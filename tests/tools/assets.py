"""The scripts and styles of the site, for pages that are made without it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from directive_atlas.interface import catalogue

ASSETS = Path(str(files("directive_atlas"))) / "theme" / "assets"


def script_tags(language: str, *names: str, up: str = "") -> str:
    """What loads scripts of the site into a page: ``atlas.js`` with the page's language, then those named.

    ``up`` leads from the page to where the site begins.
    """
    about = f'data-language="{language}" data-folder="{catalogue.folder(language)}"'
    others = "".join(f'<script src="{up}assets/{name}.js"></script>' for name in names)
    return f'<script src="{up}assets/atlas.js" {about}></script>{others}'
