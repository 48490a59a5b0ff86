"""Texts, and where they can be read."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.passages import Span
from directive_atlas.review import Review
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import Grade


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the languages it is known in, best known first."""

    values: tuple[tuple[str, str], ...]

    def best(self, language: str) -> tuple[str, str]:
        """The text in ``language``, or else in the first it has; and the language it is in."""
        return next((v for v in self.values if v[0] == language), self.values[0])[::-1]

    def others(self, language: str) -> tuple[tuple[str, str], ...]:
        """The text in every language but the one that ``best`` gives: pairs of text, language."""
        shown, its_language = self.best(language)
        return tuple((text, code) for code, text in self.values if code != its_language and text != shown)


@dataclass(frozen=True, slots=True)
class Reference:
    """A page or paper where a fact can be read; ``url`` is empty where it must not be linked."""

    title: Text
    publisher: Text | None
    speaker: Text | None
    date: ImpreciseDate | None
    grade: Grade
    url: str | None
    archived: str | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote found in the source; ``anchor`` is its lasting name on the directive's page.

    ``paragraph`` is the number of the paragraph that it begins in, ``label`` what the text itself calls it.
    ``review`` tells whether it is still what the last reviewer saw.
    """

    anchor: str
    span: Span
    paragraph: int
    label: str | None
    text: str
    translation: Text | None
    review: Review

    @property
    def suspect(self) -> bool:
        """Whether the source or the quote changed since the review."""
        return self.review is Review.CHANGED


@dataclass(frozen=True, slots=True)
class Background:
    """A passage that asks nothing of anybody, and why it is read so."""

    passage: Passage
    reason: Text
