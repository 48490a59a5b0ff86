"""Questions that this site answers, as examples of what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Text
from directive_atlas.views.home.ahead import Ahead
from directive_atlas.views.home.bodies import Bodies
from directive_atlas.views.home.featured import Featured
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date

MOST_QUESTIONS = 3


class Asked(StrEnum):
    """What a question is about, and so which page answers it."""

    FINDING = "finding"
    BODY = "body"
    YEAR = "year"
    SILENCE = "silence"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Question:
    """A question about the record ``about``; ``words`` are those of a finding, the name of a body or a term.

    What is due in a ``year`` is in its timeline.
    """

    asked: Asked
    about: str = ""
    words: Text | None = None
    year: ImpreciseDate | None = None


def questions(
    corpus: Corpus, example: Featured | None, bodies: Bodies, ahead: tuple[Ahead, ...]
) -> tuple[Question, ...]:
    """The first of the questions that the corpus can answer."""
    return tuple(islice(_questions(corpus, example, bodies, ahead), MOST_QUESTIONS))


def _questions(
    corpus: Corpus, example: Featured | None, bodies: Bodies, ahead: tuple[Ahead, ...]
) -> Iterator[Question]:
    if example:
        yield from (Question(Asked.FINDING, example.directive.id, f.question) for f in example.findings[:1])
    for each in bodies.foremost[:1]:
        yield Question(Asked.BODY, each.body.actor.id, each.body.actor.name)
    for date in ahead[:1]:
        yield Question(Asked.YEAR, year=parse_date(f"{date.date.last.year:04}"))
    if corpus.tasks:
        yield Question(Asked.SILENCE)
    for term in islice(corpus.terms.values(), 1):
        yield Question(Asked.TERM, term.id, term.term)
