"""The templates of pages and of new sites, as files: short lines, and what is spelled once stays so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from directive_atlas.interface import anchors
from directive_atlas.outputs.pages.environment import without_words
from jinja2 import nodes

from tests.tools.paths import PACKAGE

PAGES = PACKAGE / "outputs" / "pages" / "templates"
ALL = sorted(PACKAGE.rglob("*.j2"))
OF_PAGES = sorted(PAGES.rglob("*.j2"))

LONGEST_LINE, MOST_LINES = 120, 200

_BY_HAND = re.compile(r'\{:? *#[a-z]|\]\(#[a-z]|\bid="[a-z]|href="#[a-z]')
"""An anchor that is spelled out, at a heading, in a link or in HTML."""


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", ALL, ids=_name)
def test_a_template_is_short_and_so_are_its_lines(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    assert [number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE] == []


@pytest.mark.parametrize("path", ALL, ids=_name)
def test_a_template_parses(path: Path) -> None:
    without_words(None).parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", OF_PAGES, ids=_name)
def test_a_template_spells_no_anchor(path: Path) -> None:
    assert _BY_HAND.findall(path.read_text("utf-8")) == []


def test_each_macro_of_a_template_is_used() -> None:
    unused = [
        f"{_name(path)}: {macro}"
        for path in OF_PAGES
        for macro, number in _macros(path).items()
        if number == 0 and (path.relative_to(PAGES).as_posix(), macro) not in _IMPORTED
    ]
    assert unused == []


def test_each_import_of_a_template_is_used_and_known() -> None:
    for path in OF_PAGES:
        names = _uses(path)
        for source, macro, alias in _imports(path):
            assert macro in _macros(PAGES / source), f"{_name(path)} imports {macro} from {source}"
            assert names[alias], f"{_name(path)} does not use {alias}"


def test_each_heading_and_anchor_is_used() -> None:
    text = "".join(path.read_text("utf-8") for path in (*OF_PAGES, *PACKAGE.rglob("*.py")))
    headings = [heading.name for heading in anchors.Heading if f"Heading.{heading.name}" not in text]
    functions = [name for name in _functions() if f"anchors.{name}(" not in text]
    assert (headings, functions) == ([], [])


def test_the_script_of_the_list_knows_the_anchor_of_a_measure() -> None:
    """The only anchor that a script makes."""
    script = (PACKAGE / "theme" / "assets" / "finder" / "rows.js").read_text("utf-8")
    assert f"`#{anchors.measure('${own.id}')}`" in script


def _functions() -> list[str]:
    made_here = (value for value in vars(anchors).values() if callable(value))
    return [
        value.__name__
        for value in made_here
        if value.__module__ == anchors.__name__ and value.__name__.islower()
    ]


@cache
def _tree(path: Path) -> nodes.Template:
    return without_words(None).parse(path.read_text("utf-8"))


def _imports(path: Path) -> Iterator[tuple[str, str, str]]:
    """What a template imports: from which template, which macro, and as what."""
    for found in _tree(path).find_all(nodes.FromImport):
        assert isinstance(found.template, nodes.Const)
        for name in found.names:
            macro, alias = name if isinstance(name, tuple) else (name, name)
            yield found.template.value, macro, alias


def _uses(path: Path) -> Counter[str]:
    """How often each name is read in a template."""
    return Counter(name.name for name in _tree(path).find_all(nodes.Name) if name.ctx == "load")


def _macros(path: Path) -> dict[str, int]:
    """The macros of a template, with how often it uses each itself."""
    uses = _uses(path)
    return {macro.name: uses[macro.name] for macro in _tree(path).find_all(nodes.Macro)}


_IMPORTED = {(source, macro) for path in OF_PAGES for source, macro, _ in _imports(path)}
