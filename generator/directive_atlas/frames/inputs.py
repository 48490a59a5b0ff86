"""What the frames of a site depend on, as one digest."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from directive_atlas.frames.fitness import Configured
from directive_atlas.frames.survey import Survey

_SITE_BUILDERS = ("mkdocs", "properdocs", "properdocs-theme-mkdocs", "zensical")
_THEMES = ("directive-atlas", "mkdocs-material", "mkdocs-material-extensions", "jinja2", "markupsafe")
_MARKDOWN = ("markdown", "pymdown-extensions", "pygments", "pyyaml")
PACKAGES = (*_SITE_BUILDERS, *_THEMES, *_MARKDOWN)
"""The packages that take part in making a frame."""


@dataclass(frozen=True, slots=True)
class Project:
    """What a builder is to make frames for: a site, its docs, and with which builder.

    ``linked`` are the generated files to which the pages written by hand link, with the anchors there.
    """

    folder: Path
    config: Configured
    builder: str
    found: Survey
    linked: Mapping[str, Sequence[str]]

    @property
    def docs(self) -> Path:
        """The folder of the pages."""
        return self.folder / self.config.docs


def inputs(project: Project) -> str:
    """The digest of all that the frames depend on but the shapes of the pages."""
    config, docs, found = project.config, project.docs, project.found
    told = [
        project.builder,
        sys.version,
        {name: _version(name) for name in PACKAGES},
        config.text,
        dict(config.environment),
        code(),
        _digests(_package("theme")),
        _digests(project.folder / config.custom) if config.custom else {},
        {path: _digest(docs / path) for path in found.by_hand},
        {path: found.pages[path].digest for path in found.unfinished},
        {path: list(anchors) for path, anchors in project.linked.items()},
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def code() -> str:
    """The digest of the code that puts pages into frames; its version stays the same while it is written."""
    return hashlib.sha256(json.dumps(_digests(_package("frames"))).encode()).hexdigest()


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _package(name: str) -> Path:
    return Path(str(files("directive_atlas") / name))


def _digests(folder: Path) -> dict[str, str]:
    """The digests of the files of a folder."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): _digest(path) for path in paths}


def _digest(path: Path) -> str:
    """The digest of a text; of another file, which may be large, size and time have to do."""
    if path.suffix in _TEXTS:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    state = path.stat()
    return f"{state.st_size} {state.st_mtime_ns}"


_TEXTS = {".css", ".html", ".js", ".md", ".py", ".svg", ".xml", ".yml"}
