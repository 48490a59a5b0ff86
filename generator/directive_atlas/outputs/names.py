"""The names of what is generated, for all who handle files: to know them, nothing need be made."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from directive_atlas.interface.addresses import HOME, SECTIONS
from directive_atlas.vocabulary.languages import is_language

NAMES: Mapping[str, tuple[str, ...]] = {
    "pages": (HOME, *SECTIONS),
    "words": ("words",),
    "finder": ("finder",),
    "search": ("search",),
    "previews": ("previews",),
    "exports": ("api", "tables", "calendars", "feeds", "sheets", "poam", "text", "print", "llms.txt"),
}
"""The names below ``docs/``, and below the folder of each language, by output."""

GENERATED = tuple(chain.from_iterable(NAMES.values()))
"""The generated names in the folder of a language; everything else there is written by hand."""


def is_generated(path: str) -> bool:
    """Whether a file below ``docs/`` has a generated name, in the folder of any language."""
    return _name(path) in GENERATED


def can_be_made(path: str) -> bool:
    """Whether a run may have written such a file: pages where pages are, and other files where others are."""
    return is_generated(path) and (_name(path) in NAMES["pages"]) == is_page(path)


def is_page(path: str) -> bool:
    """Whether a file is a page, and not of an output for programs."""
    return path.endswith(".md")


def _name(path: str) -> str:
    """The first part of a path in the folder of its language."""
    top, _, below = path.partition("/")
    return below.partition("/")[0] if is_language(top) and top not in GENERATED else top
