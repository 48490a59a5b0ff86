"""Positions in a text as a browser counts them: characters outside of the basic plane count twice."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import cached_property

from directive_atlas.passages import Span


@dataclass(frozen=True)
class Units:
    """The positions of a text in UTF-16 units, and back."""

    text: str

    @cached_property
    def _wide(self) -> list[int]:
        """The characters that take two units, by their position."""
        return [at for at, char in enumerate(self.text) if ord(char) > 0xFFFF]

    @cached_property
    def _wide_units(self) -> list[int]:
        """The same, by the unit at which each begins."""
        return [at + before for before, at in enumerate(self._wide)]

    def of(self, offset: int) -> int:
        """The unit at which a character begins."""
        return offset + bisect.bisect_left(self._wide, offset)

    def back(self, unit: int) -> int:
        """The character that begins at a unit, or holds it."""
        before = bisect.bisect_left(self._wide_units, unit)
        return unit - before

    def span(self, span: Span) -> tuple[int, int]:
        """Both ends of a span in units."""
        return self.of(span.start), self.of(span.end)
