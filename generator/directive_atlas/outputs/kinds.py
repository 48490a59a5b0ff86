"""Every output: its names, and the function that yields its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports import export_files
from directive_atlas.outputs.files import File
from directive_atlas.outputs.finder import finder_files
from directive_atlas.outputs.names import NAMES
from directive_atlas.outputs.pages import page_files
from directive_atlas.outputs.previews import preview_files
from directive_atlas.outputs.search import search_files
from directive_atlas.outputs.words import word_files
from directive_atlas.resolve import Corpus


@dataclass(frozen=True, slots=True)
class Kind:
    """One output: its names below ``docs/`` and below the folder of each language, and its function."""

    names: tuple[str, ...]
    emit: Callable[[Corpus, Site], Iterator[File]]


OUTPUTS = (
    Kind(NAMES["pages"], page_files),
    Kind(NAMES["words"], word_files),
    Kind(NAMES["finder"], finder_files),
    Kind(NAMES["search"], search_files),
    Kind(NAMES["previews"], preview_files),
    Kind(NAMES["exports"], export_files),
)
"""Every output; a new one needs its line here, and its names in ``names.py``."""
