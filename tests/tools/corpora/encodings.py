"""Sites of directives that others wrote, encoded here without their text.

``tests/encodings/<set>/`` is a data folder whose source texts are missing: ``texts.csv`` names
them in a folder of texts (the corpus). ``python -m tests.tools.corpora.encodings CORPUS TARGET`` joins the
two below TARGET and builds a site of each set.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import os
import shutil
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from directive_atlas.build import build
from directive_atlas.builders.run import run_builder
from directive_atlas.outputs.names import GENERATED
from directive_atlas.problems import as_text
from directive_atlas.starter.starter import Answers, starter_files
from directive_atlas.write import carry_out, plan

from tests.tools.moment import midnight
from tests.tools.paths import ENCODINGS, ROOT

CORPUS = Path(os.environ.get("DIRECTIVE_CORPUS", ROOT.parent / "shared" / "corpus"))
"""Where the texts lie on a machine that has them."""
LARGE = {"eo", "cn"}
"""The sets with the longest texts; the others are in the same two languages."""


def sets() -> list[Path]:
    """The encoded sets, each a data folder."""
    return sorted(path.parent for path in ENCODINGS.glob("*/texts.csv"))


def one_by_one() -> list[ParameterSet]:
    """The sets, for tests of whole builds: those with the longest texts are for the long run."""
    return [
        pytest.param(each, id=each.name, marks=[pytest.mark.long] if each.name in LARGE else [])
        for each in sets()
    ]


def assemble(encoded: Path, corpus: Path, target: Path) -> Path:
    """Copy a set to ``target`` and put the texts that it names beside its directives.

    Raises:
        LookupError: the corpus does not have a text, or has several that fit.
    """
    shutil.copytree(encoded, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("texts.csv"))
    for row in texts(encoded):
        files = found(corpus, row)
        if len(files) != 1:
            raise LookupError(f"{row['text']}: {len(files)} files in {corpus}")
        shutil.copyfile(files[0], target / "directives" / row["directive"] / "source.txt")
    return target


def texts(encoded: Path) -> list[dict[str, str]]:
    """Which text each directive of a set is read from."""
    return list(csv.DictReader((encoded / "texts.csv").read_text("utf-8").splitlines()))


def found(corpus: Path, row: dict[str, str]) -> list[Path]:
    """The files of a corpus that fit."""
    return sorted(corpus.glob(row["text"]))


def build_site(encoded: Path, corpus: Path, project: Path) -> Path:
    """Build the site of one set in a folder of its own; gives its first page."""
    built = build(assemble(encoded, corpus, project / "data"), midnight(dt.date.today()))
    if not (built.output and built.site):
        raise SystemExit(as_text(built.problems))
    write_project(built.site.codes, project)
    carry_out(plan(built.output, project / "docs"))
    done = run_builder("mkdocs", project)
    if not done.ok:
        raise SystemExit(done.output)
    return project / "site" / "index.html"


def write_project(languages: tuple[str, ...], project: Path) -> None:
    """The settings and pages by hand of a new site in the languages of a set: ours are in two."""
    names = dict.fromkeys(languages, project.name)
    answers = Answers(names, languages, "", "", "UTC", "", "", "", "", "none", version("directive-atlas"))
    for name, content in starter_files(answers):
        if not name.startswith("data/"):
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def copy_project(target: Path) -> None:
    """What a site needs beside its generated pages: settings, the theme's additions, pages by hand."""
    shutil.copy(ROOT / "mkdocs.yml", target)
    shutil.copytree(ROOT / "docs", target / "docs", ignore=_generated, dirs_exist_ok=True)


def _generated(folder: str, names: list[str]) -> set[str]:
    """Which names in a folder of ``docs/`` a run writes, so that a copy has only what is by hand."""
    at_top = Path(folder) in {ROOT / "docs", ROOT / "docs" / "en"}
    return {name for name in names if name.startswith(".") or (at_top and name in GENERATED)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Build a site of every set."""
    parser = argparse.ArgumentParser(prog="tests.tools.corpora.encodings", description=main.__doc__)
    parser.add_argument("corpus", type=Path, help="the folder of the texts")
    parser.add_argument("target", type=Path, help="a folder for the sites, made if need be")
    options = parser.parse_args(arguments)
    if not str(options.target).strip("."):
        parser.error("name a folder for the sites")
    missing = [row["text"] for encoded in sets() for row in texts(encoded) if not found(options.corpus, row)]
    if missing:
        parser.error(f"{options.corpus} has no {missing[0]}, and lacks {len(missing)} texts in all")
    for encoded in sets():
        print(f"built: {build_site(encoded, options.corpus, options.target / encoded.name)}")


if __name__ == "__main__":
    main()
