"""Texts and references."""

from __future__ import annotations

from dataclasses import dataclass

from directive_atlas.passages import Span
from directive_atlas.review import Review
from directive_atlas.vocabulary.dates import ImpreciseDate
from directive_atlas.vocabulary.progress import Grade


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the languages in which it is known, those of the site first."""

    values: tuple[tuple[str, str], ...]

    def best(self, language: str) -> tuple[str, str]:
        """The text in ``language``, or else in its first language; and the language that it is in."""
        return next((v for v in self.values if v[0] == language), self.values[0])[::-1]

    def others(self, language: str) -> tuple[tuple[str, str], ...]:
        """The text in every language except the one of ``best``: pairs of text and language."""
        shown, its_language = self.best(language)
        return tuple((text, code) for code, text in self.values if code != its_language and text != shown)


@dataclass(frozen=True, slots=True)
class Reference:
    """A web page or publication where a fact can be read; ``url`` is empty if it must not be linked."""

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
    """A quote found in the source; ``anchor`` is its permanent name on the directive's page.

    ``paragraph`` is the number of the paragraph that it begins in, ``label`` what the text itself calls it.
    ``review`` tells whether it is still what the last reviewer saw. ``edition`` is the day of the edition
    since which it is new or changed, if nobody has looked at it since.
    """

    anchor: str
    span: Span
    paragraph: int
    label: str | None
    text: str
    translation: Text | None
    review: Review
    edition: ImpreciseDate | None = None

    @property
    def suspect(self) -> bool:
        """Whether the source or the quote changed since the review, or since the edition before."""
        return self.review is Review.CHANGED


@dataclass(frozen=True, slots=True)
class Background:
    """A passage that requires nothing of anybody, and the reason why it is background."""

    passage: Passage
    reason: Text
