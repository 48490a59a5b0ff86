"""README and docs tell the truth, in every language: codes, dependencies, commands, words."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from copy import copy
from functools import cache
from typing import TypeVar

import markdown
import pytest
from bs4 import BeautifulSoup, Tag
from directive_atlas.cli.main import COMMANDS
from directive_atlas.problems import problem, translation
from directive_atlas.vocabulary import COMPUTED, WRITTEN
from directive_atlas.vocabulary.directives import RelationKind

from tests.tools.by_hand import LANGUAGES, by_hand, folder_of, in_each_language
from tests.tools.messages import catalogue, languages, untranslated, used_messages
from tests.tools.own import GUIDE, needs_guide
from tests.tools.paths import ROOT

pytestmark = needs_guide
T = TypeVar("T")
BY_HAND = ("about", *(f"guide/{path.stem}" for path in sorted(GUIDE.glob("*.md"))))
in_each_translation = pytest.mark.parametrize("language", LANGUAGES[1:])


@in_each_translation
def test_the_guide_has_the_same_pages(language: str) -> None:
    pages = (ROOT / "docs" / folder_of(language) / "guide").glob("*.md")
    assert ("about", *(f"guide/{path.stem}" for path in sorted(pages))) == BY_HAND


@cache
def _html(language: str, page: str) -> BeautifulSoup:
    extensions = ["attr_list", "pymdownx.superfences", "tables", "toc"]
    return BeautifulSoup(markdown.markdown(by_hand(language, page), extensions=extensions), "html.parser")


def _headings(html: BeautifulSoup) -> list[str]:
    return [f"{tag.name} {tag['id']}" for tag in html.find_all(re.compile(r"h\d"))]


def _code_blocks(html: BeautifulSoup) -> list[str]:
    return [tag.get_text() for tag in html.find_all("pre")]


def _rows(html: BeautifulSoup) -> list[list[list[str]]]:
    """Of each row of a table the keys and words in its cells, without the order of those in one cell."""
    return [[sorted(_codes(cell)) for cell in row.find_all(["th", "td"])] for row in html("tr")]


def _codes(html: Tag) -> Iterator[str]:
    yield from (tag.get_text() for tag in html.find_all("code") if tag.parent and tag.parent.name != "pre")


def _links(html: BeautifulSoup) -> list[str]:
    return sorted(str(tag["href"]) for tag in html.select("a[href]"))


@in_each_translation
@pytest.mark.parametrize("page", BY_HAND)
@pytest.mark.parametrize("part", [_headings, _code_blocks, _rows, _links], ids=lambda part: part.__name__[1:])
def test_a_translation_has_the_same_parts(
    language: str, page: str, part: Callable[[BeautifulSoup], list[object]]
) -> None:
    assert part(_html(language, page)) == part(_html(LANGUAGES[0], page))


@pytest.mark.parametrize("page", BY_HAND)
def test_chinese_words_in_english_are_marked_as_chinese(page: str) -> None:
    html = copy(_html("en", page))
    for element in html.select("code, [lang=zh]"):
        element.extract()
    assert not re.findall("[\u4e00-\u9fff]+", html.get_text())


@in_each_language
def test_each_problem_code_has_its_entry_and_no_other(language: str) -> None:
    entries = re.findall(r"^### ([EW]\d{3}).*\{ #\w+ \}", by_hand(language, "guide/problems"), re.M)
    assert entries == sorted(problem.kinds, key=lambda code: code[1:])


@in_each_language
def test_each_entry_has_its_address_and_message(language: str) -> None:
    entries = re.findall(
        r"^### ([EW]\d+) .*\{ #(\w+) \}\n\n`(.*)`$", by_hand(language, "guide/problems"), re.M
    )
    expected = [(code, code.lower(), kind.message) for code, kind in problem.kinds.items()]
    assert sorted(entries) == sorted(expected)


def test_each_chinese_entry_has_the_message_in_chinese_too() -> None:
    guide, translated = by_hand("zh", "guide/problems"), translation("zh")
    entries = {code: guide.partition(f"\n### {code} ")[2].partition("\n### ")[0] for code in problem.kinds}
    told = {code: f"\n\n`{translated(kind.message)}`\n\n" for code, kind in problem.kinds.items()}
    assert {code for code, text in told.items() if text not in entries[code]} == set()


def test_each_word_that_readers_see_has_a_label() -> None:
    assert all(getattr(word, "label", "") for words in (*WRITTEN, *COMPUTED) for word in words)


def test_each_relation_is_told_from_both_sides() -> None:
    assert all(kind.meaning.inverse for kind in RelationKind)


def _dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return [re.split(r"[<>=\[]", line)[0] for line in lines]


def _script_tools() -> list[str]:
    """What the scripts are checked and tested with."""
    return list(json.loads((ROOT / "package.json").read_text())["devDependencies"])


@in_each_language
@pytest.mark.parametrize("name", [*_dependencies(), *_script_tools()])
def test_each_dependency_is_explained(name: str, language: str) -> None:
    assert f"| `{name}` |" in by_hand(language, "guide/dependencies")


@pytest.mark.parametrize("name", _dependencies())
def test_each_dependency_is_pinned(name: str) -> None:
    assert re.search(rf"^{re.escape(name)}==", (ROOT / "requirements.lock").read_text(), re.M)


def test_the_lock_file_has_hashes_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    pins = re.split(r"^(?=\S+==)", lock, flags=re.M)[1:]
    assert all("--hash=sha256:" in pin for pin in pins)
    assert "://" not in lock


def test_the_lock_file_of_the_script_tools_has_hashes_and_names_no_host() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {path: package for path, package in lock["packages"].items() if path}
    assert {f"node_modules/{name}" for name in _script_tools()} <= set(packages)
    assert all("integrity" in package and "resolved" not in package for package in packages.values())


@in_each_language
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_in_the_guide(command: str, language: str) -> None:
    assert f"| `directives {command}` |" in by_hand(language, "guide/index")


def test_readme_begins_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert text.index("make site") < text.index("![")
    assert text.index("make test") < text.index("![")


@pytest.mark.parametrize("language", languages())
def test_each_interface_word_is_translated(language: str) -> None:
    assert not list(untranslated(catalogue(language), used_messages()))
