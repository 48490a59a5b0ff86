"""What is wrong with a site's mkdocs.yml, and that it and .gitignore know every generated page."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.builders.asking import endpoint_problems
from directive_atlas.builders.config import SiteConfig, config_problems, read_config
from directive_atlas.cli import main
from directive_atlas.filesystem import TEMPORARY
from directive_atlas.interface.addresses import HOME, SECTIONS
from directive_atlas.outputs.names import GENERATED
from directive_atlas.write import LOCK, MANIFEST, NEW, READY

from tests.tools.paths import ROOT

GOOD = """theme: {name: directive-atlas}
nav:
  - 中文: [index.md, {关于: [about.md]}]
  - English: [en/index.md, https://other.example/]
extra:
  languages:
    - {code: zh, folder: ""}
    - {code: en, folder: en/}
"""
PAGES = ["index.md", "about.md", "en/index.md"]


def _read(folder: Path, text: str) -> SiteConfig:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    config, problems = read_config(folder, "mkdocs.yml")
    assert config, problems
    return config


def _problems(folder: Path, text: str, languages: Sequence[str] = ("zh", "en")) -> list[str]:
    found = config_problems(_read(folder, text), languages, PAGES)
    return [f"{each.place.line}: {each.kind.code}" for each in found]


def test_a_folder_without_a_configuration_is_no_site(tmp_path: Path) -> None:
    config, [found] = read_config(tmp_path, "mkdocs.yml")
    assert (config, found.kind.code) == (None, "E701")


def test_what_is_no_file_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for target in ("pipe", "/dev/zero"):
        (tmp_path / "mkdocs.yml").unlink(missing_ok=True)
        (tmp_path / "mkdocs.yml").symlink_to(target)
        config, [found] = read_config(tmp_path, "mkdocs.yml")
        assert (config, found.kind.code) == (None, "E112")


def test_an_empty_configuration_says_where_to_find_one(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("")
    config, [found] = read_config(tmp_path, "mkdocs.yml")
    assert (config, found.kind.code, "directives init" in found.hint) == (None, "E102", True)


def test_a_configuration_that_agrees_with_the_site_is_without_a_problem(tmp_path: Path) -> None:
    assert _problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("about.md", "abuot.md", "3: E702"),
        ("folder: en/", "folder: english/", "7: E703"),
        ("code: zh", "code: fr", "7: E703"),
        ("directive-atlas", "material", "1: E704"),
        ("{name: directive-atlas}", "readthedocs", "1: E704"),
        ("  - English: [en/index.md, https://other.example/]\n", "", "1: E705"),
        ("theme: {name", "site_name: 'a \"name\"'\ntheme: {name", "1: E712"),
        ('folder: ""', 'folder: "", site_name: <b>', "7: E712"),
    ],
)
def test_what_does_not_agree_is_named(tmp_path: Path, right: str, wrong: str, found: str) -> None:
    assert right in GOOD
    assert _problems(tmp_path, GOOD.replace(right, wrong)) == [found]


def test_a_page_that_is_not_there_has_a_hint(tmp_path: Path) -> None:
    [found] = config_problems(_read(tmp_path, GOOD.replace("about.md", "abuot.md")), ("zh", "en"), PAGES)
    assert "about.md" in found.hint


ENDPOINT = "https://search.example.org/api/v1/atlas/search"
ALLOWS = GOOD.replace("extra:\n", f"extra:\n  search_endpoint: {ENDPOINT}\n")


@pytest.mark.parametrize(
    ("config", "headers", "found"),
    [
        (ALLOWS, "", []),
        (GOOD, "", ["mkdocs.yml:1"]),
        (ALLOWS.replace("https:", "http:"), "", ["mkdocs.yml:6"]),
        (ALLOWS, "/*\n  Content-Security-Policy: default-src 'self'\n", ["_headers:2"]),
        (ALLOWS, "  content-security-policy: default-src *; connect-src 'self'", ["_headers:1"]),
        (ALLOWS, f"  Content-Security-Policy: default-src 'self'; connect-src 'self' {ENDPOINT}", []),
        (ALLOWS, "  Content-Security-Policy: connect-src https://search.example.org", []),
        (ALLOWS, "  Content-Security-Policy: img-src 'self';; X", []),
        (ALLOWS, "  X-Frame-Options: DENY", []),
    ],
)
def test_pages_may_ask_the_search_endpoint(
    tmp_path: Path, config: str, headers: str, found: list[str]
) -> None:
    problems = list(endpoint_problems(_read(tmp_path, config), headers, "_headers", ENDPOINT))
    assert [f"{each.place.file}:{each.place.line}" for each in problems] == found
    assert all(each.kind.code == "E715" and ENDPOINT in each.hint for each in problems)


# Every generated page is ignored by git, and every list of pages is in the navigation.


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site in two languages."""
    folder = tmp_path_factory.mktemp("starter") / "new"
    done = CliRunner().invoke(main, ["init", str(folder), "--languages", "zh,en", "--yes"])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(params=["the repository", "a new site"])
def site(request: pytest.FixtureRequest, starter: Path) -> Path:
    return ROOT if request.param == "the repository" else starter


def _generated() -> list[str]:
    """A path for each name that a run writes, and what it writes beside the pages."""
    paged = [f"{language}{name}" for language in ("", "en/") for name in (HOME, *SECTIONS)]
    others = [name for name in GENERATED if name not in paged]
    pages = [f"docs/{name}" if "." in name else f"docs/{name}/some.file" for name in [*paged, *others]]
    beside = [
        f"docs/{MANIFEST}",
        *(f"docs/{name}/some.file" for name in (NEW, READY)),
        *(f"{folder}/{n}" for folder in ("docs", "data") for n in (LOCK, TEMPORARY)),
    ]
    return [*pages, *beside, "site/index.html"]


def test_git_ignores_all_that_is_generated_and_nothing_else(site: Path, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text((site / ".gitignore").read_text("utf-8"), "utf-8")
    by_hand = [
        "docs/about.md",
        "docs/en/about.md",
        "data/settings.yml",
        "mkdocs.yml",
        "overrides/locale/en.po",
    ]
    paths = [*_generated(), *by_hand]
    command = ["git", "-C", str(tmp_path), "check-ignore", "--stdin"]
    told = subprocess.run(command, input="\n".join(paths), capture_output=True, text=True, check=False)
    assert sorted(told.stdout.splitlines()) == sorted(_generated())


def test_the_navigation_has_every_list_of_pages(site: Path) -> None:
    config, problems = read_config(site, "mkdocs.yml")
    assert config, problems
    lists = [HOME, *(f"{name}/index.md" for name in SECTIONS)]
    named = {entry.page for part in config.parts for entry in part}
    assert named >= {folder + path for _, folder in config.languages for path in lists}
