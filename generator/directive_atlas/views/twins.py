"""Tasks of one name in one list, and what tells them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Task, Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the source: what the text calls it, or its number."""

    label: str | None
    number: int


Difference = Text | Paragraph | str
"""The title of the directive or of the whole task, the text's own label, the place in the text, or an id."""


def told_apart(corpus: Corpus, keys: Iterable[str]) -> dict[str, Difference]:
    """For the tasks of a list that share their title with another one: what each of them alone has."""
    named: dict[Text, list[Task]] = defaultdict(list)
    for key in dict.fromkeys(keys):
        task = corpus.tasks[key]
        named[task.title].append(task)
    found: dict[str, Difference] = {}
    for twins in named.values():
        if len(twins) > 1:
            found.update(zip((task.key for task in twins), _differences(corpus, twins), strict=True))
    return found


def _differences(corpus: Corpus, twins: Sequence[Task]) -> list[Difference]:
    """The first of what tasks have in which no two of them agree; at last their ids, which never do."""
    ways: tuple[Callable[[Task], Difference | None], ...] = (
        lambda task: corpus.directives[task.directive].title,
        lambda task: task.label,
        lambda task: corpus.tasks[task.root].title if task.depth else None,
        _paragraph,
    )
    for way in ways:
        values = [way(task) for task in twins]
        known = [value for value in values if value is not None]
        if len(set(known)) == len(twins):
            return known
    return [task.key for task in twins]


def _paragraph(task: Task) -> Paragraph | None:
    passage = next(iter(task.passages), None)
    return Paragraph(passage.label, passage.paragraph) if passage else None
