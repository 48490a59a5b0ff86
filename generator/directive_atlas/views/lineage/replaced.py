"""Which document took the place of which: what ended or carried on another one, as texts or editors say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Relation
from directive_atlas.vocabulary.directives import RelationKind

MOST = 100
"""Rows of the table; what is beyond is only counted."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """The relations by which a document ended or followed another one, newest first.

    ``rows`` are the first ``MOST`` of ``total``; ``ended`` tells whether one of them ends a whole document.
    """

    rows: tuple[Relation, ...]
    total: int
    ended: bool


def replaced(corpus: Corpus) -> Replaced:
    """All such relations of a corpus; those that are not in force are among them, and end nothing."""
    found = [
        relation for directive in corpus.directives.values() for relation in _ending(directive.relations)
    ]
    ended = any(each.kind.meaning.ends and not each.part and not each.status for each in found)
    return Replaced(tuple(found[:MOST]), len(found), ended)


def _ending(relations: Iterable[Relation]) -> list[Relation]:
    follows = (RelationKind.CONTINUES, RelationKind.FOLLOWS_UP)
    return [each for each in relations if each.kind.meaning.ends or each.kind in follows]
