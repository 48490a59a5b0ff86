"""Every line of the recipes that calls ``directives`` does its work, in a new site with a change."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from directive_atlas.cli import main
from directive_atlas.starter import RECIPES

from tests.tools.turns import one_in


def _commands(value: object) -> Iterator[str]:
    """The lines of a file that call ``directives``, wherever they stand in it."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _commands(each)
    elif isinstance(value, list):
        for each in value:
            yield from _commands(each)
    elif isinstance(value, str):
        yield from (line for line in value.splitlines() if line.startswith("directives "))


def _git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    command = ["git", *who, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("host", one_in(len(RECIPES), (name for name, files in RECIPES.items() if files)))
def test_the_commands_of_a_recipe_run(host: str, tmp_path: Path) -> None:
    site = tmp_path / "new"
    done = CliRunner().invoke(main, ["init", str(site), "--name", "Bridges", "--ci", host, "--yes"])
    assert done.exit_code == 0, done.output
    _git(site, "init", "--quiet")
    _git(site, "add", ".")
    _git(site, "commit", "--quiet", "-m", "a site")
    before = _git(site, "rev-parse", "HEAD")
    record = site / "data" / "directives" / "sample-notice" / "directive.yml"
    text = record.read_text("utf-8")
    assert "http" not in re.sub(r"^#.*$", "", text, flags=re.M)  # so that the check of links asks nobody
    record.write_text(text.replace("due: 2026-12-31", "due: 2026-12-01"), "utf-8")
    _git(site, "checkout", "--quiet", "-b", "request")
    _git(site, "commit", "--quiet", "-am", "an earlier day")
    _git(site, "checkout", "--quiet", "--detach", before)
    _git(site, "merge", "--quiet", "--no-ff", "-m", "as it would be merged", "request")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "directives"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m directive_atlas "$@"\n', "utf-8")
    program.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": before,
        "SOURCE_DATE_EPOCH": "1780000000",
    }
    lines = [
        line for path in RECIPES[host] for line in _commands(yaml.safe_load((site / path).read_text("utf-8")))
    ]
    for line in dict.fromkeys(lines):
        command = ["bash", "-euo", "pipefail", "-c", line]
        ran = subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, (line, ran.stdout, ran.stderr)
    assert (site / "site" / "index.html").is_file()
    assert "December 1, 2026" in (site / "changes.md").read_text("utf-8")
