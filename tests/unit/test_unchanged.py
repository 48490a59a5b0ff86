"""A run that has nothing to do says what the last one said; whatever it would read or find counts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main
from directive_atlas.cli.planning import Planned, plan_pages
from directive_atlas.cli.unchanged import RECORD, Asked, Done, last_run

from tests.golden.base import write_base
from tests.tools.turns import one_in

NOON, NEXT_DAY = "1700000000", "1700086400"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site with its pages, in which commands run; without schemas there are warnings."""
    write_base(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    assert _generate().exit_code == 0
    return tmp_path


def _generate(*options: str) -> Result:
    return CliRunner().invoke(main, ["generate", *options])


@pytest.fixture
def planned(site: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each run that looked at the data, from now on."""
    runs = list[int]()

    def counted(*given: Any, **options: Any) -> Planned:
        runs.append(1)
        return plan_pages(*given, **options)

    monkeypatch.setattr("directive_atlas.cli.writing.plan_pages", counted)
    return runs


def test_nothing_is_read_twice_and_the_same_is_said(site: Path, planned: list[int]) -> None:
    topics = site / "data" / "topics.yml"
    topics.write_text(topics.read_text("utf-8").partition("\n")[2], "utf-8")
    first, again = _generate("--format", "github"), _generate("--format", "github")
    assert first.stdout == again.stdout and "W110" in first.stdout
    assert len(planned) == 1
    assert "0 files written" in again.stderr


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record": lambda site: _add(site / "data" / "topics.yml", "\n"),
    "a file nobody expects": lambda site: (site / "data" / "new.yml").write_text("x: 1\n"),
    "a hidden file": lambda site: (site / "data" / ".text.txt").write_text("x"),
    "a folder": lambda site: (site / "data" / "directives" / "new").mkdir(),
    "a link in the data": lambda site: (site / "data" / "new.yml").symlink_to("topics.yml"),
    "a page that was changed": lambda site: _add(site / "docs" / "help" / "index.md", "by hand\n"),
    "a page that is gone": lambda site: (site / "docs" / "help" / "index.md").unlink(),
    "a page by hand": lambda site: (site / "docs" / "about.md").write_text("# About\n"),
    "a link in docs": lambda site: (site / "docs" / "out.md").symlink_to("/etc/hostname"),
    "words of the site": lambda site: _new(site / "overrides" / "templates" / "help.md.j2", "<p>Help</p>\n"),
    "an empty file of settings": lambda site: (site / "mkdocs.yml").write_text(""),
    "the manifest": lambda site: (site / "docs" / ".generated.json").unlink(),
    "a hidden link in docs": lambda site: (site / "docs" / ".out").symlink_to("/etc"),
    "a source that looks compiled": lambda site: (site / "data" / "notes.pyc").write_text("x"),
    "settings of the builder": lambda site: (site / "mkdocs.yml").write_text("site_name: x\n"),
    "the record": lambda site: (site / RECORD).write_text("x"),
    "another day": lambda _: os.environ.update(SOURCE_DATE_EPOCH=NEXT_DAY),
}


def _add(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def _new(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("change", one_in(2, CHANGES))
def test_whatever_changes_is_seen(site: Path, planned: list[int], change: str) -> None:
    CHANGES[change](site)
    _generate()
    assert len(planned) == 1


@pytest.mark.parametrize(
    "options", [("--as-of", "2020-06-01"), ("--revision", "abc"), ("--lang", "zh"), ("--format", "json")]
)
def test_another_wish_is_another_run(site: Path, planned: list[int], options: tuple[str, ...]) -> None:
    assert _generate(*options).exit_code == 0
    assert len(planned) == 1


def test_what_is_saved_while_a_run_is_going_on_is_seen_by_the_next(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    topics = site / "data" / "topics.yml"
    good = topics.read_text("utf-8")

    def saved_meanwhile(*given: Any, **options: Any) -> Planned:
        planned = plan_pages(*given, **options)
        topics.write_text(good.replace("Bridges", "Old bridges"), "utf-8")
        return planned

    monkeypatch.setattr("directive_atlas.cli.writing.plan_pages", saved_meanwhile)
    topics.write_text(good.replace("Bridges", "New bridges"), "utf-8")
    assert _generate().exit_code == 0
    monkeypatch.setattr("directive_atlas.cli.writing.plan_pages", plan_pages)
    assert _generate().exit_code == 0
    assert "Old bridges" in (site / "docs" / "en" / "topics" / "bridges.md").read_text("utf-8")


def test_messages_name_files_from_where_the_command_runs(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    topics = site / "data" / "topics.yml"
    topics.write_text(topics.read_text("utf-8").partition("\n")[2], "utf-8")
    assert "\ndata/topics.yml" in f"\n{_generate().stdout}"
    monkeypatch.chdir(site.parent)
    assert f"\n{site.name}/data/topics.yml" in f"\n{_generate('--site', site.name).stdout}"


def test_what_is_said_of_pages_that_were_left_is_not_said_again(site: Path, planned: list[int]) -> None:
    record, topics = site / "data" / "directives" / "river" / "directive.yml", site / "data" / "topics.yml"
    _add(site / "docs" / "topics" / "bridges.md", "by hand\n")
    for file in (record, topics):
        file.write_text(file.read_text("utf-8").replace("bridges", "quays"), "utf-8")
    assert "W503" in _generate().stdout
    assert "W508" in _generate().stdout
    assert len(planned) == 2


def test_a_run_that_failed_is_no_run(site: Path, planned: list[int]) -> None:
    good = (site / "data" / "topics.yml").read_text("utf-8")
    (site / "data" / "topics.yml").write_text("topics: [\n")
    assert [_generate().exit_code, _generate().exit_code] == [1, 1]
    (site / "data" / "topics.yml").write_text(good, "utf-8")
    assert _generate().exit_code == 0
    assert len(planned) == 2  # the one that failed was not kept, and the good one before it still counts


def test_the_day_is_that_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 22:13 UTC it is the next day in Shanghai; an hour before midnight there it is not."""
    data = write_base(tmp_path)
    _add(data / "settings.yml", "time_zone: Asia/Shanghai\n")
    monkeypatch.chdir(tmp_path)
    known = list[bool]()

    def looked_up(asked: Asked, inputs: str) -> Done | None:
        found = last_run(asked, inputs)
        known.append(bool(found))
        return found

    monkeypatch.setattr("directive_atlas.cli.build.last_run", looked_up)
    for moment in ("1699974000", "1699977599", "1699977600"):  # 23:00:00, 23:59:59 and 0:00:00 in Shanghai
        monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
        assert _generate().exit_code == 0
    assert known == [False, True, False]
