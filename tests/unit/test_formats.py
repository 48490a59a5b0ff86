"""Sources in Markdown and HTML: what a reader sees, paragraph by paragraph; nothing else."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from directive_atlas.passages import Kind, SourceText, read_source
from hypothesis import given
from hypothesis import strategies as st


def _paragraphs(text: str, file: str) -> list[str]:
    return _texts(read_source(text, file))


def _texts(source: SourceText) -> list[str]:
    return [source.text[each.span.start : each.span.end] for each in source.paragraphs]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>一、总则<p>（一）检查", ["一、总则", "（一）检查"]),
        ("<div>One<p>two</p>three</div>", ["One", "two", "three"]),
        ("<p>Fish &amp; chips&nbsp;&lt;b&gt; &#x4e2d;</p>", ["Fish & chips\xa0<b> 中"]),
        ("<p>a<br>b</p>", ["a", "b"]),
        ("<p>  a\n  <b> b</b> c </p>", ["a b c"]),
        ("<p>要在年底\n  前完成，\n报总办公室</p>", ["要在年底前完成，报总办公室"]),
        ("<p>　　段首空格</p>", ["段首空格"]),
        ("<p>10<sup>26</sup> CO<sub>2</sub> 5<sup>th</sup></p>", ["10²⁶ CO₂ 5th"]),
        ("<pre>a\n  b</pre>", ["a", "b"]),
        ("<nav>Home</nav><script>x<y</script><style>p{}</style><p>a", ["a"]),
        ("<p hidden>no<p style='display: none'>no<p>yes<template>no</template>", ["yes"]),
        ("<header>Site</header><main><p>Text</p></main><footer>Site</footer>", ["Text"]),
        ("<title>No</title><body><h1>Yes</h1>", ["Yes"]),
        ("<ol><li>x<li><p>y</p><p>z</p></ol>", ["1. x", "2. y", "z"]),
        ("<ol type=a start=3><li>x<li value=28>y</ol>", ["c. x", "ab. y"]),
        ("<ol type=I reversed><li>x<li>y</ol>", ["II. x", "I. y"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol style='list-style: none'><li>（一）甲</ol>", ["（一）甲"]),
        ("<table><tr><th>A<th>B<tr><td>1<td><p>2<p>3</table>", ["A\u2003B", "1\u20032 3"]),
        ("<table><tr><td><p>One.<p>Two.</table>", ["One.", "Two."]),
        ("<table><tr><td>menu<td><table><tr><td>a<td>b</table></table>", ["menu", "a\u2003b"]),
    ],
)
def test_html_reads_as_a_browser_shows_it(html: str, shown: list[str]) -> None:
    assert _paragraphs(html, "source.html") == shown


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("# One\n\nTwo *three*\nfour `five`", ["One", "Two three four five"]),
        ("---\ntitle: x\n---\nText {{ site.name }}.", ["Text ."]),
        ("     (a)  Indented\ntext.\n\n     (b)  As this.", ["(a) Indented text.", "(b) As this."]),
        ("See subsection\n(b) of this section.", ["See subsection (b) of this section."]),
        ("3. three\n5. five\n5. six", ["3. three", "5. five", "6. six"]),
        ('{:start="2"}\n2. two', ["2. two"]),
        ("1. one\n\n   a.  first\n\n   b.  second", ["1. one", "a. first", "b. second"]),
        ("| A | B |\n|---|---|\n| 1 | ~~2~~ 3 |", ["A\u2003B", "1\u20032 3"]),
        ("Words.[^n]\n\n[^n]: <https://a.x>\n[^2]: Two", ["Words.[n]", "[n] https://a.x", "[2] Two"]),
        ("<script>x</script>\n\n<p>A<br>b</p>", ["A", "b"]),
        ("[link](https://a.example) ![image](b.png) &copy;", ["link ©"]),
        ("年底\n前完成", ["年底前完成"]),
    ],
)  # fmt: skip
def test_markdown_reads_as_it_looks(markdown: str, shown: list[str]) -> None:
    assert _paragraphs(markdown, "source.md") == shown


def test_paragraphs_know_their_kind_and_their_line() -> None:
    text = "---\nx: y\n---\n# Title\n\nText\n\n- entry\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n[^1]: Note\n"
    source = read_source(text, "s.md")
    found = [(each.kind, each.line) for each in source.paragraphs]
    kinds = [Kind.HEADING, Kind.TEXT, Kind.ENTRY, Kind.ROW, Kind.ROW, Kind.FOOTNOTE]
    assert found == list(zip(kinds, [4, 6, 8, 10, 12, 14], strict=True))


def test_html_tells_line_and_column() -> None:
    source = read_source("<p>a</p>\n <p>\n  b</p>", "s.html")
    assert [(each.line, each.column) for each in source.paragraphs] == [(1, 4), (3, 3)]


def test_places_in_plain_text_are_those_of_the_file() -> None:
    source = read_source("\n  one\ntwo\n", "s.txt", wrapped=True)
    assert [source.place(source.text.index(word)) for word in ("one", "e", "two", "wo")] == [
        (2, 3), (2, 5), (3, 1), (3, 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "file"),
    [
        (
            "<p>keep <del>gone </del><s>also</s> kept <span style='text-decoration:line-through'>x</span>",
            "s.html",
        ),
        ("keep ~~gone~~ <del>also</del> kept ~~x~~", "s.md"),
    ],
)
def test_struck_words_are_kept_and_marked(text: str, file: str) -> None:
    source = read_source(text, file)
    assert source.text == "keep gone also kept x"
    assert [source.text[each.start : each.end].strip() for each in source.struck] == ["gone", "also", "x"]


def test_each_cell_of_a_row_ends_a_sentence() -> None:
    source = read_source("<table><tr><td>甲。乙<td><td>丙</table>", "s.html")
    parts = [source.text[each.start : each.end] for each in source.paragraphs[0].sentences]
    assert parts == ["甲。", "乙", "丙"]


def test_a_deeply_nested_page_is_read() -> None:
    assert _paragraphs("<div>" * 3000 + "deep", "s.html") == ["deep"]


MARKED_UP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<ol>", "<li>", "</ol>", "<table>", "<tr>", "<td>", "</table>", "<del>", "</del>",
         "<br>", "<b", "&amp;", "~~", "# ", "- ", "1. ", "(i) ", "（一）", "2.1 ", "| a | b |\n|---|---|\n",
         "\n", "\n\n", "    ", "甲。乙", "word. Next", "\u2003", "[^1]", "[^1]: ", "<!--", "---\n"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@given(text=MARKED_UP)
def test_paragraphs_hold_all_of_the_shown_text_and_sentences_lie_in_them(suffix: str, text: str) -> None:
    source = read_source(text, f"source.{suffix}")
    assert "".join("".join(_texts(source)).split()) == "".join(source.text.split())
    for before, after in pairwise(source.paragraphs):
        assert before.span.end < after.span.start and before.number + 1 == after.number
    for each in source.paragraphs:
        words = "".join(source.text[part.start : part.end] for part in each.sentences)
        assert re.sub(r"\s", "", words) == re.sub(r"\s", "", source.text[each.span.start : each.span.end])
        assert all(each.span.start <= part.start < part.end <= each.span.end for part in each.sentences)
        assert 0 <= each.own <= len(each.path) and source.place(each.span.start) == (each.line, each.column)
    assert all(span.end <= len(source.text) for span in source.struck)
