"""Derived ids written into the record, once and for ever: they no longer depend on what stands before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from directive_atlas.load import schema
from directive_atlas.load.walk import records_in
from directive_atlas.problems import Place

Derived = tuple[Place, str]
"""Where the block of a record begins that has no id, and the id that it goes by."""


def derived_ids(directive: schema.Directive) -> Iterator[Derived]:
    """The ids of an identified directive that its file does not have; rows of tables are left out."""
    records: tuple[schema.Section | schema.Measure | schema.Target, ...] = (
        *records_in(directive, schema.Section),
        *records_in(directive, schema.Measure),
        *records_in(directive, schema.Target),
    )
    for record in records:
        if record.id and record.place.file == directive.place.file and not record.has("id"):
            yield record.place, record.id


def with_ids_written(text: str, derived: Iterable[Derived]) -> str:
    """The text of a file with these ids as the first keys of their blocks; all else stays as it is."""
    lines = text.splitlines(keepends=True)
    for place, name in sorted(derived, key=lambda each: (each[0].line, each[0].column), reverse=True):
        line, column = lines[place.line - 1], place.column - 1
        before, block = line[:column], line[column:]
        inside = f"{{id: {name}, {block[1:].lstrip()}" if block.startswith("{") else ""
        lines[place.line - 1] = before + (inside or f"id: {name}\n{' ' * column}{block}")
    return "".join(lines)
