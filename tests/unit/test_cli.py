"""The command line as people and CI use it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from directive_atlas.cli import main
from directive_atlas.write import LOCK, alone

from tests.golden.base import BASE
from tests.tools.paths import ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the small corpus of the golden cases; commands run in it."""
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str, env: dict[str, str] | None = None) -> Result:
    result = CliRunner().invoke(main, arguments, env=env)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _break(folder: Path) -> None:
    path = folder / "data" / "topics.yml"
    path.write_text(path.read_text().replace("id: bridges", "id: bridge").replace("Bridges", "Bridge"))


def _made(folder: Path) -> list[Path]:
    """The files below ``docs/`` that a run has written."""
    found = (path for path in (folder / "docs").rglob("*") if path.is_file())
    return [path for path in found if not path.name.startswith(".")]


def test_generate_says_what_it_did(folder: Path) -> None:
    first = _run("generate")
    made = len(_made(folder))
    assert first.output.startswith(f"{made} files written, 0 unchanged, 0 removed in ")
    assert _run("generate").output.startswith(f"0 files written, {made} unchanged, 0 removed in ")
    assert (folder / "docs" / "directives" / "river" / "count.md").is_file()


def test_pages_are_the_same_wherever_the_command_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages name files as the repository of the site has them, and no folder of the machine."""
    settings = folder / "data" / "settings.yml"
    settings.write_text(settings.read_text() + "repository: https://github.com/a/b\n")
    _run("generate")
    page = folder / "docs" / "directives" / "river" / "count.md"
    before = page.read_bytes()
    assert b"https://github.com/a/b/blob/HEAD/data/directives/river/directive.yml#L" in before
    (folder / ".cache" / "pages.json").unlink()
    monkeypatch.chdir("/")
    elsewhere = _run("generate", "--site", str(folder))
    assert elsewhere.output.splitlines()[-1].startswith(f"0 files written, {len(_made(folder))} unchanged")
    assert page.read_bytes() == before


def test_bad_data_leaves_everything_as_it_was(folder: Path) -> None:
    _run("generate")
    before = {path: path.read_bytes() for path in (folder / "docs").rglob("*.md")}
    _break(folder)
    failed = _run("generate")
    assert failed.exit_code == 1
    assert "E302: there is no topic “bridges”" in failed.output
    assert "did you mean “bridge”?" in failed.output
    assert "Traceback" not in failed.output
    assert {path: path.read_bytes() for path in (folder / "docs").rglob("*.md")} == before


def test_nothing_is_written_where_something_stands_in_the_way(folder: Path) -> None:
    (folder / "docs" / "index.md").write_text("by hand")
    failed = _run("generate")
    assert (failed.exit_code, "E501" in failed.output) == (1, True)
    assert [path.name for path in (folder / "docs").iterdir()] == ["index.md"]


@pytest.mark.parametrize("name", ["docs/index.md/x", "docs/actors"])
def test_what_stands_in_the_way_of_a_page_or_its_folder_is_named(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("by hand")
    failed = _run("generate")
    assert (failed.exit_code, "E501" in failed.output) == (1, True)


def test_a_disk_that_cannot_be_written_is_explained(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.write", full)
    failed = _run("generate")
    assert failed.exit_code == 1
    assert re.search(r"/docs/\S+: E506: .*: No space left on device", failed.output)
    assert list((folder / "docs").iterdir()) == []


@pytest.mark.parametrize("command", ["generate", "check", "clean"])
@pytest.mark.parametrize("docs", ["data", "data/pages", "."])
def test_data_and_pages_may_not_be_in_one_folder(folder: Path, command: str, docs: str) -> None:
    before = sorted(folder.rglob("*"))
    refused = _run(command, "--docs", docs)
    assert (refused.exit_code, "E509" in refused.output) == (1, True)
    assert sorted(folder.rglob("*")) == before


def test_a_folder_of_pages_is_not_made_where_a_link_leads(folder: Path) -> None:
    (folder / "pages").symlink_to("nowhere")
    refused = _run("generate", "--docs", "pages")
    assert refused.output.startswith("pages:1:1: E112: ")
    assert not (folder / "nowhere").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize(
    "command",
    [
        "check",
        "--version",
        *(
            pytest.param(each, marks=pytest.mark.long)
            for each in ("check --format json", "generate", "--help")
        ),
    ],
)
def test_a_full_standard_output_is_told_on_the_other_one(folder: Path, command: str) -> None:
    _break(folder)
    whole = [sys.executable, "-m", "directive_atlas", *command.split()]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(whole, cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("<stdout>:1:1: E506: ")
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_name_that_would_control_the_terminal_is_printed_without_harm(folder: Path, form: str) -> None:
    (folder / "data" / "\x1b[31mred.yml").touch()
    (folder / "data" / os.fsdecode(b"\xff.yml")).touch()
    output = _run("check", "--format", form).output
    assert output.count("W109") >= 2
    assert "\x1b" not in output
    assert "�[31mred.yml" in output


def test_clean_removes_what_was_made_and_nothing_else(folder: Path) -> None:
    _run("generate")
    made = len(_made(folder))
    (folder / "docs" / "actors" / "mine.md").write_text("by hand")
    cleaned = _run("clean").output
    assert cleaned.endswith(f"\n{made} files removed\n")
    assert cleaned.startswith("actors/mine.md:1:1: W508: ")
    assert [path.name for path in (folder / "docs").rglob("*.md")] == ["mine.md"]


def test_check_prints_json(folder: Path) -> None:
    _break(folder)
    failed = _run("check", "--format", "json")
    [found] = json.loads(failed.stdout)
    assert failed.exit_code == 1
    assert found["code"] == "E302" and found["severity"] == "error"
    assert (found["file"], found["line"], found["column"]) == ("data/directives/river/directive.yml", 19, 14)


def test_check_prints_github_annotations(folder: Path) -> None:
    _break(folder)
    lines = _run("check", "--format", "github").stdout.splitlines()
    assert lines == [
        "::error file=data/directives/river/directive.yml,line=19,col=14,title=E302"
        "::there is no topic “bridges” (did you mean “bridge”?)"
    ]


def test_check_is_silent_and_content_when_all_is_well(folder: Path) -> None:
    passed = _run("check")
    assert (passed.exit_code, passed.stdout) == (0, "")


def test_schema_writes_what_the_data_files_name(folder: Path) -> None:
    assert _run("schema", "--check").exit_code == 1
    assert _run("schema").exit_code == 0
    assert _run("schema", "--check").exit_code == 0
    assert (folder / "data" / "schemas" / "directive.schema.json").is_file()


def test_the_day_of_the_build_can_be_set_in_both_ways(folder: Path) -> None:
    _run("generate", "--as-of", "2020-05-06")
    assert "2020年5月6日" in (folder / "docs" / "index.md").read_text()
    _run("generate", env={"SOURCE_DATE_EPOCH": "1700000000"})
    assert "2023年11月14日" in (folder / "docs" / "index.md").read_text()


@pytest.mark.parametrize(
    "arguments", [("--as-of", "yesterday"), ("--as-of", "0999-01-01"), ("--data", "nowhere")]
)
def test_wrong_options_are_explained(folder: Path, arguments: tuple[str, str]) -> None:
    failed = _run("generate", *arguments)
    assert failed.exit_code == 2 and arguments[1] in failed.output


def test_a_broken_epoch_is_explained(folder: Path) -> None:
    failed = _run("generate", env={"SOURCE_DATE_EPOCH": "soon"})
    assert failed.exit_code == 2 and "SOURCE_DATE_EPOCH" in failed.output


def test_an_empty_data_folder_says_what_is_missing(folder: Path) -> None:
    shutil.rmtree(folder / "data")
    (folder / "data").mkdir()
    failed = _run("check")
    assert failed.exit_code == 1
    assert failed.output.count(": E106: ") == 2


def test_the_version_is_that_of_the_project() -> None:
    assert 'version = "0.1.0"' in (ROOT / "pyproject.toml").read_text()
    assert "0.1.0" in _run("--version").output


@pytest.mark.parametrize("command", ["generate", "clean", "serve"])
def test_each_command_that_writes_pages_is_refused(folder: Path, command: str) -> None:
    _run("generate")
    before = _made(folder)
    with alone(folder / "docs", "process 7, since noon"):
        refused = _run(command)
    assert refused.exit_code == 1
    assert f"docs/{LOCK}:1:1: E504: " in refused.output
    assert "process 7, since noon" in refused.output
    assert _made(folder) == before


def test_the_refusal_can_be_read_by_programs(folder: Path) -> None:
    with alone(folder / "docs", "process 7"):
        assert '"code": "E504"' in _run("generate", "--format", "json").stdout


def test_the_preview_keeps_others_out_while_it_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    monkeypatch.setattr(
        "directive_atlas.builders.serve.serve_site", lambda *_: told.append(_run("clean").output)
    )
    _run("serve")
    assert re.search(rf"process {os.getpid()} \(directives serve\), since \d{{4}}-\d\d-\d\d \d\d:", told[0])
    assert _run("clean").exit_code == 0


@pytest.mark.parametrize("command", ["review --accept", "schema", "new topic arches --title Arches"])
def test_data_are_written_by_one_run_at_a_time(folder: Path, command: str) -> None:
    with alone(folder / "data", "process 7"):
        assert "E504" in _run(*command.split()).output
        assert "E504" not in _run("review").output  # looking is free
    assert _run(*command.split()).exit_code == 0


def test_a_reviewer_has_a_name_that_data_may_hold(folder: Path) -> None:
    failed = _run("review", "--accept", "--by", "Zo\x92e")
    assert failed.exit_code == 1 and "E111" in failed.output and "U+0092" in failed.output


def test_a_source_is_printed_with_the_numbers_and_labels_that_quotes_may_use(folder: Path) -> None:
    source = folder / "data" / "directives" / "river" / "source.txt"
    source.write_text(f"{source.read_text()}\n附件1\n一、附表。只列大桥。\n")
    printed = _run("source", "river").output
    assert re.search(r"^\d+  附件1\.一\n  … +1  一、附表。\n  … +2  只列大桥。$", printed, re.M)
    assert "附件1" in _run("source", "river", "--uncovered").output


def test_the_source_of_an_unknown_directive_is_refused_with_the_nearest_id(folder: Path) -> None:
    failed = _run("source", "rivr")
    assert failed.exit_code == 1 and "E302" in failed.output and "did you mean “river”?" in failed.output


def test_a_directive_without_a_source_says_how_to_add_one(folder: Path) -> None:
    record = folder / "data" / "directives" / "lake" / "directive.yml"
    record.parent.mkdir()
    record.write_text("id: lake\nkind: notice\ntitle: 关于湖泊的通知\nissuers: [office]\ndates: {}\n")
    failed = _run("source", "lake")
    assert failed.exit_code == 1 and "add source: with file:" in failed.output
