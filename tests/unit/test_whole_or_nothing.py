"""A run shows as a whole or not at all, wherever it is cut off, and the next one repairs what is left."""

from __future__ import annotations

import errno
import itertools
import json
import os
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from directive_atlas.filesystem import Descent
from directive_atlas.write import MANIFEST, READY, alone_with_pages, carry_out, plan

from tests.tools.kills.__main__ import COMPARED, hammered, tree, write
from tests.tools.kills.killing import REFUSED, WROTE, Files, Killer, killing, output_of, page
from tests.tools.turns import one_in


def _pages(tree: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """The pages of a tree that a builder sees."""
    return {name: each for name, each in tree.items() if each is not None and not name.startswith(".")}


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    """Writes files in processes that are killed."""
    with killing() as found:
        yield found


def _site(**texts: str) -> dict[str, bytes]:
    """Pages by their names without ``.md``."""
    return {f"{name}.md": page(text) for name, text in texts.items()}


_OLD = _site(**{"index": "0", "tasks/change": "old", "tasks/x/y/go": "old", "en/tasks/stay": "old"})
_NEW = _site(**{"index": "0", "tasks/change": "new", "en/tasks/stay": "new", "topics/e/w": "new"})
_LAST = _site(**{"index": "1", "topics/last": "last"})
_NONE: Files = {}
"""States of a site: what ``_NEW`` changes, ``_LAST`` no longer wants."""


def _clean(files: Files, folder: Path) -> dict[str, bytes | None]:
    """The tree of a run that begins with nothing."""
    write(files, folder)
    return tree(folder)


_SELDOM = pytest.mark.long


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(_OLD, id="old", marks=_SELDOM),
        pytest.param(_NEW, id="new"),
        pytest.param(_LAST, id="last", marks=_SELDOM),
        pytest.param(_NONE, id="none"),
    ],
)
def test_wherever_a_run_is_killed_the_next_one_gives_what_a_clean_one_gives(
    tmp_path: Path, after: Files, killer: Killer
) -> None:
    wanted = _clean(after, tmp_path / "clean")
    for step in itertools.count():
        root = tmp_path / str(step)
        write(_OLD, root)
        killed = killer.at_step(step, _NEW, root)
        write(after, root)
        assert tree(root) == wanted, f"killed at step {step}"
        if not killed:
            break
    assert step > 40


@pytest.mark.parametrize(
    "after",
    [pytest.param(_NEW, id="new"), *(pytest.param(each, marks=_SELDOM) for each in (_LAST, _NONE))],
)
def test_a_builder_sees_old_pages_or_new_ones_or_no_first_page(
    tmp_path: Path, after: Files, killer: Killer
) -> None:
    old, new = (_clean(files, tmp_path / name) for name, files in (("old", _OLD), ("new", after)))
    whole = [_pages(old), _pages(new)]
    mixed = 0
    for step in itertools.count():
        root = tmp_path / str(step)
        write(_OLD, root)
        killed = killer.at_step(step, after, root)
        files = _pages(tree(root))
        mixed += files not in whole
        assert files in whole or "index.md" not in files, f"killed at step {step}"
        if not killed:
            break
    assert mixed > 2


