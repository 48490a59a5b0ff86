"""Which directives are related: in both directions, and through others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directive_atlas.resolve import Corpus


@dataclass(frozen=True, slots=True)
class RelationGraph:
    """What each directive is related to; ``order`` is newest first."""

    order: Mapping[str, int]
    relatives: Mapping[str, tuple[str, ...]]

    def sorted(self, directives: Iterable[str]) -> list[str]:
        """Directives newest first."""
        return sorted(directives, key=self.order.__getitem__)


def relation_graph(corpus: Corpus) -> RelationGraph:
    """The relations of all directives."""
    relatives: dict[str, dict[str, None]] = defaultdict(dict)
    for directive in corpus.directives.values():
        if directive.outside:
            relatives.setdefault(directive.id, {})  # it has a row, though what it names has none
        for relation in directive.relations:
            relatives[relation.newer][relation.older] = None
            relatives[relation.older][relation.newer] = None
    return RelationGraph(
        {directive: number for number, directive in enumerate(corpus.directives)},
        {directive: tuple(others) for directive, others in relatives.items()},
    )


def components(found: RelationGraph) -> list[list[str]]:
    """Directives that are related directly or through others; the largest component first."""
    seen: set[str] = set()
    gathered = []
    for start in found.sorted(found.relatives):
        if start not in seen:
            family = _reached(found, start, seen)
            gathered.append(found.sorted(family))
    return sorted(gathered, key=lambda family: -len(family))


def _reached(found: RelationGraph, start: str, seen: set[str]) -> list[str]:
    """All that can be reached from one directive; they are added to ``seen``."""
    family, waiting = [], [start]
    seen.add(start)
    while waiting:
        family.append(waiting.pop())
        fresh = [other for other in found.relatives[family[-1]] if other not in seen]
        seen.update(fresh)
        waiting += fresh
    return family
