"""JSON Schemas of the data files, for completion and checks in editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from pydantic.json_schema import GenerateJsonSchema

from directive_atlas.load.folder import KINDS
from directive_atlas.load.record import Languages
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
        described = super().model_schema(schema)
        model = schema["cls"]
        if model is Languages:
            return self._text(described)
        for short, long in model.short_forms.items():
            described["properties"][short] = _one_or_list(described["properties"][long])
        return _cited(described) if issubclass(model, Reference) else described

    def _text(self, described: Any) -> Any:
        """A text, plain or as a block of languages."""
        in_languages = dict.fromkeys(self.languages, _PLAIN)
        others = {"patternProperties": {f"^{CODE.pattern}$": _PLAIN}, "additionalProperties": False}
        return {"anyOf": [_PLAIN, {**described, "minProperties": 1, "properties": in_languages, **others}]}

    def function_before_schema(self, schema: Any) -> Any:
        """Quotes, parts and aliases may be written as one word instead of a block."""
        described = super().function_before_schema(schema)
        return described if "anyOf" in described else {"anyOf": [_PLAIN, described]}


def _one_or_list(listed: dict[str, Any]) -> dict[str, Any]:
    """A key that is short for a list of one entry, or for the list."""
    return {"anyOf": [listed["items"], {"type": "array", "items": listed["items"]}]}


def _cited(described: dict[str, Any]) -> dict[str, Any]:
    """A reference that may take from a page of ``sources.csv`` what it must have."""
    required = described.pop("required")
    described["properties"]["source"] = _PLAIN
    return {**described, "anyOf": [{"required": required}, {"required": ["source"]}]}
