"""What Python and the scripts of the site must both get right, from one file of examples.

``tests/scripts/examples.test.js`` reads the same file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import pytest
from directive_atlas.outputs import packing
from directive_atlas.outputs.search import numbers, text
from directive_atlas.vocabulary.folding import caseless
from directive_atlas.vocabulary.languages import is_chinese

from tests.tools.paths import ROOT
from tests.tools.sites import COUNTRIES

EXAMPLES: dict[str, Any] = json.loads((ROOT / "tests" / "scripts" / "examples.json").read_text("utf-8"))

Found = Iterable[tuple[int, int, Any]]


def _written(find: Callable[[str], Found]) -> Callable[[str], list[list[str]]]:
    """What is found in a text: each as it is written, then its keys."""

    def found(words: str) -> list[list[str]]:
        listed = [(words[start:end], keys) for start, end, keys in find(words)]
        return [[part, *([keys] if isinstance(keys, str) else keys)] for part, keys in listed]

    return found


RULES: dict[str, Callable[[Any], Any]] = {
    "caseless": caseless,
    "chinese": is_chinese,
    "normalised": text.normalised,
    "squeezed": text.squeezed,
    "short": partial(text.short, countries=COUNTRIES),
    "stem": text.stem,
    "grams": lambda words: list(text.grams(words)),
    "han": text.han,
    "dates": _written(numbers.dates),
    "numbers": _written(numbers.numbers),
    "packed characters": packing.chars,
    "packed numbers": packing.numbers,
    "zigzag": packing.zigzag,
}


def _examples() -> list[Any]:
    return [
        pytest.param(kind, *example, id=f"{kind}: {example[0]}")
        for kind in RULES
        for example in EXAMPLES[kind]
    ]


@pytest.mark.parametrize(("kind", "given", "result"), _examples())
def test_an_example_gives_its_result(kind: str, given: Any, result: Any) -> None:
    assert RULES[kind](given) == result


def test_each_kind_of_example_is_tried() -> None:
    assert set(EXAMPLES) == {*RULES, "about", "simplified"}


def test_characters_are_simplified_as_the_examples_say() -> None:
    old, new = EXAMPLES["simplified"]
    assert old.translate(text.simplified()) == new
