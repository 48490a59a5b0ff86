"""Iterating over the records inside a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from directive_atlas.load import schema
from directive_atlas.load.inside import leading_to
from directive_atlas.load.record import Record
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.directives import DateKind

R = TypeVar("R", bound=Record)


def records_in(record: Record, kind: type[R]) -> Iterator[R]:
    """Every record of one kind inside ``record``, itself included, in the order of the file."""
    if isinstance(record, kind):
        yield record
    for name in leading_to(type(record), kind):
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from records_in(item, kind)


def measures_of(directive: schema.Directive) -> Iterator[schema.Measure]:
    """All tasks of a directive and their measures at any depth."""
    for task in directive.tasks:
        yield from records_in(task, schema.Measure)


def sections_of(directive: schema.Directive) -> dict[str, tuple[schema.Section, ...]]:
    """Each section by its id, behind those that it stands in, the outer ones first."""
    return {chain[-1].id: chain for part in directive.sections for chain in _chains(part, ())}


def _chains(
    section: schema.Section, above: tuple[schema.Section, ...]
) -> Iterator[tuple[schema.Section, ...]]:
    chain = (*above, section)
    yield chain
    for part in section.sections:
        yield from _chains(part, chain)


def task_key(directive: schema.Directive, name: str) -> str:
    """The key of a task that a directive names: ``directive/id``, also for its own tasks."""
    return name if "/" in name else f"{directive.id}/{name}"


def first_date(directive: schema.Directive) -> ImpreciseDate | None:
    """The first of a directive's dates, in the order of ``DateKind``."""
    dates = (getattr(directive.dates, name) for name in _DATES)
    return next((date for date in dates if date), None)


_DATES = tuple(kind.value for kind in DateKind)


def all_below(top: str, below: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """What is below a record at every depth, each once, in order; ``below`` gives what is right below one.

    It ends in circles too, and then has ``top`` itself.
    """
    found: dict[str, None] = {}
    waiting = list(below(top))[::-1]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found[each] = None
            waiting.extend(list(below(each))[::-1])
    return tuple(found)
