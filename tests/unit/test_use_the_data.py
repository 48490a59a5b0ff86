"""The guide on other programs: each file that it names is written, each example gives an answer."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from directive_atlas.outputs.exports import export_files
from directive_atlas.resolve import Corpus

from tests.tools.paths import ROOT
from tests.tools.sites import bilingual

GUIDES = {"zh": ROOT / "docs/guide/use-the-data.md", "en": ROOT / "docs/en/guide/use-the-data.md"}
FOLDERS = (
    "calendars/",
    "feeds/",
    "tables/",
    "sheets/",
    "poam/",
    "text/",
    "print/",
    "api/",
    "en/calendars/",
    "llms.txt",
)


@pytest.fixture(scope="module")
def folder(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the exported files of the fixture, as they are in a site."""
    top = tmp_path_factory.mktemp("exported")
    for file in export_files(corpus, bilingual()):
        path = top / "site" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return top


def blocks(kind: str) -> list[str]:
    """The examples of a kind, which are the same in both languages."""
    found = [
        re.findall(rf"^```{kind}\n(.*?)^```", each.read_text("utf-8"), re.M | re.S)
        for each in GUIDES.values()
    ]
    assert found[0] == found[1]
    return [str(block) for block in found[0]]


def named(guide: Path) -> Iterator[str]:
    """The files that a guide names, from the root of the site."""
    for line in guide.read_text("utf-8").split("\n"):
        for path in re.findall(r"`([^`]+)`", line):
            if path.startswith(FOLDERS):
                yield path
            elif re.fullmatch(r"[a-z/<>]+[a-z0-9<>-]*\.json|schema/", path):
                yield f"api/v1/{path}"


@pytest.mark.parametrize("language", GUIDES)
def test_each_file_that_is_named_is_written(language: str, folder: Path) -> None:
    written = [path.relative_to(folder / "site").as_posix() for path in (folder / "site").rglob("*")]
    names = [name.rstrip("/") for name in named(GUIDES[language]) if name != "api/v2/"]
    assert len(names) > 25
    for name in names:
        pattern = re.compile(re.sub(r"<\w+>", "[^/]+", name.replace(".", r"\.")))
        assert any(pattern.fullmatch(each) for each in written), name


@pytest.mark.parametrize("question", blocks("sql"))
def test_each_question_has_an_answer(question: str, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "site/tables/directives.db")) as connection:
        assert connection.execute(question).fetchall()


@pytest.mark.parametrize("program", blocks("python"))
def test_the_program_runs_beside_a_site(program: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert " · " in done.stdout
