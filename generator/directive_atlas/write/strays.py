"""Files among the generated pages that no run is known to have written: they stay on the site."""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path

from directive_atlas import filesystem
from directive_atlas.outputs.names import GENERATED
from directive_atlas.problems import Place, Problem, problem
from directive_atlas.vocabulary.languages import is_language


def strays(root: Path, known: Container[str]) -> Iterator[Problem]:
    """W508 with the first of the files that stand where pages are generated, if they are not known."""
    found = sorted(path for path in _generated(root) if path not in known)
    if found:
        yield problem("W508", Place(found[0]), count=len(found))


def _generated(root: Path) -> Iterator[str]:
    """The files that have the name of a generated file, in the folders of all languages."""
    try:
        at_top = [entry.name for entry in root.iterdir()]
    except FileNotFoundError:
        return
    for folder in ("", *(f"{name}/" for name in at_top if is_language(name))):
        for name in GENERATED:
            yield from filesystem.files_below(root, f"{folder}{name}")
