"""From a data folder to the lines of one table."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from directive_atlas.build import build, read_records
from directive_atlas.interface.site import Site, describe_site
from directive_atlas.load import load
from directive_atlas.outputs.search import search_files
from directive_atlas.problems import as_text
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.schedule import schedule
from playwright.sync_api import Browser

from tests.benchmarks.search import report
from tests.benchmarks.search.corpus import write_corpus
from tests.benchmarks.search.drive import ask_all, ask_cold
from tests.benchmarks.search.engine import agreement
from tests.benchmarks.search.known_items import draw
from tests.benchmarks.search.labels import HALVES, Query, read, unseen
from tests.benchmarks.search.site import build_bare, build_with_mkdocs, served, write_project
from tests.tools.moment import midnight
from tests.tools.paths import ROOT

DAY = dt.date(2020, 12, 31)
SEED = 4


@dataclass(frozen=True, slots=True)
class Options:
    """What to measure: hand-written queries, known items of each class, cold ones, some classes only.

    ``bare`` is one page with the scripts in place of the site that MkDocs builds.
    """

    queries: Path
    drawn: int
    cold: int
    only: tuple[str, ...]
    bare: bool
    language: str


def measure(browser: Browser, folder: Path, pages: int, options: Options) -> Iterator[str]:
    """The lines of one table; with no pages only the project's own data."""
    data = _data(folder, pages)
    corpus = sealed(data)
    site, lines = make_site(folder / "project", data, corpus, bare=options.bare)
    yield from lines
    queries = wanted(read(options.queries) + draw(corpus, options.drawn, SEED), options.only)
    with served(site, folder / "served") as root:
        answers = ask_all(browser, root, queries, options.language)
        sample = random.Random(SEED).sample(queries, min(options.cold, len(queries)))
        cold = ask_cold(browser, root, sample, options.language)
    yield from report.quality(answers)
    yield from report.speed(answers, cold)
    yield "not first:"
    yield from report.misses(answers)


def measure_engine(browser: Browser, folder: Path, pages: int, options: Options) -> Iterator[str]:
    """The lines of the table of an engine, on labelled and drawn queries and those nobody had seen."""
    data = _data(folder, pages)
    corpus = sealed(data)
    seen = [*read(options.queries), *draw(corpus, options.drawn, SEED)]
    new = [query for language in ("zh", "en") for half in HALVES for query in unseen(language, half)]
    queries = wanted([*seen, *new], options.only)
    yield from agreement(browser, folder / "engine", corpus, site_of(data), queries)


def _data(folder: Path, pages: int) -> Path:
    """The project's own data, or so many pages of made-up ones around them."""
    if not pages:
        return ROOT / "data"
    write_corpus(folder / "data", ROOT / "data", pages)
    return folder / "data"


def measure_unseen(browser: Browser, folder: Path, language: str, half: str) -> Iterator[str]:
    """One half of the queries that nobody who works on the search wrote, on the project's own data.

    What the test half misses is not told.
    """
    data = ROOT / "data"
    site, _ = make_site(folder / "project", data, sealed(data), bare=False)
    with served(site, folder / "served") as root:
        answers = ask_all(browser, root, unseen(language, half), language)
    yield from report.quality(answers)
    if half == "development":
        yield "not first:"
        yield from report.misses(answers)


def make_site(project: Path, data: Path, corpus: Corpus, *, bare: bool) -> tuple[Path, list[str]]:
    """The built site, and what it took; making the index is timed once more alone."""
    begun = time.perf_counter()
    built = build(data, midnight(DAY))
    if not built.output:
        raise SystemExit(as_text([problem for problem in built.problems if problem.is_error]))
    write_project(project, built.output)
    marks = [time.perf_counter()]
    site = build_bare(project) if bare else build_with_mkdocs(project)
    marks.append(time.perf_counter())
    list(search_files(corpus, site_of(data)))
    marks.append(time.perf_counter())
    generated, built_in, exported = (late - early for early, late in pairwise([begun, *marks]))
    share = exported / (generated + built_in)
    files = built.output.files
    index = [len(content) for path, content in files.items() if "search" in path]
    return site, [
        f"pages in all languages: {sum(path.endswith('.md') for path in files)}",
        f"generate {generated:.1f} s; {'bare page' if bare else 'MkDocs'} {built_in:.1f} s; "
        f"index {exported:.1f} s of these, {share:.0%}",
        f"index on disk: {sum(index) / 1e6:.2f} MB in {len(index)} files, "
        f"largest {max(index, default=0) / 1e3:.1f} KB",
    ]


def site_of(data: Path) -> Site:
    """The site of a data folder's settings."""
    site, problems = describe_site(load(data)[0].settings, None)
    if site is None:
        raise SystemExit(as_text(problems))
    return site


def sealed(data: Path) -> Corpus:
    """The records of a data folder."""
    records, _ = read_records(data)
    dates, _ = schedule(records.expanded.corpus, DAY)
    return resolve(records.expanded, records.passages, dates, DAY)


def wanted(queries: list[Query], only: Sequence[str]) -> list[Query]:
    """The queries of some classes, or all."""
    return [query for query in queries if not only or query.kind.startswith(tuple(only))]
