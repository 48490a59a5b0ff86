"""Fingerprints of folders: whatever is another file, name or kind gives another one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from directive_atlas import program
from directive_atlas.program import of_folder, of_program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file and a folder in it."""
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.yml").write_text("a: 1\n")
    return tmp_path


CHANGES: dict[str, Callable[[Path], object]] = {
    "other words": lambda folder: (folder / "below" / "a.yml").write_text("a: 2\n"),
    "another name": lambda folder: (folder / "below" / "a.yml").rename(folder / "below" / "b.yml"),
    "a hidden file": lambda folder: (folder / ".a").write_text(""),
    "an empty folder": lambda folder: (folder / "new").mkdir(),
    "a link": lambda folder: (folder / "link").symlink_to("below"),
    "a pipe": lambda folder: os.mkfifo(folder / "pipe"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_gives_another_fingerprint(folder: Path, change: Callable[[Path], object]) -> None:
    before = of_folder(folder)
    assert of_folder(folder) == before
    change(folder)
    assert of_folder(folder) != before


def test_where_a_link_leads_counts(folder: Path) -> None:
    link = folder / "link"
    link.symlink_to("below")
    before = of_folder(folder)
    link.unlink()
    link.symlink_to("below/a.yml")
    assert of_folder(folder) != before


def test_what_python_compiles_counts_only_where_it_is_data(folder: Path) -> None:
    program, data = of_folder(folder, but=".pyc"), of_folder(folder)
    (folder / "below" / "a.pyc").write_bytes(b"x")
    assert of_folder(folder, but=".pyc") == program
    assert of_folder(folder) != data


def test_a_large_file_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "LARGE", 3)
    file = folder / "below" / "a.yml"
    state, before = file.stat(), of_folder(folder)
    file.write_text("b: 1\n")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert of_folder(folder) == before
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    assert of_folder(folder) != before


def test_the_program_is_the_same_each_time() -> None:
    assert of_program.__wrapped__() == of_program.__wrapped__()


def test_another_version_of_a_package_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "bridges-1.0.dist-info"
    installed.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    before = of_program.__wrapped__()
    installed.rename(tmp_path / "bridges-1.1.dist-info")
    assert of_program.__wrapped__() != before
