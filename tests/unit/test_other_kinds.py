"""Where runs keep files of their own, anything else may stand: it is neither waited for nor followed."""

from __future__ import annotations

import inspect
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main
from directive_atlas.filesystem import TEMPORARY, discard
from directive_atlas.write import LOCK, MANIFEST, NEW, READY

from tests.golden.base import write_base
from tests.tools.sockets import make_socket


def _link(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def _folder(path: Path) -> None:
    (path / "inner").mkdir(parents=True)
    os.mkfifo(path / "inner" / "pipe")
    (path / "out").symlink_to("/etc")


OTHERS: dict[str, Callable[[Path], None]] = {
    "a named pipe": os.mkfifo,
    "a socket": make_socket,
    "a folder": _folder,
    "a link": _link,
}


AWAY = "hint: put it elsewhere, or remove it; then run again"
"""No right to write and no room would help."""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site without pages, in which commands run."""
    write_base(tmp_path)
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    done = CliRunner().invoke(main, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.mark.parametrize("what", OTHERS)
@pytest.mark.parametrize("name", [NEW, READY, TEMPORARY])
def test_what_a_run_would_have_left_is_removed_whatever_it_is(site: Path, name: str, what: str) -> None:
    OTHERS[what](site / "docs" / name)
    assert _run("generate").exit_code == 0
    assert not os.path.lexists(site / "docs" / name)


@pytest.mark.parametrize("what", OTHERS)
def test_in_place_of_the_lock_it_is_named(site: Path, what: str) -> None:
    OTHERS[what](site / "docs" / LOCK)
    done = _run("generate")
    assert done.exit_code == 1
    assert f"{site}/docs/{LOCK}:1:1: E506: " in done.output
    assert f": it is {what}\n  {AWAY}" in done.output


@pytest.mark.parametrize("what", OTHERS)
def test_in_place_of_the_manifest_it_is_named(site: Path, what: str) -> None:
    """It would be among the pages that builders copy."""
    OTHERS[what](site / "docs" / MANIFEST)
    done = _run("generate")
    assert done.exit_code == 1
    assert re.search(rf"docs/{re.escape(MANIFEST)}\S*: E(112|713): ", done.output)


@pytest.mark.parametrize("name", [MANIFEST, f"{READY}/{MANIFEST}"])
def test_a_manifest_without_end_is_named(site: Path, name: str) -> None:
    """It has a terabyte of zeros, which take no room."""
    (site / "docs" / name).parent.mkdir(exist_ok=True)
    (site / "docs" / name).touch()
    os.truncate(site / "docs" / name, 1 << 40)
    done = _run("clean")
    assert done.exit_code == 1
    assert f"{site}/docs/{name}:1:1: E506: " in done.output
    assert f"File too large\n  {AWAY}" in done.output


def test_an_empty_folder_in_place_of_the_manifest_is_named(site: Path) -> None:
    (site / "docs" / MANIFEST).mkdir()
    done = _run("generate")
    assert (done.exit_code, f"{site}/docs/{MANIFEST}:1:1: E506: " in done.output) == (1, True)
    assert AWAY in done.output


@pytest.mark.parametrize("what", OTHERS)
@pytest.mark.parametrize("path", ["index.md", "tasks/a.md"])
def test_what_is_ready_puts_only_plain_files_into_place(site: Path, path: str, what: str) -> None:
    """The first page, too, which is moved last."""
    ready = site / "docs" / READY
    ready.mkdir()
    (ready / MANIFEST).write_text(json.dumps({path: "x"}))
    OTHERS[what](ready / "0")
    _run("clean")
    assert not os.path.lexists(site / "docs" / path)
    assert not os.path.lexists(ready)


@pytest.mark.parametrize("what", OTHERS)
def test_a_page_that_would_be_moved_through_it_names_it(site: Path, what: str) -> None:
    ready = site / "docs" / READY
    ready.mkdir()
    (ready / MANIFEST).write_text(json.dumps({"tasks/a.md": "x"}))
    (ready / "0").write_bytes(b"page")
    OTHERS[what](site / "docs" / "tasks")
    done = _run("clean")
    if what == "a folder":
        assert (done.exit_code, (site / "docs" / "tasks" / "a.md").read_bytes()) == (0, b"page")
    else:
        assert (done.exit_code, f"{site}/docs/tasks:1:1: E506: " in done.output) == (1, True)
        assert AWAY in done.output


@pytest.mark.parametrize("what", OTHERS)
@pytest.mark.parametrize("name", ["", "run.json", "pages.json"])
def test_in_place_of_what_is_kept_it_is_not_used(site: Path, name: str, what: str) -> None:
    """The pages are made all the same; whether they can be kept for the next run does not matter."""
    if name:
        (site / ".cache").mkdir()
    OTHERS[what](site / ".cache" / name)
    assert _run("generate").exit_code == 0
    assert (site / "docs" / "index.md").is_file()


@pytest.mark.parametrize("what", OTHERS)
def test_in_place_of_the_settings_of_the_builder_it_is_a_problem(site: Path, what: str) -> None:
    OTHERS[what](site / "mkdocs.yml")
    done = _run("build")
    assert done.exit_code == 1
    assert "mkdocs.yml:" in done.output


def test_folders_that_are_too_deep_to_be_removed_are_named(tmp_path: Path) -> None:
    """A thousand and more, if Python may go as deep as it usually may."""
    top, usual = tmp_path / "deep", sys.getrecursionlimit()
    top.joinpath(*"d" * 200).mkdir(parents=True)
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        with pytest.raises(OSError, match="too deep") as found:
            discard(top)
    finally:
        sys.setrecursionlimit(usual)
    assert found.value.filename == str(top)
