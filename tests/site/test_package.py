"""The wheel as a stranger gets it: it makes a site of theirs, with nothing of ours in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.cli import main

from tests.tools.paths import ROOT
from tests.tools.turns import one_in

OURS = re.compile(r"directive.?atlas|指令图谱|工业和信息化部|ministry of industry|miit", re.IGNORECASE)
HAN = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r">\s*(?:Home|Tasks|Directives|Help|Glossary|Timeline|Search|Overdue|Due)\b")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it is published."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [found] = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a Python that has the wheel, before the package as it is in the repository."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return {**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"}


def _directives(environment: dict[str, str], cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "directive_atlas", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_everything_that_a_site_needs_travels_in_the_wheel(wheel: Path) -> None:
    package = ROOT / "generator" / "directive_atlas"
    files = {path.relative_to(package.parent).as_posix() for path in package.rglob("*") if path.is_file()}
    wanted = {name for name in files if "__pycache__" not in name}
    names = set(zipfile.ZipFile(wheel).namelist())
    assert wanted <= names
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"directive_atlas"}


def test_the_entries_of_problems_travel_in_the_wheel(installed: dict[str, str], tmp_path: Path) -> None:
    shown = _directives(installed, tmp_path, "explain", "--lang", "zh", "E302")
    assert shown.stdout.startswith("E302 没有这条记录\n"), shown.stderr


SITES = {
    "zh": ("--languages", "zh", "--name", "桥梁台账", "--calendar", "CN", "--time-zone", "Asia/Shanghai"),
    "en": (
        "--languages",
        "en",
        "--name",
        "Bridge ledger",
        "--calendar",
        "US",
        "--colour",
        "teal",
        "--contact",
        "desk@example.org",
    ),
    "en-zh": (
        "--languages",
        "en,zh",
        "--name",
        "en=Bridge ledger",
        "--name",
        "zh=桥梁台账",
        "--colour",
        "teal",
    ),
}


@pytest.fixture(scope="module", params=one_in(len(SITES), SITES))
def new_site(
    request: pytest.FixtureRequest, installed: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """A site made and built by the installed command in an empty folder; its languages and its folder."""
    folder = tmp_path_factory.mktemp("new")
    made = _directives(installed, folder, "init", "mine", *SITES[request.param], "--yes")
    assert made.returncode == 0, made.stderr
    assert "Next: cd mine, then directives build" in made.stdout
    built = _directives(installed, folder / "mine", "build")
    assert built.returncode == 0, built.stdout + built.stderr
    assert (folder / "mine" / "site" / "index.html").as_uri() in built.stdout
    return request.param, folder / "mine"


def _pages(site: Path) -> dict[str, str]:
    """The text of everything that readers and machines read of a site, but the theme's scripts."""
    files = [path for path in (site / "site").rglob("*") if path.suffix in {".html", ".xml", ".js"}]
    own = [path for path in files if "assets" not in path.relative_to(site / "site").parts]
    return {path.relative_to(site / "site").as_posix(): path.read_text("utf-8") for path in own}


def test_a_new_site_has_no_name_of_ours(new_site: tuple[str, Path]) -> None:
    found = {path: OURS.findall(text) for path, text in _pages(new_site[1]).items()}
    assert not {path: names for path, names in found.items() if names}


def test_a_new_site_has_no_word_of_a_language_that_is_not_its_own(new_site: tuple[str, Path]) -> None:
    languages, site = new_site
    for path, text in _pages(site).items():
        if languages == "en":
            assert not HAN.search(text), path
        if languages == "zh" and path.endswith(".html"):
            assert not ENGLISH.search(text), path


def test_scripts_are_told_the_language_and_folder_of_their_page(new_site: tuple[str, Path]) -> None:
    languages, site = new_site
    for number, code in enumerate(languages.split("-")):
        folder = f"{code}/" if number else ""
        page = (site / "site" / folder / "index.html").read_text("utf-8")
        assert f'assets/site.js" data-language="{code}" data-folder="{folder}">' in page


def test_a_new_site_is_without_a_problem(new_site: tuple[str, Path]) -> None:
    for command in (["check", "--coverage", "100"], ["schema", "--check"], ["doctor"]):
        done = CliRunner().invoke(main, [*command, "--site", str(new_site[1])])
        assert done.exit_code == 0, done.output
        assert command[0] != "check" or done.stderr == "0 errors, 0 warnings\n"
