"""What a command line names and nothing has: the hint tells what is there, and no YAML to add."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.cli import main
from directive_atlas.identify.skeletons import existing

from tests.golden.base import write_base

REPORT = ("new", "report", "river", "--task", "count", "--note", "All counted.")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site with the small corpus of the golden cases, and without the guide; commands run in it."""
    write_base(tmp_path)
    monkeypatch.chdir(tmp_path)


def _run(*arguments: str) -> str:
    return CliRunner().invoke(main, [*arguments, "--lang", "en"]).output


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("sheet", "offize"), "did you mean “office” or “Head Office”?"),
        (("sheet", "nope"), "there are: office, branches"),
        (("edit", "nope"), "there are: river"),
        (("new", "report", "rivver", "--task", "count", "--note", "x"), "did you mean “river”?"),
        (("new", "report", "nope", "--task", "count", "--note", "x"), "there are: river"),
        (("new", "report", "river", "--task", "nope", "--note", "x"), "there are: count"),
    ],
)
def test_an_argument_that_nothing_has_is_told_what_there_is(arguments: tuple[str, ...], hint: str) -> None:
    shown = _run(*arguments)
    assert f"  hint: {hint}" in shown and "or add to" not in shown


def test_only_the_first_ten_ids_are_told() -> None:
    assert str(existing(f"d{n}" for n in range(11))).endswith("d8, d9, …")
    assert str(existing([])) == "there is none yet"


@pytest.mark.parametrize(("word", "meant"), [("finished", "done"), ("in-progress", "in_progress")])
def test_a_status_in_other_words_has_ours_beside_it(word: str, meant: str) -> None:
    assert f"“{word}” is not one of the allowed words (did you mean “{meant}”?)" in _run(
        *REPORT, "--status", word
    )


def test_a_report_with_all_its_cells_is_complete() -> None:
    shown = _run(*REPORT, "--status", "done")
    assert "next: directives check" in shown and "complete it" not in shown


def test_a_site_without_the_guide_is_sent_to_what_prints_it() -> None:
    assert _run("sheet", "nope").endswith("\n  more: directives explain E302\nnothing was written\n")
    Path("docs", "guide").mkdir(parents=True)
    Path("docs", "guide", "problems.md").touch()
    assert "\n  guide: en/guide/problems.html#e302, or run: directives explain E302\n" in _run(
        "sheet", "nope"
    )
