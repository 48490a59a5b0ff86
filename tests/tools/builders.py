"""Sites built with MkDocs and the others, in folders that several tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from directive_atlas.builders.run import run_builder

Made = Callable[[str, Callable[[Path], object]], Path]
"""Makes a folder of that name by a function, unless another worker has made it."""


def build_site(folder: Path, builder: str = "mkdocs") -> Path:
    """Build the project in a folder, with warnings as errors; gives the site's folder."""
    built = run_builder(builder, folder)
    assert built.ok, built.output
    return folder / "site"
