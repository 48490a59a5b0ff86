"""All tasks and measures as rows of one table, and the numbers of the records that they refer to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directive_atlas.outputs.packing import zigzag
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.links import members_of
from directive_atlas.resolve.model import Task


@dataclass(frozen=True, slots=True)
class Table:
    """The rows in order; each map gives a record's number by its id, counted from 0.

    ``directives`` has only those with rows, so their numbers follow each other as the rows do;
    ``members`` has each group's members, those of groups in it too, each once.
    """

    corpus: Corpus
    tasks: tuple[Task, ...]
    directives: Mapping[str, int]
    actors: Mapping[str, int]
    topics: Mapping[str, int]
    members: Mapping[str, tuple[str, ...]]

    def day(self, day: dt.date | None) -> int:
        """0 for none; else the days from the reference date, mapped to numbers from 1."""
        return zigzag((day - self.corpus.as_of).days) + 1 if day else 0


def table(corpus: Corpus) -> Table:
    """The rows of a corpus."""
    with_tasks = [directive for directive in corpus.directives.values() if directive.tasks]
    return Table(
        corpus=corpus,
        tasks=tuple(task for directive in with_tasks for task in directive.walk()),
        directives=_numbered(directive.id for directive in with_tasks),
        actors=_numbered(corpus.actors),
        topics=_numbered(corpus.topics),
        members={a.id: members_of(a.id, corpus.actors) for a in corpus.actors.values() if a.members},
    )


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {record_id: number for number, record_id in enumerate(ids)}
