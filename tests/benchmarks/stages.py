"""The stages of a run one by one, as ``directive_atlas.build`` has them, each through what measures it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from directive_atlas import frames
from directive_atlas.api.v1 import records
from directive_atlas.build import reference_date
from directive_atlas.check import check
from directive_atlas.expand import expand
from directive_atlas.frames import Request
from directive_atlas.identify import identify
from directive_atlas.interface.site import Site, describe_site
from directive_atlas.load import load
from directive_atlas.outputs.exports import FORMS, export_files
from directive_atlas.outputs.files import File, Output
from directive_atlas.outputs.kinds import OUTPUTS
from directive_atlas.outputs.pages import page_files
from directive_atlas.passages import find_passages
from directive_atlas.resolve import Corpus, resolve
from directive_atlas.schedule import schedule
from directive_atlas.write import carry_out, plan

from tests.tools.builders import build_site
from tests.tools.moment import FIXTURE_DAY, midnight
from tests.tools.paths import FIXTURE

UNCHANGED, ONE_PAGE, ALONE = "unchanged", "one page", "alone:"
"""Stages that are no part of a run: the site once more, and by a builder alone."""

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that has ended: the greatest memory that it had, in MB."""

    peak: float


class Measured(Protocol):
    """Runs a stage, given its name, once, and returns what it returns."""

    def __call__(self, stage: str, run: Callable[[], _Result], /) -> _Result:
        """Run it."""


def to_corpus(data: Path, measured: Measured) -> tuple[Corpus, Site]:
    """From the files of a data folder to its records, from ``load`` to ``resolve``."""
    raw, _ = measured("load", lambda: load(data))
    identified, _ = measured("identify", lambda: identify(raw))
    passages = measured("passages", lambda: find_passages(identified))
    expanded, _ = measured("expand", lambda: expand(identified, passages))
    whole, day = expanded.corpus, reference_date(expanded.corpus.settings, midnight(FIXTURE_DAY))
    problems = measured("check", lambda: list(check(whole, passages)))
    dates, more = measured("schedule", lambda: schedule(whole, day))
    site, without = describe_site(whole.settings, None)
    mistakes = [each for each in (*problems, *more, *without) if each.is_error]
    assert site and not mistakes, mistakes[:3]
    return measured("resolve", lambda: resolve(expanded, passages, dates, day)), site


def to_files(corpus: Corpus, site: Site, measured: Measured, *, pages: bool = True) -> list[File]:
    """The files of all outputs; each form of the exports is a stage, and so are the records they share."""
    files: list[File] = []
    for output in OUTPUTS:
        if output.emit is export_files:
            continue
        if pages or output.emit is not page_files:
            files += measured(_name(output.emit), partial(_made, output.emit, corpus, site))
    return [*files, *_exports(corpus, site, measured)]


def _exports(corpus: Corpus, site: Site, measured: Measured) -> Iterator[File]:
    made = measured("records", lambda: records(corpus))
    for form in FORMS:
        yield from measured(_name(form), partial(_made, form, made, corpus, site))


def to_site(root: Path, output: Output, measured: Measured, builders: Sequence[str] = ()) -> None:
    """The site from the pages below ``docs/``: at first, again, and with one page changed.

    Each of ``builders`` makes it alone, too, from the same pages.
    """
    _outline(root)
    request = Request(root, root / "docs", "mkdocs")
    measured("site", partial(_site, request))
    measured(UNCHANGED, partial(_site, request))
    page = next(path for path in output.files if path.endswith("/index.md"))
    changed = {**output.files, page: output.files[page].replace(b"</p>", b"!</p>")}
    carry_out(plan(Output(changed, output.places), root / "docs"))
    measured(ONE_PAGE, partial(_site, request))
    for builder in builders:
        measured(f"{ALONE} {builder}", partial(build_site, root, builder))


def _outline(root: Path) -> None:
    """The settings of the fixture, and a page by hand in each language."""
    shutil.copy(FIXTURE / "mkdocs.yml", root)
    for folder in ("", "en"):
        (root / "docs" / folder / "about.md").write_text("# About\n", "utf-8")


def _site(request: Request) -> Path:
    outcome = frames.build_site(request)
    assert outcome.result.ok and not outcome.notes, outcome
    return request.folder / "site"


def _made(emit: Callable[..., Iterator[File]], *given: object) -> list[File]:
    return list(emit(*given))


def _name(emit: Callable[..., object]) -> str:
    """“finder” for ``finder_files``."""
    return emit.__name__.removesuffix("_files")
