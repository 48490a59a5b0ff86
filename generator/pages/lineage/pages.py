"""The lineage pages: families of directives, the largest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages import address
from generator.pages.lineage.kin import kin
from generator.pages.lineage.places import Part, packed
from generator.pages.lineage.tree import Tree, tree
from generator.pages.page import Crumb, Page, Trails
from generator.problems import Place
from generator.resolve import Corpus


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part with its picture."""

    part: Part
    tree: Tree


def lineage_pages(corpus: Corpus, trails: Trails) -> Iterator[Page]:
    """All families in pages; directives without relations are only counted."""
    found = kin(corpus)
    pages = packed(found)
    own = trails.sections["lineage"]
    for number, parts in enumerate(pages, 1):
        yield Page(
            path=address.lineage(number).path,
            template="lineage.md.j2",
            title=own.title,
            trail=(trails.home, own) if number > 1 else (trails.home,),
            view={
                "drawn": [Drawn(part, tree(corpus, part.rows)) for part in parts],
                "related": len(found.relatives),
                "alone": len(corpus.directives) - len(found.relatives),
                "number": number,
                "pages": len(pages),
            },
            place=Place("data/directives"),
            previous=Crumb(address.lineage(number - 1), own.title) if number > 1 else None,
            next=Crumb(address.lineage(number + 1), own.title) if number < len(pages) else None,
        )
