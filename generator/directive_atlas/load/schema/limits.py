"""How much is read: what has more is a problem with a place, and costs neither all time nor all memory."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from directive_atlas.load.fields import Count
from directive_atlas.load.record import Record
from directive_atlas.problems import Place, Problem, Wording, problem, say

Depth = Annotated[Count, Field(le=100)]
Characters = Annotated[Count, Field(le=131_072)]


class Limits(Record):
    """How much is read at most. Time and memory grow with it; the usual numbers fit large libraries."""

    megabytes: Count = 10
    """Megabytes of one file; 10 if left out."""
    lines: Count = 50_000
    """Lines of one source text; 50,000 if left out."""
    rows: Count = 100_000
    """Rows of one table; 100,000 if left out."""
    values: Count = 200_000
    """Keys and values of one YAML file, references to other records included; 200,000 if left out."""
    characters: Characters = 20_000
    """Characters of one value in YAML or one cell of a table; 20,000 if left out, at most 131,072."""
    days: Count = 500
    """Days on which reports on one task and its measures are published; 500 if left out."""
    depth: Depth = 40
    """Levels at which blocks, headings with points, or bodies by their parents stand one in the other; 40 if
    left out, at most 100.
    """

    @property
    def size(self) -> int:
        """Bytes of one file."""
        return self.megabytes * 1_000_000

    def exceeded(self, key: str, place: Place) -> Problem:
        """E119 for one of the limits, at the place where reading ended."""
        return problem("E119", place, limit=f"{getattr(self, key):,}", what=_WHAT[key], key=key)


_WHAT: dict[str, Wording] = {
    "megabytes": say("megabytes in one file"),
    "lines": say("lines in one source text"),
    "rows": say("rows in one table"),
    "values": say("keys and values in one file"),
    "characters": say("characters in one value"),
    "days": say("days with a report on one task"),
    "depth": say("levels of bodies, one above the other,"),
}
USUAL = Limits()
"""The limits of a site whose settings do not say otherwise."""
