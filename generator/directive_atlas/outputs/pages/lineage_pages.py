"""The lineage pages: components of directives, the largest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.outputs.pages.page import Crumb, Page, Trails
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus
from directive_atlas.views.lineage.places import Part, packed
from directive_atlas.views.lineage.relations import relation_graph
from directive_atlas.views.lineage.tree import Tree, tree


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part with its picture."""

    part: Part
    tree: Tree


@dataclass(frozen=True, slots=True)
class LineageView:
    """One page of the lineage; directives without relations are only counted (``alone``)."""

    drawn: list[Drawn]
    related: int
    alone: int
    number: int
    pages: int


def lineage_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """All components in pages; directives without relations are only counted."""
    found = relation_graph(corpus)
    pages = packed(found)
    own = trails.sections["lineage"]
    for number, parts in enumerate(pages, 1):
        yield Page(
            path=address.lineage(number).path,
            template="lineage.md.j2",
            title=own.title,
            trail=(trails.home, own) if number > 1 else (trails.home,),
            view=LineageView(
                drawn=[Drawn(part, tree(corpus, part.rows)) for part in parts],
                related=len(found.relatives),
                alone=len(corpus.directives) - len(found.relatives),
                number=number,
                pages=len(pages),
            ),
            place=Place("data/directives"),
            previous=Crumb(address.lineage(number - 1), own.title) if number > 1 else None,
            next=Crumb(address.lineage(number + 1), own.title) if number < len(pages) else None,
        )
