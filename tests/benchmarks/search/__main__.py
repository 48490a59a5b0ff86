"""``make bench-search``: what the search finds, how fast, and what it costs.

Builds a site for each number of pages, drives a browser through the hand-written and the drawn
queries, and prints one table for each.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.search.labels import HALVES, HAND_WRITTEN
from tests.benchmarks.search.measure import Options, measure, measure_engine, measure_unseen
from tests.tools.browsing.browser import opened


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table for each number of pages."""
    given = _parser().parse_args(arguments)
    options = Options(
        given.queries, given.drawn, given.cold, tuple(given.only), given.no_site, given.language
    )
    if given.unseen:
        with opened() as browser, tempfile.TemporaryDirectory() as folder:
            for line in measure_unseen(browser, Path(folder), given.unseen, given.half):
                print(line, flush=True)
        return
    with opened() as browser:
        for pages in given.pages:
            print(f"\n== {pages} pages" if pages else "\n== the project's own data", flush=True)
            with tempfile.TemporaryDirectory() as folder:
                table = measure_engine if given.engine else measure
                for line in table(browser, Path(folder), pages, options):
                    print(line, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.benchmarks.search", description=main.__doc__)
    add = parser.add_argument
    add("--pages", type=int, nargs="+", default=[2_000, 20_000], help="of one language; 0: only data/")
    add("--no-site", action="store_true", help="one bare page in place of MkDocs' site")
    add("--only", nargs="+", default=(), help="classes of queries whose names begin like this")
    add("--queries", type=Path, default=HAND_WRITTEN, help="the file of the hand-written ones")
    add("--drawn", type=int, default=30, help="known items drawn for each class")
    add("--cold", type=int, default=25, help="queries asked in a fresh browser each")
    add("--language", choices=("zh", "en"), default="zh", help="of the page where they are asked")
    add("--engine", action="store_true", help="instead: how far it agrees with an engine that answers first")
    add("--unseen", choices=("zh", "en"), help="instead: the queries that no author of the search wrote")
    add("--half", choices=HALVES, default="development", help="of these; the test half names no misses")
    return parser


if __name__ == "__main__":
    main()
