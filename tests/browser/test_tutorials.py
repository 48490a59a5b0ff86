"""The commands of “from a PDF to a page” and “a year with a site” work as they stand there, in one folder."""

from __future__ import annotations

import csv
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from directive_atlas.builders.run import Result
from directive_atlas.cli import build, main
from directive_atlas.frames import Outcome
from playwright.sync_api import Browser

from tests.tools.own import needs_guide
from tests.tools.paths import ROOT

pytestmark = [needs_guide, pytest.mark.slow, pytest.mark.browser]
GUIDE = ROOT / "docs" / "en" / "guide"


def test_both_pages_can_be_followed(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts are the files that the pages speak of, YAML goes into the record; no editor is started."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(build, "build_site", lambda _: Outcome(Result(True, "")))
    record = tmp_path / "bridges" / "data" / "directives" / "bridge-check" / "directive.yml"
    ran = []
    for language, block in _blocks("from-a-document", "a-year"):
        if language == "console":
            ran += [_run(shlex.split(line.removeprefix("$ ")), monkeypatch) for line in block.splitlines()]
        elif language == "csv":
            (tmp_path / "tasks.csv").write_text(block, "utf-8")
        elif language == "yaml":
            record.write_text(record.read_text("utf-8") + block, "utf-8")
        elif not block.startswith("$"):
            (tmp_path / "edition.txt").write_text(block, "utf-8")
            _print(browser, block, tmp_path / "notice.pdf")
        if ran[-1:] == ["sheet"]:
            _fill_in(tmp_path / "housing.csv")
    assert {"draft", "import", "sheet", "import-reports", "redline", "review", "generate"} <= {*ran}
    text = record.read_text("utf-8")
    assert "2027年3月31日前逐座排查桥梁" in text and "严肃纪律" in text


def _blocks(*pages: str) -> Iterator[tuple[str, str]]:
    """Language and text of each block of code of some pages, in order."""
    for page in pages:
        text = (GUIDE / f"{page}.md").read_text("utf-8")
        yield from re.findall(r"^```(\w+)\n(.*?)^```$", text, re.M | re.S)


def _run(command: list[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Run one command; what it is called."""
    if command[0] == "cd":
        monkeypatch.chdir(command[1])
        return "cd"
    done = CliRunner().invoke(main, command[1:], env={"LC_ALL": "en_US.UTF-8"})
    assert done.exit_code == 0, (command, done.output)
    return command[1]


def _print(browser: Browser, text: str, file: Path) -> None:
    """The text as a PDF with a number at the foot of its page."""
    page = browser.new_page()
    page.set_content("".join(f"<p>{line}</p>" for line in text.splitlines()))
    page.pdf(path=file, format="A4", display_header_footer=True, margin={"top": "2cm", "bottom": "2cm"})
    page.close()


def _fill_in(file: Path) -> None:
    """What the body writes into the first row of its sheet."""
    with file.open(encoding="utf-8-sig", newline="") as sheet:
        rows = list(csv.reader(sheet))
    head = next(number for number, row in enumerate(rows) if "工作进展" in row)
    rows[head + 1][rows[head].index("工作进展")] = "已排查桥梁310座。"
    with file.open("w", encoding="utf-8-sig", newline="") as sheet:
        csv.writer(sheet).writerows(rows)
