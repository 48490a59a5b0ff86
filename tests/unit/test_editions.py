"""Two editions of a text: what became of each sentence."""

from __future__ import annotations

import pytest
from directive_atlas.passages import SourceText, Span, align, read_source
from hypothesis import given
from hypothesis import strategies as st

OLD = """The bridges are inspected by 2020.
Each branch reports in March.
The head office publishes a list.
Nobody may close a bridge without notice."""
LINES = OLD.splitlines()

CASES = {
    "nothing changed": (OLD, ["kept"] * 4),
    "only white space changed": (OLD.replace("by 2020", "by  2020"), ["kept"] * 4),
    "a day changed": (OLD.replace("2020", "2021"), ["changed", *["kept"] * 3]),
    "a sentence was added": (
        OLD.replace("\nNobody", "\nA fund pays for repairs.\nNobody"),
        [*["kept"] * 3, "added", "kept"],
    ),
    "a sentence was dropped": (
        OLD.replace("Each branch reports in March.\n", ""),
        ["kept", "dropped", "kept", "kept"],
    ),
    "the first came last": ("\n".join([*LINES[1:], LINES[0]]), [*["kept"] * 3, "moved"]),
    "another text": ("一、本办法自公布之日起施行。", [*["dropped"] * 4, "added"]),
}  # fmt: skip


def text(words: str) -> SourceText:
    return read_source(words, "source.txt")


@pytest.mark.parametrize("case", CASES)
def test_each_sentence_is_told(case: str) -> None:
    new, fates = CASES[case]
    assert [each.fate.value for each in align(text(OLD), text(new))] == fates


def test_equal_sentences_do_not_move_when_one_of_them_goes() -> None:
    new = "The lamps.\nThe office reports.\nThe ferries.\nThe office reports."
    old = f"The bridges.\nThe office reports.\n{new}"
    for texts, fate in (((old, new), "dropped"), ((new, old), "added")):
        fates = [each.fate.value for each in align(*map(text, texts))]
        assert sorted(fates) == sorted([fate, fate, *["kept"] * 4])


SENTENCES = st.lists(st.sampled_from([*"甲乙丙丁戊", "甲乙丙丁", "甲乙丙戊"]), max_size=12)


@given(SENTENCES, SENTENCES)
def test_each_sentence_of_both_texts_is_told_once(old: list[str], new: list[str]) -> None:
    before, after = text("\n".join(old)), text("\n".join(new))
    matches = align(before, after)
    assert sorted(each.old for each in matches if each.old) == spans(before)
    assert [each.new for each in matches if each.new] == spans(after)


@given(SENTENCES)
def test_a_text_is_equal_to_itself(words: list[str]) -> None:
    same = text("\n".join(words))
    assert {each.fate.value for each in align(same, same)} <= {"kept"}


def spans(source: SourceText) -> list[Span]:
    return [span for paragraph in source.paragraphs for span in paragraph.sentences]
