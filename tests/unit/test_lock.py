"""One run at a time writes below a folder, and a run that dies keeps nobody out."""

from __future__ import annotations

import fcntl
import os
import signal
import stat
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from directive_atlas.problems import Place
from directive_atlas.write import LOCK, RunningError, alone


def _child(work: Callable[[], object]) -> int:
    """Start a process that does some work and ends; gives its id."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def test_a_second_run_is_told_who_is_there(tmp_path: Path) -> None:
    root = tmp_path / "docs"
    with alone(root, "process 7"), pytest.raises(RunningError) as refused, alone(root, "process 8"):
        pytest.fail("two runs at once")
    found = refused.value.problem
    assert (found.kind.code, found.place) == ("E504", Place(f"docs/{LOCK}"))
    assert found.message.endswith(": process 7")
    assert str(refused.value) == str(found.message)


def test_others_may_read_who_holds_the_lock_and_only_the_owner_may_write_it(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        with alone(tmp_path, "process 7"):
            assert stat.S_IMODE((tmp_path / LOCK).stat().st_mode) == 0o644
    finally:
        os.umask(mask)


def test_a_folder_that_is_not_there_yet_is_made_with_those_around_it(tmp_path: Path) -> None:
    root = tmp_path / "new" / "docs"
    with alone(root, "process 7"):
        assert (root / LOCK).exists()


def test_runs_that_follow_each_other_leave_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        with alone(tmp_path, "process 7"):
            assert (tmp_path / LOCK).read_text() == "process 7"
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_killed_keeps_nobody_out(tmp_path: Path) -> None:
    def die() -> None:
        with alone(tmp_path, "a dead process"):
            os.kill(os.getpid(), signal.SIGKILL)

    os.waitpid(_child(die), 0)
    assert (tmp_path / LOCK).read_text() == "a dead process"
    with alone(tmp_path, "I"):
        assert (tmp_path / LOCK).read_text() == "I"


def test_a_lock_that_was_removed_meanwhile_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run before removes its file when it ends, maybe after this one has opened it."""
    lock, calls = fcntl.flock, list[int]()

    def removed_at_first(file: int, how: int) -> None:
        if not calls:
            (tmp_path / LOCK).unlink()
        calls.append(file)
        lock(file, how)

    monkeypatch.setattr(fcntl, "flock", removed_at_first)
    with alone(tmp_path, "I"):
        assert len(calls) == 2
        assert (tmp_path / LOCK).read_text() == "I"


def test_a_run_whose_lock_somebody_removed_leaves_that_of_the_next_one(tmp_path: Path) -> None:
    with ExitStack() as later:
        with alone(tmp_path, "process 7"):
            (tmp_path / LOCK).unlink()
            later.enter_context(alone(tmp_path, "process 8"))
        with pytest.raises(RunningError), alone(tmp_path, "process 9"):
            pytest.fail("two runs at once")
    with alone(tmp_path, "process 7"):
        (tmp_path / LOCK).unlink()
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("by hand")
    (tmp_path / LOCK).symlink_to("mine")
    with pytest.raises(OSError, match=LOCK), alone(tmp_path, "I"):
        pytest.fail("it is locked")
    assert (tmp_path / "mine").read_text() == "by hand"


def test_a_link_that_somebody_put_in_place_of_a_held_lock_is_left(tmp_path: Path) -> None:
    with alone(tmp_path, "process 7"):
        (tmp_path / LOCK).rename(tmp_path / "mine")
        (tmp_path / LOCK).symlink_to("mine")
    assert (tmp_path / LOCK).is_symlink()
