"""A table as a value: its columns with type and meaning, and its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from directive_atlas.api.v1 import Day, Words

Value = str | int | float | bool | dt.date | None
R = TypeVar("R")


class Type(StrEnum):
    """The types of columns, as Table Schema names them."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, type and meaning; ``refers`` is the table whose key its values are."""

    name: str
    type: Type
    what: str
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its meaning, its columns, its rows, and the columns that are its ``key``."""

    name: str
    what: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field(Generic[R]):
    """A column, and how its value is taken from a row's record."""

    column: Column
    value: Callable[[R], Value]


Fields = tuple[Field[R], ...]


def table(
    name: str, what: str, fields: Iterable[Field[R]], rows: Iterable[R], key: Sequence[str] = ()
) -> Table:
    """A table of records, a row each."""
    chosen = tuple(fields)
    made = tuple(tuple(each.value(row) for each in chosen) for row in rows)
    return Table(name, what, tuple(each.column for each in chosen), made, tuple(key))


def text(name: str, what: str, value: Callable[[R], str | None], refers: str | None = None) -> Fields[R]:
    """A column of texts, or of ids of the table that it refers to."""
    return (Field(Column(name, Type.STRING, what, refers), value),)


def flag(name: str, what: str, value: Callable[[R], bool]) -> Fields[R]:
    """A column of yes and no."""
    return (Field(Column(name, Type.BOOLEAN, what), value),)


def whole(name: str, what: str, value: Callable[[R], int | None]) -> Fields[R]:
    """A column of whole numbers."""
    return (Field(Column(name, Type.INTEGER, what), value),)


def number(name: str, what: str, value: Callable[[R], Decimal | None]) -> Fields[R]:
    """A column of numbers."""
    return (Field(Column(name, Type.NUMBER, what), lambda row: _float(value(row))),)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def day(name: str, what: str, value: Callable[[R], Day | None]) -> Fields[R]:
    """Two columns of a date: as the text gives it, and (``_last``) the last day that it can be."""
    return (
        Field(Column(name, Type.STRING, what), lambda row: each.text if (each := value(row)) else None),
        Field(
            Column(f"{name}_last", Type.DATE, f"{what}: the last day that it can be"),
            lambda row: each.last if (each := value(row)) else None,
        ),
    )


def said(name: str, what: str, languages: Iterable[str], value: Callable[[R], Words | None]) -> Fields[R]:
    """A column of texts for each language."""
    return tuple(
        Field(
            Column(f"{name}_{code.replace('-', '_')}", Type.STRING, f"{what} ({code})"),
            lambda row, code=code: (value(row) or {}).get(code),  # type: ignore[misc]
        )
        for code in languages
    )
