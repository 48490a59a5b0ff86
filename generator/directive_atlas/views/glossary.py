"""The glossary in pages: terms in the order of the site's first language, so that each has one address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from directive_atlas.interface.collation import initial, sort_key, unquoted
from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Term
from directive_atlas.views.paging import batched

PER_PAGE = 100
"""Terms on one page: about 150 KB of HTML."""

OCCURRENCES = 5
"""The number of tasks that a term names; the list of tasks has the others."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms that begin with a letter, in order."""

    letter: str
    terms: tuple[Term, ...]


def in_order(terms: Iterable[Term], language: str) -> list[Term]:
    """Terms by their names in a language, without signs before them; those of one name by their ids."""
    return sorted(terms, key=lambda term: (sort_key(unquoted(_name(term, language)), language), term.id))


def pages(corpus: Corpus, language: str) -> list[Sequence[Term]]:
    """The terms of each page, in the order of the site's first language."""
    return batched(in_order(corpus.terms.values(), language), PER_PAGE)


def page_numbers(corpus: Corpus, language: str) -> dict[str, int]:
    """The number of the page that has a term, counted from 1, by the id of the term."""
    return {term.id: number for number, run in enumerate(pages(corpus, language), start=1) for term in run}


def by_letter(terms: Iterable[Term], language: str) -> list[Letter]:
    """The terms of a page in the order of its own language, by letter."""
    ordered = in_order(terms, language)
    groups = groupby(ordered, key=lambda term: initial(_name(term, language), language))
    return [Letter(letter, tuple(own)) for letter, own in groups]


def _name(term: Term, language: str) -> str:
    return term.term.best(language)[0]
