"""The commands of “your own site in ten minutes” work as they stand there, in every language."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.builders.run import Result
from directive_atlas.cli import build, main
from directive_atlas.frames import Outcome, Request, build_site

from tests.tools.own import needs_guide
from tests.tools.paths import ROOT

pytestmark = needs_guide
PAGES = [ROOT / "docs" / folder / "guide" / "your-own-site.md" for folder in ("", "en")]
BEGINNING = "# Put the verbatim text"


def _blocks(text: str) -> list[tuple[str, str]]:
    """Language and text of each block of code, in order."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S)


def _commands(block: str) -> list[list[str]]:
    return [shlex.split(line.removeprefix("$ ")) for line in block.splitlines()]


@pytest.mark.parametrize("page", PAGES, ids=["zh", "en"])
def test_every_command_of_the_guide_works(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text and the YAML between the commands are what a reader types into the two files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(build, "build_site", _build_the_last_site(3))
    record = tmp_path / "bridges" / "data" / "directives" / "winter-notice"
    ran = []
    for language, block in _blocks(page.read_text("utf-8")):
        if language == "text":
            (record / "source.txt").write_text(block, "utf-8")
        elif language == "yaml":
            kept = (record / "directive.yml").read_text("utf-8").partition(BEGINNING)[0]
            (record / "directive.yml").write_text(kept + block, "utf-8")
        elif language == "console":
            ran += [_run(command, monkeypatch) for command in _commands(block)]
    assert ran.count("build") == 3 and "check" in ran
    assert (tmp_path / "bridges" / "site" / "directives" / "winter-notice" / "check-vehicles.html").is_file()


def _build_the_last_site(builds: int) -> Callable[[Request], Outcome]:
    """Every ``build`` writes its pages; only of the last ones is a site built."""
    left = iter(range(builds))

    def run(request: Request) -> Outcome:
        return build_site(request) if next(left) == builds - 1 else Outcome(Result(True, ""))

    return run


def _run(command: list[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Run one command; what it is called."""
    if command[0] == "cd":
        monkeypatch.chdir(command[1])
    elif command[0] == "directives":
        done = CliRunner().invoke(main, command[1:])
        assert done.exit_code == 0, (command, done.output)
        assert "E4" not in done.output
    else:
        assert command == ["python", "-m", "pip", "install", "directive-atlas"]
    return command[1] if command[0] == "directives" else command[0]
