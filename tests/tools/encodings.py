"""Sites of directives that others wrote, encoded here without their text.

``tests/encodings/<set>/`` is a data folder whose source texts are missing: ``sources.csv`` names
them in a folder of texts (the corpus). ``python -m tests.tools.encodings CORPUS TARGET`` joins the
two below TARGET and builds a site of each set.
"""

from __future__ import annotations

import csv
import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.build import build
from generator.write import carry_out, plan

ROOT = Path(__file__).parents[2]
ENCODINGS = ROOT / "tests" / "encodings"
CORPUS = Path(os.environ.get("DIRECTIVE_CORPUS", ROOT.parent / "shared" / "corpus"))
"""Where the texts lie on a machine that has them."""


def sets() -> list[Path]:
    """The encoded sets, each a data folder."""
    return sorted(path.parent for path in ENCODINGS.glob("*/sources.csv"))


def assemble(encoded: Path, corpus: Path, target: Path) -> Path:
    """Copy a set to ``target`` and put the texts that it names beside its directives.

    Raises:
        LookupError: the corpus does not have a text, or has several that fit.
    """
    shutil.copytree(encoded, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("sources.csv"))
    for row in csv.DictReader((encoded / "sources.csv").read_text("utf-8").splitlines()):
        found = list(corpus.glob(row["text"]))
        if len(found) != 1:
            raise LookupError(f"{row['text']}: {len(found)} files in {corpus}")
        shutil.copyfile(found[0], target / "directives" / row["directive"] / "source.txt")
    return target


def main(corpus: Path, target: Path) -> None:
    """Build a site of every set."""
    for encoded in sets():
        project = target / encoded.name
        built = build(assemble(encoded, corpus, project / "data"), dt.date.today())
        if not built.output:
            raise SystemExit("\n".join(f"{p.place}: {p.message}" for p in built.problems))
        shutil.copy(ROOT / "mkdocs.yml", project)
        shutil.copytree(ROOT / "docs" / "assets", project / "docs" / "assets", dirs_exist_ok=True)
        carry_out(plan(built.output, project / "docs"))
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=project, check=True)
        print(f"built: {project / 'site' / 'index.html'}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