def test_there_is_no_first_page_while_others_are_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor while pages are removed; it comes last, before the manifest."""
    steps: list[tuple[str, bool]] = []

    def seen(step: Callable[..., None]) -> Callable[..., None]:
        def noted(target: Descent, path: str, *rest: object) -> None:
            steps.append((path, (tmp_path / "index.md").exists()))
            step(target, path, *rest)

        return noted

    write(_OLD, tmp_path)
    planned = plan(output_of(_NEW), tmp_path)
    with monkeypatch.context() as patch:
        for name in ("take", "unlink"):
            patch.setattr(Descent, name, seen(getattr(Descent, name)))
        carry_out(planned)
    moved = ["en/tasks/stay.md", "tasks/change.md", "topics/e/w.md", "tasks/x/y/go.md"]
    assert steps == [
        (".generated.ready/1", True),
        *((path, False) for path in moved),
        ("index.md", False),
        (MANIFEST, True),
    ]


def test_the_first_command_that_locks_the_folder_repairs_it(tmp_path: Path, killer: Killer) -> None:
    """Even if it then finds that the data are wrong, and writes nothing."""
    wholes = [_clean(files, tmp_path / name) for name, files in (("old", _OLD), ("new", _NEW))]
    for step in range(0, 100, 3):
        root = tmp_path / str(step)
        write(_OLD, root)
        killer.at_step(step, _NEW, root)
        with alone_with_pages(root, "a test"):
            pass
        assert tree(root) in wholes, f"killed at step {step}"


def test_runs_may_be_killed_one_after_the_other(tmp_path: Path, killer: Killer) -> None:
    wanted = _clean(_LAST, tmp_path / "clean")
    for first, second in itertools.product(range(0, 80, 9), range(0, 80, 9)):
        root = tmp_path / f"{first}-{second}"
        write(_OLD, root)
        killer.at_step(first, _NEW, root)
        killer.at_step(second, _OLD, root)
        write(_LAST, root)
        assert tree(root) == wanted, (first, second)


def test_what_is_ready_cannot_lead_outside(tmp_path: Path) -> None:
    """Whatever somebody put there: names that no run gives are left out, and the others keep their files.

    A file that is number none of them is left out as well.
    """
    root = tmp_path / "docs"
    (root / READY).mkdir(parents=True)
    (root / "about.md").write_bytes(b"by hand")
    names = ["../out.md", "about.md", "assets/x.md", "tasks/a.md", "tasks/b.md"]
    for number in range(len(names) + 1):
        (root / READY / str(number)).write_bytes(str(number).encode())
    (root / READY / MANIFEST).write_text(json.dumps(dict.fromkeys(names, "")))
    with alone_with_pages(root, "a test"):
        pass
    found = _pages(tree(tmp_path))
    assert found == {"docs/.generated.json": found["docs/.generated.json"]} | {
        "docs/about.md": b"by hand",
        "docs/tasks/a.md": b"3",
        "docs/tasks/b.md": b"4",
    }


def test_what_is_written_by_hand_between_two_runs_is_kept(tmp_path: Path, killer: Killer) -> None:
    for step in range(0, 100, 5):
        root = tmp_path / str(step)
        write(_OLD, root)
        killer.at_step(step, _NEW, root)
        for name in ("about.md", "tasks/change.md", "topics/e/w.md"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(b"by hand")
        with alone_with_pages(root, "a test"):
            planned = plan(output_of(_NEW), root)
        assert {found.kind.code for found in planned.problems} <= {"E501", "E502"}
        kept = {name for name, content in tree(root).items() if content == b"by hand"}
        assert kept == {"about.md", "tasks/change.md", "topics/e/w.md"}, f"killed at step {step}"


# Random moments, and several runs at once


def test_runs_that_are_killed_at_any_moment(tmp_path: Path, killer: Killer) -> None:
    """``make kills`` kills many more."""
    assert hammered(killer, tmp_path, seed=0, kills=12)[COMPARED] > 3


def test_of_runs_at_once_one_writes_all_and_the_others_are_refused(tmp_path: Path, killer: Killer) -> None:
    sites = [{f"tasks/{n}.md": name for n in range(40)} for name in map(page, ("one", "two", "three"))]
    for turn in range(10):
        ends = killer.at_once(sites[: 2 + turn % 2], tmp_path)
        assert set(ends) <= {WROTE, REFUSED}
        assert WROTE in ends
        assert len(set(_pages(tree(tmp_path)).values())) == 1


# Disks that are full or cannot be written


def _failing(name: str, number: int, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a call of the system fail once it has worked some times."""
    call, calls = getattr(os, name), itertools.count()

    def failing(*arguments: object, **options: object) -> object:
        if next(calls) >= at:
            raise OSError(number, os.strerror(number))
        return call(*arguments, **options)

    monkeypatch.setattr(os, name, failing)


@pytest.mark.parametrize("name", ["write", "mkdir", "replace", "unlink", "rename"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS], ids=["full", "read-only"])
def test_a_disk_that_takes_no_more_leaves_a_whole_site(
    tmp_path: Path, name: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or none, if it fails while pages are moved, which needs no room; the next run repairs that."""
    old, new = (_clean(files, tmp_path / name) for name, files in (("old", _OLD), ("new", _NEW)))
    for at in range(12):
        root = tmp_path / str(at)
        write(_OLD, root)
        planned = plan(output_of(_NEW), root)
        with monkeypatch.context() as patch:
            _failing(name, number, at, patch)
            try:
                carry_out(planned)
            except OSError as error:
                assert error.errno == number
        seen = tree(root)
        assert "index.md" not in seen or _pages(seen) in (_pages(old), _pages(new))
        write(_NEW, root)
        assert tree(root) == new


def test_a_full_disk_names_the_file_and_leaves_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(_OLD, tmp_path)
    before = tree(tmp_path)
    planned = plan(output_of(_NEW), tmp_path)
    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space left") as failed:
        _failing("write", errno.ENOSPC, 1, patch)
        carry_out(planned)
    assert str(failed.value.filename).startswith(f"{tmp_path}/.generated.new/")
    assert tree(tmp_path) == before


def test_a_run_that_is_interrupted_leaves_the_old_pages(tmp_path: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    write(_OLD, tmp_path)
    before = tree(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        carry_out(plan(output_of(_NEW), tmp_path), stop)
    assert tree(tmp_path) == before


# A loss of power


def _cut_off(root: Path, chance: random.Random) -> None:
    """Leave files as a disk may have them that had not written all: the end is missing, or is zeros."""
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        content = path.read_bytes()
        end = chance.randrange(len(content) + 1)
        path.write_bytes(chance.choice((content, content[:end], b"", bytes(len(content)))))


@pytest.mark.parametrize("seed", one_in(4, range(40)))
def test_files_that_a_loss_of_power_has_cut_off_are_made_again(tmp_path: Path, seed: int) -> None:
    """Whatever it leaves of pages and manifest, the same run gives what a clean one gives."""
    wanted, root = _clean(_NEW, tmp_path / "clean"), tmp_path / "docs"
    for files in (_OLD, _NEW):
        write(files, root)
    _cut_off(root, random.Random(seed))
    write(_NEW, root)
    assert tree(root) == wanted
