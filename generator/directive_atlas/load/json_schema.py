"""JSON Schemas of the data files, for completion and checks in editors."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pydantic.json_schema import GenerateJsonSchema

from directive_atlas.load.folder import KINDS
from directive_atlas.load.record import Languages, Record
from directive_atlas.load.schema import Reference
from directive_atlas.vocabulary.languages import CODE

_PLAIN = {"type": "string", "minLength": 1}


def json_schemas(languages: Sequence[str]) -> dict[str, str]:
    """File name to JSON text, one schema for each kind of YAML file; texts may be in ``languages``."""
    return {f"{stem}.schema.json": _dump(model, languages) for stem, model in KINDS.items()}


def _dump(model: type[Any], languages: Sequence[str]) -> str:
    generator = type("_SchemaOfSite", (_Schema,), {"languages": tuple(languages)})
    schema = model.model_json_schema(by_alias=True, schema_generator=generator, mode="validation")
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


class _Schema(GenerateJsonSchema):
    """Adds the short forms that validators accept before pydantic sees the value."""

    languages: ClassVar[tuple[str, ...]] = ()

    def model_schema(self, schema: Any) -> Any:
        described, model = super().model_schema(schema), schema["cls"]
        if model is Languages:
            in_languages = dict.fromkeys(self.languages, _PLAIN)
            others = {"patternProperties": {f"^{CODE.pattern}$": _PLAIN}, "additionalProperties": False}
            block = {**described, "minProperties": 1, "properties": in_languages, **others}
            return {"anyOf": [_PLAIN, block]}
        if model is Reference:
            return _or_of_a_page(described)
        properties = described["properties"] | _short(model, described["properties"])
        return {**described, "properties": properties}

    def function_before_schema(self, schema: Any) -> Any:
        """Quotes, parts and aliases may be written as one word instead of a block."""
        described = super().function_before_schema(schema)
        return described if "anyOf" in described else {"anyOf": [_PLAIN, described]}


def _short(model: type[Record], properties: Mapping[str, Any]) -> dict[str, Any]:
    """The keys that are short for a list under another key: they hold it, or its only entry."""
    lists = {short: properties[long] for short, long in model.short_forms.items()}
    return {short: {"anyOf": [found["items"], found]} for short, found in lists.items()}


def _or_of_a_page(described: dict[str, Any]) -> dict[str, Any]:
    """A reference says all that it must, or names a page of ``sources.csv``."""
    properties = {**described["properties"], "source": _PLAIN}
    ways = [{"required": described.pop("required")}, {"required": ["source"]}]
    return {**described, "properties": properties, "anyOf": ways}
