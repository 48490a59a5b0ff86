"""``make answers``: what each answer costs a reader of our own site, and how long its pages are.

Steps are about what a reader sees, so two builds of the site can be compared: keep the figures of one with
``--json``, and name the file with ``--against`` for the other.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from directive_atlas.build import build

from tests.benchmarks.answers.made import largest
from tests.benchmarks.answers.measure import Figures, measure
from tests.benchmarks.answers.pictures import take_pictures
from tests.benchmarks.answers.report import lines
from tests.benchmarks.search.site import build_with_mkdocs, served, write_project
from tests.tools.browsing.browser import opened
from tests.tools.moment import midnight
from tests.tools.paths import ROOT

DAY = dt.date(2026, 11, 26)
"""The day of the site: readers of today see standings, counts and lengths of long after the papers."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, and keep the figures if asked to."""
    given = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        if given.made:
            for line in largest(Path(folder), given.made):
                print(line)
            return
        site = (given.site or _own(Path(folder) / "project")).resolve()
        with opened() as browser, served(site, Path(folder) / "served") as root:
            if given.pictures:
                for picture in take_pictures(browser, root, site, given.pictures, given.only):
                    print(picture)
                return
            found = measure(browser, root, site, given.only)
    before: Figures | None = json.loads(given.against.read_text("utf-8")) if given.against else None
    print("\n".join(lines(found, before)))
    if given.json:
        given.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.benchmarks.answers", description=main.__doc__)
    add = parser.add_argument
    add("site", type=Path, nargs="?", help="a folder with the built site; left out: data/ is built")
    add("--only", default="", help="figures whose names hold this, such as “c goal” or “length of task”")
    add("--json", type=Path, help="a file for the figures")
    add("--against", type=Path, help="the file of an earlier run, to be printed beside this one")
    add("--pictures", type=Path, help="instead: a folder for pictures of each kind of page")
    add("--made", type=int, help="instead: the largest pages of a made-up site with so many tasks")
    return parser


def _own(project: Path) -> Path:
    built = build(ROOT / "data", midnight(DAY))
    assert built.output, [problem for problem in built.problems if problem.is_error]
    write_project(project, built.output)
    return build_with_mkdocs(project)


if __name__ == "__main__":
    main()
