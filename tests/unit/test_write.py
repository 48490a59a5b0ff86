"""Writing: only what changed, and nothing that is not ours."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from directive_atlas.filesystem import TEMPORARY
from directive_atlas.outputs.files import Output
from directive_atlas.problems import Place
from directive_atlas.write import MANIFEST, NEW, READY, Summary, alone_with_pages, carry_out, plan

from tests.tools.kills.killing import page
from tests.tools.writing import at, codes, output, run


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    assert run(output(a="1", b="1"), tmp_path) == Summary(written=2, unchanged=0, removed=0)
    before = (tmp_path / "tasks/a.md").stat().st_mtime_ns
    assert run(output(a="1", b="2"), tmp_path) == Summary(written=1, unchanged=1, removed=0)
    assert (tmp_path / "tasks/a.md").stat().st_mtime_ns == before
    assert (tmp_path / "tasks/b.md").read_bytes() == page("2")


def test_if_nothing_changed_nothing_is_touched(tmp_path: Path) -> None:
    outputs = at("index.md", "tasks/a.md")
    run(outputs, tmp_path)
    before = {path: path.stat().st_ctime_ns for path in tmp_path.rglob("*")}
    run(outputs, tmp_path)
    assert {path: path.stat().st_ctime_ns for path in tmp_path.rglob("*")} == before


def test_a_folder_that_is_not_there_yet_is_made_with_those_around_it(tmp_path: Path) -> None:
    root = tmp_path / "new" / "docs"
    carry_out(plan(at("index.md"), root))
    assert (root / "index.md").read_bytes() == page("1")


def test_files_of_an_earlier_run_go_with_their_empty_folders(tmp_path: Path) -> None:
    run(at("tasks/x/y/a.md"), tmp_path)
    (tmp_path / "tasks/x/mine.md").write_text("by hand")
    planned = plan(output(b="1"), tmp_path)
    assert planned.remove == ("tasks/x/y/a.md",)
    assert carry_out(planned).removed == 1
    assert not (tmp_path / "tasks/x/y").exists()
    assert (tmp_path / "tasks/x/mine.md").read_text() == "by hand"


def test_the_first_page_which_is_away_for_a_moment_is_counted_as_any_other(tmp_path: Path) -> None:
    home, more = at("index.md").files, output(a="1").files
    other = {"index.md": page("2")}
    for files, summary in (
        ({**home, **more}, Summary(written=2, unchanged=0, removed=0)),
        (home, Summary(written=0, unchanged=1, removed=1)),
        (other, Summary(written=1, unchanged=0, removed=0)),
        (more, Summary(written=1, unchanged=0, removed=1)),
    ):
        assert run(Output(files, dict.fromkeys(files, Place("data/x.yml", 3, 1))), tmp_path) == summary
        assert (tmp_path / "index.md").exists() == ("index.md" in files)


@pytest.mark.parametrize(
    "path", ["llms.txt", "feeds/feed.xml", "en/index.md", "api/.nojekyll", "previews/中/图.svg"]
)
def test_any_file_of_an_output_is_known_again(tmp_path: Path, path: str) -> None:
    run(at(path), tmp_path)
    assert run(at(path), tmp_path) == Summary(written=0, unchanged=1, removed=0)
    assert run(at(), tmp_path).removed == 1
    assert list(tmp_path.iterdir()) == []


# What somebody wrote by hand


def test_a_file_that_no_run_wrote_is_in_the_way_and_stays(tmp_path: Path) -> None:
    (tmp_path / "tasks").mkdir()
    (tmp_path / "tasks/a.md").write_text("by hand")
    [found] = plan(output(a="1"), tmp_path).problems
    assert (found.kind.code, found.place) == ("E501", Place("data/x.yml", 3, 1))
    assert (tmp_path / "tasks/a.md").read_text() == "by hand"


def test_a_page_changed_by_hand_is_not_written_over(tmp_path: Path) -> None:
    run(output(a="1"), tmp_path)
    (tmp_path / "tasks/a.md").write_text("by hand")
    [found] = plan(output(a="2"), tmp_path).problems
    assert (found.kind.code, found.place) == ("E502", Place("tasks/a.md"))


@pytest.mark.parametrize("moment", [0, 2**31 - 1])
def test_no_clock_decides_what_has_changed(tmp_path: Path, moment: int) -> None:
    """A page changed by hand is seen, although its size and its time are those of the page of the run."""
    run(output(a="one"), tmp_path)
    path = tmp_path / "tasks/a.md"
    os.utime(path, (moment, moment))
    assert run(output(a="one"), tmp_path).unchanged == 1
    before = path.stat()
    path.write_bytes(page("two"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert codes(output(a="one"), tmp_path) == ["E502"]


def test_a_page_without_a_byte_is_made_again(tmp_path: Path) -> None:
    """A machine that loses its power may leave such files."""
    run(output(a="1"), tmp_path)
    (tmp_path / "tasks/a.md").write_bytes(b"")
    assert run(output(a="1"), tmp_path).written == 1


@pytest.mark.parametrize("left", [b"", bytes(40)], ids=["empty", "zeros"])
def test_a_page_without_a_byte_goes_when_it_is_no_longer_wanted(tmp_path: Path, left: bytes) -> None:
    run(output(a="1", b="1"), tmp_path)
    (tmp_path / "tasks/a.md").write_bytes(left)
    assert run(output(b="1"), tmp_path).removed == 1
    assert not (tmp_path / "tasks/a.md").exists()


def test_a_file_changed_by_hand_and_no_longer_wanted_stays(tmp_path: Path) -> None:
    run(output(a="1", b="1"), tmp_path)
    (tmp_path / "tasks/a.md").write_text("by hand")
    planned = plan(output(b="1"), tmp_path)
    assert [p.kind.code for p in planned.problems] == ["W503"]
    assert carry_out(planned).removed == 0
    assert (tmp_path / "tasks/a.md").read_text() == "by hand"


def test_files_of_nobody_among_the_pages_are_named(tmp_path: Path) -> None:
    """They stay on the site when the manifest is deleted and the pages are not."""
    run(at("tasks/a.md", "tasks/b/c.md", "en/llms.txt", "index.md"), tmp_path)
    (tmp_path / MANIFEST).unlink()
    (tmp_path / "mine.md").write_text("by hand, where pages are written by hand")
    [found] = plan(at("index.md"), tmp_path).problems
    assert (found.kind.code, found.place) == ("W508", Place("en/llms.txt"))
    assert found.message.endswith(": 3")


def test_a_page_that_appears_after_the_plan_stays(tmp_path: Path) -> None:
    run(output(z="1"), tmp_path)
    planned = plan(output(a="1", z="1"), tmp_path)
    (tmp_path / "tasks/a.md").write_text("by hand")
    carry_out(planned)
    assert (tmp_path / "tasks/a.md").read_text() == "by hand"
    assert codes(output(a="1", z="1"), tmp_path) == ["E502"]


@pytest.mark.parametrize("later", [output(), output(a="2")], ids=["removed", "replaced"])
def test_a_page_that_changes_after_the_plan_stays(tmp_path: Path, later: Output) -> None:
    run(output(a="1"), tmp_path)
    planned = plan(later, tmp_path)
    (tmp_path / "tasks/a.md").write_text("by hand")
    assert carry_out(planned).removed == 0
    assert (tmp_path / "tasks/a.md").read_text() == "by hand"


@pytest.mark.parametrize("later", [output(b="1"), output(a="2", b="1")], ids=["removed", "replaced"])
def test_a_page_that_vanishes_after_the_plan_is_no_trouble(tmp_path: Path, later: Output) -> None:
    run(output(a="1", b="1"), tmp_path)
    planned = plan(later, tmp_path)
    (tmp_path / "tasks/a.md").unlink()
    carry_out(planned)
    assert run(later, tmp_path).written == 0


# What a run keeps beside the pages


@pytest.mark.parametrize("locked", [True, False])
def test_what_a_killed_run_was_preparing_is_removed(tmp_path: Path, locked: bool) -> None:
    """By whoever locks the folder, and by whoever writes."""
    (tmp_path / NEW).mkdir()
    (tmp_path / NEW / "0").write_bytes(b"half of a page")
    if locked:
        with alone_with_pages(tmp_path, "a test"):
            pass
    else:
        carry_out(plan(at("index.md"), tmp_path))
    assert not (tmp_path / NEW).exists()


def test_what_cannot_be_removed_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / NEW).mkdir()

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "not yours")

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(PermissionError, match="not yours"), alone_with_pages(tmp_path, "a test"):
        pytest.fail("it goes on")


# A manifest that somebody else wrote


# What stands in the way


@pytest.mark.parametrize("link", ["tasks", "tasks/y", "tasks/y/a.md"])
@pytest.mark.parametrize("leads", [True, False])
def test_nothing_is_written_through_a_link(tmp_path: Path, link: str, leads: bool) -> None:
    root, outside = tmp_path / "docs", tmp_path / "outside"
    run(at("index.md"), root)
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(outside)
    if leads:
        outside.mkdir()
    [found] = plan(at("index.md", "tasks/y/a.md"), root).problems
    assert (found.kind.code, found.place) == ("E505", Place("data/x.yml", 3, 1))
    assert found.message.endswith(f": {link}")
    assert not outside.exists() or not list(outside.iterdir())


@pytest.mark.parametrize("link", ["tasks", "tasks/y"])
def test_a_link_that_appears_after_the_plan_is_not_followed(tmp_path: Path, link: str) -> None:
    root, outside = tmp_path / "docs", tmp_path / "outside"
    (outside / "y").mkdir(parents=True)
    planned = plan(at("tasks/y/a.md"), root)
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(outside, target_is_directory=True)
    with pytest.raises(OSError, match="it is a link"):
        carry_out(planned)
    assert [path.name for path in outside.rglob("*")] == ["y"]


@pytest.mark.parametrize("path", ["tasks", "tasks/y"])
def test_what_is_no_page_is_in_the_way_and_stays(tmp_path: Path, path: str) -> None:
    """A named pipe would keep whoever reads it waiting."""
    (tmp_path / path).parent.mkdir(exist_ok=True)
    os.mkfifo(tmp_path / path)
    assert codes(at("tasks/y"), tmp_path) == ["E501"]


@pytest.mark.parametrize("name", [MANIFEST, TEMPORARY, NEW, READY])
def test_what_a_run_needs_for_itself_may_not_be_a_link(tmp_path: Path, name: str) -> None:
    root, outside = tmp_path / "docs", tmp_path / "outside"
    for folder in (root, outside):
        folder.mkdir()
    (outside / MANIFEST).write_text("{}")
    (root / name).symlink_to(outside / MANIFEST if name in {MANIFEST, TEMPORARY} else outside)
    run(output(a="1"), root)
    assert [path.read_text() for path in outside.iterdir()] == ["{}"]
    assert not (root / name).is_symlink()
