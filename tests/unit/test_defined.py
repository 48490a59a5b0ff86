"""Words of a quote that the glossary explains."""

from __future__ import annotations

import pytest
from directive_atlas.outputs.pages.defined import defined
from directive_atlas.problems import Place
from directive_atlas.resolve.model import Term, Text
from hypothesis import given
from hypothesis import strategies as st


def _term(name: str, *aliases: str) -> Term:
    text = Text((("zh", name),))
    return Term(name, text, aliases, text, (), None, (), Place("glossary.yml", 1, 1))


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("加快独立组网建设", ["独立组网"], ["独立组网"]),
        ("独立组网，再说独立组网", ["独立组网"], ["独立组网"]),
        ("非独立组网", ["独立组网", "非独立组网"], ["非独立组网"]),
        ("Set sail with SA.", ["SA"], ["SA"]),
        ("said the SASAC", ["SA"], []),
        ("a <b>&", ["<b>&"], ["<b>&"]),
        ("全文", [], []),
    ],
)
def test_a_term_is_told_where_it_first_occurs(text: str, names: list[str], found: list[str]) -> None:
    pieces = list(defined(text, [_term(name) for name in names]))
    assert [words for words, term in pieces if term] == found
    assert "".join(words for words, _ in pieces) == text


@given(st.text("ab5 网络.", max_size=30), st.lists(st.text("ab5网络.", min_size=1, max_size=4), max_size=4))
def test_nothing_of_the_text_is_lost_and_a_term_is_told_once(text: str, names: list[str]) -> None:
    pieces = list(defined(text, [_term(name, name.upper()) for name in dict.fromkeys(names)]))
    assert "".join(words for words, _ in pieces) == text
    told = [term.id for _, term in pieces if term]
    assert len(told) == len(set(told))
