"""What one run keeps for the next is evidence that anybody may have written: with its right digest, too."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from directive_atlas import kept
from directive_atlas.cli import main
from directive_atlas.frames.build import Outcome, Request, build_site
from directive_atlas.frames.record import read_record
from directive_atlas.kept import read_kept
from directive_atlas.vocabulary.zones import zone

from tests.golden.base import write_base
from tests.tools.builders import Made

SITE, RUN, PAGES = (f".cache/{name}.json" for name in ("site", "run", "pages"))


def _keep(site: Path, name: str, told: dict[str, Any]) -> None:
    """Write a record that is whole by its digest."""
    body = json.dumps(told).encode()
    (site / name).write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)


def _changed(site: Path, name: str, change: Callable[[dict[str, Any]], object]) -> None:
    told = json.loads((site / name).read_bytes().partition(b"\n")[2])
    change(told["content"])
    _keep(site, name, told)


def _generate() -> Result:
    done = CliRunner().invoke(main, ["generate", "--as-of", "2020-06-01"])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture(scope="session")
def built(made: Made) -> Path:
    """A new site with its pages and what its runs keep."""

    def fill(folder: Path) -> None:
        begin = ("init", str(folder / "new"), "--name", "Bridges", "--ci", "none", "--yes")
        for arguments in (begin, ("build", "--site", str(folder / "new"), "--as-of", "2026-05-01")):
            assert CliRunner().invoke(main, arguments).exit_code == 0

    return made("kept", fill) / "new"


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Path:
    """A copy of it, with the times of its files."""
    shutil.copytree(built, tmp_path / "new")
    return tmp_path / "new"


def _build(site: Path) -> Outcome:
    return build_site(Request(site, site / "docs", "mkdocs"))


# What is no record


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"\xff\n", b"\n" * 9, b"[" * 100_000, None, b'{"a": ' * 100_000],
    ids=["empty", "a letter", "no text", "lines", "deep", "large", "deep blocks"],
)
def test_it_is_said_in_one_line_and_nothing_is_read_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    monkeypatch.setattr(kept, "MOST", 1_000_000)
    body = content or b"0" * 1_000_000
    (tmp_path / "kept.json").write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    found, why = read_kept(tmp_path, "kept.json", 1, lambda told: told)
    assert found is None
    assert str(why).startswith("kept.json ")
    assert str(why).endswith("; all is made anew")


# The record of the last run


RUNS: dict[str, dict[str, Any]] = {
    "a folder of zones": {"zone": "America"},
    "a file elsewhere": {"zone": "../../../etc/passwd"},
    "no zone": {"zone": ["UTC"]},
    "no day": {"as_of": 5},
    "half a character": {"printed": "\ud800"},
    "no text": {"printed": ["x"]},
    "no number": {"files": "x"},
    "no end": {"files": float("inf")},
    "below nothing": {"files": -1},
}


@pytest.mark.parametrize("change", RUNS.values(), ids=RUNS)
def test_a_run_that_no_run_has_kept_is_discarded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]
) -> None:
    write_base(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert _generate().exit_code == 0
    _changed(tmp_path, RUN, lambda told: told.update(change))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1590969600")
    done = CliRunner().invoke(main, ["generate"])
    assert done.exit_code == 0
    assert done.stderr.count(f"{RUN} is damaged; all is made anew\n") == 1
    assert RUN not in CliRunner().invoke(main, ["generate"]).stderr


@pytest.mark.parametrize("name", ["America", "../../../etc/passwd", "/etc/passwd", "UTC/../UTC", "", "\0"])
def test_no_other_name_than_that_of_a_zone_opens_a_file(name: str) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        zone(name)


# The record of the pages


def _every(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    """A change that gives each page another value at a place, such as its files."""
    number = ("page", "reads", "linked", "linking", "files").index(key)

    def change(told: dict[str, Any]) -> None:
        for page in told["pages"]:
            page[number] = value

    return change


TRACES: dict[str, Callable[[dict[str, Any]], object]] = {
    "no block": lambda told: told.clear(),
    "no list": lambda told: told.update(pages=5),
    "no page": lambda told: told.update(pages=[5]),
    "no digests": lambda told: told.update(files=[5]),
    "no number": _every("reads", ["x"]),
    "no read": _every("reads", [10**9]),
    "no files": _every("files", []),
}


@pytest.mark.parametrize("change", TRACES.values(), ids=TRACES)
def test_pages_that_no_run_has_kept_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[dict[str, Any]], object]
) -> None:
    write_base(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert _generate().exit_code == 0
    before = (tmp_path / "docs" / "index.md").read_bytes()
    _changed(tmp_path, PAGES, change)
    (tmp_path / RUN).unlink()
    done = _generate()
    assert done.stderr.count(f"{PAGES} is damaged; all is made anew\n") == 1
    assert (tmp_path / "docs" / "index.md").read_bytes() == before


def test_a_page_that_is_kept_reads_no_file_outside_of_the_docs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the record has its right digest."""
    write_base(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret").write_bytes(b"secret")
    assert _generate().exit_code == 0

    def outside(told: dict[str, Any]) -> None:
        told["files"]["../secret"] = hashlib.sha256(b"secret").hexdigest()
        for page in told["pages"]:
            page[4].append("../secret")

    _changed(tmp_path, PAGES, outside)
    (tmp_path / RUN).unlink()
    assert _generate().exit_code == 0
    assert "secret" not in (tmp_path / "docs" / ".generated.json").read_text("utf-8")


# The record of the site


def _shape(number: int, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda told: told["shapes"][0].__setitem__(number, value)


def _gap(gap: object) -> Callable[[dict[str, Any]], object]:
    return lambda told: told["frames"][0][0].append(gap)


SITES: dict[str, Callable[[dict[str, Any]], object]] = {
    "only inputs": lambda told: [told.pop(key) for key in list(told) if key != "inputs"],
    "no page": lambda told: told.update(pages={"a": 5}),
    "no shape": lambda told: told.update(shapes=[5]),
    "no list of pages": lambda told: told.update(listing={}),
    "a list of no text": lambda told: told["listing"].update(before=5),
    "a time that cannot be packed": lambda told: told["listing"].update(packed=1 << 40),
    "no entry": lambda told: told.update(files={"index.html": 5}),
    "no places": lambda told: told.update(known=[[]]),
    "a shape of another kind": _shape(1, "x"),
    "a value that no page has": _gap([99, "text"]),
    "no way to print a text": _gap([0, "x"]),
    "half a character": _gap("\ud800"),
    "a number in a frame": _gap(5),
}


@pytest.mark.parametrize("change", SITES.values(), ids=SITES)
def test_frames_that_no_run_has_kept_are_discarded(
    copied: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    _changed(copied, SITE, change)
    record, why = read_record(copied)
    assert record.frames is None
    assert str(why) == f"{SITE} is damaged; all is made anew"


def test_frames_that_a_run_has_kept_are_used(copied: Path) -> None:
    record, why = read_record(copied)
    assert (bool(record.frames), why) == (True, None)
    outcome = _build(copied)
    assert (outcome.result.ok, outcome.notes) == (True, ())
    assert read_record(copied)[0] == record


def test_a_site_is_made_anew_if_its_record_is_damaged(copied: Path) -> None:
    before = _files(copied / "site")
    _changed(copied, SITE, lambda told: told.update(listing={}))
    outcome = _build(copied)
    assert outcome.result.ok
    assert [str(note) for note in outcome.notes] == [f"{SITE} is damaged; all is made anew"]
    assert _files(copied / "site") == before
    assert _build(copied).notes == ()


def _swapped(told: dict[str, Any]) -> None:
    """Each page has the shape of the next one, and each file of the site is to be made again."""
    pages = told["pages"]
    numbers = [number for _, number in pages.values()]
    for (path, (digest, _)), number in zip(list(pages.items()), [*numbers[1:], numbers[0]], strict=True):
        pages[path] = [digest, number]
    told["files"] = {path: told["files"][path] for path in told["own"]}


def _other_heads(told: dict[str, Any]) -> None:
    """Shapes whose pages are elsewhere have their places, but with another front matter."""
    for shape in told["shapes"]:
        shape[3] = f"other: 1\n{shape[3]}"
    told["files"] = {path: told["files"][path] for path in told["own"]}


@pytest.mark.parametrize("change", [_swapped, _other_heads])
def test_pages_of_other_shapes_than_the_record_says_are_looked_at_again(
    copied: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    before = _files(copied / "site")
    _changed(copied, SITE, change)
    outcome = _build(copied)
    assert outcome.result.ok
    assert _files(copied / "site") == before


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
