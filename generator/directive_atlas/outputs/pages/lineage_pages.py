"""The lineage pages: components of directives, the largest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.outputs.pages.page import Crumb, Page, Trails
from directive_atlas.problems import Place
from directive_atlas.resolve import Corpus
from directive_atlas.views.lineage.places import Part, packed
from directive_atlas.views.lineage.relations import relation_graph
from directive_atlas.views.lineage.replaced import Replaced, replaced
from directive_atlas.views.lineage.tree import Tree, tree
from directive_atlas.views.papers import Paper, paper


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part with its picture."""

    part: Part
    tree: Tree


@dataclass(frozen=True, slots=True)
class LineageView:
    """One page of the lineage; directives without relations are only counted (``alone``).

    ``papers`` has how each document on the page stands; the first page has what was ``replaced``.
    """

    drawn: list[Drawn]
    papers: Mapping[str, Paper]
    replaced: Replaced | None
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
                papers=_papers(corpus, parts),
                replaced=replaced(corpus) if number == 1 else None,
                related=len(found.relatives),
                alone=len(corpus.directives) - len(found.relatives),
                number=number,
                pages=len(pages),
            ),
            place=Place("data/directives"),
            previous=Crumb(address.lineage(number - 1), own.title) if number > 1 else None,
            next=Crumb(address.lineage(number + 1), own.title) if number < len(pages) else None,
        )


def _papers(corpus: Corpus, parts: Iterable[Part]) -> dict[str, Paper]:
    rows = (corpus.directives[row] for part in parts for row in part.rows)
    return {row.id: found for row in rows if (found := paper(row, corpus))}
