"""Readers reach the place where an error is reported, with all that is needed, and the line of the data."""

from __future__ import annotations

import pytest
from directive_atlas.outputs.pages.correcting import data_address, report_address
from directive_atlas.problems import Place

PLACE = Place("data/directives/river/directive.yml", 12, 5)
TITLE, TEXT = "错误：river/count", "“各分局” & 100 %\nhttps://bridges.example/#q"
TITLE_CODED = "%E9%94%99%E8%AF%AF%EF%BC%9Ariver%2Fcount"
TEXT_CODED = (
    "%E2%80%9C%E5%90%84%E5%88%86%E5%B1%80%E2%80%9D%20%26%20100%20%25%0Ahttps%3A%2F%2Fbridges.example%2F%23q"
)


def test_a_mail_has_subject_and_text() -> None:
    assert report_address("mailto:errors@a.example", "https://github.com/a/b", TITLE, TEXT) == (
        f"mailto:errors@a.example?subject={TITLE_CODED}&body={TEXT_CODED}"
    )


@pytest.mark.parametrize(
    ("repository", "begun"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/issues/new?title={}&body={}"),
        ("https://github.com/a/b.git", "https://github.com/a/b/issues/new?title={}&body={}"),
        ("https://github.com/a/b/tree/main/site", "https://github.com/a/b/issues/new?title={}&body={}"),
        (
            "https://gitlab.example.org/a/b/",
            "https://gitlab.example.org/a/b/-/issues/new?issue%5Btitle%5D={}&issue%5Bdescription%5D={}",
        ),
        (
            "https://gitee.com/a/b",
            "https://gitee.com/a/b/issues/new?issue%5Btitle%5D={}&issue%5Bdescription%5D={}",
        ),
    ],
)
def test_without_a_contact_an_issue_is_begun(repository: str, begun: str) -> None:
    assert report_address(None, repository, TITLE, TEXT) == begun.format(TITLE_CODED, TEXT_CODED)


@pytest.mark.parametrize("contact", ["https://github.com/a/b/issues", "https://github.com/a/b/issues/new"])
def test_a_contact_that_is_a_list_of_issues_begins_one(contact: str) -> None:
    assert (report_address(contact, None, "A", "B") or "") == (
        "https://github.com/a/b/issues/new?title=A&body=B"
    )


def test_any_other_contact_is_left_as_it_is() -> None:
    assert report_address("https://a.example/form", None, TITLE, TEXT) == "https://a.example/form"


@pytest.mark.parametrize("repository", [None, "https://git.example/a/b"])
def test_nothing_is_made_up_for_a_host_that_is_not_known(repository: str | None) -> None:
    assert report_address(None, repository, TITLE, TEXT) is None
    assert data_address(repository, PLACE) is None


@pytest.mark.parametrize(
    ("repository", "line"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/blob/HEAD/"),
        ("https://github.com/a/b/tree/main", "https://github.com/a/b/blob/main/"),
        ("https://github.com/a/b/tree/main/site", "https://github.com/a/b/blob/main/site/"),
        ("https://gitlab.com/a/b/-/tree/main", "https://gitlab.com/a/b/-/blob/main/"),
        ("https://gitee.com/a/b/tree/master", "https://gitee.com/a/b/blob/master/"),
    ],
)
def test_the_data_are_a_line_of_a_file(repository: str, line: str) -> None:
    assert data_address(repository, PLACE) == f"{line}data/directives/river/directive.yml#L12"
