"""Paragraphs, sentences, and finding quotes: rules that hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from directive_atlas.load.schema import Quote
from directive_atlas.passages import Found, NotFound, locate, nearest, read_source
from hypothesis import assume, given
from hypothesis import strategies as st

TEXTS = st.text(alphabet=st.sampled_from('甲乙丙丁a1 ,，.。!！?？;；“”"()（）\n'), max_size=120)


@given(TEXTS)
def test_paragraphs_and_sentences_leave_out_nothing_but_white_space(text: str) -> None:
    source = read_source(text, "source.txt")
    spans = [span for paragraph in source.paragraphs for span in paragraph.sentences]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


@given(TEXTS, st.data())
def test_any_passage_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passage = text[start:end].strip()
    assume(passage)
    found = locate(read_source(text, "s"), Quote(exact=passage))
    assert isinstance(found, Found)
    assert any(text[span.start : span.end] == passage for span in found.spans)


@given(TEXTS)
def test_width_of_punctuation_and_white_space_do_not_matter(text: str) -> None:
    assume(text.strip())
    other = text.replace("，", ",").replace("。", ".").replace(" ", "  ").replace("“", '"')
    found = locate(read_source(text, "s"), Quote(exact=other.strip()))
    assert isinstance(found, Found) and len(found.spans) == 1


def test_prefix_suffix_and_position_choose_between_like_passages() -> None:
    source = read_source("甲要做好工作。乙要做好工作。\n丙要做好工作。", "s")
    words = "要做好工作"
    for quote, start in [
        (Quote(exact=words, prefix="乙"), 8),
        (Quote(exact=words, suffix="。乙"), 1),
        (Quote(exact=words, paragraph=2), 16),
        (Quote(exact=words, paragraph=1, sentence=2), 8),
    ]:
        found = locate(source, quote)
        assert isinstance(found, Found) and [span.start for span in found.spans] == [start]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("一要加强协调。二要加快进度！三呢？四", ["一要加强协调。", "二要加快进度！", "三呢？", "四"]),
        ("他说：“要快。”然后走了。", ["他说：“要快。”", "然后走了。"]),
        (
            "Report soon. The U.S. Code applies. Done",
            ["Report soon.", "The U.S. Code applies.", "Done"],
        ),
        ("1. Update the plan. Send it.", ["1. Update the plan.", "Send it."]),
        ("a. Assign roles;", ["a. Assign roles;"]),
        ("5G用户增长3.5倍。", ["5G用户增长3.5倍。"]),
        ("See https://a.example/x?y=1 for more.", ["See https://a.example/x?y=1 for more."]),
    ],
)
def test_sentences_of_both_languages(text: str, sentences: list[str]) -> None:
    spans = read_source(text, "s").paragraphs[0].sentences
    assert [text[span.start : span.end] for span in spans] == sentences


def _missing(found: Found | NotFound) -> tuple[str, str, str]:
    assert isinstance(found, NotFound)
    return found.key, str(found.what), str(found.available)


def test_a_position_outside_the_source_says_what_there_is() -> None:
    source = read_source("甲。乙。\n丙。", "s")
    assert _missing(locate(source, Quote(paragraph=3))) == ("paragraph", "paragraph 3", "2 paragraphs")
    wanted = ("to", "sentence 4 in paragraph 1", "2 sentences there")
    assert _missing(locate(source, Quote(paragraph=1, sentence=2, to=4))) == wanted


def test_the_nearest_passage_is_shown_with_its_difference() -> None:
    source = read_source("各分局要在年底前完成普查，结果报总办公室。", "s")
    found = nearest(source, "各分局应在年底前完成普查")
    assert str(found) == "nearest passage: 各分局[-应-]{+要+}在年底前完成普查"
    assert str(nearest(source, "zzzz")) == "nothing in the source is like it"
