"""Only plain files and folders inside the data folder are read: no link is followed, no pipe waited for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from directive_atlas.build import build
from directive_atlas.load import load

from tests.golden.base import write_base
from tests.tools.moment import AS_OF, midnight
from tests.tools.sockets import make_socket

RIVER = "directives/river"
READ = [
    "actors.yml",
    "settings.yml",
    f"{RIVER}/directive.yml",
    f"{RIVER}/source.txt",
    f"{RIVER}/progress.csv",
    f"{RIVER}/review.csv",
]
"""One file of each kind that is read, whether it must be there or not."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small corpus of the golden cases."""
    return write_base(tmp_path)


def _found(data: Path) -> list[str]:
    """The errors of a run, which must have left no output."""
    built = build(data, midnight(AS_OF))
    assert built.output is None
    return [f"{p.place}: {p.kind.code}: {p.message}" for p in built.problems if p.is_error]


def _refused(name: str, what: str) -> str:
    return f"data/{name}:1:1: E112: only plain files and folders are read, and this is {what}"


@pytest.mark.parametrize("name", READ)
def test_a_link_in_place_of_a_file_is_not_followed(data: Path, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    present = data / name
    secret.write_bytes(present.read_bytes() if present.exists() else b"")
    present.unlink(missing_ok=True)
    present.symlink_to(secret)
    assert _refused(name, "a link") in _found(data)


def test_what_a_link_leads_to_is_not_in_the_corpus(data: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("root:x:0:0")
    (data / RIVER / "source.txt").unlink()
    (data / RIVER / "source.txt").symlink_to(tmp_path / "secret")
    corpus, _ = load(data)
    assert "root" not in str(corpus)


def test_a_link_inside_the_folder_is_not_followed_either(data: Path) -> None:
    (data / RIVER / "source.txt").rename(data / RIVER / "text.txt")
    (data / RIVER / "source.txt").symlink_to("text.txt")
    assert _refused(f"{RIVER}/source.txt", "a link") in _found(data)


def test_a_link_to_nothing_is_no_missing_file(data: Path) -> None:
    """The reports of a directive would be lost without a word."""
    (data / RIVER / "progress.csv").symlink_to("nothing.csv")
    assert _found(data) == [_refused(f"{RIVER}/progress.csv", "a link")]


@pytest.mark.parametrize("name", ["directives", RIVER])
@pytest.mark.parametrize("leads", [True, False])
def test_a_link_in_place_of_a_folder_is_not_followed(
    data: Path, tmp_path: Path, name: str, leads: bool
) -> None:
    folder = data / name
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / ("elsewhere" if leads else "nowhere"), target_is_directory=True)
    assert _refused(name, "a link") in _found(data)


OTHERS: dict[str, Callable[[Path], None]] = {
    "a named pipe": os.mkfifo,
    "a socket": make_socket,
    "a folder": Path.mkdir,
}


@pytest.mark.parametrize("what", OTHERS)
@pytest.mark.parametrize("name", READ)
def test_what_is_no_file_is_refused_and_not_waited_for(
    data: Path, name: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data / name
    monkeypatch.chdir(path.parent)
    path.unlink(missing_ok=True)
    OTHERS[what](path)
    assert _refused(name, what) in _found(data)


@pytest.mark.parametrize("what", ["a named pipe", "a socket"])
def test_what_nothing_reads_may_be_anything(data: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data / RIVER)
    OTHERS[what](data / RIVER / "notes.txt")
    assert build(data, midnight(AS_OF)).ok


def test_a_name_that_no_file_can_have_is_not_there(data: Path) -> None:
    record = data / RIVER / "directive.yml"
    record.write_text(record.read_text().replace("source.txt", "a" * 300))
    [found] = _found(data)
    assert found.startswith(f"data/{RIVER}/directive.yml:7:16: E106: the file “aaa")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["directives", RIVER, f"{RIVER}/directive.yml"])
def test_what_may_not_be_read_is_named(data: Path, name: str) -> None:
    (data / name).chmod(0)
    found = _found(data)
    (data / name).chmod(0o755)
    assert any("E101: cannot read this file: Permission denied" in each for each in found)


@pytest.mark.parametrize("name", ["actors.yml", f"{RIVER}/directive.yml", f"{RIVER}/source.txt"])
@pytest.mark.parametrize("how", ["vanishes", "becomes a folder", "loses its end"])
def test_what_changes_while_it_is_read_is_a_problem_or_none(
    data: Path, name: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Just before it is opened; a file that only lost its end may still be right."""
    opened = os.open

    def changing(path: str, flags: int, *arguments: int, dir_fd: int | None = None) -> int:
        if path == Path(name).name and (data / name).is_file():
            content = (data / name).read_bytes()
            (data / name).unlink()
            if how == "becomes a folder":
                (data / name).mkdir()
            elif how == "loses its end":
                (data / name).write_bytes(content[:-1])
        return opened(path, flags, *arguments, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", changing)
    found = [each for each in build(data, midnight(AS_OF)).problems if each.is_error]
    assert found or how == "loses its end"


@pytest.mark.parametrize("above", ["", "date,task,note\n"])
def test_a_cell_without_end_does_not_lose_the_reports(data: Path, above: str) -> None:
    (data / RIVER / "progress.csv").write_text(f"{above}2020-05-01,count,{'a' * 131_073}\n")
    [found] = _found(data)
    line = 2 if above else 1
    assert found.startswith(f"data/{RIVER}/progress.csv:{line}:1: E105:")
    assert found.endswith("a cell has over 131,072 characters")
