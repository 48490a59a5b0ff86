"""A list of directives with lines between them and their relations in words, for a template."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import OutsideRelation, Relation
from directive_atlas.views.lineage.lanes import Piece, pieces
from directive_atlas.vocabulary.dates import ImpreciseDate, parse_date
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
    """A row: a directive, the lines in its row, its relations in words; ``outside`` to what has no page.

    ``kin`` are the directives that it is related to; ``year`` is given where it is the first row of a year,
    and ``odd`` tells the bands of years that follow each other apart.
    """

    directive: str
    pieces: tuple[Piece, ...]
    summaries: tuple[RelationSummary, ...]
    outside: tuple[OutsideRelation, ...] = ()
    kin: tuple[str, ...] = ()
    year: ImpreciseDate | None = None
    odd: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """Rows newest first."""

    entries: tuple[Entry, ...]

    @property
    def lanes(self) -> int:
        """The number of lanes in use."""
        return 1 + max((piece.lane for entry in self.entries for piece in entry.pieces), default=0)

    @property
    def stated_lanes(self) -> int:
        """The number of lanes in use for what no editor infers."""
        lanes = (piece.lane for entry in self.entries for piece in entry.pieces if not piece.inferred)
        return 1 + max(lanes, default=0)

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
    entries: list[Entry] = []
    years = _bands(corpus.directives[row].date for row in rows)
    for (row, relations), lines, (year, odd) in zip(own, drawn, years, strict=True):
        related = (*relations, *corpus.links.relations_to.get(row, ()))
        kin = tuple(dict.fromkeys(each.older if each.newer == row else each.newer for each in related))
        outside = corpus.directives[row].outside
        entries.append(Entry(row, lines, _summaries(row, related), outside, kin, year, odd))
    return Tree(tuple(entries))


def _bands(dates: Iterable[ImpreciseDate | None]) -> Iterator[tuple[ImpreciseDate | None, bool]]:
    """For each row its year, if the row before has another one, and whether its band is an odd one."""
    before, odd = None, False
    for date in dates:
        year = date.first.year if date else None
        odd ^= year != before
        yield parse_date(f"{year:04}") if year and year != before else None, odd
        before = year


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
