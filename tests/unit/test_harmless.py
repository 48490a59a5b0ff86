"""Names and texts of others: none of them makes a terminal or a CI service do something."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from directive_atlas.builders.run import Result as Ended
from directive_atlas.cli import main
from directive_atlas.cli.language import told
from directive_atlas.cli.main import COMMANDS
from directive_atlas.cli.printing import echo, print_difference
from directive_atlas.frames import Outcome
from directive_atlas.problems import say

from tests.golden.base import write_base
from tests.tools.hostile.payloads import ALL

NAME = "\x1b]0;pwn\x07\x1b[31m\n::error::x\r::stop-commands::y\u202e\x9b##[error]z##vso[task]##teamcity["
"""A name that a file can have: it would set the title of a terminal, its colour, and give commands to CI."""

SHARED = {"site", "data", "docs"}
"""Options that say where a site is; only a folder that is there lets a command come further."""

_OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)")
_COMMAND = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)


def _is_harmless(text: str) -> None:
    assert not _OBEYED.search(text), ascii(text)
    assert not _COMMAND.search(text), ascii(text)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, in which commands run."""
    write_base(tmp_path)
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    done = CliRunner().invoke(main, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), (arguments, done.exception)
    _is_harmless(done.stdout)
    _is_harmless(done.stderr)
    return done


def _calls(name: str) -> list[list[str]]:
    """A command with such a name as its arguments, and as the value of each of its options."""
    command = main.get_command(click.Context(main), name)
    assert command
    found = [[name, NAME], [name, NAME, NAME], [name, "--site", NAME], [name, f"--{NAME}"]]
    options = [each for each in command.params if isinstance(each, click.Option) and not each.is_flag]
    return found + [[name, each.opts[0], NAME] for each in options if each.name not in SHARED]


@pytest.mark.parametrize("name", [*COMMANDS, NAME])
def test_no_command_prints_what_it_is_given_as_it_is(folder: Path, name: str) -> None:
    for call in _calls(name) if name in COMMANDS else [[name]]:
        assert _run(*call).exit_code in {0, 1, 2}


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_what_is_printed_is_harmless(capsys: pytest.CaptureFixture[str], form: str) -> None:
    for text in (NAME, *ALL):
        echo(json.dumps([text], ensure_ascii=False) if form == "json" else text, form)
        out = capsys.readouterr().out
        _is_harmless(out)
        assert form != "json" or len(json.loads(out)) == 1


def test_what_is_named_in_a_message_stays_in_its_line() -> None:
    found = told(say("{file}: {why}\n", file=NAME, why=say("it has {name}", name=NAME)))
    assert found.count("\n") == 1
    assert told(say("{file}", file="a\u3000b  c\u00a0d")) == "a\u3000b  c\u00a0d"


def test_lines_of_a_text_stay(capsys: pytest.CaptureFixture[str]) -> None:
    print_difference(NAME, "a\r\n", "a\r\n\t::b\r\n")
    _is_harmless(capsys.readouterr().out)
    echo("a\r\n\tb: c::d\n  ::notice::e\n## f", nl=False)
    assert capsys.readouterr().out == "a\r\n\tb: c::d\n  : :notice::e\n## f"


def test_what_a_builder_says_is_shown_without_what_it_names(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = f"WARNING -  Doc file '{NAME}' contains a link\nAborted with 1 warnings\n"
    outcome = Outcome(Ended(ok=False, output=said))
    monkeypatch.setattr("directive_atlas.cli.build.build_site", lambda *_: outcome)
    (folder / "mkdocs.yml").write_text(
        "theme: {name: directive-atlas}\n"
        "extra: {languages: [{code: zh, folder: ''}, {code: en, folder: en/}]}\n",
        "utf-8",
    )
    done = _run("build")
    assert (done.exit_code, "Aborted with 1 warnings\n" in done.stderr) == (1, True)
    assert "WARNING -  Doc file '\ufffd]0;pwn" in done.stderr


def test_texts_with_such_names_are_compared(folder: Path) -> None:
    (folder / f"{NAME}.txt").write_text("One shall count the bridges.\n", "utf-8")
    (folder / "new.txt").write_text("One shall count all bridges.\n", "utf-8")
    for form in ("text", "markdown", "json"):
        done = _run("redline", f"{NAME}.txt", "new.txt", "--format", form)
        assert (done.exit_code, "new.txt" in done.output) == (0, True)


def test_a_site_in_such_a_folder_is_checked(folder: Path) -> None:
    (folder / "data" / NAME.replace("/", "")).write_text("x", "utf-8")
    (folder / "data" / "topics.yml").write_text("topics: [", "utf-8")
    (folder / NAME).mkdir()
    (folder / "data").rename(folder / NAME / "data")
    for command in ("check", "build", "source", "review", "upgrade", "doctor", "diff", "generate"):
        _run(command, "--site", NAME, *(["2020-01-01"] if command == "diff" else []))
