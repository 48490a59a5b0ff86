"""Editors say of every key and every word what it means, in the language of the site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from directive_atlas.interface.schemas import schemas_of_site
from directive_atlas.vocabulary.languages import is_chinese

Part = tuple[str, dict[str, Any]]


def _parts(languages: tuple[str, ...]) -> Iterator[Part]:
    """Every definition of every schema, with its name."""
    for name, text in schemas_of_site(languages).items():
        schema = json.loads(text)
        yield name, schema
        yield from ((f"{name} {key}", part) for key, part in schema["$defs"].items())


def _described(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every key and every word, with what is said of it."""
    for name, part in _parts(languages):
        for key, value in part.get("properties", {}).items():
            yield f"{name}.{key}", value.get("description", "")
        yield from zip(part.get("enum", []), part.get("enumDescriptions", []), strict=True)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_key_and_every_word_is_described(language: str) -> None:
    described = list(_described((language,)))
    assert len(described) > 300
    assert not [name for name, words in described if not words]


def test_descriptions_are_in_the_first_language_of_the_site() -> None:
    assert not [name for name, words in _described(("zh", "en")) if not is_chinese(words)]
    assert not [name for name, words in _described(("en",)) if is_chinese(words)]


def test_without_a_translation_of_the_interface_they_are_in_english() -> None:
    assert {words for _, words in _described(("fr",))} >= {words for _, words in _described(("en",))} - {
        "English"
    }


def test_docstrings_for_readers_of_the_code_are_left_out() -> None:
    assert not [name for name, part in _parts(("en",)) if "description" in part]
