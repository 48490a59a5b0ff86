"""Going through the records inside a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from generator.load import schema
from generator.load.record import Record

R = TypeVar("R", bound=Record)


def records_in(record: Record, kind: type[R]) -> Iterator[R]:
    """Every record of one kind inside ``record``, itself included, in the order of the file."""
    if isinstance(record, kind):
        yield record
    for name in type(record).model_fields:
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from records_in(item, kind)


def measures_of(directive: schema.Directive) -> Iterator[schema.Measure]:
    """All tasks of a directive and their measures at any depth."""
    for task in directive.tasks:
        yield from records_in(task, schema.Measure)
