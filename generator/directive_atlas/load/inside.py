"""Which records may be inside others, by the classes alone: what looks for some need not walk through all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from directive_atlas.load.record import Record


@cache
def leading_to(model: type[Record], *wanted: type[Record]) -> tuple[str, ...]:
    """The fields of a class in which a record of one of the wanted classes may be, at any depth."""
    fields = classes_inside(model).items()
    return tuple(name for name, inside in fields if any(issubclass(each, wanted) for each in inside))


@cache
def classes_inside(model: type[Record]) -> Mapping[str, frozenset[type[Record]]]:
    """For each field of a class, the classes of the records that may be in it, at any depth."""
    return {name: _all_inside(classes) for name, classes in _fields(model).items()}


def _all_inside(classes: frozenset[type[Record]]) -> frozenset[type[Record]]:
    found, waiting = set[type[Record]](), set(classes)
    while waiting:
        model = waiting.pop()
        found.add(model)
        waiting |= {each for inner in _fields(model).values() for each in inner} - found
    return frozenset(found)


@cache
def _fields(model: type[Record]) -> Mapping[str, frozenset[type[Record]]]:
    """For each field of a class, the classes of the records that it holds itself."""
    return {name: frozenset(_named(info.annotation)) for name, info in model.model_fields.items()}


def _named(annotation: Any) -> Iterator[type[Record]]:
    """The record classes that an annotation names, and their subclasses."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
        for each in annotation.__subclasses__():
            yield from _named(each)
    for part in get_args(annotation):
        yield from _named(part)
