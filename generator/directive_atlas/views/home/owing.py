"""Who owes what, as a picture: the bodies with most work, and their roles in tasks or in directives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Directive
from directive_atlas.views.matrix import Matrix, Row, of_directive, of_directives

MOST_ROWS = 12
MOST_DIRECTIVES = 8


@dataclass(frozen=True, slots=True)
class Owing:
    """A part of the responsibility matrix; its columns are directives, or the tasks of ``one``.

    ``rows_left`` and ``columns_left`` count what has no room.
    """

    matrix: Matrix
    one: str | None
    rows_left: int
    columns_left: int


def owing(corpus: Corpus) -> Owing | None:
    """The picture of a corpus: the tasks of its only directive that has any, or else the newest such."""
    with_tasks = [directive for directive in corpus.directives.values() if directive.tasks]
    shown = with_tasks[:MOST_DIRECTIVES]
    matrix = _matrix(shown)
    rows = sorted(matrix.rows, key=_work)
    if not rows:
        return None
    return Owing(
        matrix=replace(matrix, rows=tuple(rows[:MOST_ROWS])),
        one=shown[0].id if len(shown) == 1 else None,
        rows_left=len(rows) - len(rows[:MOST_ROWS]),
        columns_left=len(with_tasks) - len(shown),
    )


def _matrix(directives: Sequence[Directive]) -> Matrix:
    return of_directive(directives[0]) if len(directives) == 1 else of_directives(directives)


def _work(row: Row) -> int:
    """The number of tasks that are its own work, negative: ``sorted`` keeps the texts' order for equals."""
    return -sum(entry.count for entries in row.cells.values() for entry in entries if entry.role.asks)
