"""A text's own labels: read at the beginning of paragraphs, nested as legal texts nest them."""

from __future__ import annotations

import pytest
from directive_atlas.load.schema import Quote
from directive_atlas.outputs.search.documents import documents
from directive_atlas.passages import Found, NotFound, locate, read_source
from directive_atlas.resolve import Corpus
from directive_atlas.vocabulary.numerals import (
    from_chinese,
    from_letters,
    from_roman,
    to_chinese,
    to_letters,
    to_roman,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.sites import bilingual


def _labels(*lines: str, file: str = "s.txt") -> list[str | None]:
    return [each.label for each in read_source("\n".join(lines), file).paragraphs]


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (["标题", "一、甲", "（一）乙", "1．丙", "（1）丁", "①戊", "（二）庚", "二、辛"],
         [None, "一", "一（一）", "一（一）1", "一（一）1(1)", "一（一）1(1)①", "一（二）", "二"]),
        (["第一章　总则", "第一条　甲", "（一）乙", "第二章　分则", "第二条　丙"],
         ["第一章", "第一条", "第一条（一）", "第二章", "第二条"]),
        (["（一）甲。", "一是乙。", "二是丙。", "（二）丁。"],
         ["（一）", "（一）一是", "（一）二是", "（二）"]),
        (["一要甲。", "二要乙。", "三要丙。", "一般情况"], ["一要", "二要", "三要", None]),
        (["一、甲", "附件1", "一、乙"], ["一", "附件1", "附件1.一"]),
        (["2月22日甲", "5G乙", "3.5倍丙", "2020.丁", "一、二级医院", "10.5%戊"], [None] * 6),
        (["2.1 Scope", "2.1.1 Part", "2.2 Terms"], ["2.1", "2.1.1", "2.2"]),
        (["Sec. 4.  Reports.", "4.1.  Duties.  (a)  Each agency reports.", "(i) yearly", "(b) Others"],
         ["4", "4.1(a)", "4.1(a)(i)", "4.1(b)"]),
        (["Section 1. Title. (a) One; (b) two.", "Sec. 2. Next."], ["1", "2"]),
        (["(a) x", "(i) x", "(A) x", "(B) x", "(ii) x", "(b) x"],
         ["(a)", "(a)(i)", "(a)(i)(A)", "(a)(i)(B)", "(a)(ii)", "(b)"]),
        (["(b) of this section applies", "(c) and (d) too", "(note) x"], [None] * 3),
        (["(i) to improve", "(ii) and so on"], ["(i)", "(ii)"]),
        ([f"({letter}) x" for letter in "ghijk"], ["(g)", "(h)", "(i)", "(j)", "(k)"]),
        (["(h) x", "(i) x", "(ii) x", "(i) x", "(j) x"], ["(h)", "(h)(i)", "(h)(ii)", "(i)", "(j)"]),
        (["(u) x", "(iv) x", "(v) x", "(vi) x", "(v) x", "(w) x"],
         ["(u)", "(u)(iv)", "(u)(v)", "(u)(vi)", "(v)", "(w)"]),
        (["(y) x", "(z) x", "(aa) x", "(bb) x"], ["(y)", "(z)", "(aa)", "(bb)"]),
        (["A. Smith signed", "I went"], ["A", None]),
        (["Article 3", "(1) x", "Article 4"], ["Article 3", "Article 3(1)", "Article 4"]),
    ],
)  # fmt: skip
def test_labels_of_plain_lines(lines: list[str], labels: list[str | None]) -> None:
    assert [label and label.replace("（1）", "(1)") for label in _labels(*lines)] == labels


def test_lists_end_with_their_heading_and_nest_by_their_depth() -> None:
    text = "## A\n\n1. x\n   1. y\n   2. y\n2. x\n\n## B\n\n1. x\n\nText\n\n2. x\n"
    assert _labels(text, file="s.md") == [None, "1", "1.1", "1.2", "2", None, "1", None, "2"]


def test_a_label_in_a_heading_holds_what_stands_below() -> None:
    text = "# 2 Duties\n\n## 2.1 Reports\n\n(a) Yearly.\n\n# 3 Terms\n\nText"
    assert _labels(text, file="s.md") == ["2", "2.1", "2.1(a)", "3", None]


TEXT = (
    "Sec. 4. Duties.\n(e) Report.\nSoon. Now.\n(i) Yearly.\nSec. 5. Ends.\n(e) Stop.\n二、甲\n（三）乙。丙。"
)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        (Quote(at="4(e)"), ["(e) Report."]),
        (Quote(at="Section 4 (e)"), ["(e) Report."]),
        (Quote(at="4e"), ["(e) Report."]),
        (Quote(at="4.e"), ["(e) Report."]),
        (Quote(at="(e)"), ["(e) Report.", "(e) Stop."]),
        (Quote(at="(三)"), ["（三）乙。丙。"]),
        (Quote(at="二、（三）", sentence=2), ["丙。"]),
        (Quote(at="4", exact="Yearly"), ["Yearly"]),
        (Quote(at="5", exact="Yearly"), []),
        (Quote(at="(e)", exact="Stop"), ["Stop"]),
        (Quote(at="4(e)(i)"), ["(i) Yearly."]),
    ],
)
def test_a_label_names_its_passage(quote: Quote, words: list[str]) -> None:
    source = read_source(TEXT, "s.txt")
    found = locate(source, quote)
    assert isinstance(found, Found)
    assert [source.text[span.start : span.end] for span in found.spans] == words


@pytest.mark.parametrize(
    ("label", "words"),
    [("Help 1", "1. Ask."), ("Duties: 1", "1. Report."), ("Help1.1", "1. Again."), ("duties 1", "")],
)
def test_a_heading_before_a_label_tells_which_of_several_is_meant(label: str, words: str) -> None:
    source = read_source("# Duties\n\n1. Report.\n2. Stop.\n\n# Help\n\n1. Ask.\n   1. Again.\n", "s.md")
    found = locate(source, Quote(at=label))
    spans = found.spans if isinstance(found, Found) else ()
    assert "".join(source.text[each.start : each.end] for each in spans) == words


def test_an_unknown_label_is_answered_with_the_nearest() -> None:
    found = locate(read_source(TEXT, "s.txt"), Quote(at="4(f)"))
    assert isinstance(found, NotFound)
    assert (found.key, str(found.what)) == ("at", "passage “4(f)”")
    assert str(found.available).startswith("4(e), ")
    unlabelled = locate(read_source("甲", "s.txt"), Quote(at="一"))
    assert isinstance(unlabelled, NotFound)
    assert (str(unlabelled.what), str(unlabelled.available)) == ("passage “一”", "no labels of its own")


@given(st.integers(1, 99))
def test_numbers_are_read_as_they_are_written(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number
    assert from_roman(to_roman(number)) == number
    assert number > 26 or from_letters(to_letters(number)) == number


@pytest.mark.parametrize("text", ["一一", "", "千", "十十"])
def test_what_is_no_chinese_number_is_none(text: str) -> None:
    assert from_chinese(text) == 0


def test_the_search_finds_a_passage_by_its_label(corpus: Corpus) -> None:
    found = [each for each in documents(corpus, bilingual()) if each.label == "二（一）1"]
    assert found and all("二（一）1" in each.related for each in found)
