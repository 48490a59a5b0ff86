"""The cases of the rules that draft, and the names by which those rules find bodies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from directive_atlas.draft.bodies import Names
from directive_atlas.draft.model import Part
from directive_atlas.passages import SourceText, Span
from directive_atlas.registry import registry

_UNIT = Path(__file__).parents[2] / "unit"


def names_of(country: str) -> Names:
    """What the bodies of a registry are called."""
    ids: dict[str, list[str]] = {}
    for entry in registry(country).entries.values():
        for name in entry.names:
            ids.setdefault(name, []).append(entry.id)
    return Names(ids)


def cases(folder: str) -> Iterator[Any]:
    """Each case of a folder of ``tests/unit``, under the name of its file and its number there."""
    for file in sorted((_UNIT / folder).glob("*.yml")):
        for number, case in enumerate(yaml.safe_load(file.read_text("utf-8")), 1):
            yield pytest.param(case, id=f"{file.stem}-{number}")


def all_parts(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Some parts with all that is in them, in the order of the text."""
    for part in parts:
        yield part
        yield from all_parts(part.parts)


def words_at(source: SourceText, span: Span) -> str:
    """The words at a place, on one line."""
    return " ".join(source.text[span.start : span.end].split())
