"""The cells of a sheet as texts, each with the place where it stands."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from directive_atlas.vocabulary.characters import UNFIT
from directive_atlas.vocabulary.folding import folded_text

FORMAT = "directive-sheet-1"
"""What the first cell of a body's sheet says: that a command wrote it, and in which form."""

UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
"""Characters that nobody sees, those that turn the direction of writing among them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and where it begins: ``row`` and ``column`` count from 1.

    A merged cell stands at each of its places and keeps the place of its first one; ``rows`` is how many
    rows it covers.
    """

    text: str
    row: int
    column: int
    rows: int = 1

    def __bool__(self) -> bool:
        """Whether anything is written in it."""
        return bool(self.text)

    @property
    def line(self) -> str:
        """Its text in one line."""
        return " ".join(self.text.split())

    @property
    def key(self) -> str:
        """Its text for comparison: without white space, with punctuation of one width."""
        return folded_text(self.text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a file; every row has the same number of cells."""

    file: str
    name: str
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def place(self) -> str:
        """The file with the name of the sheet, for messages."""
        return f"{self.file} [{self.name}]" if self.name else self.file

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not any(cell for row in self.rows for cell in row)


def as_text(value: Any) -> str:
    """A value of a cell as text: whole numbers without decimals, days as 2020-12-31."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    return clean(str(value))


def as_share(value: Any) -> Any:
    """A number that is shown as a percentage, as it is shown: 0.5 as 50%; all else as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return value
    return f"{round(Decimal(repr(value)) * 100, 8).normalize():f}%"


def clean(text: str) -> str:
    """A text without characters that nobody sees or that no text may hold, and without space around it."""
    lines = UNSEEN.sub("", UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))).split("\n")
    return "\n".join(line.strip() for line in lines).strip("\n")
