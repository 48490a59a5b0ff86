"""Two versions of a text: what is shown of them differs where they do, in a language in which they do."""

from __future__ import annotations

from directive_atlas.changes.apart import LONGEST, only_elsewhere, told_apart
from directive_atlas.resolve.model import Text
from hypothesis import given
from hypothesis import strategies as st

LONG = "甲" * LONGEST


def test_a_language_in_which_nothing_changed_is_left_out() -> None:
    before, after = Text((("zh", "旧"), ("en", "same"))), Text((("zh", "新"), ("en", "same")))
    assert told_apart((before,), (after,)) == ((Text((("zh", "旧"),)),), (Text((("zh", "新"),)),))


def test_a_change_in_another_language_only_is_told_as_one() -> None:
    before = Text((("zh", "旧"), ("en", "same"), ("de", "gleich")))
    after = Text((("zh", "新"), ("en", "same"), ("de", "gleich")))
    assert only_elsewhere((before,), (after,), "en") == ("zh",)
    assert only_elsewhere((before,), (after,), "zh") == ()


def test_of_a_language_that_neither_text_has_nothing_can_be_said_to_be_the_same() -> None:
    before, after = Text((("zh", "旧"),)), Text((("zh", "新"),))
    assert only_elsewhere((before,), (after,), "en") == ()
    assert only_elsewhere(("旧",), ("新",), "en") == ()


def test_long_texts_are_cut_around_their_difference() -> None:
    [old], [new] = told_apart((f"{LONG}旧{LONG}",), (f"{LONG}新{LONG}",))
    assert (old, new) == (f"…{'甲' * 40}旧{'甲' * 40}…", f"…{'甲' * 40}新{'甲' * 40}…")


def test_several_values_stay_as_they_are() -> None:
    assert told_apart((LONG, "a"), (LONG,)) == ((LONG, "a"), (LONG,))


@given(st.text("ab", max_size=300), st.text("ab", max_size=300))
def test_what_differs_looks_different(before: str, after: str) -> None:
    [old], [new] = told_apart((before,), (after,))
    assert (old == new) == (before == after)
