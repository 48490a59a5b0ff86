"""What links to a page: the first of it on the page, all of it on pages of their own."""

from __future__ import annotations

from directive_atlas.interface import addresses as address
from directive_atlas.outputs.pages.backlinks import (
    PER_PAGE,
    SHOWN,
    BacklinksView,
    backlink_pages,
    backlinks,
    sources,
)
from directive_atlas.outputs.pages.page import Page

from tests.tools.corpora import made


def _page(path: str) -> Page:
    title = made.text(path)
    return Page(path, "topic.md.j2", title, (), BacklinksView, made.PLACE)  # type: ignore[arg-type]


def _others(number: int) -> list[Page]:
    return [_page(f"directives/d/t-{n}.md") for n in range(number)]


def test_a_link_is_led_back_unless_the_page_leads_there_itself() -> None:
    linked = {"a.md": frozenset({"b.md", "c.md"}), "b.md": frozenset({"a.md"}), "c.md": frozenset[str]()}
    assert sources(linked, linked) == {"c.md": ["a.md"]}
    assert sources(linked, {**linked, "c.md": frozenset({"a.md"})}) == {}


def test_few_links_back_are_all_on_the_page() -> None:
    page, others = _page("actors/north.md"), _others(SHOWN)
    assert backlinks(page, others).shown == others
    assert backlinks(page, others).all_at is None
    assert list(backlink_pages(page, others, "Linked from")) == []


def test_of_many_the_page_has_the_first_and_pages_of_their_own_have_all() -> None:
    page, others = _page("actors/north.md"), _others(2 * PER_PAGE + 1)
    told = backlinks(page, others)
    assert (len(told.shown), told.total) == (SHOWN, len(others))
    pages = list(backlink_pages(page, others, "Linked from"))
    assert told.all_at == address.Address(pages[0].path) == address.backlinks(page.path)
    views = [each.view for each in pages if isinstance(each.view, BacklinksView)]
    assert [item for view in views for item in view.items] == others
    assert max(len(view.items) for view in views) <= PER_PAGE
    assert pages[0].next
    assert pages[1].previous
    assert pages[1].previous.address.path == pages[0].path
