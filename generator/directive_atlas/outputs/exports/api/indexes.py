"""Tasks and measures by body, topic, month of the deadline, and status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from directive_atlas.api.v1.indexes import Entry, Index
from directive_atlas.api.v1.making.values import day, page, words
from directive_atlas.interface import addresses
from directive_atlas.outputs.exports.api import paths
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.corpus import Owed
from directive_atlas.resolve.model import Duty, Standing, Task
from directive_atlas.views.paging import batched

ROWS = 1_000
"""Tasks in one file of an index: about 250 KB."""

Made = Iterator[tuple[str, Index]]


def index_files(corpus: Corpus) -> Made:
    """Every index with its path."""
    yield from _by("body", _of_bodies(corpus), corpus)
    yield from _by("topic", _grouped(corpus, lambda task: task.topics), corpus)
    yield from _by("month", _grouped(corpus, _months), corpus)
    yield from _by("status", _grouped(corpus, lambda task: (task.standing.timeliness.value,)), corpus)


def _by(by: str, found: Mapping[str, Sequence[Entry]], corpus: Corpus) -> Made:
    for of, entries in found.items():
        runs = batched(entries, ROWS)
        for number, run in enumerate(runs, 1):
            following = paths.index(by, of, number + 1) if number < len(runs) else None
            made = Index(as_of=corpus.as_of, of=of, tasks=tuple(run), next=following)
            yield paths.index(by, of, number), made


def _grouped(corpus: Corpus, names: Callable[[Task], Sequence[str]]) -> Mapping[str, Sequence[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for task in corpus.tasks.values():
        for name in names(task):
            found[name].append(_entry(task, task.standing))
    return dict(sorted(found.items()))


def _months(task: Task) -> Sequence[str]:
    """The month of the last day of each of its deadlines."""
    days = [timing.due.last for timing in task.timings if timing.due]
    return tuple(dict.fromkeys(f"{each:%Y-%m}" for each in days))


def _of_bodies(corpus: Corpus) -> Mapping[str, Sequence[Entry]]:
    owed = corpus.links.owed
    return {actor: [_owed(each, actor, corpus) for each in owed[actor]] for actor in sorted(owed)}


def _owed(owed: Owed, actor: str, corpus: Corpus) -> Entry:
    task = corpus.tasks[owed.task]
    standing = task.standing_of(actor, through=owed.through is not None)
    return _entry(task, standing, owed.duty, owed.through)


def _entry(task: Task, standing: Standing, duty: Duty | None = None, through: str | None = None) -> Entry:
    return Entry(
        key=task.key,
        title=words(task.title),
        page=page(addresses.task(task.key, task.root)),
        file=paths.record("tasks", task.root),
        due=day(standing.due),
        timeliness=standing.timeliness,
        state=standing.state,
        role=duty.role if duty else None,
        basis=duty.basis if duty else None,
        through=through,
    )
