"""The description of the files: JSON Schema for each kind, and OpenAPI 3.1 for all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from directive_atlas.api.v1 import (
    Actor,
    Changes,
    Corpus,
    Directive,
    Gone,
    GoneRecords,
    Index,
    Record,
    Task,
    Term,
    Topic,
)
from directive_atlas.api.v1.indexes import List
from directive_atlas.interface.site import Site
from directive_atlas.outputs.exports.api import paths

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FILES: tuple[tuple[str, type[Record], str], ...] = (
    (paths.START, Corpus, "What there is, and as of which day"),
    ("{kind}.json", List, "All records of a kind, each in short"),
    ("directives/{id}.json", Directive, "A directive"),
    ("tasks/{directive}/{id}.json", Task, "A task with its measures"),
    ("actors/{id}.json", Actor, "A body, enterprise, person or group"),
    ("topics/{id}.json", Topic, "A subject"),
    ("terms/{id}.json", Term, "A term"),
    ("by/body/{id}.json", Index, "The tasks of a body, with its parts in them"),
    ("by/topic/{id}.json", Index, "The tasks of a topic"),
    ("by/month/{month}.json", Index, "The tasks with a deadline in a month"),
    ("by/status/{status}.json", Index, "The tasks with a status"),
    ("changes/{month}.json", Changes, "What changed in a month"),
    ("gone.json", GoneRecords, "The records that there were"),
)
"""The path of each kind of file, its model, and what it is."""

_REPLACED: tuple[type[Record], ...] = (Directive, Task, Actor, Topic, Term)
"""The kinds of record in whose place a file says that there is no such record any more."""

_MODELS: tuple[type[Record], ...] = tuple(dict.fromkeys((*(model for _, model, _ in _FILES), Gone)))

_PARAMETERS = {
    "kind": "One of the lists that the start names",
    "id": "The id of the record",
    "directive": "The id of the directive",
    "month": "A month, such as 2020-06",
    "status": "A deadline status",
}


def schemas() -> Mapping[str, Mapping[str, Any]]:
    """The JSON Schema of each kind of file, by the name of its model."""
    return {
        each.__name__: {"$schema": _DIALECT, **each.model_json_schema(mode="serialization")}
        for each in _MODELS
    }


def described(site: Site) -> Mapping[str, Any]:
    """The OpenAPI description of the files of a site."""
    title = site.name.values[0][1]
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1", "description": site.description.values[0][1]},
        "servers": [{"url": "."}],
        "paths": {f"/{path}": _path(path, model, what) for path, model, what in _FILES},
        "components": {"schemas": _components()},
    }


@cache
def _components() -> Mapping[str, Any]:
    """The schemas of all models together, each once; they are the same for every site."""
    models = [(each, "serialization") for each in _MODELS]
    _, found = models_json_schema(models, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    components: Mapping[str, Any] = found["$defs"]
    return components


def _path(path: str, model: type[Record], what: str) -> Mapping[str, Any]:
    gone: tuple[type[Record], ...] = (Gone,) if model in _REPLACED else ()
    own = [_reference(each) for each in (model, *gone)]
    schema = own[0] if len(own) == 1 else {"anyOf": own}
    found = {
        "200": {"description": what, "content": {"application/json": {"schema": schema}}},
        "404": {"description": "There is no such record"},
    }
    named = [name for name in _PARAMETERS if f"{{{name}}}" in path]
    parameters = [_parameter(name) for name in named]
    return {
        "get": {"summary": what, **({"parameters": parameters} if parameters else {}), "responses": found}
    }


def _reference(model: type[Record]) -> Mapping[str, str]:
    return {"$ref": f"#/components/schemas/{model.__name__}"}


def _parameter(name: str) -> Mapping[str, Any]:
    schema = {"type": "string"}
    return {"name": name, "in": "path", "required": True, "description": _PARAMETERS[name], "schema": schema}
