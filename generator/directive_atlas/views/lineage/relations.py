"""Which directives are related: in both directions, and through others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Relation

NEAR = 24
"""The maximum number of directives in the picture on a directive's page."""

_FEW = 6
"""A directive with at most so many related ones is shown with the relations of those, too."""

_HUB = 12
"""A related directive with more relations of its own than this is shown without them."""


@dataclass(frozen=True, slots=True)
class RelationGraph:
    """All relations, by each directive and by each pair of newer and older; ``order`` is newest first."""

    order: Mapping[str, int]
    relatives: Mapping[str, tuple[str, ...]]
    between: Mapping[tuple[str, str], tuple[Relation, ...]]

    def sorted(self, directives: Iterable[str]) -> list[str]:
        """Directives newest first."""
        return sorted(directives, key=self.order.__getitem__)

    def among(self, directives: Iterable[str]) -> Iterator[Relation]:
        """The relations between a few directives."""
        chosen = list(directives)
        for newer in chosen:
            for older in chosen:
                yield from self.between.get((newer, older), ())

    def near(self, directive: str) -> list[str]:
        """A directive with its related ones, and with theirs if they are few, newest first."""
        own = self.relatives.get(directive, ())
        chosen = dict.fromkeys((directive, *own))
        if len(own) <= _FEW:
            for other in own:
                further = self.relatives[other]
                chosen |= dict.fromkeys(further if len(further) <= _HUB else ())
        return self.sorted(list(chosen)[:NEAR])


def relation_graph(corpus: Corpus) -> RelationGraph:
    """The relations of all directives."""
    between: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    relatives: dict[str, dict[str, None]] = defaultdict(dict)
    for directive in corpus.directives.values():
        if directive.outside:
            relatives.setdefault(directive.id, {})  # it has a row, though what it names has none
        for relation in directive.relations:
            between[relation.newer, relation.older].append(relation)
            relatives[relation.newer][relation.older] = None
            relatives[relation.older][relation.newer] = None
    return RelationGraph(
        {directive: number for number, directive in enumerate(corpus.directives)},
        {directive: tuple(others) for directive, others in relatives.items()},
        {pair: tuple(relations) for pair, relations in between.items()},
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
