"""From a text to a whole record, with the small rules of ``tests/tools/corpora/drafting.py``.

Each file of ``tests/drafts/`` is a case: a text and what is given in the command line become a record, and
the check names just what is to be decided. With ``rules`` the rules of the languages read it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from directive_atlas.cli import main

from tests.golden.base import BASE
from tests.tools.corpora import drafting
from tests.tools.paths import ROOT

CASES = sorted((ROOT / "tests" / "drafts").glob("*.yml"))
SCHEMA = "# yaml-language-server: $schema=../../schemas/directive.schema.json\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with the small corpus of the golden cases; commands run in it."""
    for name, text in BASE.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    if not case.get("rules"):
        monkeypatch.setattr("directive_atlas.cli.draft._reader", lambda language: drafting.read)
    for name, text in case.get("files", {}).items():
        (site / "data" / name).write_text(text)
    (site / case.get("name", "paper.txt")).write_text(case["source"])
    done = _run("draft", case.get("name", "paper.txt"), *case.get("arguments", "").split())
    assert done.exit_code == 0, done.output
    assert (site / "data" / "directives" / case["id"] / "directive.yml").read_text() == SCHEMA + case[
        "record"
    ]
    assert (site / "data" / "actors.yml").read_text().endswith(case.get("actors", ""))
    assert _named_by_check() == _asked(case["record"])


def _named_by_check() -> list[str]:
    """What the check names: nothing but what is to be decided."""
    found = re.findall(r"^\S+: ([EW]\d+): (.*)$", _run("check", "--lang", "en").output, re.M)
    assert {code for code, _ in found} <= {"W444"}, found
    return sorted(question.removeprefix("this is to be decided: ") for _, question in found)


def _asked(record: str) -> list[str]:
    """All lines of ``to_decide`` in a record."""

    def lines(value: Any) -> list[str]:
        if isinstance(value, list):
            return [line for each in value for line in lines(each)]
        if not isinstance(value, dict):
            return []
        own = value.get("to_decide", [])
        below = [line for key, each in value.items() if key != "to_decide" for line in lines(each)]
        return [*([own] if isinstance(own, str) else own), *below]

    return sorted(lines(yaml.safe_load(record)))
