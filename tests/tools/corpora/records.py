"""Records from the text of a file, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping as MappingType
from pathlib import Path
from typing import Any, TypeVar

import yaml
from directive_atlas.load import schema
from directive_atlas.load.fields import Reading
from directive_atlas.load.record import Record
from directive_atlas.load.validate import validate
from directive_atlas.load.yaml_file import parse_yaml

R = TypeVar("R", bound=Record)
Plain = MappingType[str, Any]
"""A block of a file as Python has it: texts, lists and blocks."""

HEAD = {"id": "river", "kind": "notice", "title": "普查桥梁", "issuers": ["office"], "dates": {}}
"""What every directive must say."""


def read(model: type[R], block: Plain, languages: tuple[str, ...] = ("zh", "en")) -> R:
    """The record that a block is."""
    value, faults = parse_yaml(json.dumps(block, ensure_ascii=False), "directive.yml")
    record, problems = validate(model, value, "directive.yml", Reading(languages))
    assert record and not [*faults, *problems], [*faults, *problems]
    return record


def directive(**keys: Any) -> schema.Directive:
    """A directive with these keys."""
    return read(schema.Directive, {**HEAD, **keys})


def block_in(path: Path) -> dict[str, Any]:
    """What a YAML file says; dates and numbers stay text."""
    with path.open(encoding="utf-8") as file:
        block: dict[str, Any] = yaml.load(file, yaml.BaseLoader)  # it makes texts only
    return block
