"""Addresses are made relative when a page is finished: the same text leads to the same pages everywhere."""

from __future__ import annotations

import posixpath
from string import ascii_lowercase

import pytest
from directive_atlas.interface.addresses import Address
from directive_atlas.outputs.pages.rooted import Places, noted, rooted
from hypothesis import given
from hypothesis import strategies as st

TASK = Address("directives/notice/build.md", "m-pace")
NAMES = st.text(ascii_lowercase, min_size=1, max_size=3)
PATHS = st.lists(NAMES, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md")


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("index.md", "directives/notice/build.html#m-pace"),
        ("directives/notice/index.md", "build.html#m-pace"),
        ("actors/a.md", "../directives/notice/build.html#m-pace"),
        ("directives/notice/build.md", "#m-pace"),
    ],
)
def test_an_address_is_made_relative_to_its_page(page: str, address: str) -> None:
    text = f'<a href="{rooted(TASK)}">a</a> <a href="{rooted(TASK, noted=False)}">b</a>'
    assert Places().placed(text, page) == f'<a href="{address}">a</a> <a href="{address}">b</a>'


def test_a_page_is_noted_once_for_each_link_that_is_to_lead_back() -> None:
    other = Address("topics/t.md")
    text = rooted(TASK) + rooted(other, noted=False) + rooted(TASK)
    assert list(noted(text)) == [TASK.path, TASK.path]


@given(target=PATHS, page=PATHS)
def test_from_every_page_the_link_leads_to_its_target(target: str, page: str) -> None:
    link = Places().placed(str(rooted(Address(target))), page)
    assert (
        posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
        == target.removesuffix(".md") + ".html"
    )


def test_what_is_remembered_of_a_folder_is_right_on_all_its_pages() -> None:
    """A page of the folder leads to itself by its anchor alone, the others lead to it by its name."""
    text, places = str(rooted(Address("tasks/a.md", "x"))), Places()
    pages = ["tasks/b.md", "tasks/a.md", "tasks/c.md", "index.md", "en/deep/er.md", "tasks/a.md"]
    found = [places.placed(text, page) for page in pages]
    assert found == ["a.html#x", "#x", "a.html#x", "tasks/a.html#x", "../../tasks/a.html#x", "#x"]
