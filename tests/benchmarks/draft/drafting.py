"""Making the record of a text in a site of its own, or taking one that people wrote."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from directive_atlas.build import read_records

from tests.benchmarks.draft.gold import Document
from tests.benchmarks.draft.record import Drafted, read_drafted


class NotDraftedError(Exception):
    """The command gave no record, or one that cannot be read."""


def draft(file: Path, document: Document, folder: Path) -> Drafted:
    """The record that ``directives draft`` makes of a file, in a new site below ``folder``.

    Raises:
        NotDraftedError: there is none.
    """
    language = document.language
    site, country = folder / document.slug, {"zh": "CN", "en": "US"}[language]
    _directives("init", str(site), "--yes", "--languages", language, "--calendar", country)
    before = set(_records(site / "data"))
    said = _directives("draft", str(file), at=site)
    made = [record for record in _records(site / "data") if record not in before]
    if len(made) != 1:
        raise NotDraftedError(["directives draft printed nothing", *said.splitlines()][-1])
    return read_one(made[0])


def written(record: Path, file: Path, folder: Path) -> Drafted:
    """A record that was written by hand, in a copy of its data folder that has the text beside it.

    Raises:
        NotDraftedError: it cannot be read.
    """
    data = folder / "data"
    shutil.copytree(record.parents[2], data, ignore=shutil.ignore_patterns("texts.csv"))
    copy = data / record.relative_to(record.parents[2])
    shutil.copyfile(file, copy.parent / "source.txt")
    return read_one(copy)


def read_one(record: Path) -> Drafted:
    """The whole record in one file of a data folder.

    Raises:
        NotDraftedError: it cannot be read.
    """
    records, problems = read_records(record.parents[2])
    for directive in records.expanded.corpus.directives:
        if directive.id == record.parent.name:
            return read_drafted(records, directive)
    raise NotDraftedError("\n".join(str(problem) for problem in problems if problem.is_error))


def _records(data: Path) -> list[Path]:
    return sorted(data.glob("directives/*/directive.yml"))


def _directives(*arguments: str, at: Path | None = None) -> str:
    """What the command prints, whatever its exit code: a draft ends with what is left to decide."""
    command = [sys.executable, "-m", "directive_atlas", *arguments]
    done = subprocess.run(command, cwd=at, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout
