"""What the frames of a site depend on, as one digest."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from directive_atlas.frames.fitness import Configured
from directive_atlas.frames.survey import Survey

PACKAGES = (
    *("directive-atlas", "mkdocs", "properdocs", "zensical", "mkdocs-material", "mkdocs-material-extensions"),
    *(
        "jinja2",
        "markupsafe",
        "markdown",
        "pymdown-extensions",
        "pygments",
        "pyyaml",
        "properdocs-theme-mkdocs",
    ),
)
"""The packages that take part in making a frame."""


def inputs(
    folder: Path, config: Configured, builder: str, found: Survey, linked: Mapping[str, Sequence[str]]
) -> str:
    """The digest of all that the frames depend on but the shapes of the pages.

    ``linked`` are the generated files to which the pages written by hand link, with the anchors there.
    """
    docs = folder / config.docs
    told = [
        builder,
        sys.version,
        {name: _version(name) for name in PACKAGES},
        config.text,
        dict(config.environment),
        dict(_digests(_theme())),
        dict(_digests(folder / config.custom)) if config.custom else {},
        {path: _digest(docs / path) for path in found.by_hand},
        {path: found.pages[path].digest for path in found.unfinished},
        {path: list(anchors) for path, anchors in linked.items()},
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _theme() -> Path:
    return Path(str(files("directive_atlas") / "theme"))


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix(), _digest(path)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
