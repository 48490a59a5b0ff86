"""Writing: only what changed, all at once, and nothing that is not ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place
from directive_atlas.write import MANIFEST, Summary, carry_out, plan


def _output(**files: str) -> Output:
    named = {f"{name}.md": text.encode() for name, text in files.items()}
    return Output(named, {path: Place("data/x.yml", 3, 1) for path in named})


def _run(output: Output, root: Path) -> Summary:
    planned = plan(output, root)
    assert not planned.problems
    return carry_out(planned)


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    assert _run(_output(a="1", b="1"), tmp_path) == Summary(written=2, unchanged=0, removed=0)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert _run(_output(a="1", b="2"), tmp_path) == Summary(written=1, unchanged=1, removed=0)
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert (tmp_path / "b.md").read_text() == "2"


def test_files_of_an_earlier_run_go_with_their_empty_folders(tmp_path: Path) -> None:
    deep = Output({"x/y/a.md": b"1"}, {"x/y/a.md": Place("")})
    _run(deep, tmp_path)
    (tmp_path / "x" / "mine.md").write_text("by hand")
    assert _run(_output(b="1"), tmp_path).removed == 1
    assert not (tmp_path / "x" / "y").exists()
    assert (tmp_path / "x" / "mine.md").read_text() == "by hand"


def test_a_file_that_no_run_wrote_is_in_the_way_and_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("by hand")
    [found] = plan(_output(a="1"), tmp_path).problems
    assert (found.kind.code, found.place) == ("E501", Place("data/x.yml", 3, 1))
    assert (tmp_path / "a.md").read_text() == "by hand"


def test_a_page_changed_by_hand_is_made_again_with_a_warning(tmp_path: Path) -> None:
    _run(_output(a="1"), tmp_path)
    (tmp_path / "a.md").write_text("by hand")
    planned = plan(_output(a="1"), tmp_path)
    assert [p.kind.code for p in planned.problems] == ["W502"]
    carry_out(planned)
    assert (tmp_path / "a.md").read_text() == "1"


def test_a_file_changed_by_hand_and_no_longer_wanted_stays(tmp_path: Path) -> None:
    _run(_output(a="1", b="1"), tmp_path)
    (tmp_path / "a.md").write_text("by hand")
    planned = plan(_output(b="1"), tmp_path)
    assert [p.kind.code for p in planned.problems] == ["W503"]
    assert carry_out(planned).removed == 0
    assert (tmp_path / "a.md").read_text() == "by hand"


@pytest.mark.parametrize("name", ["../mine.md", "/etc/mine.md", "mine.txt"])
def test_a_manifest_cannot_name_files_outside(tmp_path: Path, name: str) -> None:
    root = tmp_path / "docs"
    root.mkdir()
    (tmp_path / "mine.md").write_text("by hand")
    (root / "mine.txt").write_text("by hand")
    (root / MANIFEST).write_text(json.dumps({name: "0"}))
    assert plan(_output(a="1"), root).remove == ()


def test_a_run_that_is_cut_off_leaves_nothing_unknown(tmp_path: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(plan(_output(a="1", b="1"), tmp_path), stop)
    assert _run(_output(a="2", b="2"), tmp_path).written == 2
    assert not list(tmp_path.glob("*.tmp"))


def test_a_broken_manifest_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("{")
    assert _run(_output(a="1"), tmp_path).written == 1
