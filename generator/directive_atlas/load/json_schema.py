"""JSON Schemas of the data files, for completion and checks in editors."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from babel import Locale
from pydantic.json_schema import GenerateJsonSchema

from directive_atlas.load import schema as records
from directive_atlas.load.kinds import KINDS
from directive_atlas.load.record import Languages, Record
from directive_atlas.vocabulary.languages import CODE
from directive_atlas.vocabulary.word import N_

_PLAIN = {"type": "string", "minLength": 1}
_SOURCE = N_("The id of a page in sources.csv; what is written here beside it takes precedence.")

Translate = Callable[[str], str]


def json_schemas(languages: Sequence[str], translate: Translate = str) -> dict[str, str]:
    """File name to JSON text, one schema for each kind of YAML file; texts may be in ``languages``.

    ``translate`` puts the descriptions of keys and words, which are messages, into another language.
    """
    generator: type[_Schema] = type("_SchemaOfSite", (_Schema,), {"words": _Words(languages, translate)})
    return {f"{stem}.schema.json": _dump(model, generator) for stem, model in KINDS.items()}


def descriptions() -> Iterator[str]:
    """The description of every key, as it is in the code: a message of the interface."""
    for model in vars(records).values():
        if isinstance(model, type) and issubclass(model, Record):
            fields = model.model_fields.values()
            yield from (_message(field.description) for field in fields if field.description)


def _message(docstring: str) -> str:
    return " ".join(docstring.split())


def _dump(model: type[Record], generator: type[_Schema]) -> str:
    schema = model.model_json_schema(by_alias=True, schema_generator=generator, mode="validation")
    for part in (schema, *schema["$defs"].values()):
        part.pop("description", None)  # a docstring for those who read the code
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class _Words:
    """In which languages texts are written, and how descriptions get into that of the reader."""

    languages: Sequence[str]
    translate: Translate


class _Schema(GenerateJsonSchema):
    """Adds the short forms that validators accept before pydantic sees the value, and descriptions."""

    words: ClassVar[_Words]

    def model_schema(self, schema: Any) -> Any:
        described, model = super().model_schema(schema), schema["cls"]
        if model is Languages:
            return self._text()
        properties = described["properties"] if model.model_fields else {}
        for name, field in model.model_fields.items():
            message = _message(field.description or "")
            properties[field.alias or name]["description"] = self.words.translate(message)
        for short, long in model.short_forms.items():
            properties[short] = _one_or_list(properties[long])
        return self._cited(described) if issubclass(model, records.Reference) else described

    def enum_schema(self, schema: Any) -> Any:
        """A list of words, each with its label."""
        labels = [self.words.translate(word.label) for word in schema["members"]]
        return {**super().enum_schema(schema), "enumDescriptions": labels}

    def _text(self) -> Any:
        """A text, plain or as a block of languages."""
        in_languages = {code: {**_PLAIN, "description": _name_of(code)} for code in self.words.languages}
        block = {
            "type": "object",
            "minProperties": 1,
            "properties": in_languages,
            "patternProperties": {f"^{CODE.pattern}$": _PLAIN},
            "additionalProperties": False,
        }
        return {"anyOf": [_PLAIN, block]}

    def _cited(self, described: dict[str, Any]) -> dict[str, Any]:
        """A reference that may take from a page of ``sources.csv`` what it must have."""
        required = described.pop("required")
        described["properties"]["source"] = {**_PLAIN, "description": self.words.translate(_SOURCE)}
        return {**described, "anyOf": [{"required": required}, {"required": ["source"]}]}

    def function_before_schema(self, schema: Any) -> Any:
        """Quotes, parts and aliases may be written as one word instead of a block."""
        described = super().function_before_schema(schema)
        return described if "anyOf" in described else {"anyOf": [_PLAIN, described]}


def _one_or_list(listed: dict[str, Any]) -> dict[str, Any]:
    """A key that is short for a list of one entry, or for the list."""
    entries = {"type": "array", "items": listed["items"]}
    return {"anyOf": [listed["items"], entries], "description": listed["description"]}


def _name_of(language: str) -> str:
    """A language's name in itself."""
    return str(Locale.parse(language, sep="-").get_display_name(language))
