"""``make bench-search``: what the search finds, how fast, and what it costs.

Builds a site for each number of pages, drives a browser through the hand-written and the drawn
queries, and prints one table for each.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from generator.build import build
from generator.load import load
from generator.resolve import Corpus, resolve
from generator.schedule import schedule
from tests.benchmarks.search import report
from tests.benchmarks.search.corpus import write_corpus
from tests.benchmarks.search.drive import ask_all, ask_cold, is_of_search
from tests.benchmarks.search.known_items import draw
from tests.benchmarks.search.labels import HAND_WRITTEN, Query, read
from tests.benchmarks.search.site import ROOT, build_bare, build_with_mkdocs, served, write_project
from tests.tools.browser import LAUNCH_ARGUMENTS, chromium

DAY = dt.date(2020, 12, 31)
SEED = 4


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table for each number of pages."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks.search", description=__doc__)
    parser.add_argument(
        "--pages", type=int, nargs="+", default=[2_000, 20_000], help="of one language; 0: only data/"
    )
    parser.add_argument("--no-site", action="store_true", help="one bare page instead of MkDocs' site")
    parser.add_argument("--only", nargs="+", help="classes of queries whose names begin like this")
    parser.add_argument("--queries", type=Path, default=HAND_WRITTEN, help="the hand-written ones")
    parser.add_argument("--drawn", type=int, default=30, help="known items drawn for each class")
    parser.add_argument("--cold", type=int, default=25, help="queries asked in a fresh browser each")
    options = parser.parse_args(arguments)
    with _browser() as browser:
        for pages in options.pages:
            print(f"\n== {pages or 'only real'} pages", flush=True)
            with tempfile.TemporaryDirectory() as folder:
                for line in measure(browser, Path(folder), pages, options):
                    print(line, flush=True)


def measure(browser: Browser, folder: Path, pages: int, options: argparse.Namespace) -> Iterator[str]:
    """The lines of one table."""
    data = ROOT / "data"
    if pages:
        data = folder / "data"
        write_corpus(data, ROOT / "data", pages)
    site, lines = make_site(folder / "project", data, bare=options.no_site)
    yield from lines
    queries = wanted(read(options.queries) + draw(sealed(data), options.drawn, SEED), options.only)
    with served(site, folder / "served") as root:
        answers = ask_all(browser, root, queries)
        sample = random.Random(SEED).sample(queries, min(options.cold, len(queries)))
        cold = ask_cold(browser, root, sample)
    yield from report.quality(answers)
    yield from report.speed(answers, cold)
    yield "not first:"
    yield from report.misses(answers)


def make_site(project: Path, data: Path, *, bare: bool) -> tuple[Path, list[str]]:
    """The built site, and what it took."""
    begun = time.perf_counter()
    built = build(data, DAY)
    if not built.output:
        raise SystemExit("\n".join(str(problem) for problem in built.problems if problem.is_error))
    project.mkdir()
    write_project(project, built.output)
    generated = time.perf_counter() - begun
    begun = time.perf_counter()
    site = build_bare(project) if bare else build_with_mkdocs(project)
    took = time.perf_counter() - begun
    index = sum(len(content) for path, content in built.output.files.items() if is_of_search(path))
    lines = [f"pages in all languages: {sum(path.endswith('.md') for path in built.output.files)}"]
    lines += [f"generate {generated:.1f} s; site {'(bare)' if bare else ''} {took:.1f} s"]
    return site, [*lines, f"index {index / 1e6:.2f} MB"]


def sealed(data: Path) -> Corpus:
    """The records of a data folder."""
    raw, _ = load(data)
    dates, _ = schedule(raw, DAY)
    return resolve(raw, dates, DAY)


def wanted(queries: list[Query], only: Sequence[str] | None) -> list[Query]:
    """The queries of some classes, or all."""
    return [query for query in queries if not only or query.kind.startswith(tuple(only))]


@contextmanager
def _browser() -> Iterator[Browser]:
    path = chromium()
    if not path:
        raise SystemExit("no Chromium: make browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(LAUNCH_ARGUMENTS))
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
