"""The terms of the glossary are found in texts: Latin ones as whole words, Chinese ones anywhere."""

from __future__ import annotations

import pytest
from directive_atlas.resolve.terms import TermFinder

FINDER = TermFinder({"census": ["普查", "survey"], "net": ["5G"], "count": ["bridge count", "bridges"]})


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("survey", ("census",)),
        ("SURVEY.", ("census",)),
        ("A survey of it", ("census",)),
        ("the bridge  count\nof 2020", ("count",)),
        ("the bridge counter", ()),
        ("普 查", ("census",)),
        ("a surveyor", ()),
        ("to resurvey", ()),
        ("surve", ()),
        ("开展桥梁普查工作", ("census",)),
        ("建设5G基站", ("net",)),
        ("15G", ()),
        ("5G2", ()),
        ("bridges, 5G, bridges", ("count", "net")),
        ("", ()),
    ],
)
def test_a_term_is_found_where_its_name_is_a_whole_word(text: str, terms: tuple[str, ...]) -> None:
    assert FINDER.terms_in([text]) == terms


def test_terms_come_in_the_order_of_the_texts_each_once() -> None:
    assert FINDER.terms_in(["5G", "普查", "5G and a survey"]) == ("net", "census")
