"""``mkdocs.yml``: the parts that must agree with the settings and the pages, and their problems."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from directive_atlas.filesystem import odd
from directive_atlas.load.characters import fit, unfit_in_file
from directive_atlas.load.marked import Mapping, Scalar
from directive_atlas.load.marked import Sequence as Items
from directive_atlas.load.validate import did_you_mean
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.problems import Place, Problem, problem, say

CONFIG = "mkdocs.yml"
THEME = "directive-atlas"
MARKUP = re.compile('[<>"]')
"""Themes print the name of a site into attributes as it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that the navigation names."""

    page: str
    place: Place


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The parts of ``mkdocs.yml`` that have to agree with the settings and with the pages.

    ``names`` are those of the site, the one for all and the one of each language.

    ``languages`` are pairs of code and folder, ``parts`` the entries of the first level of the navigation
    with all pages below each. ``endpoint`` is the search engine that its pages may ask. ``site`` is the
    folder of the built site as the file names it, ``None`` if another file may.
    """

    place: Place
    theme: str
    theme_place: Place
    languages: tuple[tuple[str, str], ...]
    languages_place: Place
    parts: tuple[tuple[Entry, ...], ...]
    names: tuple[tuple[str, Place], ...] = ()
    endpoint: Scalar | None = None
    site: str | None = "site"


def read_config(folder: Path, shown: str) -> tuple[SiteConfig | None, list[Problem]]:
    """The configuration in a site's folder; ``shown`` is its name in messages.

    E701 if there is none, E112 if it is no file, the problems of YAML if it cannot be read.
    """
    place, path = Place(shown), folder / CONFIG
    try:
        if what := odd(path):
            return None, [problem("E112", place, what=what)]
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return None, [problem("E701", place)]
    except (OSError, UnicodeDecodeError) as error:
        return None, [problem("E101", place, why=str(error))]
    unfit = list(unfit_in_file(text, shown))
    instead = say("take that of a new site: directives init writes one into another folder")
    value, problems = parse_yaml(fit(text), shown, any_tag=True, if_empty=instead)
    problems = [*unfit, *problems]
    if problems or not isinstance(value, Mapping):
        return None, problems or [problem("E203", place, why=say("a block of keys belongs here"))]
    return _config(value, place), []


def _config(value: Mapping, place: Place) -> SiteConfig:
    theme = value.get("theme")
    extra = value.get("extra")
    listed = extra.get("languages") if isinstance(extra, Mapping) else None
    asked = extra.get("search_endpoint") if isinstance(extra, Mapping) else None
    nav = value.get("nav")
    parts = [tuple(_pages(item)) for item in nav] if isinstance(nav, Items) else []
    return SiteConfig(
        place=place,
        theme=str(theme.get("name", "") if isinstance(theme, Mapping) else theme or ""),
        theme_place=value.marks.values.get("theme", place),
        languages=tuple(_languages(listed)),
        languages_place=extra.marks.values.get("languages", place) if isinstance(extra, Mapping) else place,
        parts=tuple(parts),
        names=tuple(_names(value, listed)),
        endpoint=asked if isinstance(asked, Scalar) else None,
        site=None if "INHERIT" in value else str(value.get("site_dir", "site")),
    )


def _languages(listed: Any) -> Iterator[tuple[str, str]]:
    for each in listed if isinstance(listed, Items) else ():
        if isinstance(each, Mapping):
            yield str(each.get("code", "")), str(each.get("folder", ""))


def _names(value: Mapping, listed: Any) -> Iterator[tuple[str, Place]]:
    for each in (value, *(listed if isinstance(listed, Items) else ())):
        name = each.get("site_name") if isinstance(each, Mapping) else None
        if isinstance(name, Scalar):
            yield str(name), name.place


def _pages(item: Any) -> Iterator[Entry]:
    """The pages of one entry of the navigation at every depth, without addresses of other sites."""
    if isinstance(item, Scalar):
        if "://" not in item:
            yield Entry(str(item), item.place)
    elif isinstance(item, Mapping):
        for inner in item.values():
            yield from _pages(inner)
    elif isinstance(item, Items):
        for inner in item:
            yield from _pages(inner)


def config_problems(
    config: SiteConfig, languages: Sequence[str], pages: Collection[str]
) -> Iterator[Problem]:
    """E702 to E705: a configuration that does not agree with the site; E712: a name that breaks its pages.

    ``languages`` are those of the settings, ``pages`` all pages below ``docs/``.
    """
    if config.theme != THEME:
        yield problem("E704", config.theme_place, theme=THEME)
    wanted = [(code, "" if number == 0 else f"{code}/") for number, code in enumerate(languages)]
    if list(config.languages) != wanted:
        lines = ", ".join(f"{{code: {code}, folder: “{folder}”}}" for code, folder in wanted)
        yield problem("E703", config.languages_place, languages=", ".join(languages), wanted=lines)
    if len(languages) > 1 and config.parts and len(config.parts) != len(languages):
        yield problem("E705", config.place, parts=len(config.parts), languages=", ".join(languages))
    for name, place in config.names:
        if sign := MARKUP.search(name):
            yield problem("E712", place, sign=sign[0])
    for entry in (entry for part in config.parts for entry in part):
        if entry.page not in pages:
            hint = did_you_mean(entry.page, sorted(pages))
            yield problem("E702", entry.place, hint, page=entry.page)
