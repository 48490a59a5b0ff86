"""Files that were written by hand, before a builder reads them: what none can take is said with its place."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator
from pathlib import Path, PurePath

from directive_atlas.filesystem import is_inside
from directive_atlas.load.characters import described
from directive_atlas.load.marked import Mapping, Scalar
from directive_atlas.load.schema.limits import USUAL
from directive_atlas.load.yaml_file import parse_yaml
from directive_atlas.problems import Place, Problem, Wording, problem, say
from directive_atlas.problems.harmless import within_line

_PAGES = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""The suffixes by which builders know Markdown."""

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<front>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)

_LONGEST = 100_000
"""Characters of what may stand before a page: it names a title and a few switches, or is text with rules."""


def unfit_names(folder: Path, shown: str) -> Iterator[Problem]:
    """E716 for each file and folder below a folder whose name builders cannot write, or terminals obey.

    ``shown`` is the name of the folder in messages.
    """
    for name in sorted(_below(folder)):
        own = name.rpartition("/")[2]
        if found := next((char for char in own if within_line(char) != char), None):
            surrogate = "\ud800" <= found <= "\udfff"
            what = say("a byte that is not UTF-8") if surrogate else described(found)
            yield problem("E716", Place(f"{shown}/{name}"), what=what)


def unfit_pages(docs: Path, shown: str, generated: Container[str]) -> Iterator[Problem]:
    """E101 and E717 for each page below ``docs``, but for the generated ones, that builders cannot read.

    E101 if it is not UTF-8, E717 if what stands before it is too long, too deep, or names a template
    elsewhere. ``shown`` is the name of the folder in messages.
    """
    root = os.path.realpath(docs)
    for name in sorted(_below(docs)):
        if PurePath(name).suffix.lower() not in _PAGES or name in generated:
            continue
        path = Path(os.path.realpath(docs / name))
        if path.is_file() and path.is_relative_to(root):  # what leads elsewhere is not read at all
            yield from _of_page(path, f"{shown}/{name}")


def _below(folder: Path) -> Iterator[str]:
    """All files and folders below a folder but hidden ones, which no builder takes."""
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*folders, *names):
            if not name.startswith("."):
                yield Path(top, name).relative_to(folder).as_posix()


def _of_page(path: Path, file: str) -> Iterator[Problem]:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield problem("E101", Place(file, line), why=str(error))
        return
    if front := _FRONT.match(text):
        why = _why_not(front["front"], file)
        if why:
            yield problem("E717", Place(file), why=why)


def _why_not(front: str, file: str) -> Wording | None:
    """Why builders cannot take what stands before a page; mistakes in its YAML are none, it is text then."""
    if len(front) > _LONGEST:
        return say("it has more than {limit} characters", limit=f"{_LONGEST:,}")
    block, problems = parse_yaml(front, file, any_tag=True)
    if any(each.kind.code == "E107" for each in problems):
        return say("it is nested more than {limit} levels deep", limit=USUAL.depth)
    template = block.get("template") if isinstance(block, Mapping) else None
    if isinstance(template, Scalar) and not is_inside(str(template)):
        return say("the theme has no template “{name}”", name=template)
    return None
