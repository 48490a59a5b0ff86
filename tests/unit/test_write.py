"""Writing: only what changed, all at once, and nothing that is not ours."""

from __future__ import annotations

import errno
import itertools
import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from directive_atlas.filesystem import TEMPORARY
from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place
from directive_atlas.write import MANIFEST, Summary, carry_out, plan

from tests.tools.killing import KilledAt, killing, output_of


def _output(**files: str) -> Output:
    named = {f"{name}.md": text.encode() for name, text in files.items()}
    return Output(named, {path: Place("data/x.yml", 3, 1) for path in named})


def _at(*paths: str) -> Output:
    """An output with the same bytes at some paths."""
    return Output(dict.fromkeys(paths, b"1"), dict.fromkeys(paths, Place("data/x.yml", 3, 1)))


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
    _run(_at("x/y/a.md"), tmp_path)
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


@pytest.mark.parametrize("path", ["data.json", "x/feed.xml", "CNAME", "x/.nojekyll", "a.md/b", "中/图.svg"])
def test_any_file_of_an_output_is_known_again(tmp_path: Path, path: str) -> None:
    _run(_at(path), tmp_path)
    assert _run(_at(path), tmp_path) == Summary(written=0, unchanged=1, removed=0)
    assert _run(_at(), tmp_path).removed == 1
    assert list(tmp_path.iterdir()) == []


# A manifest that somebody else wrote


def _forge(root: Path, *paths: str) -> None:
    """A manifest that says of each path that a run wrote “by hand” there."""
    root.mkdir(exist_ok=True)
    manifest = dict.fromkeys(paths, sha256(b"by hand").hexdigest())
    (root / MANIFEST).write_text(json.dumps(manifest))


@pytest.mark.parametrize(
    "name", ["../mine.md", "x/../../mine.md", "{above}/mine.md", "x/out/mine.md", "out/mine.md"]
)
def test_a_manifest_cannot_lead_outside(tmp_path: Path, name: str) -> None:
    root = tmp_path / "docs"
    (root / "x").mkdir(parents=True)
    for link in ("out", "x/out"):
        (root / link).symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "mine.md").write_text("by hand")
    _forge(root, name.format(above=tmp_path))
    assert _run(_at("a.md"), root).removed == 0
    assert (tmp_path / "mine.md").read_text() == "by hand"


def test_a_link_that_a_manifest_names_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("by hand")
    (tmp_path / "link.md").symlink_to("mine.md")
    _forge(tmp_path, "link.md")
    assert _run(_at("a.md"), tmp_path).removed == 0
    assert (tmp_path / "link.md").is_symlink()


def test_a_file_with_other_bytes_than_the_manifest_says_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("written by hand")
    _forge(tmp_path, "mine.md")
    planned = plan(_at(), tmp_path)
    assert [p.kind.code for p in planned.problems] == ["W503"]
    assert carry_out(planned).removed == 0
    assert (tmp_path / "mine.md").read_text() == "written by hand"


def test_a_file_that_changes_after_the_plan_is_not_removed(tmp_path: Path) -> None:
    _run(_output(a="1"), tmp_path)
    planned = plan(_output(), tmp_path)
    (tmp_path / "a.md").write_text("by hand")
    assert carry_out(planned).removed == 0
    assert (tmp_path / "a.md").read_text() == "by hand"


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "[" * 100_000, '{"a.md": 1}', json.dumps({"a" * 300: "0", "b\0": "0", "": "0", ".": "0"})],
)
def test_a_broken_manifest_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    assert _run(_output(b="1"), tmp_path).written == 1
    assert _run(_output(), tmp_path).removed == 1


