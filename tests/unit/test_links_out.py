"""A link out of the folders that builders publish is refused: what it leads to would be on the site."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.builders.links_out import DEEPEST, link_to_site, links_out
from directive_atlas.cli import main

from tests.golden.base import write_base


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.txt").write_text("key", "utf-8")
    (tmp_path / "docs" / "guide").mkdir(parents=True)
    return tmp_path / "docs"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("key.txt", "../secret/key.txt"),
        ("guide/key.txt", "../../secret/key.txt"),
        ("guide/all", "../../secret"),
        ("up", ".."),
        ("root", "/"),
        ("gone", "../nothing"),
        ("twice", "guide/twice"),
    ],
)
def test_it_is_named_with_its_target(docs: Path, link: str, target: str) -> None:
    (docs / "guide" / "twice").symlink_to("../../secret") if link == "twice" else None
    (docs / link).symlink_to(target)
    places = [str(each.place) for each in links_out(docs, "docs")]
    assert f"docs/{link}:1:1" in places


def test_a_link_inside_is_none_and_a_circle_ends(docs: Path) -> None:
    (docs / "guide" / "page.md").write_text("# Page\n", "utf-8")
    (docs / "page.md").symlink_to("guide/page.md")
    (docs / "guide" / "up").symlink_to("..")
    (docs / "circle").symlink_to("circle")
    assert list(links_out(docs, "docs")) == []


def test_a_folder_that_is_a_link_itself_would_be_published_whole(tmp_path: Path, docs: Path) -> None:
    (tmp_path / "pages").symlink_to("secret")
    [found] = links_out(tmp_path / "pages", "pages")
    assert (found.kind.code, str(found.place)) == ("E713", "pages:1:1")
    (tmp_path / "linked").symlink_to(".")
    assert list(links_out(tmp_path / "linked" / "docs", "docs")) == [], "where the site is is not asked"


def test_what_builders_would_wait_for_is_named(docs: Path) -> None:
    os.mkfifo(docs / "guide" / "page.md")
    [found] = links_out(docs, "docs")
    assert (found.kind.code, str(found.place)) == ("E112", "docs/guide/page.md:1:1")
    assert "a named pipe" in found.message


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert list(links_out(tmp_path / "docs", "docs")) == []


@pytest.fixture
def site(tmp_path: Path, docs: Path) -> Path:
    write_base(tmp_path)
    return tmp_path


@pytest.mark.parametrize("folder", ["docs", "overrides/theme"])
@pytest.mark.parametrize("command", ["check", "generate"])
def test_the_commands_refuse_it(site: Path, folder: str, command: str) -> None:
    (site / folder).mkdir(parents=True, exist_ok=True)
    (site / folder / "key.txt").symlink_to(site / "secret" / "key.txt")
    done = CliRunner().invoke(main, [command, "--site", str(site)])
    assert done.exit_code == 1
    assert f"{folder}/key.txt:1:1: E713: this is a link out of its folder" in done.output
    assert not (site / "docs" / "index.md").exists()


def test_nothing_is_written_into_a_folder_behind_a_link(site: Path) -> None:
    shutil.rmtree(site / "docs")
    (site / "docs").symlink_to("secret")
    done = CliRunner().invoke(main, ["generate", "--site", str(site)])
    assert done.exit_code == 1 and "docs:1:1: E713: this is a link out of its folder" in done.output
    assert [path.name for path in (site / "secret").iterdir()] == ["key.txt"]


@pytest.mark.parametrize("folder", ["data", "docs", "overrides"])
@pytest.mark.parametrize("command", ["check", "generate"])
def test_folders_of_a_site_are_not_deeper_than_programs_go(site: Path, folder: str, command: str) -> None:
    (site / folder / "/".join("x" * DEEPEST)).mkdir(parents=True)
    done = CliRunner().invoke(main, [command, "--site", str(site)])
    assert "too deep" not in done.output
    (site / folder / "/".join("x" * (DEEPEST + 1))).mkdir()
    done = CliRunner().invoke(main, [command, "--site", str(site)])
    assert done.exit_code == 1
    assert "E506: the system does not let this be read or written: its folders are too deep" in done.output


@pytest.fixture
def others(tmp_path: Path) -> Path:
    """A folder of somebody else."""
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "page.html").write_text("theirs", "utf-8")
    return tmp_path / "others"


@pytest.mark.parametrize("folder", ["site", "public/site", "public"])
def test_no_site_is_built_through_a_link(tmp_path: Path, others: Path, folder: str) -> None:
    """Whoever can add a file to a site could name a folder of the machine that builds it."""
    site, link = tmp_path / "bridges", folder.split("/")[0]
    made = CliRunner().invoke(main, ["init", str(site), "--name", "Bridges", "--yes"])
    assert made.exit_code == 0, made.output
    config = (site / "mkdocs.yml").read_text("utf-8")
    assert "\nsite_dir: site\n" in config
    (site / "mkdocs.yml").write_text(config.replace("site_dir: site", f"site_dir: {folder}"), "utf-8")
    (site / link).symlink_to("../others")
    done = CliRunner().invoke(main, ["build", "--site", str(site)])
    assert done.exit_code == 1
    assert f"/{link}:1:1: E510: the site would be built through a link, into “{others}”" in done.output
    assert [path.name for path in others.iterdir()] == ["page.html"]
    assert not (site / "docs" / "index.md").exists()


def test_a_folder_of_its_own_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    assert [*link_to_site(tmp_path, "public/site", "."), *link_to_site(tmp_path, "site", ".")] == []
