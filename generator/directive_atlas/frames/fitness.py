"""Whether the frames of samples are those of all pages: whether nothing acts on each page by itself."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from directive_atlas.builders.config import CONFIG, THEME, read_config
from directive_atlas.frames.page import Places, places
from directive_atlas.frames.unframed import UnframedError
from directive_atlas.load.characters import fit
from directive_atlas.load.marked import Sequence as Items
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.problems import say

EXTENSIONS = frozenset(
    {"abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes"}
    | {"md_in_html", "sane_lists", "smarty", "tables", "toc", "wikilinks"}
    | {f"pymdownx.{name}" for name in ("betterem", "caret", "details", "highlight", "inlinehilite", "keys")}
    | {f"pymdownx.{name}" for name in ("mark", "superfences", "tabbed", "tasklist", "tilde")}
)
"""Extensions of Markdown that leave blocks of HTML as they are."""

_SECRET = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TEMPLATES = {".html", ".xml", ".py", ".yml"}


@dataclass(frozen=True, slots=True)
class Configured:
    """What ``mkdocs.yml`` says, as far as it matters: folders, places, and the theme's own files.

    ``environment`` has the variables that the file asks for.
    """

    text: str
    docs: str
    site: str
    custom: str
    known: Places
    environment: Mapping[str, str | None]


def configured(folder: Path) -> Configured:
    """The configuration of a site.

    Raises:
        UnframedError: with it the frames of samples may not be those of all pages.

    """
    text = (folder / CONFIG).read_text("utf-8-sig")
    value, _ = parse_yaml(fit(text), CONFIG, any_tag=True)
    config, problems = read_config(folder, CONFIG)
    if problems or config is None or not isinstance(value, dict):
        raise UnframedError(say("{file} cannot be read", file=CONFIG))
    for what in _unfit(value, folder):
        raise UnframedError(say("{file} has {what}", file=CONFIG, what=what))
    named = frozenset(entry.page for part in config.parts for entry in part)
    theme = value.get("theme")
    return Configured(
        text,
        str(value.get("docs_dir", "docs")),
        str(value.get("site_dir", "site")),
        str(theme.get("custom_dir", "")) if isinstance(theme, dict) else "",
        places(named, frozenset(folder for _, folder in config.languages)),
        {name: os.environ.get(name) for name in sorted(_asked(text))},
    )


def _asked(text: str) -> set[str]:
    """The names that may be variables: each word of a line with ``!ENV``."""
    return {name for line in text.splitlines() if "!ENV" in line for name in _SECRET.findall(line)}


def _unfit(config: Mapping[str, object], folder: Path) -> Iterator[str]:
    """What keeps us from filling the frames ourselves, as it stands in the file."""
    for key in ("INHERIT", "hooks", "extra_templates", "exclude_docs", "draft_docs"):
        if config.get(key):
            yield key
    if not config.get("nav"):
        yield "nav: null"
    if str(config.get("use_directory_urls", "true")).lower() not in {"false", "no", "off"}:
        yield "use_directory_urls: true"
    for key in ("docs_dir", "site_dir"):
        if not re.fullmatch(r"[\w-][\w.-]*", str(config.get(key, "docs"))):
            yield f"{key}: {config[key]}"
    yield from _plugins(config.get("plugins", ["search"]))
    yield from _extensions(config.get("markdown_extensions"))
    yield from _theme(config.get("theme"), folder)


def _plugins(listed: object) -> Iterator[str]:
    for name, options in _named(listed):
        if not (isinstance(options, dict) and str(options.get("enabled")).lower() == "false"):
            yield f"plugins: {name}"


def _extensions(listed: object) -> Iterator[str]:
    for name, _ in _named(listed):
        if name not in EXTENSIONS:
            yield f"markdown_extensions: {name}"


def _named(listed: object) -> Iterator[tuple[str, object]]:
    """The entries of a list, or of a block, with their options."""
    if isinstance(listed, dict):
        yield from listed.items()
    for each in listed if isinstance(listed, (list, Items)) else ():
        if isinstance(each, dict):
            yield from each.items()
        else:
            yield str(each), None


def _theme(theme: object, folder: Path) -> Iterator[str]:
    """Another theme, or templates in place of ours; its other files change no page."""
    name = theme.get("name") if isinstance(theme, dict) else theme
    if name != THEME:
        yield f"theme: {name}"
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    for path in sorted((folder / str(custom)).rglob("*")) if custom else ():
        if path.suffix in _TEMPLATES and path.name != "404.html":
            yield f"theme: custom_dir: {custom}/{path.relative_to(folder / str(custom)).as_posix()}"
