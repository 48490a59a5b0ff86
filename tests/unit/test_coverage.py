"""Coverage of a source: every letter has one state; which words bind."""

from __future__ import annotations

import pytest
from directive_atlas.passages import Coverage, CoverageState, Span, cover, read_source
from directive_atlas.passages.obligations import CHINESE, CHINESE_OTHERS, ENGLISH, ENGLISH_OTHERS, obligations
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text(alphabet=st.sampled_from("甲乙要须a1 ,，.。!！“”\n"), max_size=80)
SPANS = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6)


def _spans(pairs: list[tuple[int, int]], text: str) -> list[Span]:
    ends = (sorted(min(end, len(text)) for end in pair) for pair in pairs)
    return [Span(start, end) for start, end in ends if start < end]


def _held(spans: list[Span]) -> set[int]:
    return {index for span in spans for index in range(span.start, span.end)}


@given(TEXTS, SPANS, SPANS)
def test_every_letter_is_read_or_open_and_belongs_to_one_sentence(
    text: str, some: list[tuple[int, int]], others: list[tuple[int, int]]
) -> None:
    quoted, background = _spans(some, text), _spans(others, text)
    coverage = cover(read_source(text, "s"), quoted, background)
    letters = {index for index, char in enumerate(text) if char.isalnum()}
    left = letters & _held([run for sentence in coverage.sentences for run in sentence.rest])
    assert left == letters - _held(quoted) - _held(background)
    assert sum(sentence.letters for sentence in coverage.sentences) == len(letters)
    assert sum(sentence.open_letters for sentence in coverage.sentences) == len(left)
    for sentence in coverage.sentences:
        own = letters & _held([sentence.span])
        assert sentence.state is _state(own, own & left, own & _held(quoted))
        assert not _held(list(sentence.rest)) & (_held(quoted) | _held(background))


def _state(own: set[int], left: set[int], read: set[int]) -> CoverageState:
    if left:
        return CoverageState.UNCOVERED if left == own else CoverageState.PARTLY
    return CoverageState.QUOTED if read else CoverageState.BACKGROUND


@given(TEXTS, SPANS)
def test_the_share_is_100_only_when_nothing_is_open(text: str, some: list[tuple[int, int]]) -> None:
    coverage = cover(read_source(text, "s"), _spans(some, text), [])
    assert 0 <= coverage.share <= 100
    assert (coverage.share == 100) is (not coverage.open)
    assert sum(coverage.count(state) for state in CoverageState) == len(coverage.sentences)


def test_the_share_is_rounded_down() -> None:
    text = "甲" * 999 + "乙"
    assert cover(read_source(text, "s"), [Span(0, 999)], []).share == 99


def _covered(text: str, *quoted: Span) -> Coverage:
    return cover(read_source(text, "s"), quoted, [])


def test_what_binds_the_beginning_of_an_open_sentence_binds_its_end() -> None:
    text = "各局要普查，不得拖延。另行通知。"
    [first, second] = _covered(text, Span(0, 5)).sentences
    assert [text[word.start : word.end] for word in first.duties] == ["要", "不得"]
    assert _covered(text, Span(0, 5)).binding == (first,)
    assert second.is_open and not second.duties


def test_a_word_that_is_quoted_only_in_part_binds() -> None:
    text = "各局必须普查。"
    assert _covered(text, Span(0, 3)).sentences[0].duties == (Span(2, 4),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("各局要普查，并应当报送", ["要", "应当"]),
        ("这项重要任务必须完成", ["必须"]),
        ("主要需要：纲要、必要、只要", []),
        ("按照要求供应应急物资", []),
        ("相应当事人应到场", ["应"]),
        ("不得不做，不得拖延，不得了", ["不得不", "不得"]),
        ("确保质量，力争提前，严禁外传，禁止入内", ["确保", "力争", "严禁", "禁止"]),
        ("各局必\n须普查", ["必\n须"]),
        ("Branches SHALL report; they may\nnot wait.", ["SHALL", "may\nnot"]),
        ("It is directed to act, required to report, and will pay.", ["directed to", "required to", "will"]),
        ("He may act at will; the mustard, shallow and willing are free will.", []),
        ("局should报送", ["should"]),
    ],
)
def test_which_words_bind(text: str, words: list[str]) -> None:
    assert [text[word.start : word.end] for word in obligations(text, Span(0, len(text)))] == words


@pytest.mark.parametrize("word", [*CHINESE, *ENGLISH])
def test_each_word_binds_by_itself(word: str) -> None:
    assert list(obligations(word, Span(0, len(word)))) == [Span(0, len(word))]


@pytest.mark.parametrize("word", [*CHINESE_OTHERS, *ENGLISH_OTHERS])
def test_each_other_word_does_not(word: str) -> None:
    assert not list(obligations(word, Span(0, len(word))))
