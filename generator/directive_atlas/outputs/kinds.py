"""Every output: its names, and the function that yields its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from directive_atlas.interface.addresses import HOME, SECTIONS
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports import export_files
from directive_atlas.outputs.files import File
from directive_atlas.outputs.finder import finder_files
from directive_atlas.outputs.pages import page_files
from directive_atlas.outputs.previews import preview_files
from directive_atlas.outputs.search import search_files
from directive_atlas.outputs.words import word_files
from directive_atlas.resolve import Corpus
from directive_atlas.vocabulary.languages import is_language


@dataclass(frozen=True, slots=True)
class Kind:
    """One output: its names below ``docs/`` and below the folder of each language, and its function."""

    names: tuple[str, ...]
    emit: Callable[[Corpus, Site], Iterator[File]]


OUTPUTS = (
    Kind((HOME, *SECTIONS), page_files),
    Kind(("words",), word_files),
    Kind(("finder",), finder_files),
    Kind(("search",), search_files),
    Kind(("previews",), preview_files),
    Kind(
        ("api", "tables", "calendars", "feeds", "sheets", "poam", "text", "print", "llms.txt"), export_files
    ),
)
"""Every output; a new one needs its line here and nothing else."""

GENERATED = tuple(name for output in OUTPUTS for name in output.names)
"""The generated names in the folder of a language; everything else there is written by hand."""


_OF_PAGES = frozenset(OUTPUTS[0].names)


def is_generated(path: str) -> bool:
    """Whether a file below ``docs/`` has a generated name, in the folder of any language."""
    return _name(path) in GENERATED


def can_be_made(path: str) -> bool:
    """Whether a run may have written such a file: pages where pages are, and other files where others are."""
    return is_generated(path) and (_name(path) in _OF_PAGES) == is_page(path)


def is_page(path: str) -> bool:
    """Whether a file is a page, and not of an output for programs."""
    return path.endswith(".md")


def _name(path: str) -> str:
    """The first part of a path in the folder of its language."""
    top, _, below = path.partition("/")
    return below.partition("/")[0] if is_language(top) and top not in GENERATED else top
