"""Relations as lines next to a list of directives.

All relations of one kind to one directive share a line, as the branches of a tree share its trunk; what a
text states has another line than what the editors infer or what is not in force. The lines use lanes next to
the rows, so that no two overlap: what a text states next to the words, what is inferred beyond it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from directive_atlas.resolve.model import Relation
from directive_atlas.vocabulary.directives import RelationKind

LANES = 14
"""The maximum number of lanes; relations without a lane are given in words only."""


class Form(StrEnum):
    """The shape of a line in a row: leaving it downwards or upwards, passing and joining, or only passing."""

    DOWN = "down"
    UP = "up"
    JOIN = "join"
    PASS = "pass"


@dataclass(frozen=True, slots=True)
class Piece:
    """A line in one row, on a lane counted from 0 next to the text; ``head`` says that it points here.

    One that is ``inferred`` no text states, one that is ``pending`` is not in force. Pieces of one line have
    the same ``line``.
    """

    lane: int
    kind: RelationKind
    form: Form
    head: bool
    inferred: bool = False
    pending: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, order=True)
class _Look:
    """What relations that share a line have in common."""

    kind: RelationKind
    inferred: bool
    pending: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A line from row to row; ``points_at`` is the row of the older directive, -1 where none is older."""

    look: _Look
    stops: tuple[int, ...]
    points_at: int

    def in_row(self, row: int, lane: int, number: int) -> Piece:
        form = Form.JOIN if row in self.stops else Form.PASS
        form = Form.DOWN if row == self.stops[0] else Form.UP if row == self.stops[-1] else form
        look = self.look
        return Piece(lane, look.kind, form, row == self.points_at, look.inferred, look.pending, number)


def pieces(rows: Sequence[str], relations: Iterable[Relation]) -> list[tuple[Piece, ...]]:
    """For each row the lines in it; relations to directives without a row are left out."""
    found: list[list[Piece]] = [[] for _ in rows]
    lines = _lines({name: row for row, name in enumerate(rows)}, relations)
    for number, (lane, line) in enumerate(_on_lanes(lines)):
        for row in range(line.stops[0], line.stops[-1] + 1):
            found[row].append(line.in_row(row, lane, number))
    return [tuple(each) for each in found]


def _lines(row_of: Mapping[str, int], relations: Iterable[Relation]) -> list[_Line]:
    stops: dict[tuple[str, _Look], set[int]] = defaultdict(set)
    for relation in relations:
        if relation.newer in row_of and relation.older in row_of and relation.newer != relation.older:
            look = _Look(relation.kind, relation.inferred, relation.status is not None)
            stops[relation.older, look] |= {row_of[relation.newer], row_of[relation.older]}
    lines = (
        _Line(look, tuple(sorted(rows)), row_of[older] if look.kind.meaning.directed else -1)
        for (older, look), rows in stops.items()
    )
    return sorted(lines, key=lambda line: (line.stops[0], line.stops[-1], line.points_at, line.look))


def _on_lanes(lines: Sequence[_Line]) -> Iterator[tuple[int, _Line]]:
    """Each line on the first lane that is free from its first to its last row; what is inferred beyond."""
    beyond = 0
    for inferred in (False, True):
        taken: list[int] = []
        for line in (each for each in lines if each.look.inferred is inferred):
            lane = next((number for number, end in enumerate(taken) if end < line.stops[0]), len(taken))
            if beyond + lane < LANES:
                taken[lane : lane + 1] = [line.stops[-1]]
                yield beyond + lane, line
        beyond = len(taken)
