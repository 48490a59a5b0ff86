"""The figures that a body is to reach: those that are its own, and those of work that it has itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from directive_atlas.resolve.corpus import Corpus
from directive_atlas.resolve.model import Target
from directive_atlas.views.work import Work

Named = Mapping[str, tuple[Target, ...]]
"""The figures of single bodies, by body."""


def named_figures(corpus: Corpus) -> Named:
    """The figures that are those of one body alone, in the order of the texts."""
    found: dict[str, list[Target]] = defaultdict(list)
    for directive in corpus.directives.values():
        everywhere = (target for task in directive.walk() for target in task.targets)
        for target in (*directive.targets, *everywhere):
            if target.actor:
                found[target.actor].append(target)
    return {actor: tuple(targets) for actor, targets in found.items()}


def figures_of(named: Named, rows: Iterable[Work], actor: str) -> tuple[Target, ...]:
    """The figures of a body, by the rule of its timeline.

    What a text sets for everybody who has a task is not told of each member of a group that has it; nor are
    figures that others set.
    """
    itself = (row for row in rows if any(each.duty.role.asks and not each.through for each in row.owed))
    shared = (target for row in itself for target in row.task.targets)
    return (*named.get(actor, ()), *(each for each in shared if each.of_text and not each.actor))
