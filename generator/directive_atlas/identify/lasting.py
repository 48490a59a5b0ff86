"""Derived ids written into the record, once and for ever: they no longer depend on what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

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
    return _written(text, [(place, [f"id: {name}"]) for place, name in derived])


def with_lists_written(text: str, keys: Iterable[tuple[Place, Iterable[str]]]) -> str:
    """The text of a file with empty lists under these keys in the blocks that begin there."""
    return _written(text, [(place, [f"{key}: []" for key in own]) for place, own in keys], _ID)


_ID = re.compile(r"id: *[a-z0-9-]+(?: *, *| *\n *)")
"""An id that is the first key of its block, with what comes before the next one."""


def _written(
    text: str, added: Iterable[tuple[Place, list[str]]], after: re.Pattern[str] = re.compile("")
) -> str:
    """The text with lines added at the beginning of blocks, or after what the pattern finds there."""
    starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    for place, keys in sorted(added, key=lambda each: (each[0].line, each[0].column), reverse=True):
        start = starts[place.line - 1] + place.column - 1
        is_flow = text[start] == "{"
        if is_flow:
            start += len(text[start:]) - len(text[start + 1 :].lstrip())
        if first := after.match(text, start):
            start = first.end()
        end = ", " if is_flow else f"\n{' ' * (place.column - 1)}"
        text = text[:start] + "".join(key + end for key in keys) + text[start:]
    return text
