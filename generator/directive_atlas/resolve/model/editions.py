"""Earlier editions of a text, each with what changed to the next."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.passages import SourceText
from directive_atlas.redline import Redline
from directive_atlas.resolve.model.texts import Text
from directive_atlas.vocabulary.dates import ImpreciseDate


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a text before the present one; ``changes`` are those to the next edition.

    ``following`` is the day of the next edition, where that is not the present text.
    """

    date: ImpreciseDate
    following: ImpreciseDate | None
    title: Text | None
    url: str | None
    note: Text | None
    source: SourceText
    changes: Redline
