"""A list of directives with lines between them and their relations in words, for a template."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import OutsideRelation, Relation
from directive_atlas.views.lineage.lanes import Piece, pieces
from directive_atlas.vocabulary.directives import RelationKind

NAMED = 8
"""The number of directives that one sentence names; the directive's own page has them all."""


@dataclass(frozen=True, slots=True)
class RelationSummary:
    """A relation in words: ``relation`` is one of its kind, ``more`` counts those not named."""

    relation: Relation
    others: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a directive, the lines in its row, its relations in words; ``outside`` to what has no page."""

    directive: str
    pieces: tuple[Piece, ...]
    summaries: tuple[RelationSummary, ...]
    outside: tuple[OutsideRelation, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """Rows newest first."""

    entries: tuple[Entry, ...]

    @property
    def lanes(self) -> int:
        """The number of lanes in use."""
        return 1 + max((piece.lane for entry in self.entries for piece in entry.pieces), default=0)

    @property
    def kinds(self) -> list[RelationKind]:
        """The kinds of relations that are drawn, for the legend."""
        drawn = {piece.kind for entry in self.entries for piece in entry.pieces}
        return [kind for kind in RelationKind if kind in drawn]

    @property
    def inferred(self) -> bool:
        """Whether a line is drawn that no text states, for the legend."""
        return any(piece.inferred for entry in self.entries for piece in entry.pieces)

    @property
    def pending(self) -> bool:
        """Whether a line is drawn that is not in force, for the legend."""
        return any(piece.pending for entry in self.entries for piece in entry.pieces)


def tree(corpus: Corpus, rows: Sequence[str]) -> Tree:
    """Some directives with all their relations in words, and lines between those in the rows."""
    own = [(row, corpus.directives[row].relations) for row in rows]
    drawn = pieces(rows, (relation for _, relations in own for relation in relations))
    related = ((row, (*relations, *corpus.links.relations_to.get(row, ()))) for row, relations in own)
    entries = (
        Entry(row, lines, _summaries(row, each), corpus.directives[row].outside)
        for (row, each), lines in zip(related, drawn, strict=True)
    )
    return Tree(tuple(entries))


def _summaries(directive: str, relations: Iterable[Relation]) -> tuple[RelationSummary, ...]:
    """Relations by kind and direction, basis and status."""
    grouped: dict[tuple[object, ...], dict[str, Relation]] = defaultdict(dict)
    for relation in relations:
        forward = relation.newer == directive
        look = relation.kind, forward, relation.inferred, relation.status
        grouped[look][relation.older if forward else relation.newer] = relation
    return tuple(
        RelationSummary(next(iter(others.values())), tuple(others)[:NAMED], max(0, len(others) - NAMED))
        for others in grouped.values()
    )
