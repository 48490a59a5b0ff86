"""Values of the wrong shape, in words for people who edit YAML, and what to write instead of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic_core import ErrorDetails

from directive_atlas.load.marked import Mapping, Scalar, Sequence
from directive_atlas.problems import Place, Problem, Wording, problem, say
from directive_atlas.vocabulary.tasks import Role

_SHAPES = {
    "tuple_type": say("a list belongs here"),
    **dict.fromkeys(("model_type", "model_attributes_type"), say("a block of keys belongs here")),
    **dict.fromkeys(("int_parsing", "int_type"), say("a whole number belongs here")),
    **dict.fromkeys(("decimal_parsing", "decimal_type"), say("a number belongs here")),
    **dict.fromkeys(("bool_parsing", "bool_type"), say("true or false belongs here")),
    "finite_number": say("a finite number belongs here"),
    "enum": say("one word belongs here, not a list or a block"),
    "too_short": say("this list needs at least one entry"),
    "less_than_equal": say("this number is larger than {le}"),
    "greater_than_equal": say("this number is smaller than {ge}"),
}
"""The error types of pydantic in words for people who edit YAML."""

_INSTEAD = {
    **dict.fromkeys(("int_parsing", "int_type"), say("write it in digits: 12")),
    **dict.fromkeys(("decimal_parsing", "decimal_type", "finite_number"), say("write it in digits: 12.5")),
    **dict.fromkeys(("bool_parsing", "bool_type"), say("write true or false")),
    "too_short": say("add an entry"),
    "less_than_equal": say("write {le} or less"),
    "greater_than_equal": say("write {ge} or more"),
}
_FIRST_KEY = {
    "source": "file",
    "dates": "signed",
    **dict.fromkeys(("sections", "tasks", "measures"), "title"),
    **dict.fromkeys(("actors", "topics", "terms", "directives"), "id"),
}
"""The key that a lone word most likely belongs to, by the key of the block or of the list of blocks."""


def misshapen(error: ErrorDetails, place: Place) -> Problem:
    """E203 for what pydantic says of a value; its words stay where we have none of our own."""
    kind, context = error["type"], error.get("ctx", {})
    shape = _SHAPES.get(kind)
    why = shape.with_words(context) if shape else error["msg"][:1].lower() + error["msg"][1:]
    return problem("E203", place, _instead(error, context), why=why)


def _instead(error: ErrorDetails, context: dict[str, object]) -> Wording | None:
    """The same value in the shape that belongs there."""
    kind, value = error["type"], error["input"]
    if kind in _INSTEAD:
        return _INSTEAD[kind].with_words(context)
    if kind == "tuple_type":
        return _as_list(value)
    return _as_block(value, error["loc"]) if kind.startswith("model") else one_alone(value)


def _as_list(value: object) -> Wording | None:
    if isinstance(value, Mapping):
        return say("begin each entry with “- ”")
    if not isinstance(value, Scalar):
        return None
    parts = re.split(r"[,，、;；]\s*", value)
    words = parts if all(re.fullmatch(r"[\w-]+", part) for part in parts) else [value]
    return say("write {mended}", mended=f"[{', '.join(map(_in_flow, words))}]")


def _as_block(value: object, path: tuple[int | str, ...]) -> Wording | None:
    owner = next((step for step in reversed(path) if isinstance(step, str) and step in _FIRST_KEY), None)
    if not isinstance(value, Scalar) or owner is None:
        return None
    return say("write {mended}", mended=f"{{{_FIRST_KEY[owner]}: {_in_flow(value)}}}")


def one_alone(value: object) -> Wording | None:
    """The hint where one value belongs, and stands alone in a list or a block."""
    entries = [*value.values()] if isinstance(value, Mapping) else value
    if not isinstance(entries, list) or len(entries) != 1 or not isinstance(entries[0], Scalar):
        return None
    return say("write {mended}", mended=_in_flow(entries[0]))


def role_as_key(key: str, value: object, known: list[str]) -> Wording | None:
    """The hint for a role where a key belongs: ``{responsible: All districts}`` in a task or its actors."""
    bodies = [
        body for body in (value if isinstance(value, Sequence) else [value]) if isinstance(body, Scalar)
    ]
    if key not in {role.value for role in Role} or not bodies:
        return None
    entries = ", ".join(_part(key, bodies))
    if "role" in known:
        return say("write {mended}", mended=entries)
    return say("write {mended}", mended=f"actors: [{entries}]") if "actors" in known else None


def _part(role: str, bodies: list[Scalar]) -> Iterator[str]:
    for body in bodies:
        yield f"{{actor: {_in_flow(body)}, role: {role}}}"


def _in_flow(text: str) -> str:
    """A text as it stands in brackets: in quotes where a sign in it would mean something there."""
    if re.search(r'[,\[\]{}#"]|: |:$|^[-?&*!|>%@`\']', text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text
