"""Quotes of the source text."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from directive_atlas.load.fields import Count, Line, one_word_is
from directive_atlas.load.record import Record, Text, conflict


class Quote(Record):
    """A passage of the source: by its words, by its position, or by both.

    ``exact``, ``prefix`` and ``suffix`` are W3C text quote selectors. ``label`` (the key ``at``) is what
    the text itself calls a paragraph: 4(e), 二（三）. ``paragraph`` (to ``through``) and ``sentence`` (to
    ``to``) count from 1.
    """

    exact: Line | None = None
    """The words."""
    prefix: Line | None = None
    """The words just before it; needs exact."""
    suffix: Line | None = None
    """The words just after it; needs exact."""
    label: Line | None = Field(default=None, alias="at")
    """What the text itself calls the paragraph, such as 4(e)."""
    paragraph: Count | None = None
    """The number of the paragraph, from 1; not beside at."""
    through: Count | None = None
    """The last paragraph, if there are several; needs paragraph, and goes over whole ones."""
    sentence: Count | None = None
    """The number of the sentence in it, from 1; needs at or paragraph."""
    to: Count | None = None
    """The last sentence, if there are several; needs sentence."""
    shared_by: Count | None = None
    """How many quotes have words of this passage, this one included, if there are several on purpose."""
    translation: Text | None = None
    """Its translation in our own words."""

    @model_validator(mode="after")
    def _selects(self) -> Self:
        if not self.exact and self.paragraph is None and not self.label:
            raise conflict("this quote selects nothing", "write exact:, at: or paragraph:")
        if self.label and self.paragraph is not None:
            raise conflict("at and paragraph both name the paragraph", "remove one of the two")
        if (self.prefix or self.suffix) and not self.exact:
            raise conflict("prefix and suffix need exact", "add exact:, or remove them")
        if self.sentence is not None and self.paragraph is None and not self.label:
            raise conflict("sentence needs at or paragraph", "add at: or paragraph:")
        return self

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.to is not None and (self.sentence is None or self.to < self.sentence):
            raise conflict("to is the last sentence, after sentence", "write sentence: 2 and to: 4")
        if self.through is None:
            return self
        if self.paragraph is None or self.through < self.paragraph:
            raise conflict("through is the last paragraph, after paragraph", "write paragraph: 2, through: 4")
        if self.sentence is not None:
            raise conflict("through goes over whole paragraphs", "remove sentence: and to:, or through:")
        return self


QuoteField = Annotated[Quote, one_word_is("exact")]


class Background(Quote):
    """A passage that requires nothing of anybody, and the reason why it is background."""

    reason: Text
    """Why it is background; shown next to the paragraph on the directive's page."""
