"""``directives verify`` says whether a site is what its data give, and writes nothing into it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main

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
    ("docs/directives/sample-notice/index.md", _other_bytes, OTHER),
    ("docs/tasks/evil.md", Path.touch, NONE),
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
        assert f"{name}: {line}\n" in done.output
    assert done.output.endswith(f"site is not what these data give, as of {DAY}\n")


def test_pages_by_hand_and_hidden_names_are_no_part_of_what_the_data_give(folder: Path) -> None:
    (folder / "site" / ".nojekyll").touch()
    (folder / "docs" / ".hidden").touch()
    assert _run("verify").exit_code == 0


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
