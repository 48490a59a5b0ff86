"""Any character in any text: refused with its place, or else harmless, in whatever reads the pages.

The pages must hold even if the refusal failed. So most tests here let all characters in.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from directive_atlas.build import build
from directive_atlas.interface.markup import front_matter, head
from directive_atlas.load.characters import unfit
from directive_atlas.problems import Place
from directive_atlas.vocabulary.characters import UNFIT
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from tests.golden.base import BASE
from tests.tools.hostile.attack import attack, own_pages, relative
from tests.tools.hostile.characters import ALLOWED, CLASSES, REFUSED
from tests.tools.moment import AS_OF, midnight

EVERY = [chr(code) for code in range(0x110000)]
TEXTS = [char for char in EVERY if unicodedata.category(char) != "Cs"]
"""All characters that UTF-8 can write."""

# What no text may hold


def _is_noncharacter(code: int) -> bool:
    """As section 23.7 of the Unicode Standard defines it."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def test_no_text_may_hold_controls_noncharacters_and_halves_of_pairs() -> None:
    refused = {char for char in EVERY if UNFIT.fullmatch(char)}
    controls = {char for char in EVERY if unicodedata.category(char) == "Cc"} - set("\t\n\r")
    halves = {char for char in EVERY if unicodedata.category(char) == "Cs"}
    assert refused == controls | halves | {char for char in EVERY if _is_noncharacter(ord(char))}


@pytest.mark.parametrize("char", [*REFUSED.values(), "\ud800"])
def test_a_refusal_names_the_character(char: str) -> None:
    told = unfit(char, Place("data/x.yml", 3, 5))
    assert told.kind.code == "E111"
    assert f"U+{ord(char):04X}" in told.message
    assert (told.message + told.hint).isprintable()


def _data(tmp_path: Path, files: dict[str, str]) -> Path:
    for name, text in {**BASE, **files}.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return tmp_path / "data"


def _escaped(chars: str) -> str:
    return "".join(f"\\U{ord(char):08x}" for char in chars)


RIVER = "directives/river"
ROOMS: dict[str, Callable[[str], dict[str, str]]] = {
    "YAML": lambda char: {"topics.yml": f"topics:\n  - id: bridges\n    name: 'ab{char}c'\n"},
    "YAML, escaped": lambda chars: {
        "topics.yml": f'topics:\n  - id: bridges\n    name: "ab{_escaped(chars)}c"\n',
    },
    "CSV": lambda char: {f"{RIVER}/progress.csv": f'date,task,note\n2020-05-01,count,"ab{char}c"\n'},
    "source": lambda char: {f"{RIVER}/source.txt": f"{BASE[f'{RIVER}/source.txt']}\nab{char}c\n"},
}
PLACES = {
    "YAML": ("topics.yml", 3, 14),
    "YAML, escaped": ("topics.yml", 3, 11),
    "CSV": (f"{RIVER}/progress.csv", 2, 21),
    "source": (f"{RIVER}/source.txt", 4, 3),
}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("char", REFUSED.values(), ids=REFUSED)
def test_it_is_refused_wherever_it_stands(tmp_path: Path, char: str, room: str) -> None:
    built = build(_data(tmp_path, ROOMS[room](char)), midnight(AS_OF))
    name, line, column = PLACES[room]
    assert built.output is None
    [found] = [problem for problem in built.problems if problem.is_error]
    assert (found.kind.code, found.place) == ("E111", Place(f"data/{name}", line, column))


@pytest.mark.parametrize("room", ["YAML, escaped", "CSV", "source"])
def test_all_else_may_stand_everywhere(tmp_path: Path, room: str) -> None:
    """All in one text: a problem tells the place of the character that it refuses."""
    chars = "".join(char for char in ALLOWED.values() if len(char) == 1 and char != '"')
    built = build(_data(tmp_path, ROOMS[room](chars)), midnight(AS_OF))
    assert built.output, built.problems


# What the builders of the site read


@given(st.dictionaries(st.sampled_from(["title", "description", "jsonld"]), st.text(st.sampled_from(TEXTS))))
def test_front_matter_says_exactly_the_text(fields: dict[str, str]) -> None:
    body, found = get_data(f"---\n{front_matter(fields)}hide: [toc]\n---\n\n# Heading\n")
    assert found == fields | {"hide": ["toc"]}
    assert body == "# Heading\n"


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_front_matter_may_hold_every_character(loader: type[yaml.SafeLoader]) -> None:
    whole = "".join(TEXTS)
    assert yaml.load(front_matter({"title": whole}), loader) == {"title": whole}


def test_half_of_a_pair_leaves_the_front_matter_whole() -> None:
    assert yaml.safe_load(front_matter({"title": "a\ud800b\udc00"})) == {"title": "a\ufffdb\ufffd"}


@pytest.mark.parametrize(("number", "char"), list(enumerate(CLASSES.values())), ids=list(CLASSES))
def test_each_page_has_its_front_matter(attacked: Path, number: int, char: str) -> None:
    pages = own_pages(relative(attacked / "docs", "*.md"), number)
    assert len(pages) == 4
    for path in pages:
        body, fields = get_data((attacked / "docs" / path).read_text("utf-8"))
        assert set(fields) - {"picture", "alternates"} == {
            "title",
            "description",
            "contents",
            "jsonld",
            "hide",
            "made",
            "known",
        }, path
        assert fields["title"] == head(attack(number, char))
        assert json.loads(fields["jsonld"])["name"].startswith("Zebra")
        assert not UNFIT.search(body)
