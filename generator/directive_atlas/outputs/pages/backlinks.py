"""What links to a page: the first ones on the page itself; many are listed on pages of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from directive_atlas.interface import addresses as address
from directive_atlas.interface.addresses import Address
from directive_atlas.outputs.pages.page import Crumb, Page, Title
from directive_atlas.views.paging import batched

SHOWN = 30
"""The number of links back on a page itself."""

PER_PAGE = 500
"""The number of links back on a page that has only them."""


@dataclass(frozen=True, slots=True)
class Backlinks:
    """The first pages that link to a page, how many do so in all, and where they are, if not all are here."""

    shown: Sequence[Page] = ()
    total: int = 0
    all_at: Address | None = None


@dataclass(frozen=True, slots=True)
class BacklinksView:
    """One page of all that link to the page ``to``."""

    to: Page
    items: Sequence[Page]
    total: int
    number: int
    pages: int


def sources(
    linked: Mapping[str, Collection[str]], known: Mapping[str, Collection[str]]
) -> dict[str, list[str]]:
    """For each page those that link to it and that it does not itself lead to, in the order of the pages.

    ``linked`` has for each page those that it links to, ``known`` also those of its breadcrumbs.
    """
    found: dict[str, list[str]] = {}
    for path, targets in linked.items():
        for target in sorted(targets):
            if target in known and path not in known[target]:
                found.setdefault(target, []).append(path)
    return found


def backlinks(page: Page, linking: Sequence[Page]) -> Backlinks:
    """What a page says of the pages that link to it."""
    more = len(linking) > SHOWN
    return Backlinks(linking[:SHOWN], len(linking), address.backlinks(page.path) if more else None)


def backlink_pages(page: Page, linking: Sequence[Page], title: Title) -> Iterator[Page]:
    """The pages that have all links back, where the page itself has only the first of them."""
    if len(linking) <= SHOWN:
        return
    runs = batched(linking, PER_PAGE)
    steps = [Crumb(address.backlinks(page.path, number), title) for number in range(1, len(runs) + 1)]
    for number, run in enumerate(runs, start=1):
        yield Page(
            path=steps[number - 1].address.path,
            template="backlinks.md.j2",
            title=title,
            trail=(*page.trail, Crumb(Address(page.path), page.title)),
            view=BacklinksView(page, run, len(linking), number, len(runs)),
            place=page.place,
            previous=steps[number - 2] if number > 1 else None,
            next=steps[number] if number < len(runs) else None,
        )
