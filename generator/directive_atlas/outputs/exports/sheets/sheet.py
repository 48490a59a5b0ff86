"""A sheet as a value: a title, columns with headings, and rows of cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Cell = str | int | dt.date | None
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: its heading, its width in characters, and how its cell is taken from a row's record."""

    heading: str
    width: int
    cell: Callable[[R], Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; ``name`` is that of its file and its tab, ``notes`` stand below the rows."""

    name: str
    title: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


def sheet(
    name: str, title: str, columns: Iterable[Column[R]], records: Iterable[R], notes: Iterable[str] = ()
) -> Sheet:
    """A sheet of records, a row each."""
    chosen = tuple(columns)
    return Sheet(
        name,
        title,
        tuple(column.heading for column in chosen),
        tuple(column.width for column in chosen),
        tuple(tuple(column.cell(record) for column in chosen) for record in records),
        tuple(notes),
    )
