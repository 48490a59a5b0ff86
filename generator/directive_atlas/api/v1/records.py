"""All records of a corpus."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.api.v1.actors import Actor, Term, Topic
from directive_atlas.api.v1.directives import Directive
from directive_atlas.api.v1.tasks import Task


@dataclass(frozen=True, slots=True)
class Records:
    """All records by id, in the order of the site; ``tasks`` has those that are no part of another one."""

    as_of: dt.date
    directives: Mapping[str, Directive]
    tasks: Mapping[str, Task]
    actors: Mapping[str, Actor]
    topics: Mapping[str, Topic]
    terms: Mapping[str, Term]

    def all_tasks(self) -> Iterator[Task]:
        """Every task and measure, each before its parts."""
        for task in self.tasks.values():
            yield from walk(task)


def walk(task: Task) -> Iterator[Task]:
    """A task and its measures at every depth, in the order of the text."""
    yield task
    for measure in task.measures:
        yield from walk(measure)
