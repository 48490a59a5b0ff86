"""What the finder filters, counts and sorts by, as columns of numbers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from dateutil.relativedelta import relativedelta

from directive_atlas.outputs.finder.bodies import body_columns, last_day
from directive_atlas.outputs.finder.table import Table
from directive_atlas.outputs.packing import LARGEST_CHAR, chars, numbers
from directive_atlas.resolve.model import Duty, Task
from directive_atlas.views.board import ORDER
from directive_atlas.views.due import figure_dues, other_dues
from directive_atlas.views.paging import batched
from directive_atlas.vocabulary.directives import DirectiveKind
from directive_atlas.vocabulary.progress import DeadlineStatus, ReportedStatus
from directive_atlas.vocabulary.tasks import Basis, Obligation, Role

YEARS_AHEAD = 2
"""How many years after the reference date are told: what recurs without end would be told without end."""

COLUMN_ROWS = 5_000
"""Rows in one shard of columns: about 70 KB."""

TEXT_ROWS = 100
"""Rows in one shard of texts: about 10 KB."""

KEY_FILE = "finder/keys"

TERMS = ("each", "chosen", "others")
"""What may be said of an actor's part beside its role, as the words of the finder name it."""

NONE = "-"
"""The value of a facet for rows without a value; it cannot be an id."""

EPOCH = dt.date(1970, 1, 1)
"""Day 0 of the days that scripts count."""


def index(table: Table) -> dict[str, Any]:
    """The data that the finder loads before any row."""
    directives = [table.corpus.directives[record_id] for record_id in table.directives]
    own = Counter(task.directive for task in table.tasks)
    return {
        "day": (table.corpus.as_of - EPOCH).days,
        "last": (last_day_told(table.corpus.as_of) - EPOCH).days,
        "rows": len(table.tasks),
        "columnRows": COLUMN_ROWS,
        "textRows": TEXT_ROWS,
        "actors": len(table.actors),
        "topics": len(table.topics),
        "values": {
            "standing": list(DeadlineStatus),
            "state": list(ReportedStatus),
            "obligation": [NONE, *Obligation],
            "role": list(Role),
            "basis": list(Basis),
            "terms": list(TERMS),
            "kind": list(DirectiveKind),
        },
        "asks": [int(role.asks) for role in Role],
        "directives": {
            "rows": numbers(own[directive.id] for directive in directives),
            "kind": _enum(DirectiveKind, (directive.kind for directive in directives)),
            "day": numbers(table.day(d.date.first if d.date else None) for d in directives),
        },
        "tells": [int(status.tells_report) for status in DeadlineStatus],
        "ahead": [int(status.ahead) for status in DeadlineStatus],
        "running": [int(status.running) for status in DeadlineStatus],
        "presses": [int(status.group.pressing) for status in DeadlineStatus],
        "hidesParts": [int(status.hides_parts) for status in DeadlineStatus],
        "bar": [tuple(ReportedStatus).index(state) for state in ORDER],
        "groups": {
            str(table.actors[group]): [table.actors[member] for member in members]
            for group, members in table.members.items()
        },
    }


def last_day_told(as_of: dt.date) -> dt.date:
    """The last day of which standings are told."""
    return as_of + relativedelta(years=YEARS_AHEAD)


def shards(table: Table) -> Iterator[dict[str, str]]:
    """The columns of every run of ``COLUMN_ROWS`` rows."""
    yield from (_columns(tasks, table) for tasks in batched(table.tasks, COLUMN_ROWS))


def first_rows(table: Table) -> dict[str, str] | None:
    """The same of the first ``TEXT_ROWS`` rows, which are shown before all where there are several shards."""
    return _columns(table.tasks[:TEXT_ROWS], table) if len(table.tasks) > COLUMN_ROWS else None


def _columns(tasks: Sequence[Task], table: Table) -> dict[str, str]:
    return {
        "depth": chars(min(task.depth, LARGEST_CHAR) for task in tasks),
        "standing": _enum(DeadlineStatus, (task.standing.timeliness for task in tasks)),
        "state": _enum(ReportedStatus, (task.standing.state for task in tasks)),
        "obligation": chars(_obligation(task) for task in tasks),
        "due": numbers(table.day(last_day(task.standing)) for task in tasks),
        "dues": numbers(n for task in tasks for n in _days(other_dues(task), table)),
        "figures": numbers(n for task in tasks for n in _days(figure_dues(task), table)),
        "duties": numbers(n for task in tasks for n in _listed(_duties(task, table))),
        "bases": _enum(Basis, (duty.basis for task in tasks for duty in task.duties)),
        "terms": chars(_terms(duty) for task in tasks for duty in task.duties),
        "topics": numbers(n for task in tasks for n in _listed([table.topics[t] for t in task.topics])),
        **body_columns(tasks, table),
    }


def keys(table: Table) -> Iterator[str]:
    """The ids of the tasks in each run of ``COLUMN_ROWS`` rows, with spaces between them."""
    for tasks in batched(table.tasks, COLUMN_ROWS):
        yield " ".join(task.id for task in tasks)


def _days(days: Iterable[dt.date], table: Table) -> Iterator[int]:
    return _listed([table.day(day) for day in days])


def _enum(values: type[StrEnum], members: Iterable[StrEnum]) -> str:
    places = {member: place for place, member in enumerate(values)}
    return chars(places[member] for member in members)


def _obligation(task: Task) -> int:
    """Its index in the list of values; 0 is none."""
    return tuple(Obligation).index(task.obligation) + 1 if task.obligation else 0


def _duties(task: Task, table: Table) -> list[int]:
    """Each actor and role in one number."""
    return [_duty(duty, table) for duty in task.duties]


def _duty(duty: Duty, table: Table) -> int:
    return table.actors[duty.actor] * len(Role) + tuple(Role).index(duty.role)


def _terms(duty: Duty) -> int:
    """What is said of a part beside its role: each of ``TERMS`` that holds is a bit, the first one is 1."""
    told = (duty.each, bool(duty.chosen_by), duty.and_others)
    return sum(1 << place for place, holds in enumerate(told) if holds)


def _listed(values: Sequence[int]) -> Iterator[int]:
    """A list within a list of numbers: its length first."""
    yield len(values)
    yield from values
