"""The page of the lineage on which each directive is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.views.lineage.relations import RelationGraph, components
from directive_atlas.views.paging import batched

PER_PAGE = 100
"""Directives on one page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A component, or a part of one that is too large for a page: ``number`` of ``parts``."""

    family: int
    size: int
    number: int
    parts: int
    rows: Sequence[str]


def lineage_addresses(found: RelationGraph) -> dict[str, address.Address]:
    """The address of each directive on the lineage pages."""
    return {
        row: address.lineage(number, row)
        for number, parts in enumerate(packed(found), 1)
        for part in parts
        for row in part.rows
    }


def _parts(found: RelationGraph) -> Iterator[Part]:
    for number, family in enumerate(components(found), 1):
        runs = batched(family, PER_PAGE)
        for part, rows in enumerate(runs, 1):
            yield Part(number, len(family), part, len(runs), rows)


def packed(found: RelationGraph) -> list[list[Part]]:
    """Components in pages, the largest first; one that fits on a page is never divided."""
    pages: list[list[Part]] = [[]]
    room = PER_PAGE
    for part in _parts(found):
        if len(part.rows) > room:
            pages.append([])
            room = PER_PAGE
        pages[-1].append(part)
        room -= len(part.rows)
    return pages
