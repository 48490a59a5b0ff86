"""Coverage and reviews on the command line, and fingerprints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main
from directive_atlas.passages import Span, fingerprint, read_source, whole_sentences
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.base import BASE

RIVER = Path("data/directives/river")
SOURCE, REVIEW = RIVER / "source.txt", RIVER / "review.csv"
FIRST = (
    "passage,fingerprint,reviewed,by,text\n"
    "q-count,ba62f82d90ca,2020-05-01,Li,各分局要在年底前完成普查。\n"
    "q-report,d1ead7de6037,2020-05-01,Li,结果报总办公室。\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the small corpus of the golden cases; commands run in it."""
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _accept(day: str = "2020-05-01", by: str = "Li") -> Result:
    return _run("review", "--accept", "--by", by, "--as-of", day)


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_was_never_reviewed_is_shown(folder: Path) -> None:
    shown = _run("review")
    assert shown.exit_code == 1
    assert shown.output == (
        "data/directives/river/directive.yml:13:9: q-count: 普查桥梁: never reviewed\n"
        "  各分局要在年底前完成普查。\n"
        "data/directives/river/directive.yml:24:13: q-report: 报送结果: never reviewed\n"
        "  结果报总办公室。\n"
        "0 changed, 2 never reviewed, 0 gone, 0 reviewed\n"
    )
    assert not REVIEW.exists()


def test_accepting_writes_what_was_seen(folder: Path) -> None:
    assert _accept().output == "2 accepted, 0 removed\n"
    assert REVIEW.read_text("utf-8") == FIRST
    shown = _run("review")
    assert (shown.exit_code, shown.output) == (0, "0 changed, 0 never reviewed, 0 gone, 2 reviewed\n")
    assert _run("check").output == "0 errors, 0 warnings\n"


def test_accepting_again_changes_nothing(folder: Path) -> None:
    _accept()
    assert _accept("2020-06-01", "Wang").output == "0 accepted, 0 removed\n"
    assert REVIEW.read_text("utf-8") == FIRST


def test_a_change_is_shown_and_accepting_it_keeps_the_other_review(folder: Path) -> None:
    _accept()
    _edit(SOURCE, "结果报总办公室。", "每月结果报总办公室。")
    shown = _run("review", "river")
    assert shown.exit_code == 1
    assert shown.output == (
        "data/directives/river/directive.yml:24:13: q-report: 报送结果: "
        "changed since the review of 2020-05-01 by Li\n"
        "  {+每月+}结果报总办公室。\n"
        "  quoted now: 结果报总办公室。\n"
        "1 changed, 0 never reviewed, 0 gone, 1 reviewed\n"
    )
    assert "W421" in _run("check").output
    assert _accept("2020-06-01", "").output == "1 accepted, 0 removed\n"
    rows = REVIEW.read_text("utf-8").splitlines()
    assert rows[1] == FIRST.splitlines()[1]
    assert rows[2].split(",")[2:] == ["2020-06-01", "", "每月结果报总办公室。"]


def test_a_changed_quote_in_the_same_sentence_is_seen(folder: Path) -> None:
    _accept()
    _edit(RIVER / "directive.yml", "各分局要在年底前完成普查。", "各分局要在年底前完成")
    assert "  各分局要在年底前完成普查。\n  quoted now: 各分局要在年底前完成\n" in _run("review").output


def test_accepting_removes_what_is_gone(folder: Path) -> None:
    _accept()
    _edit(RIVER / "directive.yml", "id: report", "id: tell")
    shown = _run("review")
    assert f"{REVIEW}:3:1: q-report: gone since the review of 2020-05-01 by Li\n" in shown.output
    assert _accept("2020-06-01").output == "1 accepted, 1 removed\n"
    assert [row.split(",")[0] for row in REVIEW.read_text("utf-8").splitlines()] == [
        "passage",
        "q-count",
        "q-tell",
    ]


def test_words_with_commas_quotes_and_line_breaks_come_back(folder: Path) -> None:
    _edit(SOURCE, "结果报总办公室。", '结果报总办公室。"x", 各分局\n=1+1，办好。')
    _edit(RIVER / "directive.yml", "{file: source.txt,", "{file: source.txt, wrapped: true,")
    _edit(RIVER / "directive.yml", "exact: 结果报总办公室。", "exact: '各分局 =1+1'")
    assert _accept().exit_code == 0
    assert _run("review").exit_code == 0


def test_errors_come_before_reviews(folder: Path) -> None:
    _edit(SOURCE, "年底前", "六月底前")
    refused = _accept()
    assert refused.exit_code == 1
    assert "E401" in refused.output and "nothing was compared" in refused.output
    assert not REVIEW.exists()


def test_an_unknown_directive_is_explained(folder: Path) -> None:
    refused = _run("review", "rivers")
    assert refused.exit_code == 1
    assert "E302: there is no directive “rivers”" in refused.output
    assert "did you mean “river”?" in refused.output


def test_nothing_steers_the_terminal(folder: Path) -> None:
    _edit(SOURCE, "结果报总办公室。", "\x1b[31m结果报总办公室。")
    assert "\x1b" not in _run("review").output


def test_coverage_is_only_checked_on_demand(folder: Path) -> None:
    assert _run("check").exit_code == 0
    assert _run("check", "--coverage", "67").exit_code == 0
    failed = _run("check", "--coverage", "68", "--format", "json")
    found = [(each["code"], each["severity"], each["line"]) for each in json.loads(failed.stdout)]
    assert failed.exit_code == 1
    assert found == [("E411", "error", 7), ("W412", "warning", 1)]


def test_coverage_prints_github_annotations(folder: Path) -> None:
    lines = _run("check", "--coverage", "100", "--format", "github").stdout.splitlines()
    assert lines[0].startswith(
        "::error file=data/directives/river/directive.yml,line=7,col=9,title=E411::67 "
    )
    assert lines[1].startswith("::warning file=data/directives/river/source.txt,line=1,col=1,title=W412::")


@pytest.mark.parametrize("share", ["101", "-1", "most"])
def test_a_share_that_is_none_is_refused(folder: Path, share: str) -> None:
    assert _run("check", "--coverage", share).exit_code == 2


TEXTS = st.text(alphabet=st.sampled_from("甲乙a ，。！\n"), min_size=1, max_size=40)


@given(TEXTS, st.data())
def test_a_fingerprint_tells_words_and_borders_but_not_width(text: str, data: st.DataObject) -> None:
    solid = [index for index, char in enumerate(text) if not char.isspace()]
    if not solid:
        return
    first, last = sorted((data.draw(st.sampled_from(solid)), data.draw(st.sampled_from(solid))))
    span, source = Span(first, last + 1), read_source(text, "s")
    around = whole_sentences(source, span)
    assert around.start <= span.start < span.end <= around.end
    wide = read_source(text.replace("，", ","), "s")
    assert fingerprint(source, span) == fingerprint(wide, span)
    if last > first and text[last - 1].isalnum() and text[last].isalnum():
        assert fingerprint(source, span) != fingerprint(source, Span(first, last))
