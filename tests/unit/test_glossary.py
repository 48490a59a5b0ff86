"""The glossary: an index by letters in each language, and one address for each term."""

from __future__ import annotations

from dataclasses import replace

import pytest
from directive_atlas.interface.collation import DIGITS, OTHERS, initial
from directive_atlas.resolve import Corpus
from directive_atlas.resolve.model import Term, Text
from directive_atlas.views import glossary

from tests.tools.corpora import made
from tests.tools.corpora.made_up import Size, made_up_corpus


@pytest.mark.parametrize(
    ("title", "language", "letter"),
    [
        ("装维", "zh", "Z"),
        ("“扬帆”行动计划", "zh", "Y"),
        ("512工程", "zh", DIGITS),
        ("SA", "zh", "S"),
        ("5G + industrial internet", "en", DIGITS),
        ("élan", "en", "E"),
        ("装维", "en", OTHERS),
    ],
)
def test_a_term_stands_under_its_letter(title: str, language: str, letter: str) -> None:
    assert initial(title, language) == letter


def test_a_page_is_sorted_by_the_letters_of_its_own_language() -> None:
    terms = [
        _term("a", "装维", "installation"),
        _term("b", "车联网", "vehicles"),
        _term("c", "“重点”", "focus"),
    ]
    assert _sorted(terms, "zh") == {"C": ["车联网"], "Z": ["“重点”", "装维"]}
    assert _sorted(terms, "en") == {"F": ["“重点”"], "I": ["装维"], "V": ["车联网"]}


def test_each_term_is_on_one_page_whatever_the_language_of_the_reader() -> None:
    corpus = _corpus(2 * glossary.PER_PAGE + 1)
    pages = glossary.pages(corpus, "zh")
    assert [len(page) for page in pages] == [glossary.PER_PAGE, glossary.PER_PAGE, 1]
    numbers = glossary.page_numbers(corpus, "zh")
    assert all(numbers[term.id] == number for number, page in enumerate(pages, 1) for term in page)
    assert numbers.keys() == corpus.terms.keys()


def test_a_site_without_terms_has_a_page_that_says_so() -> None:
    assert glossary.pages(_corpus(0), "zh") == [()]


def _term(term_id: str, chinese: str, english: str) -> Term:
    name = Text((("zh", chinese), ("en", english)))
    return Term(term_id, name, (), made.text("含义"), (), None, (), made.PLACE)


def _corpus(number: int) -> Corpus:
    terms = {f"t-{n}": _term(f"t-{n}", f"第{n}号", f"no. {n}") for n in range(number)}
    return replace(made_up_corpus(0, Size(0)), terms=terms)


def _sorted(terms: list[Term], language: str) -> dict[str, list[str]]:
    groups = glossary.by_letter(terms, language)
    return {group.letter: [term.term.best("zh")[0] for term in group.terms] for group in groups}
