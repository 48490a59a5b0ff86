"""``directives verify`` says whether a site is what its data give, and writes nothing into it."""

from __future__ import annotations

import inspect
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main
from directive_atlas.frames.afresh import Difference, differences

from tests.tools.builders import Made
from tests.tools.turns import one_in

DAY = "2026-05-01"
PAGE = "site/directives/sample-notice/index.html"


def _run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="session")
def built(made: Made) -> Path:
    """A new site, built for a day and with a revision."""

    def fill(folder: Path) -> None:
        for arguments in (
            ("init", str(folder / "new"), "--name", "Bridges", "--ci", "none", "--yes"),
            ("build", "--site", str(folder / "new"), "--as-of", DAY, "--revision", "c0ffee"),
        ):
            done = _run(*arguments)
            assert done.exit_code == 0, done.output

    return made("verified", fill) / "new"


@pytest.fixture
def folder(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the site, in which commands run."""
    shutil.copytree(built, tmp_path / "new")
    monkeypatch.chdir(tmp_path / "new")
    return tmp_path / "new"


def _state(folder: Path) -> dict[Path, tuple[int, bytes]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_a_site_as_it_was_built_is_what_the_data_give_for_the_day_that_it_names(folder: Path) -> None:
    before = _state(folder)
    done = _run("verify")
    assert (done.exit_code, done.output) == (0, f"site is what these data give, as of {DAY}\n")
    assert _state(folder) == before


def _other_bytes(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"</body>", b"<p>by hand</p></body>") + b"\n")


def _link(path: Path) -> None:
    path.rename(path.with_suffix(".kept"))
    path.symlink_to(path.with_suffix(".kept"))


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _endless(path: Path) -> None:
    """A file of a terabyte, which takes no room."""
    os.truncate(path, 1 << 40)


def _file(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()


Change = tuple[str, Callable[[Path], object], str]
"""A file of the site or its pages, what somebody does to it, and what is said of it then."""
OTHER, NONE = "other bytes than the data give", "the data give no such file"
CHANGES: list[Change] = [
    (PAGE, _other_bytes, OTHER),
    ("site/tasks/index.html", Path.unlink, "missing"),
    ("site/topics/index.html", _link, OTHER),
    ("site/evil.html", Path.touch, NONE),
    ("site/about.html", _other_bytes, OTHER),
    ("site/sitemap.xml.gz", Path.unlink, "missing"),
    ("site/help/index.html", _pipe, OTHER),
    ("site/matrix/index.html", _endless, OTHER),
    ("site/tables/pipe", os.mkfifo, NONE),
    ("site/.htaccess", Path.touch, NONE),
    ("site/.evil/x.html", _file, NONE),
    ("docs/directives/sample-notice/index.md", _other_bytes, OTHER),
    ("docs/tasks/evil.md", Path.touch, NONE),
    ("site/\x1b]0;evil\x07\n::error::.html", Path.touch, NONE),
]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(CHANGES, id="all at once"),
        *(pytest.param([each], id=f"{each[0]} {each[2]}", marks=pytest.mark.long) for each in CHANGES),
    ],
)
def test_each_file_that_is_not_of_the_data_is_named(changes: list[Change], folder: Path) -> None:
    for name, change, _ in changes:
        change(folder / name)
    done = _run("verify")
    assert done.exit_code == 1
    for name, _, line in changes:
        shown = re.sub(r"[\0-\x1f]", "\ufffd", name.replace("\n", " "))  # no terminal and no CI is to obey it
        assert f"{shown}: {line}\n" in done.output
    assert done.output.endswith(f"site is not what these data give, as of {DAY}\n")


def test_what_hosts_need_and_hidden_files_of_the_docs_are_no_part_of_what_the_data_give(folder: Path) -> None:
    for name in (".nojekyll", ".domains", ".well-known/security.txt", ".git/config"):
        (folder / "site" / name).parent.mkdir(exist_ok=True)
        (folder / "site" / name).touch()
    (folder / "docs" / ".hidden").touch()
    for top in ("docs", "site"):
        (folder / top / ".htaccess").write_text("ErrorDocument 404 /404.html\n")
    assert _run("verify").exit_code == 0
    (folder / "site" / ".htaccess").write_text("ErrorDocument 404 https://elsewhere.example\n")
    done = _run("verify")
    assert (done.exit_code, f"site/.htaccess: {NONE}\n" in done.output) == (1, True)


def _device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _replaced(path: Path) -> None:
    path.unlink()
    path.mkdir()


START = "site/api/v1/index.json"
"""Where a site says of which day it is."""
STARTS: dict[str, Callable[[Path], object]] = {
    "a pipe": _pipe,
    "a file without end": _endless,
    "a device": _device,
    "a folder": _replaced,
    "deep": lambda path: path.write_bytes(b"[" * 100_000),
    "half a character": lambda path: _said(path, revision="\ud800"),
    "two lines": lambda path: _said(path, revision="a\nb"),
    "no day": lambda path: _said(path, as_of="9999-99-99"),
    "a packed list without end": lambda path: _endless(path.parents[2] / "sitemap.xml.gz"),
    "a name of no text": lambda path: Path(os.fsdecode(os.fsencode(path.parent) + b"/\xff.html")).touch(),
    "a name of two lines": lambda path: (path.parent / "x\n::error ::y\x1b[1m").touch(),
}


QUICK = {"a device", "a name of two lines"}


def _said(path: Path, **words: str) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **words}), "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(each, id=name, marks=[] if name in QUICK else pytest.mark.long)
        for name, each in STARTS.items()
    ],
)
def test_a_folder_that_is_not_trusted_is_looked_at_with_care(
    folder: Path, change: Callable[[Path], object]
) -> None:
    """Nothing is waited for, followed, or read without end, and each line is one line."""
    change(folder / START)
    done = _run("verify")
    assert done.exit_code == 1
    assert all(line.startswith(("site", "and ")) for line in done.output.splitlines())
    assert "\x1b" not in done.output


def test_folders_may_be_deeper_than_python_calls_functions(tmp_path: Path) -> None:
    deep, usual = "d/" * 200, sys.getrecursionlimit()
    (tmp_path / "found" / deep).mkdir(parents=True)
    (tmp_path / "found" / deep / "x.html").touch()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        found = list(differences(tmp_path / "wanted", tmp_path / "found"))
    finally:
        sys.setrecursionlimit(usual)
    assert found == [(f"{deep}x.html", Difference.UNKNOWN)]


def test_what_builders_would_wait_for_in_the_docs_is_a_problem(folder: Path) -> None:
    os.mkfifo(folder / "docs" / "pipe.md")
    done = _run("verify")
    assert (done.exit_code, "docs/pipe.md:1:1: E112: " in done.output) == (1, True)


def test_a_site_of_earlier_data_is_not_what_the_data_give(folder: Path) -> None:
    record = folder / "data" / "directives" / "sample-notice" / "directive.yml"
    record.write_text(record.read_text("utf-8").replace("due: 2026-12-31", "due: 2026-12-01"), "utf-8")
    done = _run("verify")
    assert done.exit_code == 1
    assert f"{PAGE}: other bytes than the data give\n" in done.output


@pytest.mark.parametrize("other", one_in(2, [("--as-of", "2027-01-05"), ("--revision", "abad1dea")]))
def test_what_the_command_line_says_goes_before_what_the_site_says(
    other: tuple[str, str], folder: Path
) -> None:
    assert _run("verify", *other).exit_code == 1


def test_the_day_of_the_settings_goes_before_the_day_of_the_site(folder: Path) -> None:
    with (folder / "data" / "settings.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nas_of: 2027-01-05\n")
    assert _run("verify").output.endswith("site is not what these data give, as of 2027-01-05\n")


def test_a_site_anywhere_can_be_looked_at(folder: Path, tmp_path: Path) -> None:
    shutil.move(folder / "site", tmp_path / "deployed")
    shutil.rmtree(folder / "docs" / "directives")  # as in a fresh copy of the data
    assert _run("verify", str(tmp_path / "deployed")).exit_code == 0


def test_of_many_files_the_first_are_named_and_the_others_counted(folder: Path) -> None:
    for number in range(23):
        (folder / "site" / f"x{number:02}.html").touch()
    lines = _run("verify").output.splitlines()
    assert [line.partition(":")[0] for line in lines[:20]] == [
        f"site/x{number:02}.html" for number in range(20)
    ]
    assert lines[20] == "and 3 more files"


def test_what_cannot_be_compared_is_said(folder: Path) -> None:
    (folder / "data" / "topics.yml").write_text("- id: [\n", "utf-8")
    broken = _run("verify")
    assert broken.exit_code == 1
    assert broken.output.endswith("these data give no site; correct them first\n")
    missing = _run("verify", "nowhere")
    assert missing.exit_code == 2
    assert "there is no folder nowhere" in missing.output


@pytest.mark.parametrize("line", ["site_dir: ../elsewhere", "INHERIT: base.yml"])
def test_a_builder_that_may_write_elsewhere_is_not_run(line: str, folder: Path) -> None:
    (folder / "base.yml").write_text("site_dir: ../elsewhere\n", "utf-8")
    config = folder / "mkdocs.yml"
    lines = [each for each in config.read_text("utf-8").splitlines() if not each.startswith("site_dir")]
    config.write_text("\n".join([line, *lines]) + "\n", "utf-8")
    done = _run("verify")
    assert (done.exit_code, "names another folder for the site" in done.output) == (1, True)
    assert not (folder.parent / "elsewhere").exists()


def test_a_site_says_of_which_revision_it_is_if_it_is_told(folder: Path) -> None:
    start = json.loads((folder / "site" / "api" / "v1" / "index.json").read_text("utf-8"))
    assert start["revision"] == "c0ffee"
    assert "c0ffee" in (folder / "site" / "quality" / "index.html").read_text("utf-8")
    told = [
        path for path in (folder / "site").rglob("*") if path.is_file() and b"c0ffee" in path.read_bytes()
    ]
    assert {path.relative_to(folder / "site").parts[-2] for path in told} == {"v1", "quality"}
    done = CliRunner(env={"DIRECTIVES_REVISION": ""}).invoke(main, ["build", "--as-of", DAY])
    assert done.exit_code == 0
    assert "revision" not in json.loads((folder / "site" / "api" / "v1" / "index.json").read_text("utf-8"))
    assert "This build" not in (folder / "site" / "quality" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("text", ["two\nlines", "\x1b[31mred", "x" * 101])
def test_a_revision_is_one_short_line(text: str, folder: Path) -> None:
    done = CliRunner(env={"DIRECTIVES_REVISION": text}).invoke(main, ["generate"])
    assert done.exit_code == 2
    assert "a revision is one line of at most 100 characters" in done.output
