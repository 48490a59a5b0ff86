"""JSON Schemas of the data files, for completion and checks while typing."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from directive_atlas.load.folder import KINDS
from directive_atlas.load.record import Languages

_PLAIN = {"type": "string", "minLength": 1}


def json_schemas() -> dict[str, str]:
    """File name to JSON text, one schema for each kind of YAML file."""
    return {f"{stem}.schema.json": _dump(model) for stem, model in KINDS.items()}


def _dump(model: type[Any]) -> str:
    schema = model.model_json_schema(by_alias=True, schema_generator=_Schema, mode="validation")
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


class _Schema(GenerateJsonSchema):
    """Adds the short forms that validators accept before pydantic sees the value."""

    def model_schema(self, schema: Any) -> Any:
        described = super().model_schema(schema)
        if schema["cls"] is Languages:
            return {"anyOf": [_PLAIN, {**described, "minProperties": 1}]}
        return described

    def function_before_schema(self, schema: Any) -> Any:
        """Quotes, parts and aliases may be written as one word instead of a block."""
        described = super().function_before_schema(schema)
        return described if "anyOf" in described else {"anyOf": [_PLAIN, described]}
