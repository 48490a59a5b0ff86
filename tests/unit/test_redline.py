"""What changed between two texts: word by word, with the times and bodies that it moves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.cli import main
from directive_atlas.redline.pieces import pieces
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.paths import FIXTURE

CENSUS = "ferries-lights-2023-lamp-census"

PIECES = {
    ("各区要在2019年完成。", "各区要在2020年完成。"): "各区要在[-2019-]{+2020+}年完成。",
    ("each branch reports", "each branch shall report"): "each branch [-reports-]{+shall report+}",
    ("same", "same"): "same",
    ("", "new"): "{+new+}",
}


@pytest.mark.parametrize("texts", PIECES)
def test_numbers_words_and_characters_change_as_a_whole(texts: tuple[str, str]) -> None:
    forms = {(False, False): "{}", (True, False): "[-{}-]", (False, True): "{{+{}+}}"}
    shown = (forms[each.gone, each.come].format(each.words) for each in pieces(*texts))
    assert "".join(shown) == PIECES[texts]


@given(st.text("甲乙 ab1", max_size=30), st.text("甲乙 ab1", max_size=30))
def test_both_texts_can_be_read_from_the_pieces(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(each.words for each in found if not each.come) == old
    assert "".join(each.words for each in found if not each.gone) == new


def redlined(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, ["redline", *arguments, "--site", str(FIXTURE), "--lang", "en"])
    assert done.exit_code == code, done.output
    return done.output


def test_a_directive_is_compared_with_its_last_earlier_edition() -> None:
    shown = redlined(CENSUS)
    assert "自本通知发布之日起[-20-]{+10+}个工作日内建立航灯台账" in shown
    assert "times named: 20个工作日 → 10个工作日" in shown
    assert f"rests on it: {CENSUS}/register, {CENSUS}/verify-register" in shown


def test_two_files_are_compared_without_a_record(tmp_path: Path) -> None:
    old, new = written(tmp_path, ["各局要报送。", "*各局*要自查。"])
    assert redlined(str(old), str(new), "--format", "markdown") == (
        "sentences: 1 changed, 0 moved, 0 added, 0 dropped, 0 unchanged\n\n"
        "- **changed** `0.txt:1:1` → `1.txt:1:1`\n"
        "  > **\\***各局**\\***要~~报送~~**自查**。\n\n"
    )


def test_a_program_gets_the_same(tmp_path: Path) -> None:
    found = json.loads(redlined(CENSUS, "--format", "json"))
    assert found["kept"] == 20
    assert {each["fate"] for each in found["changes"]} == {"changed", "moved", "added", "dropped"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ferries-2024-buoy-notice"], "has no earlier edition"),
        (["no-such-paper"], "E302"),
        (["assembly-1998-navigation-law", CENSUS], "has no source text"),
    ],
)
def test_what_cannot_be_compared_is_said(arguments: list[str], said: str) -> None:
    assert said in redlined(*arguments, code=1)


def written(folder: Path, texts: Sequence[str]) -> list[Path]:
    files = [folder / f"{number}.txt" for number, _ in enumerate(texts)]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    return files
