"""Patterns for texts of others: none of them tries more and more ways for each character more.

With a pattern that does, a text of these lengths would be read longer than any computer lasts, so a test here
fails by not ending.
"""

from __future__ import annotations

import pytest
from directive_atlas.draft.en import chains, clauses, duties, nouns
from directive_atlas.draft.zh.when.form import Clock
from directive_atlas.draft.zh.when.times import times
from directive_atlas.intake.kinds import Form, form_of
from directive_atlas.passages import Span
from directive_atlas.passages.sentences import sentences


@pytest.mark.parametrize(
    ("start", "form"),
    [
        (b"<!---->" * 140 + b"x", Form.TEXT),
        (b"<!---->" * 140 + b"<html>", Form.HTML),
        (b"<!-- a --> <!-- <html> -->\n<!doctype html>", Form.HTML),
        (b"<!-- <html> --> words", Form.TEXT),
        (b"<!-- <html> without an end", Form.TEXT),
        (b"<?xml version='1.0'?>\n<!----><html>", Form.HTML),
    ],
)
def test_comments_before_a_page_are_passed_over_once(start: bytes, form: Form) -> None:
    assert form_of(start, "notice.txt") is form


@pytest.mark.parametrize("notes", ["¹" * 300, "[1]" * 300, "¹[a]" * 300])
def test_marks_of_footnotes_behind_a_sentence_are_passed_over_once(notes: str) -> None:
    for text, count in (
        (f"Count.{notes}x", 1),
        (f"Count.{notes} Then report.", 2),
        (f"清点。{notes}报告。", 2),
    ):
        assert len([*sentences(text, Span(0, len(text)))]) == count


MANY = 1_000_000


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (" " * MANY + "x", " " * MANY + "x"),
        ("plan" + " in\n" * MANY + "x", "plan"),
        ("the plan of\nBay", "the plan"),
    ],
)
def test_what_does_not_name_a_thing_is_cut_off_once(words: str, left: str) -> None:
    assert chains._CUT.sub("", words) == left


@pytest.mark.parametrize("words", ["a" * MANY, "members" * MANY, " " * MANY, "members of " * MANY + "x"])
def test_members_of_a_body_are_looked_for_once(words: str) -> None:
    assert clauses._MEMBERS.sub("", words) == words
    assert clauses._MEMBERS.sub("", f"{words} agency members of the ") == f"{words} "


@pytest.mark.parametrize("word", ["A" * 100_000, "A-" * 50_000])
def test_a_word_is_not_read_anew_from_each_of_its_letters(word: str) -> None:
    for pattern in (*nouns.ORGANISATIONS, duties._NAMES_PEOPLE):
        assert not pattern.search(f"{word}~")
    assert nouns.ORGANISATIONS[1].search(f"{word} Energy Council")


@pytest.mark.parametrize("piece", ["应当", "一", " "])
def test_times_of_a_chinese_paper_are_looked_for_from_each_sign_in_as_many_steps(piece: str) -> None:
    """With the square, the longest paragraph that there may be would take hours."""
    text = f"各部门应当{piece * 100_000}于2024年6月30日前办理"
    [found] = times(text, Span(0, len(text)), Clock())
    assert found.words == "2024年6月30日前"
