"""How each body stands in a task of several, where that is not how the whole does: columns of few rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from directive_atlas.outputs.finder.table import Table
from directive_atlas.outputs.packing import numbers
from directive_atlas.resolve.model import BodyStandings, Standing, Task
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus

Stand = tuple[int, int, int]
"""The numbers of a deadline status and of a reported status, and a day as the column ``due`` has it."""

STANDINGS = tuple(DeadlineStatus)
STATES = tuple(ReportedStatus)


def body_columns(tasks: Sequence[Task], table: Table) -> dict[str, str]:
    """The columns ``stands`` and ``bodies`` of a run of rows.

    ``stands`` has the different standings of bodies, most frequent first. ``bodies`` has, for each row in
    which a body stands otherwise than the whole: how many rows it comes after the one before (or after the
    first); the standing of a body, and of a member of a group, of which nothing was reported; how many
    bodies have standings of their own, and of each its actor and that standing. Standings are numbered from
    1 by their place among ``stands``; 0 is that of the whole.
    """
    found = {row: own for row, task in enumerate(tasks) if task.bodies and (own := _otherwise(task, table))}
    uses = Counter(stand for own in found.values() for stand in own if stand)
    places: dict[Stand | None, int] = {None: 0}
    places |= {stand: place for place, (stand, _) in enumerate(uses.most_common(), 1)}
    return {
        "stands": numbers(number for stand in places if stand for number in stand),
        "bodies": numbers(_packed(tasks, found, places, table)),
    }


def standings(bodies: BodyStandings) -> list[Standing]:
    """The standings of the bodies of a task: of silent ones, of silent members, of each that has its own."""
    return [bodies.silent, bodies.member, *bodies.own.values()]


def last_day(standing: Standing) -> dt.date | None:
    """The last day of the deadline to which a status refers."""
    return standing.due.last if standing.due else None


def _otherwise(task: Task, table: Table) -> list[Stand | None]:
    """The standings of its bodies, nothing for one that stands as the whole does; empty if all do."""
    whole = _stand(task.standing, table)
    own = [_stand(standing, table) for standing in standings(task.bodies)] if task.bodies else []
    return [stand if stand != whole else None for stand in own] if set(own) - {whole} else []


def _stand(standing: Standing, table: Table) -> Stand:
    timeliness, state = STANDINGS.index(standing.timeliness), STATES.index(standing.state)
    return timeliness, state, table.day(last_day(standing))


def _packed(
    tasks: Sequence[Task],
    found: Mapping[int, Sequence[Stand | None]],
    places: Mapping[Stand | None, int],
    table: Table,
) -> Iterator[int]:
    before = 0
    for row, (silent, member, *own) in found.items():
        bodies = tasks[row].bodies
        actors = bodies.own if bodies else ()
        yield from (row - before, places[silent], places[member], len(own))
        for actor, stand in zip(actors, own, strict=True):
            yield from (table.actors[actor], places[stand])
        before = row
