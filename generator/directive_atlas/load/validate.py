"""Marked values to raw records; what the schema refuses becomes problems with a code and a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from directive_atlas.load.fields import Reading
from directive_atlas.load.marked import Value, block_at, has, place_of, without
from directive_atlas.load.punctuation import in_value
from directive_atlas.load.record import Record
from directive_atlas.load.shapes import misshapen, one_alone, role_as_key
from directive_atlas.problems import Place, Problem, Wording, problem, say
from directive_atlas.vocabulary.tasks import Role

R = TypeVar("R", bound=Record)


def validate(model: type[R], value: Value, file: str, reading: Reading) -> tuple[R | None, list[Problem]]:
    """The record in ``value`` and every reason why parts of it do not fit.

    Parts that do not fit are left out, so that the checks can go on with the rest; ``None`` means that
    nothing is left.
    """
    problems: list[Problem] | None = None
    while True:
        try:
            return model.model_validate(value, context=reading), problems or []
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=True)
            if problems is None:  # later ones only follow from what was left out
                problems = [p for detail in _causes(details) for p in _problems(value, detail, file)]
            dead = {_dead_path(value, detail) for detail in details}
            if () in dead:
                return None, problems
            value = without(value, dead)


def _causes(details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The errors without those that only follow: a list is too short because its entries are wrong."""
    wrong = {detail["loc"][:-1] for detail in details}
    for detail in details:
        if detail["type"] != "too_short" or detail["loc"] not in wrong:
            yield detail


def _dead_path(root: Value, error: ErrorDetails) -> tuple[str | int, ...]:
    """The path of what is to be left out: the wrong value, or the block that lacks a key."""
    path: tuple[str | int, ...] = ()
    value: Any = root
    for step in error["loc"]:
        if has(value, step):
            path, value = (*path, step), value[step]
    return path


def _problems(root: Value, error: ErrorDetails, file: str) -> Iterator[Problem]:
    path, kind, context = error["loc"], error["type"], error.get("ctx", {})
    place = place_of(root, path, of_key=kind in {"extra_forbidden", "E201"})
    place = place if place.file else Place(file)
    if kind == "extra_forbidden":
        yield _unknown_key(root, path, place)
    elif kind == "missing":
        yield from _missing_key(root, path, place)
    elif kind == "E208" and (block := block_at(root, path)) is not None and block.marks.unusable:
        return  # its texts were refused already
    elif kind == "enum" and isinstance(error["input"], str):
        yield _unknown_word(error["input"], _words(context), place)
    elif isinstance(error["input"], str) and (colon := in_value(error["input"], place)):
        yield colon
    elif re.fullmatch(r"E\d{3}", kind):
        hint = context.pop("hint", None) or (one_alone(error["input"]) if kind == "E203" else None)
        yield problem(kind, place, hint, **context)
    else:
        yield misshapen(error, place)


def _missing_key(root: Value, path: tuple[str | int, ...], place: Place) -> Iterator[Problem]:
    block = block_at(root, path[:-1])
    in_role = block is not None and path[-1] == "actor" and any(role.value in block for role in Role)
    if not in_role and (block is None or path[-1] not in block.marks.unusable):
        yield problem("E202", place, key=path[-1])


def _unknown_key(root: Value, path: tuple[str | int, ...], place: Place) -> Problem:
    block, key = block_at(root, path[:-1]), str(path[-1])
    known = list(keys_of(block.model)) if block is not None and block.model else []
    value = block.get(key) if block is not None else None
    hint = role_as_key(key, value, known) or did_you_mean(key, known)
    return problem("E201", place, hint, key=key, known=", ".join(known))


def _unknown_word(value: str, allowed: list[str], place: Place) -> Problem:
    hint = did_you_mean(value, allowed)
    return problem("E204", place, hint, value=value, allowed=", ".join(allowed))


def _words(context: dict[str, Any]) -> list[str]:
    return re.findall(r"'([^']*)'", str(context.get("expected", "")))


def keys_of(model: type) -> Iterator[str]:
    """The keys that people write for the fields of a record class, and those that are short for some."""
    if issubclass(model, Record):
        yield from model.short_forms
        for name, info in model.model_fields.items():
            yield info.alias or name


_SAME = {
    "business_days": "working_days",
    "work_days": "working_days",
    "workdays": "working_days",
    "deadline": "by",
    "due": "by",
    "start": "from",
    "end": "to",
    **dict.fromkeys(("complete", "completed", "finished"), "done"),
    **dict.fromkeys(("begun", "started", "underway"), "in_progress"),
}
"""Words that others use for ours, and that do not look alike."""


def did_you_mean(word: str, known: list[str]) -> Wording | None:
    """A hint that names the nearest of the known words, or nothing when none is near.

    A word with one part more or less means something else: ``business_days`` is not ``days``.
    """
    if _SAME.get(word.lower()) in known:
        return say("did you mean “{word}”?", word=_SAME[word.lower()])
    parts = _parts(word)
    alike = [each for each in known if not (parts < _parts(each) or _parts(each) < parts)]
    near = process.extractOne(word.lower(), alike, score_cutoff=70)
    return say("did you mean “{word}”?", word=near[0]) if near else None


def _parts(word: str) -> frozenset[str]:
    return frozenset(re.split(r"[-_ ]+", word.lower()))