def test_a_manifest_that_cannot_be_read_now_is_not_taken_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(_output(a="1"), tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch, pytest.raises(PermissionError, match=MANIFEST):
        patch.setattr(os, "fdopen", refuse)
        plan(_output(), tmp_path)
    assert _run(_output(), tmp_path).removed == 1


# What stands in the way


@pytest.mark.parametrize("link", ["x", "x/y", "x/y/a.md"])
@pytest.mark.parametrize("leads", [True, False])
def test_nothing_is_written_through_a_link(tmp_path: Path, link: str, leads: bool) -> None:
    root, outside = tmp_path / "docs", tmp_path / "outside"
    _run(_output(z="1"), root)
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(outside)
    if leads:
        outside.mkdir()
    [found] = plan(_at("x/y/a.md"), root).problems
    assert (found.kind.code, found.place) == ("E505", Place("data/x.yml", 3, 1))
    assert found.message.endswith(f": {link}")
    assert not outside.exists() or not list(outside.iterdir())


def test_a_link_that_appears_after_the_plan_is_not_followed(tmp_path: Path) -> None:
    root, outside = tmp_path / "docs", tmp_path / "outside"
    outside.mkdir()
    planned = plan(_at("x/a.md"), root)
    root.mkdir()
    (root / "x").symlink_to(outside, target_is_directory=True)
    with pytest.raises(OSError, match="it is a link"):
        carry_out(planned)
    assert not list(outside.iterdir())


@pytest.mark.parametrize("path", ["x", "x/y"])
def test_what_is_no_page_is_in_the_way_and_stays(tmp_path: Path, path: str) -> None:
    """A named pipe would keep whoever reads it waiting."""
    (tmp_path / path).parent.mkdir(exist_ok=True)
    os.mkfifo(tmp_path / path)
    [found] = plan(_at("x/y"), tmp_path).problems
    assert found.kind.code == "E501"


def test_a_manifest_or_remains_that_are_links_lead_nowhere(tmp_path: Path) -> None:
    root, mine = tmp_path / "docs", tmp_path / "mine"
    root.mkdir()
    mine.write_text("{}")
    for name in (MANIFEST, TEMPORARY):
        (root / name).symlink_to(mine)
    _run(_output(a="1"), root)
    assert mine.read_text() == "{}"
    assert not (root / MANIFEST).is_symlink()
    assert not (root / TEMPORARY).is_symlink()


# Runs that are cut off


def test_a_run_that_is_interrupted_leaves_nothing_unknown(tmp_path: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(plan(_output(a="1", b="1"), tmp_path), stop)
    assert not (tmp_path / TEMPORARY).exists()
    assert _run(_output(a="2", b="2"), tmp_path).written == 2


def test_a_full_disk_names_the_file_and_leaves_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(_output(a="1"), tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    planned = plan(_output(a="2"), tmp_path)
    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space left") as failed:
        patch.setattr(os, "replace", full)
        carry_out(planned)
    assert failed.value.filename == str(tmp_path / MANIFEST)
    assert not (tmp_path / TEMPORARY).exists()
    assert (tmp_path / "a.md").read_text() == "1"


def _tree(root: Path) -> dict[str, bytes | None]:
    """Every file and folder; of folders there is nothing to compare."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in root.rglob("*")
    }


@pytest.fixture(scope="module")
def killed_at() -> Iterator[KilledAt]:
    """Writes files in a process that is killed."""
    with killing() as found:
        yield found


_OLD = {"same.md": b"0", "change.md": b"old", "x/y/go.md": b"old", "x/stay.md": b"old"}
_NEW = {"same.md": b"0", "change.md": b"new", "x/stay.md": b"new", "n/e/w.md": b"new"}
_LAST = {"same.md": b"0", "n/last.md": b"last"}
"""Three states of a site: what ``_NEW`` changes, ``_LAST`` no longer wants."""


@pytest.mark.parametrize("after", [_OLD, _NEW, _LAST], ids=["old", "new", "last"])
def test_wherever_a_run_is_killed_the_next_one_gives_what_a_clean_one_gives(
    tmp_path: Path, after: dict[str, bytes], killed_at: KilledAt
) -> None:
    _run(output_of(after), tmp_path / "clean")
    wanted = _tree(tmp_path / "clean")
    for step in itertools.count():
        root = tmp_path / str(step)
        _run(output_of(_OLD), root)
        killed = killed_at(step, _NEW, root)
        _run(output_of(after), root)
        assert _tree(root) == wanted, f"killed at step {step}"
        if not killed:
            break
    assert step > 30


def test_runs_may_be_killed_one_after_the_other(tmp_path: Path, killed_at: KilledAt) -> None:
    _run(output_of(_LAST), tmp_path / "clean")
    for first, second in itertools.product(range(0, 60, 7), range(0, 60, 7)):
        root = tmp_path / f"{first}-{second}"
        _run(output_of(_OLD), root)
        killed_at(first, _NEW, root)
        killed_at(second, _OLD, root)
        _run(output_of(_LAST), root)
        assert _tree(root) == _tree(tmp_path / "clean"), (first, second)
